// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/base/clock.h"
#include "core/storage/connection.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace thimblely::access {

//! The person of a first start; an absent login or hash is one that is set later.
struct NewOwner {
    QString name;
    QString email;     //!< empty where there is a login name
    QString loginName; //!< empty where there is an e-mail
    std::optional<QByteArray> passwordHash;
    std::optional<QByteArray> pinHash;
    QString locale;
    QString countryCode;
    QString unitSystem = QStringLiteral("metric"); //!< metric or imperial
};

struct NewWorkspace {
    QString name;
    QString slug; //!< empty: made from the name
    QString countryCode;
    QString currency;
    QString locale;
    QString timeZone;
    QString unitSystem = QStringLiteral("metric");
    QString receiptMode = QStringLiteral("none");
    QString businessType = QStringLiteral("tailor");
    //! Rows of sys_settings: key and JSON.
    std::vector<std::pair<QByteArray, QByteArray>> settings = {};
};

/*!
 * Privileged: what must stand in a file before anybody can be signed in, in one transaction under an operation of its
 * own in the journal: the person (profile and login), the workspace, the owner's membership, this device, its number
 * series "A" and the built-in settings. Returns the owner's Principal. Any thread.
 * Errors: Conflict ("storage.constraint") where a login or a slug that was given is taken.
 */
Result<Principal> makeFirstOwner(const storage::OpenOptions &options, const NewOwner &owner,
                                 const NewWorkspace &workspace, DeviceId device, const QString &deviceName,
                                 const Clock &clock);

/*!
 * A further workspace of a person who is in the file already. Forbidden ("access.customer") for a profile with role
 * customer that was not given workspace access.
 */
Result<Principal> makeWorkspace(const storage::OpenOptions &options, PersonId owner, const NewWorkspace &workspace,
                                DeviceId device, const Clock &clock);

} // namespace thimblely::access
