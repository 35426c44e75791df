// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/privileged/own_operation.h"
#include "core/base/result.h"
#include "core/storage/connection.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace thimblely::access {

/*!
 * Privileged, without the wall: whose account at a provider it is, before anybody is signed in. Linking and unlinking go
 * through the write door, as oneself. For the accounts module alone; on the thread that opened it.
 */
class OauthStore {
public:
    static Result<std::unique_ptr<OauthStore>> open(const storage::OpenOptions &options);

    //! At which providers somebody who can sign in to this file has linked an account.
    Result<std::vector<QByteArray>> linkedProviders();
    Result<std::optional<PersonId>> personOf(const QByteArray &provider, const QString &subject);
    //! Somebody came in by it. Said in the journal at most once a day, for it says nothing else.
    Result<void> noteUse(const Actor &person, const QByteArray &provider, const QString &subject, const Clock &clock);

private:
    explicit OauthStore(std::unique_ptr<storage::Connection> connection) : m_connection(std::move(connection)) {}

    std::unique_ptr<storage::Connection> m_connection;
};

} // namespace thimblely::access
