// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/storage/salvage.h"

namespace thimblely::storage {

// What is mended in a file into which rows were read, before anybody opens it; inside a transaction of the caller,
// without triggers and with foreign keys off. Internal to salvage.cpp.

//! Rows that name one which is not there: without it where they may be, else removed.
Result<void> partFromMissing(Connection &connection, std::vector<MissingParent> &parents);
//! Entries of the history of rows that are not there; returns how many. Nothing of before can be undone.
Result<qint64> forgetMissing(Connection &connection);
//! Of search entries: those of rows that are not there go, the others are indexed.
Result<void> rebuildIndex(Connection &connection);
//! Every derived figure, as figures.sql defines it; the views have to be there.
Result<void> countFigures(Connection &connection);

} // namespace thimblely::storage
