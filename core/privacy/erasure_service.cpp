// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/privacy/erasure_service.h"

#include "core/accounts/background.h"
#include "core/accounts/sign_in_service.h"
#include "core/changes/erasure_rest.h"
#include "core/changes/write_door.h"
#include "core/privacy/paper_files.h"
#include "core/search/fold.h"

#include <QCoreApplication>

namespace thimblely {

namespace {

using access::ClientErasure;

constexpr int monthsOfBackups = 12;

} // namespace

struct ErasureService::Place {
    storage::OpenOptions options;
    access::Principal principal;
    const Clock &clock;
    QString papers;

    Result<ErasureScope> look(ClientId client) const
    {
        TRY_ASSIGN(auto erasure, ClientErasure::open(options));
        return erasure->look(principal, client);
    }

    Result<ErasedClient> erase(ClientId client, const access::Approval &confirmed) const
    {
        ErasedClient erased;
        {
            TRY_ASSIGN(auto erasure, ClientErasure::open(options));
            const auto knowledge = [&](const ErasureScope &scope) {
                //: stands in place of a name; %1 is the client's number
                erased = {scope.number, QCoreApplication::translate("Privacy", "Erased client %1").arg(scope.number)};
                return ClientErasure::Knowledge{erased.name, search::foldedTexts, [this](const QStringList &words) {
                                                    return privacy::paperFiles(papers, words);
                                                }};
            };
            TRY(erasure->erase(principal, confirmed, client, knowledge, clock));
        }
        if (const auto finished = changes::finishErasures(options.path); !finished)
            erased.rest = finished.error();
        return erased;
    }
};

ErasureService::ErasureService(const QString &path, const access::Principal &principal, const Clock &clock,
                               const QString &papersFolder)
    : m_place(new Place{storage::OpenOptions{path}, principal, clock, papersFolder})
{}

QFuture<Result<ErasureScope>> ErasureService::look(ClientId client)
{
    return accounts::runOn<Result<ErasureScope>>(*QThreadPool::globalInstance(),
                                                 [place = m_place, client] { return place->look(client); });
}

QFuture<Result<ErasedClient>> ErasureService::erase(ClientId client, const QString &secret)
{
    return accounts::runOn<Result<ErasedClient>>(
        *QThreadPool::globalInstance(), [place = m_place, client, secret]() -> Result<ErasedClient> {
            SignInService signIn(place->options.path, place->clock);
            TRY_ASSIGN(const access::Approval confirmed,
                       changes::await(signIn.confirm(place->principal, secret, access::Capability::DataEraseClient)));
            return place->erase(client, confirmed);
        });
}

QFuture<Result<std::vector<IdBytes>>> ErasureService::erasedAmong(std::vector<IdBytes> rows)
{
    return accounts::runOn<Result<std::vector<IdBytes>>>(
        *QThreadPool::globalInstance(), [place = m_place, rows = std::move(rows)]() -> Result<std::vector<IdBytes>> {
            TRY_ASSIGN(auto erasure, ClientErasure::open(place->options));
            return erasure->erasedAmong(rows);
        });
}

Date ErasureService::backupsGoneBy(Date erasedOn)
{
    return Date::fromQDate(erasedOn.toQDate().addMonths(monthsOfBackups)).valueOr(erasedOn);
}

} // namespace thimblely
