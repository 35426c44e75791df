// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/history/bin_pane.h"

#include "ui/desk/desk.h"
#include "ui/history/bin_model.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/stitch_line.h"

#include <QAction>
#include <QLineEdit>
#include <QShortcut>
#include <QStackedLayout>

#include <utility>

namespace thimblely::ui {

BinPane::BinPane(Desk &desk, QWidget *parent)
    : Pane(Role::Surface, Edge::None, parent), m_desk(desk), m_model(new BinModel(desk, this)),
      m_find(new QLineEdit(this)), m_list(new ListView(tr("What was deleted"), Role::Surface, this)),
      m_restore(new PlainButton(tr("Bring back"), this))
{
    build();
    connect(m_model, &BinModel::failed, &m_desk.notices(), &Notices::fail);
    connect(m_model, &BinModel::loaded, this, &BinPane::refreshList);
    connect(m_find, &QLineEdit::textChanged, m_model, &BinModel::show);
    connect(m_find, &QLineEdit::returnPressed, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_restore, &QAbstractButton::clicked, this, &BinPane::restore);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) // a click only chooses
        new QShortcut(key, m_list, this, &BinPane::restore, Qt::WidgetShortcut);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) { m_restore->setEnabled(now.isValid()); });
}

void BinPane::build()
{
    m_find->setAccessibleName(tr("Find in the bin"));
    m_find->setPlaceholderText(tr("Find by name or number"));
    m_find->addAction(icon("i-search", Role::Text, metric::IconSmall), QLineEdit::LeadingPosition);
    m_find->setClearButtonEnabled(true);
    auto *delegate = new ListRowDelegate(m_list);
    delegate->setBase(Role::Surface);
    m_list->setModel(m_model);
    m_list->setItemDelegate(delegate);
    auto *lists = new QWidget(this);
    m_stack = new QStackedLayout(lists);
    m_stack->addWidget(m_list);
    m_stack->addWidget(new EmptyState("i-check", tr("Nothing that was deleted is called so."), {}, this));
    m_stack->addWidget(new EmptyState("i-check", tr("The bin is empty."), {}, this));
    auto *keeps =
        new Label(TextStyle::Caption, Role::Muted,
                  tr("Nothing leaves the bin by itself: what lies here can be brought back at any time."), this);
    keeps->setWordWrap(true);
    auto *head = row(nullptr, 12, {16, 12, 16, 4});
    head->addWidget(m_find, 1);
    head->addWidget(m_restore);
    auto *remark = column(nullptr, 0, {16, 0, 16, 8});
    remark->addWidget(keeps);
    auto *all = column(this, 0);
    all->addLayout(head);
    all->addLayout(remark);
    all->addWidget(new Separator(Qt::Horizontal, this));
    all->addWidget(lists, 1);
    m_restore->setEnabled(false);
}

void BinPane::arrive()
{
    if (!std::exchange(m_started, true))
        m_model->show(m_find->text());
    else if (std::exchange(m_stale, false))
        m_model->refresh();
    m_find->setFocus(Qt::OtherFocusReason);
}

void BinPane::apply(const changes::ChangeSet &)
{
    m_stale = m_started && !isVisible();
    if (m_started && !m_stale)
        m_model->refresh();
}

void BinPane::refreshList()
{
    const bool any = m_model->rowCount() > 0;
    m_stack->setCurrentIndex(any ? 0 : m_find->text().trimmed().isEmpty() ? 2 : 1);
    if (any && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    m_restore->setEnabled(any);
}

void BinPane::restore()
{
    const QModelIndex index = m_list->currentIndex();
    if (index.isValid())
        m_desk.when(changes::Bin::restore(m_desk.door(), m_model->thing(index.row())), this, [] {});
}

} // namespace thimblely::ui
