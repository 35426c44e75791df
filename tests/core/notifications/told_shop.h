// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/notifications/notification_service.h"
#include "tests/core/orders/order_shop.h"

namespace thimblely::test {

//! A shop whose people are told things. The day is Wednesday 25 November 2026, ten in the morning in Lagos.
class ToldShop {
public:
    //! Who is meant: the owner, or a colleague.
    struct Seat {
        access::Session &session;
        changes::WriteDoor &door;
    };
    Seat owner() { return {*shop.shop.session, *shop.shop.door}; }
    static Seat of(OrderShop::Colleague &colleague) { return {*colleague.session, *colleague.door}; }

    OrderId book(const char *promised, const char *piece = "Coat")
    {
        orders::OrderDraft draft = shop.order({OrderShop::piece(piece, 1'000)});
        draft.promisedDate = day(promised);
        return await(shop.orders.book(draft)).value().id;
    }
    QString number(OrderId order) const { return shop.orders.load(order)->number; }

    static FoundCauses find(Seat seat, const std::optional<BackupFacts> &backups = {})
    {
        return readNotificationCauses(seat.session, seat.door, backups).value();
    }
    //! "order_overdue 1042 …", in the order of the kinds.
    static QStringList causes(Seat seat, const std::optional<BackupFacts> &backups = {})
    {
        QStringList all;
        for (const NotificationCause &cause : find(seat, backups).causes)
            all.append(words(toCode(cause.kind), cause.args));
        return all;
    }
    //! As the program does it in the background; how many were told or taken back.
    static int settle(Seat seat, const std::optional<BackupFacts> &backups = {})
    {
        NotificationService service(seat.session, seat.door);
        const FoundCauses found = find(seat, backups);
        const bool settled = service.isSettled(found).value();
        const int written = await(service.settle(found)).value();
        if (settled && written > 0)
            qFatal("what is settled was written to");
        return written;
    }
    static std::vector<Notification> listed(Seat seat, NotificationFilter filter = NotificationFilter::All)
    {
        return NotificationService(seat.session, seat.door).page(filter, {}, 1'000).value();
    }
    //! What somebody has been told, the newest first.
    static QStringList told(Seat seat, NotificationFilter filter = NotificationFilter::All)
    {
        QStringList all;
        for (const Notification &one : listed(seat, filter))
            all.append(words(one.kind ? toCode(*one.kind) : QByteArray("?"), one.args));
        return all;
    }

    OrderShop shop;

private:
    static QString words(const QByteArray &kind, const QStringList &args)
    {
        return (QStringList(QString::fromLatin1(kind)) + args.mid(0, 1)).join(u' ');
    }
};

} // namespace thimblely::test
