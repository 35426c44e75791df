// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

namespace thimblely::test {

/*!
 * Parts of the wall that a test takes away to see that they are missed. The program has no switch for it: these stand
 * between it and the libraries it calls, in the test's own program alone.
 */
struct TakenAway {
    static inline bool authorizer = false;  //!< SQLite is never told of one
    static inline bool secretNames = false; //!< the bits of the hidden views' names are no random ones, but zero
};

} // namespace thimblely::test
