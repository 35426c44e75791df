// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/payer_choice.h"

#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/widgets/amount_text.h"

#include <QMenu>

#include <algorithm>

namespace thimblely::ui {

PayerChoice::PayerChoice(Desk &desk, QWidget *parent) : PlainButton(QString(), parent), m_desk(desk)
{
    setCaption(QStringLiteral("F12"));
    setTrailingIconName("i-down");
    setToolTip(tr("Who pays; F12 goes on to the next one"));
    hide();
    connect(this, &QAbstractButton::clicked, this, &PayerChoice::offer);
    connect(&HideMoney::instance(), &HideMoney::changed, this, &PayerChoice::showWho);
}

void PayerChoice::setBag(const Bag &bag)
{
    if (!m_bag.isSame(bag))
        m_isChosen = false;
    m_bag = bag;
    const auto there = choices();
    if (!m_isChosen || std::ranges::find(there, m_who) == there.end())
        m_who = m_bag.isShared() ? m_likely : WhoPays();
    showWho();
}

void PayerChoice::follow(const WhoPays &likely)
{
    m_likely = likely;
    if (m_isChosen || !m_bag.isShared() || m_who == likely)
        return;
    m_who = likely;
    showWho();
    Q_EMIT changed();
}

std::vector<WhoPays> PayerChoice::choices() const
{
    std::vector<WhoPays> choices;
    if (!m_bag.isShared())
        return choices;
    for (const orders::PayerShare &share : m_bag.payers())
        choices.push_back({false, share.client});
    choices.push_back({});
    return choices;
}

void PayerChoice::next()
{
    const auto there = choices();
    if (there.empty())
        return;
    const auto now = std::ranges::find(there, m_who);
    choose(now == there.end() || now + 1 == there.end() ? there.front() : *(now + 1));
}

void PayerChoice::choose(const WhoPays &who)
{
    m_isChosen = true;
    if (m_who == who)
        return;
    m_who = who;
    showWho();
    Q_EMIT changed();
}

void PayerChoice::offer()
{
    QMenu menu(this);
    for (const WhoPays &each : choices()) {
        QAction *action = menu.addAction(wordsFor(each));
        action->setCheckable(true);
        action->setChecked(each == m_who);
        connect(action, &QAction::triggered, this, [this, each] { choose(each); });
    }
    menu.setActiveAction(menu.actions().value(0));
    menu.exec(mapToGlobal(QPoint(0, height())));
}

QString PayerChoice::nameOf(const WhoPays &who) const
{
    if (who.all)
        return tr("All together");
    const auto payers = m_bag.payers();
    const auto found = std::ranges::find(payers, who.client, &orders::PayerShare::client);
    return found == payers.end() || found->name.isEmpty() ? tr("The order's client") : isolated(found->name);
}

QString PayerChoice::wordsFor(const WhoPays &who) const
{
    const Money due = m_bag.due(who);
    const Money waiting = m_bag.waiting(who);
    const QString name = nameOf(who);
    if (due.minor() > 0)
        return tr("%1: %2 to pay").arg(name, figureText(due, m_desk.locale()));
    if (const Money over = m_bag.overpaid(who); !over.isZero())
        return tr("%1: %2 paid too much").arg(name, figureText(over, m_desk.locale()));
    return waiting.minor() > 0 ? tr("%1: %2 on its way").arg(name, figureText(waiting, m_desk.locale()))
                               : tr("%1: paid").arg(name);
}

void PayerChoice::showWho()
{
    const bool shared = m_bag.isShared();
    setVisible(shared);
    if (!shared)
        return;
    setText(m_who.all ? tr("All pay together") : tr("%1 pays").arg(nameOf(m_who)));
    setAccessibleName(tr("Who pays: %1").arg(wordsFor(m_who)));
}

} // namespace thimblely::ui
