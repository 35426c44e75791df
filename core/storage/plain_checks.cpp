// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/plain_checks.h"

#include <QByteArrayList>
#include <QRegularExpression>
#include <QStringList>

#include <sqlite3.h>

#include <new>

namespace thimblely::storage {

namespace {

//! A word and its list, as the migrations write them: three texts or numbers or more, no quotation mark or comma within.
const QRegularExpression &listed()
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(\b([a-z_]+) IN \(((?:'[^',]*'|\d+)(?:,\s+(?:'[^',]*'|\d+)){2,})\))"));
    return pattern;
}

QString asComparisons(const QRegularExpressionMatch &match)
{
    QStringList compared;
    for (const QString &literal : match.captured(2).split(u','))
        compared.append(match.captured(1) + QStringLiteral(" = ") + literal.trimmed());
    return QStringLiteral("(%1)").arg(compared.join(QStringLiteral(" OR ")));
}

void plainChecks(sqlite3_context *context, int, sqlite3_value **values)
{
    try { // nothing may be thrown through SQLite, which is C
        const auto *sql = reinterpret_cast<const char *>(sqlite3_value_text(values[0]));
        const QByteArray plain = withPlainChecks(QByteArray(sql, sqlite3_value_bytes(values[0])));
        sqlite3_result_text64(context, plain.constData(), size_t(plain.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
    } catch (const std::bad_alloc &) {
        sqlite3_result_error_nomem(context);
    }
}

} // namespace

QByteArray withPlainChecks(const QByteArray &sql)
{
    const QString text = QString::fromUtf8(sql);
    QString plain;
    qsizetype done = 0;
    for (auto matches = listed().globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        plain += QStringView(text).sliced(done, match.capturedStart() - done);
        plain += asComparisons(match);
        done = match.capturedEnd();
    }
    plain += QStringView(text).sliced(done);
    return plain.toUtf8();
}

SchemaRewriting::SchemaRewriting(sqlite3 *handle) : m_handle(handle)
{
    sqlite3_create_function_v2(m_handle, "plain_checks", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY, nullptr, plainChecks,
                               nullptr, nullptr, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
}

SchemaRewriting::~SchemaRewriting()
{
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_create_function_v2(m_handle, "plain_checks", 1, SQLITE_UTF8, nullptr, nullptr, nullptr, nullptr, nullptr);
}

} // namespace thimblely::storage
