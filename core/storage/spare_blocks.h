// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

namespace thimblely::storage {

/*!
 * The blocks of up to 16 KB that SQLite gave back on this thread, for whoever asks next. Each statement that writes takes
 * and gives back dozens of them: the registers of its triggers, what its pages held before. From the heap that is a search
 * each time, and the heap's end moves to and fro by system calls; Debian builds SQLite without a lookaside of its own. No
 * more than 512 KB on a thread; none where each use of memory is watched (sanitizers).
 */
class SpareBlocks {
public:
    using Free = void (*)(void *block);

    //! `size` or a little more, so that the block fits others later.
    static int rounded(int size);
    //! One that was kept and has room for `size`, which is rounded; null: there is none.
    static void *take(int size);
    //! `room`: what the heap says the block holds; `free` gives back what is left at the thread's end. False: it is not kept.
    static bool keep(void *block, int room, Free free);
};

} // namespace thimblely::storage
