// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/printed_papers.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace thimblely::invoices {

namespace {

//! The column that names what it is about, and its word in the data.
struct Place {
    const char *column;
    const char *word;
};

Place placeOf(PrintedKind kind)
{
    switch (kind) {
    case PrintedKind::ClaimCheck:
        return {"order_id", "claim"};
    case PrintedKind::Receipt:
        return {"transaction_id", "receipt"};
    case PrintedKind::Invoice:
        return {"invoice_id", "invoice"};
    }
    Q_UNREACHABLE();
}

Result<void> noteOne(changes::WriteContext &context, const PrintedPaper &paper)
{
    const Place place = placeOf(paper.kind);
    const QJsonObject data{{QStringLiteral("printed"), QLatin1String(place.word)}};
    return context.rows().insert(storage::Table::SysActivity, ActivityId::make(context.clock()),
                                 {{place.column, RowId(paper.about)},
                                  {"kind", "note"},
                                  {"data", QJsonDocument(data).toJson(QJsonDocument::Compact)},
                                  {"person_id", context.principal().person},
                                  {"occurred_at", context.clock().now()}});
}

} // namespace

Result<bool> PrintedPapers::contains(PrintedKind kind, const IdBytes &about) const
{
    access::ScopedConnection &reader = m_session.reader();
    if (!reader.principal().can(access::Capability::OrdersRead))
        return false; // who reads no activity prints what they see
    const Place place = placeOf(kind);
    TRY_ASSIGN(auto query, reader.query(QByteArray("SELECT 1 FROM sys_activity WHERE ") + place.column +
                                        " = ? AND kind = 'note' AND data ->> 'printed' = ? LIMIT 1"));
    query->bind(RowId(about)).bindUtf8(place.word);
    return query->step();
}

QFuture<Result<void>> PrintedPapers::note(std::vector<PrintedPaper> papers)
{
    QStringList names;
    for (const PrintedPaper &paper : papers)
        names.append(paper.name);
    return m_door.write<void>(changes::Operation{changes::printedKind, {names.join(QStringLiteral(", "))}, false},
                              [papers = std::move(papers)](changes::WriteContext &context) -> Result<void> {
                                  for (const PrintedPaper &paper : papers)
                                      TRY(noteOne(context, paper));
                                  return {};
                              });
}

} // namespace thimblely::invoices
