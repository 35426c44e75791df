// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/history/history_page.h"

#include "ui/desk/desk.h"
#include "ui/history/bin_pane.h"
#include "ui/history/happened_pane.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <QStackedLayout>

namespace thimblely::ui {

namespace {

enum Tab { Happened, InBin };

} // namespace

HistoryPage::HistoryPage(Desk &desk, QWidget *parent)
    : Page(parent), m_desk(desk), m_tabs(new Segmented(tr("Show"), this)), m_happened(new HappenedPane(desk, this)),
      m_bin(new BinPane(desk, this))
{
    m_tabs->addSegment(tr("History"));
    m_tabs->addSegment(tr("Bin"));
    auto *head = new Pane(Role::Surface, Pane::Edge::Bottom, this);
    auto *tabs = row(head, 0, {16, 8, 16, 8});
    tabs->addWidget(m_tabs);
    tabs->addStretch(1);
    auto *panes = new QWidget(this);
    m_stack = new QStackedLayout(panes);
    m_stack->addWidget(m_happened);
    m_stack->addWidget(m_bin);
    auto *all = column(this, 0);
    all->addWidget(head);
    all->addWidget(panes, 1);
    connect(m_tabs, &Segmented::currentIndexChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        arrive();
        Q_EMIT titleChanged();
    });
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, [this](const changes::ChangeSet &changes) {
        m_happened->apply(changes);
        m_bin->apply(changes);
    });
}

QString HistoryPage::title() const
{
    return m_tabs->currentIndex() == InBin ? tr("Bin") : tr("History");
}

void HistoryPage::arrive()
{
    if (!isVisible())
        return;
    if (m_tabs->currentIndex() == InBin)
        m_bin->arrive();
    else
        m_happened->arrive();
}

bool HistoryPage::stepBack()
{
    if (m_tabs->currentIndex() == Happened)
        return false;
    m_tabs->setCurrentIndex(Happened);
    return true;
}

void HistoryPage::showAbout(storage::Table table, RowId row, const QString &words)
{
    m_tabs->setCurrentIndex(Happened);
    m_happened->showAbout(table, row, words);
}

void HistoryPage::showAll()
{
    m_tabs->setCurrentIndex(Happened);
    m_happened->showAll();
}

void HistoryPage::showBin()
{
    m_tabs->setCurrentIndex(InBin);
}

} // namespace thimblely::ui
