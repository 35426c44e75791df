// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_merge_service.h"
#include "core/finance/account_service.h"
#include "ui/clients/balance_strip.h"
#include "ui/clients/client_card.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/section_head.h"

#include <QGridLayout>

// How a client stands, and the part of the card headed "About": what was agreed, and what is said of a client once.

namespace thimblely::ui {

void ClientCard::addDetail(const QString &head, const QString &text)
{
    if (text.isEmpty())
        return;
    const int line = m_details->count() / 2;
    auto *label = new Label(TextStyle::Body, Role::Muted, head, m_orderSection);
    auto *words = new Label(TextStyle::Body, Role::Text, text, m_orderSection);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->addWidget(label, line, 0, Qt::AlignTop);
    m_details->addWidget(words, line, 1);
}

void ClientCard::showDetails(const Client &client)
{
    const ClientDraft &fields = client.fields;
    while (QLayoutItem *item = m_details->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    showTerms(client);
    addDetail(tr("Company"), fields.company);
    addDetail(tr("E-mail"), fields.email);
    addDetail(tr("Address"), fields.address);
    addDetail(tr("Tax number"), fields.taxId);
    if (fields.birthDate)
        addDetail(tr("Born"), wholeDayText(*fields.birthDate, m_desk.locale()));
    addDetail(tr("Tags"), fields.tags.join(QStringLiteral(", ")));
    addDetail(tr("Notes"), fields.notes);
    showFormer(client);
    addDetail(tr("Client since"), wholeDayText(m_desk.calendar().dayOf(client.createdAt), m_desk.locale()));
}

//! What one must not forget before sending or handing over comes first.
void ClientCard::showTerms(const Client &client)
{
    const ClientDraft &fields = client.fields;
    const auto since = [this](const std::optional<Instant> &at, const QString &words) {
        return at ? tr("%1, since %2").arg(words, wholeDayText(m_desk.calendar().dayOf(*at), m_desk.locale()))
                  : QString();
    };
    addDetail(tr("Messages"), since(fields.messageOptOutAt, QStringLiteral("\u2016 ") + tr("wants none")));
    const QString channels[] = {{}, tr("by call"), tr("by WhatsApp"), tr("by text message"), tr("by e-mail")};
    if (!fields.messageOptOutAt)
        addDetail(tr("Messages"), channels[size_t(fields.channel)]);
    addDetail(tr("Offers"), since(fields.marketingConsentAt, tr("may be sent")));
    addDetail(tr("Photos"), since(fields.photoConsentAt, tr("may be shown")));
    if (!client.payerName.isEmpty())
        addDetail(tr("Paid for by"), fields.relation.isEmpty()
                                         ? client.payerName
                                         : tr("%1 (%2)", "payer, relation").arg(client.payerName, fields.relation));
    if (fields.creditAllowed)
        addDetail(tr("Credit"), fields.creditLimit
                                    ? tr("may pay later, up to %1").arg(m_desk.amount(*fields.creditLimit))
                                    : tr("may pay later"));
}

//! A card that was merged into this one still says what it said otherwise.
void ClientCard::showFormer(const Client &client)
{
    const auto cards = ClientMergeService(m_desk.session(), m_desk.door()).formerCards(client.id);
    if (!cards) {
        m_desk.notices().fail(cards.error());
        return;
    }
    for (const Client &card : *cards) {
        QStringList words{tr("no. %1").arg(card.number), card.fields.name};
        for (const auto &[mine, theirs] :
             {std::pair(client.fields.email, card.fields.email), std::pair(client.fields.company, card.fields.company),
              std::pair(client.fields.address, card.fields.address)}) {
            if (mine != theirs)
                words.append(theirs);
        }
        if (card.fields.birthDate && card.fields.birthDate != client.fields.birthDate)
            words.append(tr("born %1").arg(wholeDayText(*card.fields.birthDate, m_desk.locale())));
        words.removeAll({});
        addDetail(tr("Was also"), words.join(QStringLiteral(", ")));
    }
}

void ClientCard::showBalance(const Client &client)
{
    const bool money = client.balance.has_value();
    m_balanceHead->setVisible(money);
    m_balance->setVisible(money);
    m_payBack->setVisible(false);
    if (!money)
        return;
    const auto account = finance::AccountService(m_desk.session(), m_desk.door()).of(client.id);
    if (!account)
        m_desk.notices().fail(account.error());
    const Money kept = account ? account->credit : Money::zero(client.balance->currency());
    m_balance->setFigures(
        {*client.balance, client.waiting.value_or(*client.balance), client.overpaid.value_or(*client.balance), kept},
        m_desk.locale().toString(client.orders.value_or(0)),
        client.lastOrderDate ? dayText(*client.lastOrderDate, m_desk.today(), m_desk.locale()) : QString());
    m_payBack->setVisible(kept.minor() > 0 && m_desk.principal().can(access::Capability::OrdersTakePayment));
}

} // namespace thimblely::ui
