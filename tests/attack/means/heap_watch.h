// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "tests/attack/means/marks.h"

namespace thimblely::test {

/*!
 * What was allocated since begin() and is still held, by whomever and on whatever thread: an answer with all that it
 * holds, and whatever a service keeps behind it. SQLite's own pages are left out: all of a file lies in them. So no
 * kind of answer has to be taken apart field by field, and no new field is forgotten.
 */
class HeapWatch {
public:
    //! Before SQLite is used for the first time.
    static void install();

    HeapWatch();
    ~HeapWatch();
    HeapWatch(const HeapWatch &) = delete;
    HeapWatch &operator=(const HeapWatch &) = delete;

    //! The first mark in it that is none of the allowed ones.
    std::optional<Mark> foreign(const Marks &allowed);
    //! How many blocks are held now.
    static int held();
};

} // namespace thimblely::test
