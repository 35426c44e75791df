// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/notifications/notification_words.h"

#include <QCoreApplication>

namespace thimblely::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::NotificationWords)
};

using K = NotificationKind;

} // namespace

NotificationLook notificationLook(const std::optional<NotificationKind> &kind)
{
    if (!kind)
        return {"i-note", Status::Collected, Texts::tr("Other")};
    switch (*kind) {
    case K::Overdue:
        return {"i-workroom", Status::Late, Texts::tr("Late")};
    case K::DueToday:
        return {"i-workroom", Status::Today, Texts::tr("Today")};
    case K::Uncollected:
        return {"i-pickup", Status::Ready, Texts::tr("Ready")};
    case K::LowStock:
        return {"i-stock", Status::Late, Texts::tr("Low")};
    case K::PaymentTaken:
        return {"i-money", Status::Ready, Texts::tr("Money")};
    case K::TransferCame:
        return {"i-money", Status::Ready, Texts::tr("Transfer")};
    case K::InvitationTaken:
        return {"i-clients", Status::Ready, Texts::tr("Team")};
    case K::InvitationRanOut:
        return {"i-clients", Status::Collected, Texts::tr("Invitation")};
    case K::QuestionAnswered:
        return {"i-msg", Status::Waiting, Texts::tr("Answered")};
    case K::BackupOld:
        return {"i-backup", Status::Late, Texts::tr("Backup")};
    case K::ReminderMissed:
        return {"i-calendar", Status::Fitting, Texts::tr("Reminder")};
    }
    return {"i-note", Status::Collected, Texts::tr("Other")};
}

QString notificationKindName(NotificationKind kind)
{
    switch (kind) {
    case K::Overdue:
        return Texts::tr("An order is late");
    case K::DueToday:
        return Texts::tr("An order is promised for today and not ready");
    case K::Uncollected:
        return Texts::tr("What is ready is to be asked for again");
    case K::LowStock:
        return Texts::tr("Something runs out");
    case K::PaymentTaken:
        return Texts::tr("Somebody else takes money for an order of yours");
    case K::TransferCame:
        return Texts::tr("Money that you wrote down comes in");
    case K::InvitationTaken:
        return Texts::tr("Somebody takes up an invitation of yours");
    case K::InvitationRanOut:
        return Texts::tr("An invitation runs out");
    case K::QuestionAnswered:
        return Texts::tr("A question about a piece of yours is answered");
    case K::BackupOld:
        return Texts::tr("There was no backup for days");
    case K::ReminderMissed:
        return Texts::tr("You did not see to a reminder");
    }
    return {};
}

} // namespace thimblely::ui
