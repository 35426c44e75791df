// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/money_page.h"

#include "core/finance/till_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/till_count.h"
#include "ui/finance/close_form.h"
#include "ui/finance/count_form.h"
#include "ui/finance/day_page_view.h"
#include "ui/finance/left_till_line.h"
#include "ui/finance/move_form.h"
#include "ui/finance/open_till_form.h"
#include "ui/finance/take_back_form.h"
#include "ui/finance/till_card.h"
#include "ui/finance/till_entries_pane.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QPainter>
#include <QStackedWidget>

namespace thimblely::ui {

namespace {

constexpr int cardWidth = 360;
constexpr int cardNarrow = 320;
constexpr int narrowBelow = 1080; // of the page at 100 %

} // namespace

MoneyPage::MoneyPage(Desk &desk, QWidget *parent)
    : Page(parent), m_desk(desk), m_card(new TillCard(desk, this)), m_left(new LeftTillLine(desk, this))
{
    auto *work = new Card(this);
    m_stack = new QStackedWidget(work);
    column(work, 0)->addWidget(m_stack);
    m_entries = new TillEntriesPane(desk, m_stack);
    m_open = new OpenTillForm(desk, m_stack);
    m_move = new MoveForm(desk, m_stack);
    m_count = new CountForm(desk, m_stack);
    m_close = new CloseForm(desk, m_stack);
    m_takeBack = new TakeBackForm(desk, m_stack);
    m_dayPage = new DayPageView(desk, m_stack);
    for (QWidget *each :
         {static_cast<QWidget *>(m_entries), static_cast<QWidget *>(m_open), static_cast<QWidget *>(m_move),
          static_cast<QWidget *>(m_count), static_cast<QWidget *>(m_close), static_cast<QWidget *>(m_takeBack),
          static_cast<QWidget *>(m_dayPage)})
        m_stack->addWidget(each);
    auto *all = column(this, 8, {16, 12, 16, 16});
    auto *head = row(nullptr, 0);
    head->addWidget(new Label(TextStyle::Heading, Role::Text, tr("Money"), this));
    head->addStretch(1);
    all->addLayout(head);
    all->addWidget(m_left);
    auto *sides = row(nullptr, 12);
    sides->addWidget(work, 1);
    sides->addWidget(m_card);
    all->addLayout(sides, 1);
    connectParts();
    place();
}

void MoneyPage::connectParts()
{
    connect(m_card, &TillCard::openRequested, this, &MoneyPage::startOpening);
    connect(m_card, &TillCard::moveRequested, this, [this] {
        showForm(m_move);
        m_move->begin();
    });
    const auto close = [this](bool left) {
        m_closesLeft = left;
        startClose();
    };
    connect(m_card, &TillCard::countRequested, this, [close] { close(false); });
    connect(m_card, &TillCard::closeRequested, this, [close] { close(false); });
    connect(m_left, &LeftTillLine::closeRequested, this, [close] { close(true); });
    connect(m_count, &CountForm::counted, this, &MoneyPage::startClose);
    connect(m_close, &CloseForm::countRequested, this, &MoneyPage::startCount);
    connect(m_close, &CloseForm::closed, this, [this](ActivityId closing) {
        m_stack->setCurrentWidget(m_dayPage); // first: what is left of the count is no count to be made again
        m_closesLeft = false;
        m_left->setAside(false);
        reload();
        m_dayPage->showPage(closing);
        m_dayPage->focusFirst();
    });
    connect(m_entries, &TillEntriesPane::takeBackRequested, this,
            [this](const finance::TillEntry &entry, const QString &what) {
                showForm(m_takeBack);
                m_takeBack->begin(entry, what);
            });
    connect(m_entries, &TillEntriesPane::pagesRequested, this, [this] {
        if (!m_dayPage->showNewest())
            return;
        m_stack->setCurrentWidget(m_dayPage);
        m_dayPage->focusFirst();
    });
    for (EntryForm *form :
         {static_cast<EntryForm *>(m_open), static_cast<EntryForm *>(m_move), static_cast<EntryForm *>(m_count),
          static_cast<EntryForm *>(m_close), static_cast<EntryForm *>(m_takeBack)})
        connect(form, &EntryForm::left, this, &MoneyPage::showEntries);
    connect(m_dayPage, &DayPageView::left, this, &MoneyPage::showEntries);
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &MoneyPage::follow);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        place();
        reload();
    });
}

void MoneyPage::showForm(EntryForm *form)
{
    m_card->setBlind(form == m_count);
    m_left->setAside(true);
    if (form != m_count)
        m_count->leave(isToldTheSums(till()));
    m_closesLeft = m_closesLeft && (form == m_count || form == m_close);
    m_stack->setCurrentWidget(form);
}

//! The till that is counted and closed, as it was last read.
const std::optional<finance::TillState> &MoneyPage::till() const
{
    return m_closesLeft ? m_left->state() : m_card->state();
}

finance::AtTill MoneyPage::which() const
{
    return m_closesLeft && till() ? finance::AtTill(till()->till) : std::nullopt;
}

bool MoneyPage::isToldTheSums(const std::optional<finance::TillState> &state) const
{
    return state && finance::TillService(m_desk.session(), m_desk.door()).maySeeSums(*state);
}

void MoneyPage::findPayments(const QString &typed)
{
    showEntries();
    m_entries->find(typed);
}

void MoneyPage::showEntries()
{
    m_count->leave(isToldTheSums(till()));
    m_closesLeft = false;
    m_stack->setCurrentWidget(m_entries);
    m_card->setBlind(false);
    m_left->setAside(false);
    reload();
    m_entries->focusList();
}

void MoneyPage::start(TillTask task)
{
    m_closesLeft = false;
    reload();
    switch (task) {
    case TillTask::Open:
        return startOpening();
    case TillTask::Count:
        return startCount();
    case TillTask::Close:
        return startClose();
    case TillTask::ConfirmTransfers:
        showEntries();
        return m_entries->chooseWaiting();
    case TillTask::Look:
        return showEntries();
    }
}

void MoneyPage::startOpening()
{
    showForm(m_open);
    if (m_card->state())
        m_open->begin(*m_card->state());
}

void MoneyPage::startCount()
{
    showForm(m_count);
    m_count->begin(which());
}

//! Money moved since the drawer was counted: what was shown of it is of another drawer.
void MoneyPage::recount()
{
    startCount();
    m_count->sayMoved();
}

bool MoneyPage::isCountStale() const
{
    return m_stack->currentWidget() == m_close && !m_close->isClosing() && till() && !till()->count;
}

void MoneyPage::startClose()
{
    const bool wasCounted = till() && till()->count;
    m_card->refresh();
    m_left->refresh();
    if (!till() || !till()->count)
        return wasCounted ? recount() : startCount();
    showForm(m_close);
    m_close->begin(*till(), which());
}

void MoneyPage::reload()
{
    m_card->refresh();
    m_left->refresh();
    m_entries->setBlind(isTillCountBegun(m_desk) && !isToldTheSums(m_card->state()));
    m_entries->reload();
    if (isCountStale())
        recount();
}

void MoneyPage::follow(const changes::ChangeSet &changes)
{
    using storage::Table;
    if (isVisible() && (changes.touches(Table::Transactions) || changes.touches(Table::SysActivity)))
        reload();
}

void MoneyPage::arrive()
{
    reload();
    if (auto *form = qobject_cast<EntryForm *>(m_stack->currentWidget()))
        form->focusFirst();
    else if (m_stack->currentWidget() == m_dayPage)
        m_dayPage->focusFirst();
    else if (!m_card->focusOpening())
        m_entries->focusList();
}

bool MoneyPage::stepBack()
{
    if (m_stack->currentWidget() == m_entries) {
        if (!m_entries->isSearch())
            return false;
        m_entries->find({});
        return true;
    }
    if (auto *form = qobject_cast<EntryForm *>(m_stack->currentWidget()))
        form->leave();
    else
        showEntries();
    return true;
}

bool MoneyPage::handle(ActionId action)
{
    auto *form = qobject_cast<EntryForm *>(m_stack->currentWidget());
    if (form && (action == ActionId::Pay || action == ActionId::Save)) {
        form->submit();
        return true;
    }
    if (action == ActionId::PrintAgain && m_stack->currentWidget() == m_dayPage) {
        m_dayPage->print();
        return true;
    }
    if (action == ActionId::PrintAgain && m_stack->currentWidget() == m_entries)
        return m_entries->printPaper();
    return false;
}

void MoneyPage::place()
{
    const Theme &theme = Theme::instance();
    m_card->setFixedWidth(width() < theme.px(narrowBelow) ? theme.px(cardNarrow) : theme.px(cardWidth));
}

void MoneyPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    place();
}

void MoneyPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::instance().color(Role::Window));
}

} // namespace thimblely::ui
