// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/statement.h"

#include "core/storage/connection.h"
#include "core/storage/sqlite_error.h"

#include <sqlite3.h>

#include <cstring>

namespace thimblely::storage {

Result<Statement> Statement::prepare(sqlite3 *handle, QByteArrayView sql, bool persistent)
{
    sqlite3_stmt *statement = nullptr;
    const char *rest = nullptr;
    const unsigned flags = persistent ? SQLITE_PREPARE_PERSISTENT : 0U;
    const int code = sqlite3_prepare_v3(handle, sql.data(), static_cast<int>(sql.size()), flags, &statement, &rest);
    if (code != SQLITE_OK)
        return errorFromSqlite(sqlite3_extended_errcode(handle), handle);
    if (!statement)
        return Error{ErrorKind::Invalid, "sql.empty", {}, {}};
    Statement result(statement);
    const QByteArrayView tail(rest, sql.data() + sql.size() - rest);
    if (!tail.trimmed().isEmpty() && tail.trimmed() != QByteArrayView(";"))
        return Error{ErrorKind::Invalid, "sql.more_than_one", {}, {}};
    return result;
}

Statement::Statement(Statement &&other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr)), m_nextParameter(other.m_nextParameter),
      m_gate(other.m_gate)
{}

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_statement, other.m_statement);
    std::swap(m_nextParameter, other.m_nextParameter);
    std::swap(m_gate, other.m_gate);
    return *this;
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Statement &Statement::bindNull()
{
    sqlite3_bind_null(m_statement, m_nextParameter++);
    return *this;
}

Statement &Statement::bindUtf8(QByteArrayView text)
{
    sqlite3_bind_text64(m_statement, m_nextParameter++, text.data(), sqlite3_uint64(text.size()), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
    return *this;
}

Statement &Statement::bindBlob(QByteArrayView bytes)
{
    sqlite3_bind_blob64(m_statement, m_nextParameter++, bytes.data(), sqlite3_uint64(bytes.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement &Statement::bindUtf8InPlace(QByteArrayView text)
{
    // Nothing but std::nullopt says that something is absent.
    sqlite3_bind_text64(m_statement, m_nextParameter++, text.isNull() ? "" : text.data(), sqlite3_uint64(text.size()),
                        SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

Statement &Statement::bindBlobInPlace(QByteArrayView bytes)
{
    sqlite3_bind_blob64(m_statement, m_nextParameter++, bytes.data(), sqlite3_uint64(bytes.size()), SQLITE_STATIC);
    return *this;
}

void Statement::bindOne(qint64 value)
{
    sqlite3_bind_int64(m_statement, m_nextParameter++, value);
}

void Statement::bindOne(QStringView text)
{
    // A null QString is an empty text here: what is absent is said with std::nullopt, never by accident.
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text64(m_statement, m_nextParameter++, utf8.isNull() ? "" : utf8.constData(),
                        sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

Result<bool> Statement::step()
{
    if (m_gate)
        m_gate->openGate();
    const int code = sqlite3_step(m_statement);
    if (m_gate)
        m_gate->closeGate();
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    sqlite3 *handle = sqlite3_db_handle(m_statement);
    const Error error = errorFromSqlite(sqlite3_extended_errcode(handle), handle);
    reset();
    return error;
}

Result<void> Statement::run()
{
    for (;;) {
        TRY_ASSIGN(const bool row, step());
        if (!row)
            break;
    }
    reset();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_nextParameter = 1;
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Statement::int64(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::utf8(int column) const
{
    return utf8View(column).toByteArray();
}

QByteArrayView Statement::utf8View(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

QByteArray Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

std::optional<Instant> Statement::optionalInstant(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(instant(column));
}

std::optional<qint64> Statement::optionalInt64(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(int64(column));
}

std::optional<QString> Statement::optionalText(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(text(column));
}

Date Statement::date(int column) const
{
    return Date::parse(text(column)).value();
}

std::optional<Date> Statement::optionalDate(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(date(column));
}

IdBytes Statement::idBytes(int column) const
{
    IdBytes bytes{};
    const void *source = sqlite3_column_blob(m_statement, column);
    if (Q_UNLIKELY(!source || sqlite3_column_bytes(m_statement, column) != int(bytes.size())))
        qFatal("column %d holds no id", column);
    std::memcpy(bytes.data(), source, bytes.size());
    return bytes;
}

int Statement::columnCount() const
{
    return sqlite3_column_count(m_statement);
}

QString Statement::columnName(int column) const
{
    return QString::fromUtf8(sqlite3_column_name(m_statement, column));
}

int Statement::columnType(int column) const
{
    return sqlite3_column_type(m_statement, column);
}

bool Statement::isReadOnly() const
{
    return sqlite3_stmt_readonly(m_statement) != 0;
}

} // namespace thimblely::storage
