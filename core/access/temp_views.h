// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/storage/connection.h"

#include <optional>
#include <string>

namespace thimblely::access {

/*!
 * Makes many temporary views at once: they are written as rows of temp's schema, which SQLite then reads in one go. That
 * takes a quarter of the time of a CREATE VIEW each, after every one of which it reads the schema again. The file itself
 * is not touched, and the schema is protected again when this goes.
 */
class TempViews {
public:
    static Result<TempViews> begin(storage::Connection &connection);
    TempViews(TempViews &&other) noexcept;
    TempViews(const TempViews &) = delete;
    TempViews &operator=(const TempViews &) = delete;
    TempViews &operator=(TempViews &&) = delete;
    ~TempViews();

    Result<void> add(const std::string &name, const std::string &select);
    //! Fails where SQLite cannot read one of them.
    Result<void> commit();

private:
    explicit TempViews(storage::Connection &connection);
    void letWriteSchema(bool may);

    storage::Connection *m_connection; // null: moved from
    std::optional<storage::Statement> m_insert;
};

} // namespace thimblely::access
