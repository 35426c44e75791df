// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/today/reach_menu.h"

#include "core/clients/client_service.h"
#include "core/conversations/message_words.h"
#include "core/conversations/outbox_service.h"
#include "core/conversations/recipient.h"
#include "core/inventory/inventory_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/desk/message_links.h"
#include "ui/desk/message_opening.h"

#include <QRegularExpression>

namespace thimblely::ui {

using conversations::ChannelType;

namespace {

//! Which of the shop's templates says it.
QString templateFor(ReachWhy why)
{
    switch (why) {
    case ReachWhy::Late:
        return QStringLiteral("late");
    case ReachWhy::Ready:
        return QStringLiteral("ready");
    case ReachWhy::Question:
        return QStringLiteral("question");
    }
    Q_UNREACHABLE();
}

} // namespace

ReachMenu::ReachMenu(Desk &desk, const ReachClient &who, QWidget *parent) : QMenu(parent), m_desk(desk)
{
    setAttribute(Qt::WA_DeleteOnClose);
    const auto client = ClientService(desk.session(), desk.door()).load(who.client);
    const QString key = templateFor(who.why);
    const auto words = conversations::prepare(desk.session(), desk.door(), key, {who.client, who.order});
    if (!client || !words) {
        desk.notices().fail(client ? words.error() : client.error());
        return;
    }
    m_words = words->text;
    if (const Phone *phone = conversations::phoneFor(client->fields.phones, PhoneUse::Call))
        addLink(tr("&Call %1").arg(isolated(phone->number)), telLink(phone->e164));
    else
        addAction(tr("No number that can be called is on the card"))->setEnabled(false);
    const QString chat = conversations::recipientOf(client->fields, ChannelType::WhatsApp);
    if (client->fields.messageOptOutAt)
        addAction(tr("They asked not to be written to"))->setEnabled(false);
    else if (!chat.isEmpty())
        addMessage({who.client, who.order, ChannelType::WhatsApp, chat, m_words, key});
    addCopy();
    addSeparator();
    if (desk.principal().can(access::Capability::MessagesWrite))
        addAction(tr("Write in &Messages\u2026"), this,
                  [&desk, who] { Q_EMIT desk.navigation().messagesRequested(who.client, who.order); });
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
    addLink(tr("&WhatsApp, the words typed in"), whatsAppLink(m_words));
}

void ReachMenu::addLink(const QString &name, const QUrl &link)
{
    addAction(name, this, [this, link] { openMessage(m_desk, link, m_words); })->setData(link);
}

//! Opened in their program; that it went, only a person knows.
void ReachMenu::addMessage(const conversations::SentElsewhere &message)
{
    addLink(tr("&WhatsApp, the words typed in"), messageLink(message.type, message.recipient, {}, message.text));
    if (!m_desk.principal().can(access::Capability::MessagesWrite) ||
        !m_desk.principal().can(access::Capability::ClientsWrite))
        return;
    addAction(tr("&Note that it went by WhatsApp"), this, [&desk = m_desk, message] {
        desk.when(conversations::OutboxService(desk.door()).noteSent(message), &desk, [] {});
    });
}

void ReachMenu::addCopy()
{
    addAction(tr("Copy the wor&ds"), this, [this] { copyMessage(m_desk, m_words); });
}

} // namespace thimblely::ui
