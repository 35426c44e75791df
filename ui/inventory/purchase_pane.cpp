// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/inventory/purchase_pane.h"

#include "core/inventory/stock_service.h"
#include "ui/desk/desk.h"
#include "ui/documents/order_papers.h"
#include "ui/inventory/purchase_model.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/pane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QStackedLayout>

namespace thimblely::ui {

PurchasePane::PurchasePane(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_model(new PurchaseModel(desk, this)),
      m_view(new ListView(tr("What is to be bought"), Role::Surface, this)), m_copy(new PlainButton(tr("Copy"), this)),
      m_print(new PlainButton(tr("Print"), this)), m_order(new PlainButton(tr("All are ordered"), this))
{
    auto *delegate = new ListRowDelegate(m_view);
    delegate->setBase(Role::Surface);
    m_view->setModel(m_model);
    m_view->setItemDelegate(delegate);
    auto *nothing = new EmptyState(
        "i-check",
        tr("Nothing is missing. What falls below where more is to be ordered stands here, less what is on its way."),
        {}, this);
    auto *content = new QWidget(this);
    m_stack = new QStackedLayout(content);
    m_stack->addWidget(m_view);
    m_stack->addWidget(nothing);
    m_print->setIconName("i-print");
    m_print->setCaption(QStringLiteral("F8"));
    auto *buttons = row(nullptr, 8, {16, 8, 16, 12});
    buttons->addWidget(m_order);
    buttons->addStretch(1);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_print);
    auto *all = column(this, 0);
    all->addWidget(content, 1);
    all->addLayout(buttons);
    connect(m_model, &PurchaseModel::failed, &desk.notices(), &Notices::fail);
    connect(m_copy, &QAbstractButton::clicked, this, &PurchasePane::copy);
    connect(m_print, &QAbstractButton::clicked, this, &PurchasePane::print);
    connect(m_order, &QAbstractButton::clicked, this, &PurchasePane::orderAll);
    connect(m_view, &ListView::activated, this, &PurchasePane::activated);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (now.isValid())
            Q_EMIT currentChanged(m_model->line(now.row()).item.id);
    });
}

void PurchasePane::reload()
{
    m_model->reload();
    m_stack->setCurrentIndex(m_model->rowCount() > 0 || !m_model->isLoaded() ? 0 : 1);
    if (m_model->rowCount() > 0 && !m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(0));
    showButtons();
}

void PurchasePane::showButtons()
{
    const bool any = m_model->toBuy() > 0;
    m_order->setVisible(m_desk.principal().can(access::Capability::InventoryWrite));
    for (Button *button : {m_order, m_copy, m_print})
        button->setEnabled(any);
}

void PurchasePane::focusList()
{
    if (m_view->isVisible())
        m_view->setFocus(Qt::OtherFocusReason);
}

std::optional<InventoryItemId> PurchasePane::current() const
{
    const QModelIndex now = m_view->currentIndex();
    return now.isValid() ? std::optional(m_model->line(now.row()).item.id) : std::nullopt;
}

void PurchasePane::copy()
{
    QGuiApplication::clipboard()->setText(m_model->text());
    m_desk.notices().say(tr("The purchase list is copied. Paste it into a message or a mail."));
}

void PurchasePane::print()
{
    if (m_model->toBuy() > 0)
        OrderPapers(m_desk).printPurchases(m_model->lines());
}

void PurchasePane::orderAll()
{
    std::vector<inventory::OrderedItem> items;
    for (const inventory::Purchase &line : m_model->lines()) {
        if (line.wanted.milli() > 0)
            items.push_back({line.item.id, line.item.ordered.value_or(Quantity(0)) + line.wanted});
    }
    m_desk.when(inventory::StockService(m_desk.session(), m_desk.door()).order(std::move(items)), this, [] {});
}

} // namespace thimblely::ui
