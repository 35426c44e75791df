// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workroom/workroom_page.h"

#include "core/workroom/workroom_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/entry_form.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/pane.h"
#include "ui/workroom/board_view.h"
#include "ui/workroom/deed_bar.h"
#include "ui/workroom/work_delegate.h"
#include "ui/workroom/work_forms.h"
#include "ui/workroom/work_head.h"
#include "ui/workroom/work_model.h"
#include "ui/workroom/work_view.h"

#include <QApplication>
#include <QPainter>
#include <QStackedWidget>

#include <algorithm>
#include <array>
#include <utility>

namespace thimblely::ui {

namespace {

using access::Capability;
using workroom::WorkCard;
using workroom::WorkroomService;

constexpr int pageSize = 50;
constexpr int mostReread = 300; // what lies further down is fetched again when it is scrolled there

} // namespace

bool WorkroomPage::isOwnOnly(const access::Principal &principal)
{
    return !principal.can(Capability::OrdersRead) && principal.can(Capability::OrdersReadAssigned);
}

bool WorkroomPage::isFor(const access::Principal &principal)
{
    return principal.can(Capability::OrdersRead) || isOwnOnly(principal);
}

WorkroomPage::WorkroomPage(Desk &desk, QWidget *parent)
    : Page(parent), m_desk(desk), m_ownOnly(isOwnOnly(desk.principal()))
{
    build();
    m_view = m_ownOnly ? View::Mine : View::Board;
    m_head->setView(int(m_view));
    m_stack->setCurrentWidget(m_ownOnly ? m_listCard : m_board);
    connectParts();
}

QString WorkroomPage::title() const
{
    return m_ownOnly ? tr("My work") : tr("Workroom");
}

void WorkroomPage::build()
{
    m_head = new WorkHead(m_desk, title(), m_ownOnly, this);
    m_stack = new QStackedWidget(this);
    m_board = new BoardView(m_desk, m_stack);
    m_listCard = new Card(m_stack);
    m_listModel = new WorkModel(m_desk, this);
    m_list = new WorkView(m_listModel, new WorkRowDelegate(m_desk, this), Role::Surface, m_listCard);
    m_list->setAccessibleName(m_ownOnly ? tr("My pieces, by promise") : tr("Pieces in work, by promise"));
    column(m_listCard, 0)->addWidget(m_list);
    setProperty(property::NoRing, true); // has the keyboard only while there is nothing to choose
    m_empty = new EmptyState("i-workroom",
                             tr("Nothing is in work. What is booked at the counter stands here by its step, "
                                "until it is ready."),
                             {}, m_stack);
    m_noneMine = new EmptyState("i-workroom",
                                tr("Nothing is given to you now. What is given to you stands here, what is "
                                   "promised first on top."),
                                {}, m_stack);
    m_noneFound = new EmptyState("i-workroom", tr("Nothing of this kind is in work."), {}, m_stack);
    for (QWidget *page : {static_cast<QWidget *>(m_board), m_listCard, static_cast<QWidget *>(m_empty),
                          static_cast<QWidget *>(m_noneMine), static_cast<QWidget *>(m_noneFound)})
        m_stack->addWidget(page);
    m_bar = new DeedBar(m_desk, this);
    m_forms = new WorkForms(m_desk, this);

    auto *middle = new QWidget(this);
    auto *rows = column(middle, 0);
    auto *framed = column(nullptr, 0, QMargins(16, 0, 16, 12));
    framed->addWidget(m_stack);
    rows->addWidget(m_head);
    rows->addLayout(framed, 1);
    rows->addWidget(m_bar);
    auto *columns = row(this, 0);
    columns->addWidget(middle, 1);
    columns->addWidget(m_forms);
}

void WorkroomPage::connectParts()
{
    connect(m_head, &WorkHead::viewChosen, this, [this](int view) {
        if (View(view) != m_view)
            showView(View(view));
    });
    connect(m_head, &WorkHead::setupAsked, this, [this] { m_forms->beginSetup(m_steps, m_checks); });
    connect(m_head, &WorkHead::filterChanged, this, [this] { reload(); });
    connect(m_board, &BoardView::deedAsked, this, &WorkroomPage::perform);
    connect(m_board, &BoardView::chosenChanged, this, &WorkroomPage::showChosen);
    connect(m_board, &BoardView::moreWanted, this, &WorkroomPage::fetchColumn);
    connect(m_board, &BoardView::dropped, this, &WorkroomPage::drop);
    connect(m_list, &WorkView::deedAsked, this, &WorkroomPage::perform);
    connect(m_list, &WorkView::chosenChanged, this, &WorkroomPage::showChosen);
    connect(m_listModel, &WorkModel::moreWanted, this, &WorkroomPage::fetchList);
    connect(m_bar, &DeedBar::asked, this, &WorkroomPage::perform);
    connect(m_forms, &WorkForms::left, this, &WorkroomPage::focusPieces);
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &WorkroomPage::follow);
    m_minute.setInterval(60'000);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (isVisible() && m_day != m_desk.today())
            reload();
    });
    m_minute.start();
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        m_forms->fit(width());
        update();
    });
}

void WorkroomPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::instance().color(Role::Window));
}

void WorkroomPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_forms->fit(width());
}

// What is shown -------------------------------------------------------------------------------------------------------

void WorkroomPage::prepare()
{
    reload();
    m_isFresh = true;
}

void WorkroomPage::arrive()
{
    m_head->offerPeople();
    if (!std::exchange(m_isFresh, false))
        reload();
    if (EntryForm *form = m_forms->open())
        form->focusFirst();
    else
        focusPieces();
}

void WorkroomPage::showView(View view)
{
    m_view = view;
    m_head->setView(int(view));
    m_wantsFocus = m_wantsFocus || m_stack->isAncestorOf(QApplication::focusWidget());
    reload();
}

void WorkroomPage::follow(const changes::ChangeSet &changes)
{
    using storage::Table;
    if (!isVisible()) {
        m_isFresh = false; // read anew when it comes to the front
        return;
    }
    constexpr std::array shown = {Table::Orders,  Table::OrderItems,       Table::SysActivity, Table::Events,
                                  Table::Clients, Table::WorkspaceMembers, Table::SysSettings};
    if (std::ranges::any_of(shown, [&](Table table) { return changes.touches(table); }))
        reload();
}

workroom::WorkFilter WorkroomPage::filter() const
{
    return m_head->filter(m_view == View::Mine);
}

//! One reading at a time: what is asked for meanwhile is read after it.
void WorkroomPage::reload()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_day = m_desk.today();
    m_reading = true;
    if (m_view == View::Board)
        readBoard();
    else
        readList();
}

template <typename T>
void WorkroomPage::read(std::function<Result<T>(access::Session &)> reads, void (WorkroomPage::*shown)(T))
{
    whenDone(m_desk.reader().read<T>(std::move(reads)), this, [this, shown, view = m_view](Result<T> result) {
        if (!result)
            m_desk.notices().fail(result.error()); // what is shown stays: a failed question never looks empty
        else if (view == m_view)
            (this->*shown)(std::move(result).value());
        endReading();
    });
}

void WorkroomPage::endReading()
{
    m_reading = false;
    if (std::exchange(m_again, false))
        return reload();
    if (m_wanted && choose(*m_wanted))
        m_wanted.reset();
    const bool none = !chosen(); // as yet, or the last of its column went on
    if (none)
        chooseFirst();
    const QWidget *has = QApplication::focusWidget();
    const bool isHere = !has || has == this || m_stack->isAncestorOf(has);
    const bool wants = std::exchange(m_wantsFocus, false) || none;
    if (wants && isHere && isVisible())
        focusPieces();
    Q_EMIT settled();
}

void WorkroomPage::readBoard()
{
    const int most = std::clamp(m_board->mostShown(), pageSize, mostReread);
    read<workroom::WorkBoard>(
        [&door = m_desk.door(), filter = filter(), most](access::Session &session) {
            return WorkroomService(session, door).board(filter, most);
        },
        &WorkroomPage::showBoard);
}

void WorkroomPage::readList()
{
    const int most = std::clamp(m_listModel->cards(), pageSize, mostReread);
    read<workroom::WorkList>(
        [&door = m_desk.door(), filter = filter(), most](access::Session &session) {
            return WorkroomService(session, door).list(filter, most);
        },
        &WorkroomPage::showList);
}

void WorkroomPage::showBoard(workroom::WorkBoard board)
{
    m_steps = board.steps;
    m_checks = board.checks;
    m_board->setBoard(board);
    showEmpty(m_board->isEmpty() && filter() == workroom::WorkFilter());
}

void WorkroomPage::showList(workroom::WorkList list)
{
    m_steps = list.steps;
    m_checks = list.checks;
    m_listModel->setList(list, m_view == View::Mine);
    showEmpty(list.pieces == 0);
}

void WorkroomPage::showEmpty(bool isEmpty)
{
    const bool asked = filter() != m_head->everything(m_view == View::Mine);
    QWidget *none = asked ? m_noneFound : m_view == View::Mine ? m_noneMine : m_empty;
    QWidget *shown = isEmpty ? none : m_view == View::Board ? static_cast<QWidget *>(m_board) : m_listCard;
    const bool hadKeys = m_stack->isAncestorOf(focusWidget());
    if (m_stack->currentWidget() != shown) {
        m_stack->setCurrentWidget(shown);
        m_wantsFocus = m_wantsFocus || hadKeys;
    }
    showChosen();
}

void WorkroomPage::fetchColumn(int step, const workroom::WorkKey &after)
{
    whenDone(m_desk.reader().read<workroom::WorkPage>(
                 [&door = m_desk.door(), filter = filter(), step, after](access::Session &session) {
                     return WorkroomService(session, door).column(step, filter, after, pageSize);
                 }),
             this, [this, step](const Result<workroom::WorkPage> &page) {
                 if (!page)
                     m_desk.notices().fail(page.error());
                 m_board->append(step, page ? std::optional(*page) : std::nullopt);
             });
}

void WorkroomPage::fetchList()
{
    const auto after = *m_listModel->next();
    whenDone(m_desk.reader().read<workroom::WorkPage>(
                 [&door = m_desk.door(), filter = filter(), after](access::Session &session) {
                     return WorkroomService(session, door).listPage(filter, after, pageSize);
                 }),
             this, [this](const Result<workroom::WorkPage> &page) {
                 if (!page)
                     m_desk.notices().fail(page.error());
                 m_listModel->append(page ? std::optional(*page) : std::nullopt);
             });
}

const WorkCard *WorkroomPage::chosen() const
{
    if (!isPieces(m_stack->currentWidget()))
        return nullptr;
    return m_view == View::Board ? m_board->current() : m_list->currentCard();
}

bool WorkroomPage::isPieces(const QWidget *shown) const
{
    return shown == m_board || shown == m_listCard;
}

//! What has the keyboard already is told of no focus once its rows are there.
void WorkroomPage::chooseFirst()
{
    if (m_view == View::Board)
        m_board->chooseFirst();
    else
        m_list->choose(0);
}

bool WorkroomPage::choose(OrderItemId piece)
{
    if (m_view == View::Board)
        return m_board->choose(piece);
    const int row = m_listModel->rowOf(piece);
    if (row >= 0)
        m_list->choose(row);
    return row >= 0;
}

void WorkroomPage::showChosen()
{
    m_bar->setCard(chosen(), m_steps);
}

void WorkroomPage::focusPieces()
{
    m_wantsFocus = m_reading; // what is chosen now may be gone by then
    const bool isThere = isPieces(m_stack->currentWidget());
    if (isThere && m_view != View::Board)
        m_list->setFocus(Qt::OtherFocusReason);
    else if (!isThere || !m_board->focusCards())
        setFocus(Qt::OtherFocusReason); // until something is there
}

// What is done --------------------------------------------------------------------------------------------------------

void WorkroomPage::perform(Deed deed)
{
    const WorkCard *card = chosen();
    if (!card)
        return;
    const bool onCheck = deed == Deed::Done && maySee(Deed::Check, *card, m_steps, m_desk.principal());
    if (!maySee(deed, *card, m_steps, m_desk.principal()) && !onCheck) {
        if (deed == Deed::Done && card->isWaiting())
            m_desk.notices().fail({ErrorKind::Conflict, "work.waits", {card->tag}, {}});
        return;
    }
    performFor(deed, WorkCard(*card));
}

void WorkroomPage::performFor(Deed deed, const WorkCard &card)
{
    WorkroomService service(m_desk.session(), m_desk.door());
    switch (deed) {
    case Deed::Done:
        return moveOn(card);
    case Deed::Work: {
        const bool pauses = card.isAtWork(m_desk.principal().person);
        return m_desk.when(pauses ? service.pause(card.id) : service.start(card.id), this, [] {});
    }
    case Deed::Back:
        return m_desk.when(service.moveBack(card.id), this, [] {});
    case Deed::Open:
        Q_EMIT m_desk.navigation().openOrderRequested(card.order);
        return;
    default:
        m_forms->begin(deed, card, m_checks);
    }
}

//! What would be ready is checked first.
bool WorkroomPage::isCheckedFirst(const WorkCard &card, int to) const
{
    return to == m_steps.ready() && card.checked < card.checks && !card.isWaiting() &&
           maySee(Deed::Check, card, m_steps, m_desk.principal());
}

//! `follows`: it stays the chosen one at its next step.
void WorkroomPage::moveOn(const WorkCard &card, bool follows)
{
    const auto next = m_steps.next(card.step, card.facts.kind, card.tried);
    if (next && isCheckedFirst(card, *next))
        return m_forms->begin(Deed::Check, card, m_checks);
    WorkroomService service(m_desk.session(), m_desk.door());
    m_desk.when(service.moveOn(card.id), this, [this, follows, piece = card.id] {
        if (follows)
            stayWith(piece);
    });
}

//! Chosen where it is now, once that is shown.
void WorkroomPage::stayWith(OrderItemId piece)
{
    m_wanted = piece;
    reload();
}

void WorkroomPage::drop(OrderItemId piece, const QString &step)
{
    WorkroomService service(m_desk.session(), m_desk.door());
    const auto card = service.card(piece);
    const auto to = m_steps.find(step);
    if (card && to && isCheckedFirst(*card, *to))
        return m_forms->begin(Deed::Check, *card, m_checks);
    m_desk.when(service.moveTo(piece, step), this, [this, piece] { stayWith(piece); });
}

bool WorkroomPage::stepBack()
{
    if (EntryForm *form = m_forms->open()) {
        form->leave();
        return true;
    }
    return false;
}

bool WorkroomPage::handle(ActionId action)
{
    EntryForm *form = m_forms->open();
    if (action != ActionId::Pay || !form)
        return false;
    form->submit();
    return true;
}

// By its tag ----------------------------------------------------------------------------------------------------------

bool WorkroomPage::takeScan(const QString &code)
{
    const auto piece = WorkroomService(m_desk.session(), m_desk.door()).byTag(code);
    if (!piece) {
        m_desk.notices().fail(piece.error());
        return true;
    }
    if (!*piece) {
        if (!m_ownOnly)
            return false; // a ticket opens its order
        m_desk.notices().say(tr("%1 is no tag of a piece that is given to you.").arg(code));
        return true;
    }
    if (m_head->isScanning()) {
        moveScanned(**piece);
    } else if (!choose(**piece)) {
        if (!m_ownOnly)
            return false;
        m_wanted = **piece;
    }
    return true;
}

//! A scanner held too long reads a tag twice: the second time means nothing.
void WorkroomPage::moveScanned(OrderItemId piece)
{
    constexpr qint64 repeat = 3000;
    const Instant now = m_desk.clock().now();
    const bool again = m_lastScanned == piece && m_scannedAt && now.msecs() - m_scannedAt->msecs() < repeat;
    m_lastScanned = piece;
    m_scannedAt = now;
    if (again)
        return;
    const auto card = WorkroomService(m_desk.session(), m_desk.door()).card(piece);
    if (!card) {
        m_desk.notices().fail(card.error());
        return;
    }
    choose(piece);
    moveOn(*card, true);
}

} // namespace thimblely::ui
