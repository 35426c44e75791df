// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/address_kind.h"
#include "core/access/privileged/own_operation.h"
#include "core/base/result.h"
#include "core/storage/connection.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace thimblely::access {

//! A code on its way to an address: a row of verification_logs that can still be answered.
struct OpenVerification {
    RowId id;
    QString sentTo;
    QByteArray codeHash; //!< 32 bytes
    Instant sentAt;
    int tries = 0;
};

/*!
 * Privileged, without the wall: the codes by which somebody proves that an address is theirs, and the marks that come of
 * it. Nobody else may set these (policy.h). For the accounts module alone; on the thread that opened it. The rows are never
 * journalled; that somebody was verified is, under an operation of their own.
 */
class VerificationStore {
public:
    static Result<std::unique_ptr<VerificationStore>> open(const storage::OpenOptions &options);

    //! What the person's profile says now; nothing where it says none.
    Result<std::optional<QString>> addressOf(PersonId person, AddressKind kind);
    //! When a code that was sent there came back; absent where none did.
    Result<std::optional<Instant>> confirmedAt(PersonId person, AddressKind kind, const QString &address);
    //! Of the newest code that was sent there; absent where none was.
    Result<std::optional<Instant>> lastSent(PersonId person, AddressKind kind, const QString &address);
    //! The one that can be answered, if any.
    Result<std::optional<OpenVerification>> openOne(PersonId person, AddressKind kind);
    //! A new one, in place of those before it.
    Result<void> begin(PersonId person, AddressKind kind, const OpenVerification &code, const QString &provider,
                       Instant now);
    //! It did not leave, or is of no more use.
    Result<void> close(RowId id, Instant now);
    //! Counted before the code is looked at: pulling the plug is no free try.
    Result<void> noteTry(RowId id, int tries, Instant now);
    //! The right code: the address is confirmed and the person verified.
    Result<void> confirm(const Actor &person, AddressKind kind, RowId id, const Clock &clock);

private:
    explicit VerificationStore(std::unique_ptr<storage::Connection> connection) : m_connection(std::move(connection)) {}
    Result<void> closeOpen(PersonId person, AddressKind kind, Instant now);

    std::unique_ptr<storage::Connection> m_connection;
};

} // namespace thimblely::access
