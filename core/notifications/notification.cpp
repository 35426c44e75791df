// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/notifications/notification.h"

#include "core/base/error_args.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace thimblely {

namespace {

using access::Capability;
using K = NotificationKind;

struct KindFacts {
    NotificationKind kind;
    const char *code;
    const char *sentence; //!< %1, %2: its arguments
};

constexpr std::array<KindFacts, notificationKindCount> kinds{{
    {K::Overdue, "order_overdue", QT_TRANSLATE_NOOP("Notifications", "Order %1 is late: it was promised for %2")},
    {K::DueToday, "order_due", QT_TRANSLATE_NOOP("Notifications", "Order %1 is promised for today and not ready")},
    {K::Uncollected, "order_uncollected",
     QT_TRANSLATE_NOOP("Notifications",
                       "Order %1 has been ready since %2 and nobody has fetched it: time to ask again")},
    {K::LowStock, "stock_low", QT_TRANSLATE_NOOP("Notifications", "%1 has fallen to its reorder level")},
    {K::PaymentTaken, "payment_taken", QT_TRANSLATE_NOOP("Notifications", "%2 took money for order %1")},
    {K::TransferCame, "transfer_came", QT_TRANSLATE_NOOP("Notifications", "%2 saw the money for order %1 come in")},
    {K::InvitationTaken, "invitation_taken",
     QT_TRANSLATE_NOOP("Notifications", "%1 took up your invitation and is one of the team")},
    {K::InvitationRanOut, "invitation_ran_out",
     QT_TRANSLATE_NOOP("Notifications", "An invitation of %1 has run out, and nobody took it up")},
    {K::QuestionAnswered, "question_answered",
     QT_TRANSLATE_NOOP("Notifications", "The question about %1, %2, is answered")},
    {K::BackupOld, "backup_old", QT_TRANSLATE_NOOP("Notifications", "The newest backup of this shop is of %1")},
    {K::ReminderMissed, "reminder_missed",
     QT_TRANSLATE_NOOP("Notifications", "It has begun, and you have not seen to it")},
}};

constexpr const char *noBackup = QT_TRANSLATE_NOOP("Notifications", "There is no backup of this shop yet");
constexpr const char *somebody = QT_TRANSLATE_NOOP("Notifications", "Somebody");

const char *sentenceOf(NotificationKind kind, const QStringList &args)
{
    return kind == K::BackupOld && args.isEmpty() ? noBackup : kinds[size_t(kind)].sentence;
}

//! %1 … at once: what an argument says is never filled in again.
QString filled(const QString &text, const QStringList &args, const QLocale &locale, const QString &nobody)
{
    QString sentence;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const int number = text[at] == u'%' && at + 1 < text.size() ? text[at + 1].digitValue() : -1;
        if (number < 1 || number > args.size()) {
            sentence += text[at];
            continue;
        }
        const QString &arg = args[number - 1];
        sentence += arg.isEmpty() ? nobody : writeErrorArg(arg, locale);
        ++at;
    }
    return sentence;
}

} // namespace

QByteArray toCode(NotificationKind kind)
{
    return kinds[size_t(kind)].code;
}

std::optional<NotificationKind> notificationKindFromCode(QByteArrayView code)
{
    const auto found = std::ranges::find_if(kinds, [code](const KindFacts &facts) { return code == facts.code; });
    return found == kinds.end() ? std::nullopt : std::optional(found->kind);
}

bool isFor(NotificationKind kind, const access::Principal &principal)
{
    const bool orders = principal.can(Capability::OrdersRead);
    switch (kind) {
    case K::Overdue:
    case K::DueToday:
    case K::QuestionAnswered:
        return orders || principal.can(Capability::OrdersReadAssigned);
    case K::Uncollected:
        return orders;
    case K::LowStock:
        return principal.can(Capability::InventoryRead);
    case K::PaymentTaken:
    case K::TransferCame:
        return orders && principal.can(Capability::PricesRead);
    case K::InvitationTaken:
    case K::InvitationRanOut:
        return principal.can(Capability::TeamManage);
    case K::BackupOld:
        return principal.can(Capability::BackupMake);
    case K::ReminderMissed:
        return true;
    }
    return false;
}

QString notificationText(NotificationKind kind, const QStringList &args, const QLocale &locale)
{
    return filled(QCoreApplication::translate("Notifications", sentenceOf(kind, args)), args, locale,
                  QCoreApplication::translate("Notifications", somebody));
}

QString notificationText(const Notification &notification, const QLocale &locale)
{
    if (!notification.kind)
        return notification.title;
    return notificationText(*notification.kind, notification.args, locale);
}

QString notificationTitle(NotificationKind kind, const QStringList &args)
{
    return filled(QLatin1String(sentenceOf(kind, args)), args, QLocale::c(), QLatin1String(somebody));
}

} // namespace thimblely
