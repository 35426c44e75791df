// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/verification_log_service.h"
#include "ui/desk/paged_model.h"

#include <QCoreApplication>

namespace thimblely::ui {

//! The codes that were sent to the signed-in person, the newest first, by pages.
class VerificationLogModel final : public PagedModel<VerificationEntry, VerificationPlace> {
    Q_DECLARE_TR_FUNCTIONS(VerificationLogModel)

public:
    using PagedModel::PagedModel;

    void show();

    QVariant data(const QModelIndex &index, int role) const override;

protected:
    VerificationPlace placeOf(const VerificationEntry &row) const override
    {
        return {row.sentAt.value_or(Instant(0)), row.id};
    }

private:
    QString title(const VerificationEntry &entry) const;
    QString secondLine(const VerificationEntry &entry) const;
};

} // namespace thimblely::ui
