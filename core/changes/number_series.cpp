// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/number_series.h"

#include <QRandomGenerator>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace thimblely::changes {

namespace {

// A clock that was put back further than this since the newest issue is one that cannot be trusted with the order of
// documents; less than that is a clock being set by the network.
constexpr qint64 clockTolerance = 5 * 60 * 1000;

struct Kind {
    const char *word;
    bool yearly;
    qint64 first;
};

Kind factsOf(SeriesKind kind)
{
    switch (kind) {
    case SeriesKind::Order:
        return {"order", false, 1001};
    case SeriesKind::Client:
        return {"client", false, 1};
    case SeriesKind::Invoice:
        return {"invoice", true, 1};
    case SeriesKind::Receipt:
        return {"receipt", true, 1};
    }
    Q_UNREACHABLE();
}

QString periodOf(const Kind &kind, Date day)
{
    return kind.yearly ? day.toIso().mid(2, 2) : QString();
}

NumberSeries::Number printed(SeriesKind kind, const QString &letter, const QString &period, qint64 number)
{
    if (kind == SeriesKind::Order || kind == SeriesKind::Client) {
        const QString prefix = letter == QLatin1String("A") ? QString() : letter;
        return {prefix + QString::number(number), prefix};
    }
    const QString series = (kind == SeriesKind::Receipt ? QStringLiteral("R") : QString()) + letter + u'-' + period;
    return {series + u'-' + QString::number(number).rightJustified(5, u'0'), series};
}

//! The letter of a series that must not meet another: two random characters after it.
QString withRandomTail(QChar letter)
{
    static constexpr QLatin1String characters("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    QString result(letter);
    for (int i = 0; i < 2; ++i)
        result += characters[QRandomGenerator::system()->bounded(int(characters.size()))];
    return result;
}

} // namespace

struct NumberSeries::Row {
    qint64 id;
    QString letter;
    qint64 next;
    std::optional<Instant> newestIssue;

    bool isAfter(Instant now) const { return newestIssue && now.plusMsecs(clockTolerance) < *newestIssue; }
    qint64 take(Instant now)
    {
        newestIssue = newestIssue ? std::max(*newestIssue, now) : now;
        return next++;
    }
};

Result<std::optional<NumberSeries::Row>> NumberSeries::open(WriteContext &context, const char *kind,
                                                            const QString &period)
{
    const access::Principal &principal = context.principal();
    TRY_ASSIGN(auto query, context.connection().gatedQuery(access::GateKey(), R"(
        SELECT id, series, next_number, newest_issue_at
          FROM main.sys_series
         WHERE workspace_id = ? AND kind = ? AND period = ? AND device_id = ? AND closed_at IS NULL)"));
    query->bind(principal.workspace, kind, period, principal.device);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return std::optional<Row>();
    return std::optional<Row>({query->int64(0), query->text(1), query->int64(2), query->optionalInstant(3)});
}

Result<void> NumberSeries::close(WriteContext &context, qint64 series)
{
    TRY_ASSIGN(auto query, context.connection().gatedQuery(access::GateKey(),
                                                           "UPDATE main.sys_series SET closed_at = ? WHERE id = ?"));
    query->bind(context.clock().now(), series);
    return query->run();
}

Result<QString> NumberSeries::letterOfDevice(WriteContext &context)
{
    const access::Principal &principal = context.principal();
    // The letter this device holds already, for numbers of another kind or year.
    TRY_ASSIGN(auto own, context.connection().gatedQuery(access::GateKey(), R"(
        SELECT series FROM main.sys_series
         WHERE workspace_id = ? AND device_id = ? AND closed_at IS NULL
         ORDER BY id DESC LIMIT 1)"));
    own->bind(principal.workspace, principal.device);
    TRY_ASSIGN(const bool held, own->step());
    if (held)
        return own->text(0);
    TRY_ASSIGN(auto used, context.connection().gatedQuery(access::GateKey(), R"(
        SELECT max(substr(series, 1, 1)), max(closed_at IS NOT NULL) FROM main.sys_series WHERE workspace_id = ?)"));
    used->bind(principal.workspace);
    TRY(used->step());
    if (used->isNull(0))
        return QStringLiteral("A");
    const QChar newest = used->text(0).at(0);
    // A series that was closed may go on in another copy of the file, and so may whatever letter comes next there.
    if (used->boolean(1))
        return withRandomTail(newest);
    return newest < u'Z' ? QString(QChar(newest.unicode() + 1)) : withRandomTail(u'Z');
}

Result<NumberSeries::Row> NumberSeries::make(WriteContext &context, const char *kind, const QString &period,
                                             const QString &letter, qint64 first)
{
    const access::Principal &principal = context.principal();
    TRY_ASSIGN(auto insert, context.connection().gatedQuery(access::GateKey(), R"(
        INSERT INTO main.sys_series (workspace_id, device_id, kind, series, period, next_number)
        VALUES (?, ?, ?, ?, ?, ?)
        RETURNING id)"));
    insert->bind(principal.workspace, principal.device, kind, letter, period, first);
    TRY_ASSIGN(const bool made, insert->step());
    if (!made)
        return Error{ErrorKind::Internal, "series.not_made", {}, {}};
    Row row{insert->int64(0), letter, first, std::nullopt};
    TRY(insert->step()); // to the end, as the insert only stands then
    return row;
}

//! The series that gives the next number: what a clock that was put back has made untrustworthy is closed.
Result<NumberSeries::Row> NumberSeries::current(WriteContext &context, SeriesKind kind, const QString &period,
                                                Instant now)
{
    const Kind facts = factsOf(kind);
    TRY_ASSIGN(std::optional<Row> row, open(context, facts.word, period));
    if (row && row->isAfter(now)) {
        TRY(close(context, row->id));
        TRY_ASSIGN(row, make(context, facts.word, period, withRandomTail(row->letter.at(0)), facts.first));
    }
    if (!row) {
        TRY_ASSIGN(const QString letter, letterOfDevice(context));
        TRY_ASSIGN(row, make(context, facts.word, period, letter, facts.first));
    }
    return *row;
}

Result<void> NumberSeries::write(WriteContext &context, const Row &row)
{
    TRY_ASSIGN(auto update, context.connection().gatedQuery(access::GateKey(), R"(
        UPDATE main.sys_series SET next_number = ?, newest_issue_at = ? WHERE id = ?)"));
    update->bind(row.next, row.newestIssue, row.id);
    return update->run();
}

//! Where many numbers are taken, their series is read once and written once.
struct NumberSeries::Held {
    std::map<std::pair<SeriesKind, QString>, Row> rows;
};

Result<void> NumberSeries::writeHeld(WriteContext &context)
{
    for (const auto &held : context.kept<Held>().rows)
        TRY(write(context, held.second));
    return {};
}

Result<NumberSeries::Number> NumberSeries::takeOfMany(WriteContext &context, SeriesKind kind, const QString &period,
                                                      Instant now)
{
    auto &rows = context.kept<Held>().rows;
    if (rows.empty())
        context.atTheEnd(writeHeld);
    auto held = rows.find({kind, period});
    if (held != rows.end() && held->second.isAfter(now)) {
        TRY(write(context, held->second));
        rows.erase(held);
        held = rows.end();
    }
    if (held == rows.end()) {
        TRY_ASSIGN(Row row, current(context, kind, period, now));
        held = rows.emplace(std::pair(kind, period), std::move(row)).first;
    }
    return printed(kind, held->second.letter, period, held->second.take(now));
}

Result<NumberSeries::Number> NumberSeries::take(WriteContext &context, SeriesKind kind, Date day)
{
    const QString period = periodOf(factsOf(kind), day);
    const Instant now = context.clock().now();
    if (context.writesMany())
        return takeOfMany(context, kind, period, now);
    TRY_ASSIGN(Row row, current(context, kind, period, now));
    const qint64 number = row.take(now);
    TRY(write(context, row));
    return printed(kind, row.letter, period, number);
}

} // namespace thimblely::changes
