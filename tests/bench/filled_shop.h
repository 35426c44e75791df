// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "tests/bench/filled_file.h"

#include <memory>

namespace thimblely::bench {

/*!
 * The same rows twice, made once for a run: in a file of the migrator's, which the program works on, and in a copy of
 * it for the bare program, without checksums and triggers.
 */
class FilledShop : public FilledFile {
public:
    static FilledShop &instance();
    //! Before the application ends: the door's thread needs its event loop.
    static void close();

    access::Principal principal(int workspace);
    std::unique_ptr<access::Session> openSession(int workspace);
    QString barePath() const { return folder() + QStringLiteral("/bare"); }

    std::unique_ptr<Bare> bare;
    std::unique_ptr<access::Session> session; //!< of the owner of the large workspace
    std::unique_ptr<changes::WriteDoor> door;

private:
    FilledShop();
};

} // namespace thimblely::bench
