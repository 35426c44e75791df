// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/history/happened_pane.h"

#include "ui/desk/desk.h"
#include "ui/history/changes_view.h"
#include "ui/history/history_filter_bar.h"
#include "ui/history/history_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/stitch_line.h"

#include <QStackedLayout>

#include <utility>

namespace thimblely::ui {

using changes::History;

HappenedPane::HappenedPane(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_model(new HistoryModel(desk, this)), m_filter(new HistoryFilterBar(desk, this)),
      m_list(new ListView(tr("What was done"), Role::Window, this)), m_view(new ChangesView(desk, this)),
      m_empty(new EmptyState("i-filter", tr("Nothing of this kind was done. All of it is one step away."),
                             tr("Show all"), this))
{
    build();
    connect(m_model, &HistoryModel::failed, &m_desk.notices(), &Notices::fail);
    connect(m_model, &HistoryModel::loaded, this, &HappenedPane::refreshList);
    connect(m_filter, &HistoryFilterBar::changed, this, &HappenedPane::readAbout);
    connect(m_filter, &HistoryFilterBar::done, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_filter, &HistoryFilterBar::aboutDropped, this, &HappenedPane::showAll);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        m_filter->clear();
        showAll();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HappenedPane::choose);
}

void HappenedPane::build()
{
    constexpr int listShare = 2; // of five
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ListRowDelegate(m_list));
    auto *lists = new QWidget(this);
    m_stack = new QStackedLayout(lists);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto *side = new Pane(Role::Window, Pane::Edge::Trailing, this);
    auto *filter = column(nullptr, 0, {16, 12, 17, 12});
    filter->addWidget(m_filter);
    auto *rows = column(side, 0, {0, 0, 1, 0});
    rows->addLayout(filter);
    rows->addWidget(new Separator(Qt::Horizontal, side));
    rows->addWidget(lists, 1);
    auto *all = row(this, 0);
    all->addWidget(side, listShare);
    all->addWidget(m_view, 5 - listShare);
}

void HappenedPane::arrive()
{
    if (!m_started) {
        m_started = true;
        const auto people = History(m_desk.session()).people();
        if (people)
            m_filter->setPeople(*people);
        else
            m_desk.notices().fail(people.error());
        readAbout();
    } else if (std::exchange(m_stale, false)) {
        refresh();
    }
    m_list->setFocus(Qt::OtherFocusReason);
}

void HappenedPane::showAbout(storage::Table table, RowId row, const QString &words)
{
    m_about = About{table, row};
    m_numbers.reset();
    m_filter->setAbout(words);
    m_started ? m_filter->clear() : arrive();
}

void HappenedPane::showAll()
{
    m_about.reset();
    m_numbers.reset();
    m_filter->setAbout({});
    readAbout();
}

//! The operations of one client or order are found first: that looks through the whole journal.
void HappenedPane::readAbout()
{
    if (!m_about || m_numbers) {
        History::Filter filter = m_filter->filter();
        filter.numbers = m_numbers;
        m_model->show(filter);
        return;
    }
    const About about = *m_about;
    auto numbers = m_desk.reader().read<std::vector<qint64>>(
        [about](access::Session &session) { return History(session).numbersOf(about.table, about.row); });
    whenDone(std::move(numbers), this, [this, about](const Result<std::vector<qint64>> &found) {
        if (!m_about || m_about->row != about.row)
            return;
        if (!found)
            return m_desk.notices().fail(found.error());
        m_numbers = *found;
        readAbout();
    });
}

void HappenedPane::refreshList()
{
    const bool any = m_model->rowCount() > 0;
    m_stack->setCurrentWidget(any ? static_cast<QWidget *>(m_list) : m_empty);
    if (any && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    choose();
}

void HappenedPane::choose()
{
    const QModelIndex index = m_list->currentIndex();
    if (index.isValid())
        m_view->show(m_model->operation(index.row()));
    else
        m_view->showNothing();
}

void HappenedPane::apply(const changes::ChangeSet &)
{
    m_stale = m_started && !isVisible();
    if (m_started && !m_stale)
        refresh();
}

void HappenedPane::refresh()
{
    if (!m_about)
        return m_model->refresh();
    m_numbers.reset();
    readAbout();
}

} // namespace thimblely::ui
