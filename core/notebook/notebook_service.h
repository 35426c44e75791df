// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/notebook/notebook_page.h"

#include <QFuture>

namespace thimblely::notebook {

/*!
 * Notebook day: what hangs in the shop when it begins with this program is entered page by page of the old book. A page
 * is one operation ("notebook.enter"): all of it, or nothing with the lines that cannot be (Entered::refused), and it is
 * taken back as one. Numbers are the shop's own; the old ticket stays with the order and finds it.
 *
 * Errors: Forbidden without data:import (owner and managers); "notebook.empty"; those of the disk. Of a single line:
 * notebook_writer.h. GUI thread; the future comes from the writer thread.
 */
class NotebookService {
public:
    explicit NotebookService(changes::WriteDoor &door) : m_door(door) {}

    QFuture<Result<Entered>> enter(Page page);
    //! Whom each line means, line by line, as enter() would find them; on the thread of `session`.
    static Result<std::vector<Known>> recognise(access::Session &session, const std::vector<Line> &lines);

private:
    changes::WriteDoor &m_door;
};

} // namespace thimblely::notebook
