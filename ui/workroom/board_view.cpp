// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workroom/board_view.h"

#include "ui/desk/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/pane.h"
#include "ui/workroom/column_head.h"
#include "ui/workroom/work_delegate.h"
#include "ui/workroom/work_model.h"
#include "ui/workroom/work_view.h"
#include "ui/workroom/work_words.h"

#include <QApplication>
#include <QResizeEvent>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int leastWidth = 208;
constexpr int between = 12;

} // namespace

BoardView::BoardView(Desk &desk, QWidget *parent) : QScrollArea(parent), m_desk(desk), m_ground(new QWidget(this))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    row(m_ground, between);
    setWidget(m_ground);
    viewport()->setAutoFillBackground(false);
    m_ground->setAutoFillBackground(false);
    connect(&Theme::instance(), &Theme::changed, this, &BoardView::keepWidths);
}

//! As wide as letters of that size need.
void BoardView::keepWidths()
{
    for (const Column &column : m_columns)
        column.box->setMinimumWidth(Theme::instance().px(leastWidth));
}

void BoardView::build(const workroom::Steps &steps)
{
    for (const Column &column : m_columns)
        column.box->deleteLater();
    m_columns.clear();
    m_current = 0;
    for (int step = 0; step < steps.count(); ++step)
        m_columns.push_back(makeColumn(steps, step));
}

BoardView::Column BoardView::makeColumn(const workroom::Steps &steps, int step)
{
    const bool ready = step == steps.ready();
    auto *box = new QWidget(m_ground);
    box->setMinimumWidth(Theme::instance().px(leastWidth));
    auto *lines = column(box, 0);
    auto *head = new ColumnHead(box);
    auto *model = new WorkModel(m_desk, box);
    WorkDelegate *delegate =
        ready ? static_cast<WorkDelegate *>(new ReadyDelegate(m_desk, box)) : new CardDelegate(m_desk, box);
    auto *view = new WorkView(model, delegate, Role::Window, box);
    view->setDraggable(m_desk.principal().can(access::Capability::OrdersWrite));
    lines->addWidget(head);
    lines->addSpacing(8);
    lines->addWidget(view, 1);
    static_cast<QHBoxLayout *>(m_ground->layout())->addWidget(box, 1);
    connect(view, &WorkView::deedAsked, this, &BoardView::deedAsked);
    connect(view, &WorkView::asideAsked, this, [this, step](int aside) { goAside(step, aside); });
    connect(view, &WorkView::entered, this, [this, step] { enter(step); });
    connect(view, &WorkView::chosenChanged, this, &BoardView::chosenChanged);
    connect(view, &WorkView::dropped, this,
            [this, key = steps.at(step).key](OrderItemId piece) { Q_EMIT dropped(piece, key); });
    connect(model, &WorkModel::moreWanted, this, [this, step, model] { Q_EMIT moreWanted(step, *model->next()); });
    return {steps.at(step).key, box, head, model, view};
}

void BoardView::setBoard(const workroom::WorkBoard &board)
{
    const bool same = std::ranges::equal(m_columns, board.steps.all(), {}, &Column::key, &workroom::Step::key);
    if (!same)
        build(board.steps);
    for (size_t i = 0; i < m_columns.size(); ++i) {
        fillHead(m_columns[i], board.columns[i], board);
        m_columns[i].view->setAccessibleName(board.steps.at(int(i)).name);
        m_columns[i].model->setColumn(board.columns[i], board.steps);
    }
    Q_EMIT chosenChanged();
}

void BoardView::fillHead(const Column &column, const workroom::BoardColumn &content, const workroom::WorkBoard &board)
{
    const QLocale &locale = m_desk.locale();
    QString count = locale.toString(content.pieces);
    if (!board.isWhole)
        count += u'+'; // no more were counted
    if (&content == &board.columns.back()) {
        const QString whole = !board.ordersReady ? tr("on the rack")
                              : *board.ordersReady == 1
                                  ? tr("1 whole order")
                                  : tr("%1 whole orders").arg(locale.toString(*board.ordersReady));
        column.head->setColumn(content.step.name, count, whole, {}, -1);
        return;
    }
    const double load = board.capacity > 0 ? double(content.minutes) / board.capacity : -1;
    column.head->setColumn(content.step.name, count, loadText(content.minutes, board.capacity, locale),
                           shortLoad(content.minutes, board.capacity, locale), load);
    column.head->setToolTip(tr("%1: work at this step, of the hours of today and the next working day")
                                .arg(loadText(content.minutes, board.capacity, locale)));
}

void BoardView::append(int step, const std::optional<workroom::WorkPage> &page)
{
    if (step < columns())
        m_columns[size_t(step)].model->append(page);
}

const workroom::WorkCard *BoardView::current() const
{
    return m_columns.empty() ? nullptr : m_columns[size_t(m_current)].view->currentCard();
}

bool BoardView::choose(OrderItemId piece)
{
    for (int step = 0; step < columns(); ++step) {
        if (const int row = m_columns[size_t(step)].model->rowOf(piece); row >= 0) {
            const bool hadKeys = m_ground->isAncestorOf(QApplication::focusWidget());
            view(step)->choose(row);
            enter(step);
            if (hadKeys) // and they are meant for this one now
                view(step)->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return false;
}

void BoardView::chooseFirst()
{
    if (current())
        return;
    for (int step = 0; step < columns(); ++step) {
        if (m_columns[size_t(step)].model->rowCount() == 0)
            continue;
        view(step)->choose(0);
        return enter(step);
    }
}

bool BoardView::focusCards()
{
    if (isEmpty())
        return false;
    chooseFirst();
    view(m_current)->setFocus(Qt::OtherFocusReason);
    return true;
}

int BoardView::mostShown() const
{
    int most = 0;
    for (const Column &column : m_columns)
        most = std::max(most, column.model->cards());
    return most;
}

bool BoardView::isEmpty() const
{
    return std::ranges::all_of(m_columns, [](const Column &column) { return column.model->rowCount() == 0; });
}

void BoardView::goAside(int from, int aside)
{
    const QRect at = view(from)->visualRect(view(from)->currentIndex());
    for (int to = from + aside; to >= 0 && to < columns(); to += aside) {
        if (m_columns[size_t(to)].model->rowCount() == 0)
            continue;
        view(to)->choose(view(to)->rowAt(at.isValid() ? at.top() + 8 : 0));
        view(to)->setFocus(aside > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return;
    }
}

//! One card of all is the current one.
void BoardView::enter(int step)
{
    m_current = step;
    for (int other = 0; other < columns(); ++other) {
        if (other != step)
            view(other)->setCurrentIndex({});
    }
    ensureWidgetVisible(m_columns[size_t(step)].box, between, 0);
    Q_EMIT chosenChanged();
}

void BoardView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (!m_columns.empty())
        ensureWidgetVisible(m_columns[size_t(m_current)].box, between, 0);
}

} // namespace thimblely::ui
