// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/money_page.h"

#include "core/finance/till_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/till_count.h"
#include "ui/finance/books_view.h"
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
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <QPainter>
#include <QStackedWidget>

namespace thimblely::ui {

namespace {

constexpr int cardWidth = 360;
constexpr int cardNarrow = 320;
constexpr int narrowBelow = 1080; // of the page at 100 %

} // namespace

MoneyPage::MoneyPage(Desk &desk, QWidget *parent)
    : Page(parent), m_desk(desk), m_hasTill(desk.principal().can(access::Capability::TillOperate)), m_card(nullptr),
      m_left(nullptr), m_views(new QStackedWidget(this))
{
    auto *till = new QWidget(m_views);
    m_card = new TillCard(desk, till);
    m_left = new LeftTillLine(desk, till);
    auto *work = new Card(till);
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
    auto *rows = column(till, 8);
    rows->addWidget(m_left);
    auto *sides = row(nullptr, 12);
    sides->addWidget(work, 1);
    sides->addWidget(m_card);
    rows->addLayout(sides, 1);
    buildHead(till);
    connectParts();
    place();
    if (!m_hasTill)
        showPart(0);
}

void MoneyPage::buildHead(QWidget *till)
{
    using access::Capability;
    auto *all = column(this, 8, {16, 12, 16, 16});
    auto *head = row(nullptr, 12);
    head->addWidget(new Label(TextStyle::Heading, Role::Text, tr("Money"), this));
    m_views->addWidget(till);
    if (m_desk.principal().can(Capability::FinanceRead)) {
        m_parts = new Segmented(tr("What is shown of the money"), this);
        m_parts->setSmall(true);
        if (m_hasTill)
            m_parts->addSegment(tr("Till"));
        for (const QString &name : {tr("Overview"), tr("Entries"), tr("Goals"), tr("Wages"), tr("Tax")})
            m_parts->addSegment(name);
        head->addWidget(m_parts);
        connect(m_parts, &Segmented::currentIndexChanged, this, &MoneyPage::showPart);
    }
    head->addStretch(1);
    if (m_desk.principal().can(Capability::FinanceRead) && m_desk.principal().can(Capability::FinanceWrite)) {
        m_expense = new PlainButton(tr("Expense"), this);
        m_expense->setIconName("i-plus");
        m_expense->setButtonSize(Button::Size::Small);
        m_expense->setAccessibleName(tr("Expense or other income"));
        QSizePolicy kept = m_expense->sizePolicy(); // what stands below does not move when it comes
        kept.setRetainSizeWhenHidden(true);
        m_expense->setSizePolicy(kept);
        m_expense->hide();
        head->addWidget(m_expense);
        connect(m_expense, &QAbstractButton::clicked, this, [this] {
            m_parts->setCurrentIndex(firstBook() + int(BooksView::Part::Entries));
            m_books->startEntry();
        });
    }
    all->addLayout(head);
    all->addWidget(m_views, 1);
}

void MoneyPage::showBooks(int part)
{
    if (m_parts)
        m_parts->setCurrentIndex(firstBook() + part);
}

bool MoneyPage::leaveBooksForm()
{
    return isAtBooks() && m_books->stepBack();
}

bool MoneyPage::isFor(const access::Principal &principal)
{
    return principal.can(access::Capability::TillOperate) || principal.can(access::Capability::FinanceRead);
}

int MoneyPage::firstBook() const
{
    return m_hasTill ? 1 : 0;
}

bool MoneyPage::isAtBooks() const
{
    return m_books && m_views->currentWidget() == m_books;
}

//! The first one is the till.
void MoneyPage::showPart(int segment)
{
    if (m_expense)
        m_expense->setVisible(segment >= firstBook());
    if (segment < firstBook()) {
        m_views->setCurrentIndex(0);
        return reload();
    }
    if (!m_books) {
        m_books = new BooksView(m_desk, m_views);
        m_views->addWidget(m_books);
        connect(m_books, &BooksView::invoiceRequested, this, &MoneyPage::invoiceRequested);
        connect(m_books, &BooksView::partRequested, this,
                [this](BooksView::Part part) { m_parts->setCurrentIndex(firstBook() + int(part)); });
    }
    m_books->show(BooksView::Part(segment - firstBook()));
    m_views->setCurrentWidget(m_books);
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
    if (!m_hasTill)
        return;
    if (m_parts)
        m_parts->setCurrentIndex(0);
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
    if (!m_hasTill)
        return;
    if (m_parts)
        m_parts->setCurrentIndex(0);
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
    if (!m_hasTill)
        return;
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
    if (isVisible() && isAtBooks())
        m_books->follow(changes);
    else if (isVisible() && (changes.touches(Table::Transactions) || changes.touches(Table::SysActivity)))
        reload();
}

void MoneyPage::arrive()
{
    if (isAtBooks()) {
        showPart(m_parts->currentIndex());
        return m_books->focusFirst();
    }
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
    if (isAtBooks()) {
        if (m_books->stepBack())
            return true;
        if (m_hasTill)
            m_parts->setCurrentIndex(0);
        return m_hasTill;
    }
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
    if (isAtBooks() && action == ActionId::PrintAgain)
        return m_books->print();
    if (isAtBooks())
        return (action == ActionId::Pay || action == ActionId::Save) && m_books->submit();
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
