// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/known_problems.h"

#include "core/storage/connection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace thimblely::storage {

namespace {

constexpr const char *key = "salvaged"; // in sys_meta

bool mayBeKnown(const Problem &problem)
{
    return problem.kind == Problem::Kind::Number || problem.kind == Problem::Kind::Till;
}

QJsonArray toJson(const Problem &problem)
{
    return {QLatin1String(nameOf(problem.kind)), QString::fromLatin1(problem.table), QString::fromLatin1(problem.row),
            problem.detail};
}

} // namespace

Result<void> keepKnownProblems(Connection &connection, const std::vector<Problem> &problems, Instant at)
{
    QJsonArray known;
    for (const Problem &problem : problems) {
        if (mayBeKnown(problem))
            known.append(toJson(problem));
    }
    const QJsonObject json{{QStringLiteral("at"), at.msecs()}, {QStringLiteral("known"), known}};
    TRY_ASSIGN(auto query, connection.query("INSERT INTO sys_meta (key, value) VALUES (?, ?)"
                                            " ON CONFLICT (key) DO UPDATE SET value = excluded.value"));
    query->bind(key).bindUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
    return query->run();
}

Result<std::vector<Problem>> takeKnownProblems(Connection &connection, std::vector<Problem> &problems)
{
    std::vector<Problem> known;
    if (std::ranges::none_of(problems, mayBeKnown))
        return known;
    TRY_ASSIGN(auto query, connection.query("SELECT value FROM sys_meta WHERE key = ?"));
    query->bind(key);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return known;
    const QJsonArray list = QJsonDocument::fromJson(query->utf8(0)).object()[QLatin1String("known")].toArray();
    const auto isNews = [&list](const Problem &p) { return !mayBeKnown(p) || !list.contains(toJson(p)); };
    const auto first = std::stable_partition(problems.begin(), problems.end(), isNews);
    known.assign(std::move_iterator(first), std::move_iterator(problems.end()));
    problems.erase(first, problems.end());
    return known;
}

} // namespace thimblely::storage
