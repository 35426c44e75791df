// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/till_card.h"

#include "core/finance/till_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/figure_rows.h"
#include "ui/desk/pay_methods.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/section_head.h"

#include <QScrollArea>

namespace thimblely::ui {

namespace {

using finance::TillPhase;

QString shortTime(Desk &desk, Instant instant)
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(instant.msecs(), QTimeZone(desk.calendar().zone()));
    const QString time = desk.locale().toString(moment.time(), QLocale::ShortFormat);
    const Date day = desk.calendar().dayOf(instant);
    if (day == desk.today())
        return time;
    //: the day and the time at which a till was opened that nobody closed overnight
    return TillCard::tr("%1 %2").arg(desk.locale().toString(day.toQDate(), QStringLiteral("ddd d MMM")), time);
}

} // namespace

TillCard::TillCard(Desk &desk, QWidget *parent) : Card(parent), m_desk(desk)
{
    build();
    connect(m_open, &QAbstractButton::clicked, this, &TillCard::openRequested);
    connect(m_move, &QAbstractButton::clicked, this, &TillCard::moveRequested);
    connect(m_count, &QAbstractButton::clicked, this,
            [this] { m_state && m_state->count ? Q_EMIT closeRequested() : Q_EMIT countRequested(); });
}

void TillCard::build()
{
    auto *all = column(this, 4, {20, 8, 20, 16});
    m_head = new SectionHead(tr("Till today"), this);
    m_taken = new AmountLabel(TextStyle::Total, Role::Text, this);
    m_taken->setSymbolShown(true);
    m_taken->setLocale(m_desk.locale());
    m_taken->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_sales = new Label(TextStyle::Caption, Role::Muted, {}, this);
    m_hidden = new Label(TextStyle::Body, Role::Muted, {}, this);
    m_hidden->setWordWrap(true);
    auto *scroll = new QScrollArea(this); // a low window keeps the buttons
    auto *body = new QWidget(scroll);
    auto *rows = column(body, 8);
    m_rows = new FigureRows(m_desk.locale(), body);
    m_waiting = new QWidget(body);
    auto *waiting = row(m_waiting, 8);
    m_waitingChip = new Chip(Status::Waiting, {}, m_waiting);
    m_waitingSum = new AmountLabel(TextStyle::Body, Role::Text, m_waiting);
    m_waitingSum->setLocale(m_desk.locale());
    waiting->addWidget(m_waitingChip);
    waiting->addStretch(1);
    waiting->addWidget(m_waitingSum);
    rows->addWidget(m_rows);
    rows->addWidget(m_waiting);
    rows->addStretch(1);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(body);
    body->setAutoFillBackground(false);

    m_open = new PrimaryButton(tr("Open till"), this);
    m_move = new PlainButton(tr("Paid out"), this);
    m_count = new PlainButton(tr("Count and close"), this);
    auto *buttons = row(nullptr, 8);
    buttons->addWidget(m_move, 1);
    buttons->addWidget(m_count, 1);
    all->addWidget(m_head);
    for (QWidget *each : {static_cast<QWidget *>(m_taken), static_cast<QWidget *>(m_sales)}) {
        auto *line = row(nullptr, 0); // begins where the language begins, figures too
        line->addWidget(each);
        line->addStretch(1);
        all->addLayout(line);
    }
    all->addWidget(m_hidden);
    all->addWidget(scroll, 1);
    all->addSpacing(4);
    all->addWidget(m_open);
    all->addSpacing(4);
    all->addLayout(buttons);
}

void TillCard::setBlind(bool blind)
{
    m_blind = blind;
    showSums();
}

bool TillCard::focusOpening()
{
    if (!m_open->isVisible())
        return false;
    m_open->setFocus(Qt::OtherFocusReason);
    return true;
}

void TillCard::refresh()
{
    const auto state = finance::TillService(m_desk.session(), m_desk.door()).state();
    if (!state) {
        m_state.reset();
        m_hidden->setText(m_desk.sentence(state.error()));
    } else {
        m_state = *state;
    }
    showSums();
    showButtons();
}

void TillCard::showSums()
{
    m_rows->clear();
    m_waiting->hide();
    m_taken->setUnknown();
    m_sales->setText({});
    if (!m_state) {
        m_head->setRemark({});
        m_hidden->show();
        return;
    }
    m_head->setRemark(m_state->openedAt ? tr("opened %1, float %2")
                                              .arg(shortTime(m_desk, *m_state->openedAt),
                                                   figureText(m_state->opening, m_desk.locale()))
                                        : tr("not open"));
    finance::TillService till(m_desk.session(), m_desk.door());
    const bool shown = !m_blind && till.maySeeSums(*m_state);
    m_hidden->setVisible(!shown);
    m_taken->setVisible(shown);
    m_sales->setVisible(shown);
    m_hidden->setText(m_blind ? tr("While the drawer is counted nothing is said of what should be in it.")
                              : tr("What should be in the drawer is shown after it was counted."));
    if (!shown)
        return;
    const auto sums = till.sums();
    if (!sums) {
        m_hidden->setText(m_desk.sentence(sums.error()));
        m_hidden->show();
        return;
    }
    m_taken->setAmount(sums->turnover);
    m_sales->setText(sums->sales == 1 ? tr("taken, 1 sale")
                                      : tr("taken, %1 sales").arg(m_desk.locale().toString(sums->sales)));
    for (const finance::TurnoverPart &part : finance::turnoverParts(*sums, finance::GivenBack::Within))
        m_rows->add(turnoverPartName(part), part.amount);
    if (!sums->paidOut.isZero())
        m_rows->add(tr("Paid out"), sums->paidOut.negated().valueOr(sums->paidOut));
    if (!sums->paidIn.isZero())
        m_rows->add(tr("Paid in"), sums->paidIn);
    if (!sums->bankDrop.isZero())
        m_rows->add(tr("To the bank"), sums->bankDrop.negated().valueOr(sums->bankDrop));
    m_rows->add(tr("In the drawer, expected"), sums->expectedCash);
    m_waiting->setVisible(sums->waitingCount > 0);
    m_waitingChip->setStatus(Status::Waiting,
                             sums->waitingCount == 1
                                 ? tr("1 transfer to confirm")
                                 : tr("%1 transfers to confirm").arg(m_desk.locale().toString(sums->waitingCount)));
    m_waitingSum->setAmount(sums->waiting); // in none of the sums above
}

void TillCard::showButtons()
{
    const bool open = m_state && m_state->openedAt;
    const bool anything = open || (m_state && m_state->hasEntries);
    m_open->setVisible(m_state && !open);
    m_move->setEnabled(m_state.has_value());
    m_count->setEnabled(anything);
    m_count->setText(m_state && m_state->count ? tr("Close the till") : tr("Count and close"));
}

} // namespace thimblely::ui
