// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/length.h"
#include "core/base/money.h"
#include "core/base/quantity.h"
#include "core/base/result.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace thimblely::storage {

class Authorizer;

/*!
 * One prepared statement on its connection's thread.
 *
 * Bind in the order of the placeholders with bind(…), then step() until it says false. It works on sqlite3 itself
 * rather than on QSqlQuery: a page of 50 rows through QVariant cost as much again as the query (performance.md).
 */
class Statement {
public:
    static Result<Statement> prepare(sqlite3 *handle, QByteArrayView sql, bool persistent = false);

    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    ~Statement();

    //! Binds to the placeholders from the first unbound one on.
    template <typename... Values>
    Statement &bind(const Values &...values)
    {
        (bindOne(values), ...);
        return *this;
    }
    Statement &bindNull();
    //! UTF-8 text without a detour over QString; copied.
    Statement &bindUtf8(QByteArrayView text);
    Statement &bindBlob(QByteArrayView bytes);
    //! The same without a copy: the bytes stay where they are until the statement is reset.
    Statement &bindUtf8InPlace(QByteArrayView text);
    Statement &bindBlobInPlace(QByteArrayView bytes);

    //! True: a row can be read. False: done. The statement is reset by reset() or by an error.
    Result<bool> step();
    //! For statements without rows, and where the rows do not matter.
    Result<void> run();
    void reset();

    bool isNull(int column) const;
    qint64 int64(int column) const;
    bool boolean(int column) const { return int64(column) != 0; }
    QString text(int column) const;
    QByteArray utf8(int column) const;
    //! The same without a copy: until the next step().
    QByteArrayView utf8View(int column) const;
    QByteArray blob(int column) const;
    Instant instant(int column) const { return Instant(int64(column)); }
    std::optional<Instant> optionalInstant(int column) const;
    std::optional<qint64> optionalInt64(int column) const;
    std::optional<QString> optionalText(int column) const;
    //! The file's CHECKs make a malformed day or id impossible; one that is there all the same is a damaged file.
    Date date(int column) const;
    std::optional<Date> optionalDate(int column) const;
    IdBytes idBytes(int column) const;
    template <typename IdType>
    IdType id(int column) const
    {
        return IdType(idBytes(column));
    }
    template <typename IdType>
    std::optional<IdType> optionalId(int column) const
    {
        if (isNull(column))
            return std::nullopt;
        return IdType(idBytes(column));
    }

    int columnCount() const;
    QString columnName(int column) const;
    int columnType(int column) const; //!< SQLITE_INTEGER …
    bool isReadOnly() const;
    sqlite3_stmt *handle() const { return m_statement; }
    //! For Connection: what lets it be prepared again past the wall.
    void setGate(Authorizer *gate) { m_gate = gate; }

private:
    explicit Statement(sqlite3_stmt *statement) : m_statement(statement) {}

    void bindOne(qint64 value);
    void bindOne(int value) { bindOne(qint64(value)); }
    void bindOne(bool value) { bindOne(qint64(value)); }
    void bindOne(QStringView text);
    void bindOne(const QString &text) { bindOne(QStringView(text)); }
    void bindOne(const char *literal) { bindUtf8(literal); }
    void bindOne(Instant value) { bindOne(value.msecs()); }
    void bindOne(const Date &value) { bindOne(value.toIso()); }
    void bindOne(const Money &value) { bindOne(value.minor()); }
    void bindOne(Quantity value) { bindOne(value.milli()); }
    void bindOne(Length value) { bindOne(value.tenthsOfMm()); }
    void bindOne(std::nullopt_t) { bindNull(); }
    template <typename Tag>
    void bindOne(const Id<Tag> &value)
    {
        bindBlob(value.view());
    }
    template <typename T>
    void bindOne(const std::optional<T> &value)
    {
        if (value)
            bindOne(*value);
        else
            bindNull();
    }

    sqlite3_stmt *m_statement;
    int m_nextParameter = 1;
    Authorizer *m_gate = nullptr; // opened while it steps
};

} // namespace thimblely::storage
