// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/left_till_line.h"

#include "core/finance/till_service.h"
#include "ui/desk/desk.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

namespace thimblely::ui {

LeftTillLine::LeftTillLine(Desk &desk, QWidget *parent)
    : Card(parent), m_desk(desk), m_words(new Label(TextStyle::Body, Role::Text, {}, this)),
      m_close(new PlainButton(tr("It is gone, count and close"), this))
{
    m_words->setWordWrap(true);
    auto *line = row(this, 16, {20, 8, 12, 8});
    line->addWidget(m_words, 1);
    line->addWidget(m_close);
    connect(&HideMoney::instance(), &HideMoney::changed, this, &LeftTillLine::refresh);
    connect(m_close, &QAbstractButton::clicked, this, &LeftTillLine::closeRequested);
    hide();
}

void LeftTillLine::setAside(bool aside)
{
    m_isAside = aside;
    refresh();
}

void LeftTillLine::refresh()
{
    const auto tills = finance::TillService(m_desk.session(), m_desk.door()).leftTills();
    m_state = tills && !tills->empty() ? std::optional(tills->front()) : std::nullopt;
    // Who runs no till is told so by the till's card.
    const bool failed = !tills && tills.error().kind != ErrorKind::Forbidden;
    m_words->setText(failed ? m_desk.sentence(tills.error()) : m_state ? words() : QString());
    m_close->setVisible(m_state.has_value());
    setVisible(!m_isAside && (failed || m_state));
}

QString LeftTillLine::words() const
{
    const finance::TillService till(m_desk.session(), m_desk.door());
    const QString asks = tr("Is that computer gone for good?");
    if (!till.maySeeSums(*m_state))
        return tr("The till on another computer was left open. %1").arg(asks);
    const auto sums = till.sums(m_state->till);
    if (!sums)
        return m_desk.sentence(sums.error());
    return tr("The till on another computer was left open: %1 taken since its last closing. %2")
        .arg(m_desk.amount(sums->turnover), asks);
}

} // namespace thimblely::ui
