// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/base/money.h"
#include "core/changes/write_door.h"
#include "core/workspaces/receipt_mode.h"
#include "core/workspaces/remind_days.h"
#include "core/workspaces/rush_terms.h"
#include "core/workspaces/tax_settings.h"

#include <QFuture>
#include <QJsonValue>
#include <QTime>

#include <optional>

namespace thimblely {

enum class UnitSystem { Metric, Imperial };

struct WorkspaceProfile {
    WorkspaceId id;
    QString name;
    QString slug;
    Currency currency;
    QString locale;
    QString countryCode;
    QByteArray timeZone;
    QTime dayStartsAt;
    UnitSystem units;
    QString legalName;
    QString taxId;
    QString registrationNo;
    QString address;
    QString phone;
    QString email;
    QString receiptTerms;
    TaxSettings tax;
    int depositPercent; //!< asked by default for what is made; sys_settings "deposit.percent", 50 where never set
    int inchParts;      //!< of the tape's shorthand "38 4", 8 or 4; sys_settings "tape.inch_parts", 8 where never set
    RushTerms rush = {};
    std::vector<int> remindDays = usualRemindDays();
    ReceiptMode receipts = ReceiptMode::None;

    Result<ShopCalendar> calendar() const { return ShopCalendar::make(timeZone, dayStartsAt); }
};

/*!
 * The chosen workspace's profile and settings. Settings merge key by key between devices, so each is a row of its own.
 * Errors: "workspace.no_name", "workspace.bad_currency", "workspace.bad_zone"; Forbidden without workspace:manage.
 */
class WorkspaceService {
public:
    WorkspaceService(access::Session &session, changes::WriteDoor &door);

    Result<WorkspaceProfile> load();
    //! Writes the columns and settings that differ; id and slug stay.
    QFuture<Result<void>> update(const WorkspaceProfile &profile);

    //! Nothing where it was never set.
    Result<std::optional<QJsonValue>> setting(const QString &key);
    QFuture<Result<void>> setSetting(const QString &key, const QJsonValue &value);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely
