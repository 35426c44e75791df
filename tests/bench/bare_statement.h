// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "tests/bench/bare.h"

#include <sqlite3.h>

#include <cstring>

namespace thimblely::bench {

//! Binds in the order of the placeholders.
class Binder {
public:
    explicit Binder(sqlite3_stmt *statement) : m_statement(statement) {}
    Binder &operator<<(std::int64_t value)
    {
        sqlite3_bind_int64(m_statement, ++m_index, value);
        return *this;
    }
    Binder &operator<<(const std::string &text)
    {
        sqlite3_bind_text(m_statement, ++m_index, text.c_str(), int(text.size()), SQLITE_TRANSIENT);
        return *this;
    }
    Binder &operator<<(const Id &id)
    {
        sqlite3_bind_blob(m_statement, ++m_index, id.data(), int(id.size()), SQLITE_TRANSIENT);
        return *this;
    }

private:
    sqlite3_stmt *m_statement;
    int m_index = 0;
};

//! A column of the current row as text; empty where it is NULL.
inline std::string textAt(sqlite3_stmt *row, int column)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(row, column));
    return text ? std::string(text, size_t(sqlite3_column_bytes(row, column))) : std::string();
}

inline Id idAt(sqlite3_stmt *row, int column)
{
    Id id{};
    if (const void *bytes = sqlite3_column_blob(row, column))
        std::memcpy(id.data(), bytes, id.size());
    return id;
}

} // namespace thimblely::bench
