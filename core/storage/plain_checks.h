// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>

struct sqlite3;

namespace thimblely::storage {

/*!
 * The text of a table with `word IN ('a', 'b', 'c')` said as `(word = 'a' OR word = 'b' OR word = 'c')`, wherever three
 * texts or numbers or more are listed: for such a list SQLite makes a b-tree of its own at each statement that checks it, a quarter of
 * the time of writing a client. Both are NULL where the word is. Pure.
 */
QByteArray withPlainChecks(const QByteArray &sql);

/*!
 * Lets a migration rewrite the texts of tables by plain_checks(sql), in the way SQLite's own documentation gives for a
 * change of CHECKs ("Making Other Kinds Of Table Schema Changes", lang_altertable.html): while it lives sqlite_schema may
 * be written where PRAGMA writable_schema says so. On the connection's thread.
 */
class SchemaRewriting {
public:
    explicit SchemaRewriting(sqlite3 *handle);
    ~SchemaRewriting();
    Q_DISABLE_COPY_MOVE(SchemaRewriting)

private:
    sqlite3 *m_handle;
};

} // namespace thimblely::storage
