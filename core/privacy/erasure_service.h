// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/access/privileged/client_erasure.h"
#include "core/base/clock.h"
#include "core/base/date.h"

#include <QFuture>

namespace thimblely {

using access::ErasureScope;

struct ErasedClient {
    QString number;
    QString name; //!< that stands on what stays: "Erased client 12"
    //! Erased it is; what could not be removed or overwritten yet is done by who opens the file next.
    std::optional<Error> rest = {};
};

/*!
 * Erasing a client: what it would reach, and doing it. For the owner (data:erase_client), who types their own password
 * or PIN once more; nothing takes it back, and open windows follow within a second. On a thread of its own; the whole
 * file is written anew, which takes seconds where it is large.
 *
 * Errors: those of privileged/client_erasure.h and of a sign-in ("accounts.wrong", "accounts.locked").
 */
class ErasureService {
public:
    //! `papersFolder`: where PDFs of papers lie.
    ErasureService(const QString &path, const access::Principal &principal, const Clock &clock,
                   const QString &papersFolder);

    QFuture<Result<ErasureScope>> look(ClientId client);
    QFuture<Result<ErasedClient>> erase(ClientId client, const QString &secret);

    //! Of these rows (clients, orders, payments, invoices) those of somebody who was erased: what still waits to be
    //! printed of them is dropped.
    QFuture<Result<std::vector<IdBytes>>> erasedAmong(std::vector<IdBytes> rows);

    //! Backups are kept 7 days, 4 weeks and 12 months: none that holds the client is older than the last of these.
    static Date backupsGoneBy(Date erasedOn);

private:
    struct Place;
    std::shared_ptr<const Place> m_place;
};

} // namespace thimblely
