// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/party_form.h"
#include "ui/orders/pieces_pane.h"
#include "ui/orders/who_pane.h"

// Several people at once, by a list of their names.

namespace thimblely::ui {

void CounterPage::askParty()
{
    if (m_editor->isEmpty() && m_lastBooked) {
        Q_EMIT m_desk.navigation().partyRequested(*m_lastBooked);
        return;
    }
    if (m_editor->addedTo()) {
        Q_EMIT m_desk.navigation().partyRequested(m_editor->addedTo()->order);
        return;
    }
    if (!m_editor->draft().client) {
        m_desk.notices().say(tr("First who orders and pays; then the names of the others."));
        m_who->focusField();
        return;
    }
    m_pieces->finishTasks();
    QStringList alike;
    const auto dressed = m_editor->dressed();
    for (const auto &wearer : dressed) {
        QStringList pieces;
        for (const orders::PieceDraft &piece : m_editor->draft().pieces) {
            if (piece.wearer == wearer)
                pieces.append(QString(piece.name + u' ' + piece.colour).trimmed());
        }
        const QString name = wearer ? m_editor->wearerName(wearer) : m_editor->clientName();
        alike.append(tr("%1: %2").arg(isolated(name), pieces.join(QStringLiteral(", "))));
    }
    m_party->ask(alike, {});
}

void CounterPage::addParty(const std::vector<orders::PartyGuest> &guests, int alike)
{
    m_party->setBusy(true);
    const auto dressed = m_editor->dressed();
    const auto whose = alike >= 0 && alike < dressed.size() ? std::optional(dressed.at(alike)) : std::nullopt;
    m_desk.when(
        orders::PartyService(m_desk.session(), m_desk.door()).invite(guests), this,
        [this, whose](const std::vector<orders::PartyGuest> &invited) {
            m_party->setBusy(false);
            m_editor->dress(invited, whose);
            m_party->done();
            m_who->refresh();
        },
        [this](const Error &error) {
            m_party->setBusy(false);
            m_party->setProblem(m_desk.sentence(error));
        });
}

//! Their clients were taken back: nothing is booked for who is not there.
void CounterPage::forgetParty()
{
    ClientService clients(m_desk.session(), m_desk.door());
    const auto dressed = m_editor->dressed();
    for (const auto &wearer : dressed) {
        if (wearer && !clients.load(*wearer))
            m_editor->undress(*wearer);
    }
    m_who->refresh();
}

} // namespace thimblely::ui
