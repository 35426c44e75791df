// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/today/reach_menu.h"

#include "core/clients/client_service.h"
#include "core/inventory/inventory_service.h"
#include "core/orders/order_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/desk/message_links.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QRegularExpression>

#include <algorithm>

namespace thimblely::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::ReachMenu)
};

//! What the client is told; the questions of what waits are asked.
QString wordsFor(Desk &desk, const orders::OrderDetail &order, ReachWhy why)
{
    QStringList lines{Texts::tr("Hello %1,").arg(order.clientName)};
    const QString number = order.number;
    switch (why) {
    case ReachWhy::Late:
        lines.append(
            Texts::tr("your order %1 is not ready yet, and we are sorry. We tell you the new day as soon as it "
                      "is sure.")
                .arg(number));
        break;
    case ReachWhy::Ready:
        lines.append(Texts::tr("your order %1 is ready and waits for you.").arg(number));
        break;
    case ReachWhy::Question:
        for (const orders::Piece &piece : order.pieces) {
            if (piece.isWaiting())
                lines.append(Texts::tr("about %1 of order %2: %3", "a piece, its order, what is asked")
                                 .arg(piece.facts.name, number, piece.hold->question));
        }
        break;
    }
    lines.append(desk.profile().name);
    return lines.join(u'\n');
}

//! The first number that serves for this (those for both do), else any that can be dialled.
const Phone *phoneFor(const std::vector<Phone> &phones, PhoneUse wanted)
{
    const auto usable = [](const Phone &phone) { return !phone.e164.isEmpty(); };
    auto found = std::ranges::find_if(
        phones, [&](const Phone &each) { return usable(each) && (each.use == wanted || each.use == PhoneUse::Both); });
    if (found == phones.end())
        found = std::ranges::find_if(phones, usable);
    return found == phones.end() ? nullptr : &*found;
}

} // namespace

ReachMenu::ReachMenu(Desk &desk, const ReachClient &who, QWidget *parent) : QMenu(parent), m_desk(desk)
{
    setAttribute(Qt::WA_DeleteOnClose);
    const auto client = ClientService(desk.session(), desk.door()).load(who.client);
    const auto order = orders::OrderService(desk.session(), desk.door()).load(who.order);
    if (!client || !order) {
        desk.notices().fail(client ? order.error() : client.error());
        return;
    }
    m_words = wordsFor(desk, *order, who.why);
    if (const Phone *phone = phoneFor(client->fields.phones, PhoneUse::Call))
        addLink(tr("&Call %1").arg(isolated(phone->number)), telLink(phone->e164));
    else
        addAction(tr("No number that can be called is on the card"))->setEnabled(false);
    const Phone *chat = phoneFor(client->fields.phones, PhoneUse::WhatsApp);
    if (client->fields.messageOptOutAt)
        addAction(tr("They asked not to be written to"))->setEnabled(false);
    else if (chat)
        addLink(tr("&WhatsApp, the words typed in"), whatsAppLink(chat->e164, m_words));
    addCopy();
    addSeparator();
    addAction(tr("&Open the card"), this, [this, id = who.client] { Q_EMIT cardRequested(id); });
}

ReachMenu::ReachMenu(Desk &desk, InventoryItemId id, QWidget *parent) : QMenu(parent), m_desk(desk)
{
    setAttribute(Qt::WA_DeleteOnClose);
    const auto item = inventory::InventoryService(desk.session(), desk.door()).load(id);
    if (!item) {
        desk.notices().fail(item.error());
        return;
    }
    const auto amount = [&](Quantity quantity) { return quantity.toText(desk.locale()) + u' ' + item->facts.unit; };
    QStringList lines{item->facts.supplierName.isEmpty() ? tr("Hello,") : tr("Hello %1,").arg(item->facts.supplierName),
                      tr("please send us: %1.")
                          .arg(QStringList{item->facts.name, item->facts.colour, item->facts.sku}
                                   .filter(QRegularExpression(QStringLiteral(".")))
                                   .join(QStringLiteral(", ")))};
    lines.append(tr("We have %1 left, of which %2 are promised.").arg(amount(item->stock), amount(item->reserved)));
    lines.append(desk.profile().name);
    m_words = lines.join(u'\n');
    addCopy();
    addLink(tr("&WhatsApp, the words typed in"),
            QUrl(QStringLiteral("https://wa.me/?text=") + QString::fromLatin1(QUrl::toPercentEncoding(m_words))));
}

void ReachMenu::addLink(const QString &name, const QUrl &link)
{
    addAction(name, this, [this, link] {
        if (!QDesktopServices::openUrl(link))
            m_desk.notices().say(tr("No program on this computer opens that. The words can be copied instead."));
    })->setData(link);
}

void ReachMenu::addCopy()
{
    addAction(tr("Copy the wor&ds"), this, [this] {
        QApplication::clipboard()->setText(m_words);
        m_desk.notices().say(tr("Copied. Paste it where you write to them."));
    });
}

} // namespace thimblely::ui
