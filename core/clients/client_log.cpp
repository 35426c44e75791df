// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_log.h"

#include "core/clients/client_repository.h"

#include <algorithm>

namespace thimblely {

namespace {

constexpr qsizetype longestNote = 10'000;

constexpr std::pair<LogKind, const char *> kinds[] = {
    {LogKind::Call, "call"},   {LogKind::Email, "email"},     {LogKind::Meeting, "meeting"}, {LogKind::Note, "note"},
    {LogKind::Order, "order"}, {LogKind::Payment, "payment"}, {LogKind::Fitting, "fitting"}};

const char *toColumn(LogKind kind)
{
    return std::ranges::find(kinds, kind, &std::pair<LogKind, const char *>::first)->second;
}

LogKind kindFromColumn(const QByteArray &column)
{
    const auto found = std::ranges::find_if(kinds, [&](const auto &kind) { return column == kind.second; });
    return found == std::end(kinds) ? LogKind::Note : found->first;
}

//! Columns in the order of toEntry().
constexpr char pageColumns[] = R"(
    SELECT said.id, said.interaction_type, said.subject, said.description,
           coalesce(member.display_name, person.full_name), said.occurred_at
      FROM client_interactions AS said
      LEFT JOIN workspace_members AS member ON member.user_id = said.user_id
      LEFT JOIN profiles AS person ON person.id = said.user_id
     WHERE said.client_id = ?)";

LogEntry toEntry(const storage::Statement &row)
{
    const QString subject = row.text(2);
    const QString description = row.text(3);
    const bool both = !subject.isEmpty() && !description.isEmpty();
    return {row.idBytes(0), kindFromColumn(row.utf8(1)),
            both ? subject + QStringLiteral(": ") + description : subject + description, row.text(4), row.instant(5)};
}

} // namespace

Result<LogPage> ClientLogService::page(ClientId client, const std::optional<LogKey> &after, int limit)
{
    access::ScopedConnection &connection = m_session.reader();
    TRY(connection.principal().require(access::Capability::ClientsRead));
    TRY_ASSIGN(const ClientId id, clients::resolved(connection, client));
    QByteArray sql = pageColumns;
    if (after)
        sql += " AND (said.occurred_at, said.id) < (?, ?)";
    TRY_ASSIGN(auto query, connection.query(sql + " ORDER BY said.occurred_at DESC, said.id DESC LIMIT ?"));
    query->bind(id);
    if (after)
        query->bind(after->at, RowId(after->id));
    query->bind(limit + 1); // one more tells whether there is a next page
    LogPage page;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return page;
        if (page.rows.size() == size_t(limit)) {
            if (!page.rows.empty())
                page.next = LogKey{page.rows.back().at, page.rows.back().id};
            return page;
        }
        page.rows.push_back(toEntry(*query));
    }
}

QFuture<Result<void>> ClientLogService::add(ClientId client, LogKind kind, const QString &text)
{
    return m_door.write<void>(
        changes::Operation{"client.note"}, [client, kind, text](changes::WriteContext &context) -> Result<void> {
            const QString said = text.trimmed();
            if (said.isEmpty())
                return Error{ErrorKind::Invalid, "log.empty", {}, {}};
            if (said.size() > longestNote)
                return Error{ErrorKind::Invalid, "log.too_long", {QString::number(longestNote)}, {}};
            TRY_ASSIGN(const std::optional<Client> found, clients::load(context.connection(), client));
            if (!found)
                return Error{ErrorKind::NotFound, "client.unknown", {}, {}};
            context.nameIt({found->fields.name});
            return context.rows().insert(storage::Table::ClientInteractions, RowId::make(context.clock()),
                                         {{"client_id", found->id},
                                          {"user_id", context.principal().person},
                                          {"interaction_type", toColumn(kind)},
                                          {"description", said},
                                          {"occurred_at", context.clock().now()}});
        });
}

} // namespace thimblely
