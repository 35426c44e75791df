// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_merge_service.h"

#include "core/clients/client_merge.h"
#include "core/clients/client_repository.h"

namespace thimblely {

Result<MergePreview> ClientMergeService::preview(ClientId stays, ClientId goes)
{
    return clients::previewMerge(m_session.reader(), stays, goes);
}

QFuture<Result<void>> ClientMergeService::merge(ClientId stays, ClientId goes)
{
    return m_door.write<void>(changes::Operation{"client.merge"}, [stays, goes](changes::WriteContext &context) {
        return clients::merge(context, stays, goes);
    });
}

Result<std::vector<Client>> ClientMergeService::formerCards(ClientId client)
{
    std::vector<ClientId> ids;
    {
        TRY_ASSIGN(auto query, m_session.reader().query("SELECT id FROM clients WHERE merged_into_id = ? ORDER BY id"));
        query->bind(client);
        for (;;) {
            TRY_ASSIGN(const bool row, query->step());
            if (!row)
                break;
            ids.push_back(query->id<ClientId>(0));
        }
    }
    std::vector<Client> cards;
    for (const ClientId &id : ids) {
        TRY_ASSIGN(std::optional<Client> card, clients::loadRow(m_session.reader(), id));
        if (card)
            cards.push_back(std::move(*card));
    }
    return cards;
}

} // namespace thimblely
