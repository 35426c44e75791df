// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/clients/client.h"
#include "core/clients/client_duplicates.h"
#include "core/clients/client_family.h"

#include <QFuture>

#include <optional>
#include <vector>

namespace thimblely {

//! Owing needs prices:read: money is asked of them. What they paid too much makes nobody a debtor; their row says it.
enum class ClientFilter { All, AtWork, Owing };
enum class ClientSort { Name, Newest };

//! Where a page ended: the last row's place in its order.
struct ClientKey {
    QString name;
    ClientId id;
};

struct ClientPage {
    std::vector<ClientSummary> rows;
    std::optional<ClientKey> next; //!< absent at the end of the list
};

/*!
 * The clients of the session's workspace. Reads are answered at once on the session's thread; writes go through the
 * door and return a future. NotFound "client.unknown" for an id this person cannot see. load(), family() and what is
 * written follow a card that was merged (client_merge_service.h) to the one it was merged into.
 */
class ClientService {
public:
    ClientService(access::Session &session, changes::WriteDoor &door);

    Result<ClientPage> page(ClientFilter filter, ClientSort sort, const std::optional<ClientKey> &after, int limit);
    Result<qint64> count(ClientFilter filter);
    Result<Client> load(ClientId id);
    //! The rows of these ids in their order, without those that are gone or merged: how a list patches itself.
    Result<std::vector<ClientSummary>> summaries(const std::vector<ClientId> &ids);
    //! Names, numbers, any digits of a phone with or without its country code, company, e-mail; best first.
    Result<std::vector<ClientSummary>> search(const QString &text, int limit);
    //! Who was here last, by last order or else by when they were added.
    Result<std::vector<ClientSummary>> recent(int limit);

    //! The payer and everybody paid for, whoever of them is asked about; no members where there is nobody else.
    Result<Family> family(ClientId client);
    //! Who may be the same person as what is being typed; `self` is the card that is edited.
    Result<std::vector<Duplicate>> duplicates(const ClientDraft &draft, std::optional<ClientId> self);

    QFuture<Result<ClientId>> add(const ClientDraft &draft);
    //! Writes only the fields that differ from what is stored.
    QFuture<Result<void>> update(ClientId id, const ClientDraft &draft);
    QFuture<Result<void>> remove(ClientId id);
    QFuture<Result<void>> restore(ClientId id);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely
