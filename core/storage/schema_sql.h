// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <span>

namespace thimblely::storage {

//! A numbered, append-only file of schema/sqlite.
struct Migration {
    int version;
    const char *name; //!< "0001_initial"
    const char *sql;
};

//! What is made anew after every migration: views, hand-written triggers and the planner's figures.
struct SchemaParts {
    const char *figures;
    const char *guards;
    const char *derived;
    const char *statistics;
};

//! schema/sqlite as it was when the program was built, in the order of the versions.
std::span<const Migration> schemaMigrations();
const SchemaParts &schemaParts();

} // namespace thimblely::storage
