// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QString>

#include <vector>

namespace thimblely::storage {

class PageFile;

struct DamagedPage {
    quint32 number; //!< counted from 1
    bool ofSchema;  //!< of the tree of the list of tables: without it SQLite opens nothing of the file
};

/*!
 * The pages of a shop's file that are not as they were written, by number, free ones left out. Reads the file past SQLite,
 * so it tells also where that refuses to open it; for a file that nobody writes meanwhile, whose half-written pages would
 * seem damaged. Errors: those of PageFile::open(). Any thread; reads all of the file.
 */
Result<std::vector<DamagedPage>> damagedPages(const QString &path);

//! By page number: of the list of free ones. A list that makes no sense is none: its pages would be taken for free ones.
std::vector<bool> freePages(PageFile &pages);

} // namespace thimblely::storage
