// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/today/today_till_card.h"

#include "core/finance/till_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/till_count.h"
#include "ui/theme/theme.h"
#include "ui/today/today_rows.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/stitch_line.h"

namespace thimblely::ui {

using finance::TillPhase;

TodayTillCard::TodayTillCard(Desk &desk, QWidget *parent)
    : TodayCard(tr("The till today"), parent), m_desk(desk), m_chip(new Chip(Status::Waiting, {}, this)),
      m_takenRow(new QWidget(this)), m_taken(new AmountLabel(TextStyle::Total, Role::Text, m_takenRow))
{
    addTitle(tr("Till"), m_chip);
    buildTaken();
    addTop(m_takenRow);
    connect(&HideMoney::instance(), &HideMoney::changed, this, &TodayTillCard::reload);
    connect(this, &TodayCard::footRequested, this,
            [this] { Q_EMIT wentTo(m_isClosed ? TillTask::Look : TillTask::Close); });
}

void TodayTillCard::buildTaken()
{
    auto *all = column(m_takenRow, 0, {16, 0, 16, 0});
    auto *line = row(nullptr, 8);
    m_takenName = new Label(TextStyle::Body, Role::Text, {}, m_takenRow);
    line->addWidget(m_takenName);
    line->addStretch(1);
    m_taken->setSymbolShown(true);
    m_taken->setLocale(m_desk.locale());
    m_taken->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    line->addWidget(m_taken);
    all->addLayout(line, 1);
    all->addWidget(new StitchLine(m_takenRow));
    const auto fit = [this] {
        m_takenRow->setFixedHeight(Theme::instance().boxHeight(metric::RowTouch, {TextStyle::Total}));
    };
    connect(&Theme::instance(), &Theme::changed, this, fit);
    fit();
}

void TodayTillCard::reload()
{
    const auto state = finance::TillService(m_desk.session(), m_desk.door()).state();
    m_chip->setVisible(state.ok());
    setFootLink(state.ok() ? tr("Money") : QString());
    if (!state) {
        m_isClosed = false;
        m_takenRow->hide();
        setProblem(m_desk.sentence(state.error()));
        return;
    }
    showState(*state);
}

//! Of more than today where the till was left open overnight, of less where it was closed today already.
QString TodayTillCard::takenName(const finance::TillState &state) const
{
    const Date today = m_desk.today();
    const bool overnight = (state.openedAt && m_desk.calendar().dayOf(*state.openedAt) < today) ||
                           (state.firstEntry && *state.firstEntry < today);
    if (state.lastClosed == today || (overnight && state.lastClosed))
        return tr("Taken since the last closing");
    return overnight ? tr("Taken since the till was opened") : tr("Taken today");
}

void TodayTillCard::showState(const finance::TillState &state)
{
    finance::TillService till(m_desk.session(), m_desk.door());
    m_isClosed = state.phase == TillPhase::Closed;
    if (m_isClosed)
        m_chip->setStatus(Status::Waiting, tr("Not open"));
    else if (state.openedBy.isEmpty())
        m_chip->setStatus(Status::Ready, tr("Open"));
    else
        m_chip->setStatus(Status::Ready, tr("Open, %1").arg(state.openedBy.section(u' ', 0, 0)));
    setFootLink(m_isClosed ? tr("Money") : tr("Close the day"));
    const bool counting = isTillCountOpen(m_desk);
    const bool shown = till.maySeeSums(state) && !counting;
    const auto sums = shown ? till.sums() : Result<finance::TillSums>(Error{ErrorKind::Forbidden, "till.count_first"});
    if (shown && !sums) {
        m_takenRow->hide();
        setProblem(m_desk.sentence(sums.error()));
        return;
    }
    const auto left = till.leftTills();
    if (!left) {
        m_takenRow->hide();
        setProblem(m_desk.sentence(left.error()));
        return;
    }
    m_takenRow->setVisible(shown);
    m_takenName->setText(takenName(state));
    if (shown)
        m_taken->setAmount(sums->turnover);
    std::vector<TodayRow> rows = tillRows(m_desk, state, shown ? &*sums : nullptr);
    if (!left->empty()) {
        TodayRow &row = rows.emplace_back(TodayRow{"left", {{tr("The old till waits to be closed")}}});
        row.action = tr("Money");
        row.about = row.acts = TillTask::Look;
    }
    if (counting) {
        TodayRow &row = rows.emplace_back(TodayRow{"counting", {{tr("The drawer is being counted")}}});
        row.about = TillTask::Count;
    }
    setRows(std::move(rows), {});
}

} // namespace thimblely::ui
