// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/inventory/item_pane.h"

#include "core/inventory/inventory_service.h"
#include "core/orders/cloth_use.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/inventory/promised_model.h"
#include "ui/inventory/roll_bar.h"
#include "ui/inventory/stock_ledger_model.h"
#include "ui/inventory/stock_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/stitch_line.h"

#include <QMenu>
#include <QPainter>
#include <QStackedLayout>

namespace thimblely::ui {

using access::Capability;
using inventory::ItemKind;

namespace {

//! A piece of the cloth beside its name.
class Swatch final : public QWidget {
public:
    using QWidget::QWidget;
    void setColour(const QString &colour)
    {
        m_colour = colour;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintSwatch(&painter, rect(), m_colour);
    }

private:
    QString m_colour;
};

Label *figure(QWidget *parent, const QString &name)
{
    auto *label = new Label(TextStyle::Total, Role::Text, {}, parent);
    label->setAccessibleName(name);
    return label;
}

} // namespace

ItemPane::ItemPane(Desk &desk, QWidget *parent)
    : Card(parent), m_desk(desk), m_ledger(new StockLedgerModel(desk, this)), m_promised(new PromisedModel(desk, this))
{
    auto *nothing = new EmptyState("i-stock", tr("Choose a roll from the list, or scan its label."), {}, this);
    auto *one = new QWidget(this);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(nothing);
    m_stack->addWidget(one);
    auto *all = column(one, 0);
    m_swatch = new Swatch(one);
    m_swatch->setFixedSize(28, 36);
    m_name = new Label(TextStyle::InputStrong, Role::Text, {}, one);
    m_facts = new Label(TextStyle::Caption, Role::Muted, {}, one);
    m_facts->setWordWrap(true);
    m_name->setElided(true);
    m_label = new PlainButton(tr("Label"), one);
    m_label->setIconName("i-print");
    m_label->setCaption(QStringLiteral("F8"));
    auto *names = column(nullptr, 0);
    names->addWidget(m_name);
    names->addWidget(m_facts);
    auto *head = row(nullptr, 12, {16, 12, 16, 4});
    head->addWidget(m_swatch);
    head->addLayout(names, 1);
    head->addWidget(m_label);
    all->addLayout(head);
    all->addLayout(buildFigures());
    all->addWidget(new Separator(Qt::Horizontal, one));
    all->addWidget(buildLines(), 1);
    all->addWidget(new Separator(Qt::Horizontal, one));
    all->addLayout(buildButtons());
    connect(m_label, &QAbstractButton::clicked, this, &ItemPane::labelRequested);
    connect(m_ledger, &StockLedgerModel::failed, &m_desk.notices(), &Notices::fail);
    connect(m_promised, &PromisedModel::failed, &m_desk.notices(), &Notices::fail);
    connect(&HideMoney::instance(), &HideMoney::changed, this, &ItemPane::showFacts);
}

QLayout *ItemPane::buildFigures()
{
    auto *figures = row(nullptr, 16, {16, 0, 16, 8});
    const auto add = [&](Label *&label, const QString &name) {
        auto *stack = column(nullptr, 0);
        stack->addWidget(new Label(TextStyle::Caption, Role::Muted, name, this));
        label = figure(this, name);
        stack->addWidget(label);
        figures->addLayout(stack, 1);
        figures->setAlignment(stack, Qt::AlignTop); // on one line, whatever their figures
    };
    add(m_left, tr("Left"));
    add(m_reserved, tr("Reserved"));
    add(m_free, tr("Free"));
    m_unit = new Label(TextStyle::Body, Role::Muted, {}, this);
    m_unit->setAlignment(Qt::AlignBottom | Qt::AlignTrailing);
    figures->addWidget(m_unit);
    return figures;
}

QWidget *ItemPane::buildLines()
{
    auto *box = new QWidget(this);
    m_which = new Segmented(tr("What is shown of it"), box);
    m_which->setSmall(true);
    m_which->addSegment(tr("Ledger"));
    m_which->addSegment(tr("Promised"));
    const auto view = [&](const QString &name, QAbstractItemModel *model) {
        auto *list = new ListView(name, Role::Surface, box);
        auto *delegate = new ListRowDelegate(list);
        delegate->setBase(Role::Surface);
        list->setModel(model);
        list->setItemDelegate(delegate);
        return list;
    };
    m_ledgerView = view(tr("What moved it"), m_ledger);
    m_promisedView = view(tr("Whom it is promised to"), m_promised);
    auto *none = new EmptyState(
        "i-stock", tr("Nothing of it is promised. What a piece needs is put aside when it is booked."), {}, box);
    auto *content = new QWidget(box);
    m_lines = new QStackedLayout(content);
    for (QWidget *each :
         {static_cast<QWidget *>(m_ledgerView), static_cast<QWidget *>(m_promisedView), static_cast<QWidget *>(none)})
        m_lines->addWidget(each);
    auto *head = row(nullptr, 0, {16, 8, 16, 8});
    head->addWidget(m_which);
    head->addStretch(1);
    auto *all = column(box, 0);
    all->addLayout(head);
    all->addWidget(content, 1);
    const auto choose = [this, none] {
        m_lines->setCurrentWidget(m_which->currentIndex() == 0 ? static_cast<QWidget *>(m_ledgerView)
                                  : m_promised->rowCount() > 0 ? static_cast<QWidget *>(m_promisedView)
                                                               : none);
    };
    connect(m_which, &Segmented::currentIndexChanged, this, choose);
    connect(m_promised, &QAbstractItemModel::modelReset, this, choose);
    connect(m_promisedView, &ListView::activated, this, [this](const QModelIndex &at) { openPiece(at.row()); });
    connect(m_ledgerView, &ListView::activated, this, [this](const QModelIndex &at) {
        const auto piece = m_ledger->movement(at.row()).piece;
        const auto found = piece ? orders::ClothUseService(m_desk.session(), m_desk.door()).whereUsed({*piece})
                                 : Result<std::vector<orders::ClothPiece>>(std::vector<orders::ClothPiece>());
        if (found && !found->empty())
            Q_EMIT m_desk.navigation().openOrderRequested(found->front().order);
    });
    return box;
}

void ItemPane::openPiece(int row)
{
    if (const orders::ClothPiece *piece = m_promised->piece(row))
        Q_EMIT m_desk.navigation().openOrderRequested(piece->order);
}

QLayout *ItemPane::buildButtons()
{
    const bool moves = m_desk.principal().can(Capability::InventoryWrite);
    const bool counts = moves || m_desk.principal().can(Capability::StockCount);
    auto *buttons = row(nullptr, 8, {16, 10, 16, 12});
    m_take = new PlainButton(tr("Take in"), this);
    m_cut = new PlainButton(tr("Cut"), this);
    auto *count = new PlainButton(tr("Count"), this);
    m_more = new FlatButton(QString(), this);
    m_more->setIconName("i-more");
    m_more->setToolTip(tr("More to do with it"));
    m_more->setAccessibleName(tr("More to do with it"));
    m_menu = new QMenu(m_more);
    for (QWidget *each : {static_cast<QWidget *>(m_take), static_cast<QWidget *>(m_cut), static_cast<QWidget *>(count)})
        buttons->addWidget(each, 1);
    buttons->addWidget(m_more);
    m_take->setVisible(moves);
    m_cut->setVisible(moves);
    count->setVisible(counts);
    m_more->setVisible(moves);
    connect(m_take, &QAbstractButton::clicked, this, [this] { Q_EMIT moveRequested(StockMove::Receive); });
    connect(m_cut, &QAbstractButton::clicked, this, [this] { Q_EMIT moveRequested(StockMove::Cut); });
    connect(count, &QAbstractButton::clicked, this, &ItemPane::countRequested);
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        fillMenu();
        m_menu->popup(m_more->mapToGlobal(QPoint(0, -m_menu->sizeHint().height())));
    });
    return buttons;
}

void ItemPane::fillMenu()
{
    m_menu->clear();
    if (!m_item)
        return;
    const auto add = [this](const QString &text, StockMove move) {
        m_menu->addAction(text, this, [this, move] { Q_EMIT moveRequested(move); });
    };
    add(tr("Keep a remnant…"), StockMove::Remnant);
    add(tr("It comes back…"), StockMove::Return);
    add(tr("Throw away…"), StockMove::Waste);
    add(tr("Correct…"), StockMove::Adjust);
    m_menu->addSeparator();
    add(tr("Put aside…"), StockMove::Reserve);
    if (m_promised->byHand().milli() > 0)
        add(tr("Let go…"), StockMove::Release);
    add(m_item->ordered ? tr("What is on order…") : tr("It is ordered…"), StockMove::Order);
    m_menu->addSeparator();
    m_menu->addAction(tr("Change what is written of it…"), this, &ItemPane::editRequested);
    if (m_desk.principal().can(Capability::InventoryDelete))
        m_menu->addAction(tr("Remove from stock"), this, &ItemPane::removeRequested);
}

bool ItemPane::showItem(InventoryItemId id)
{
    auto item = inventory::InventoryService(m_desk.session(), m_desk.door()).load(id);
    if (!item) {
        m_desk.notices().fail(item.error());
        return false;
    }
    m_item = std::move(*item);
    m_ledger->showItem(id);
    m_promised->showItem(id, m_item->facts.unit);
    const int promised = m_promised->rowCount();
    m_which->setSegmentText(1,
                            promised > 0 ? tr("Promised %1").arg(m_desk.locale().toString(promised)) : tr("Promised"));
    showFacts();
    m_stack->setCurrentIndex(1);
    return true;
}

void ItemPane::showNothing()
{
    m_item.reset();
    m_stack->setCurrentIndex(0);
}

void ItemPane::reload()
{
    if (m_item && !inventory::InventoryService(m_desk.session(), m_desk.door()).load(m_item->id))
        return showNothing(); // it went into the bin
    if (m_item)
        showItem(m_item->id);
}

void ItemPane::showFacts()
{
    if (!m_item)
        return;
    const inventory::ItemDraft &facts = m_item->facts;
    const QLocale &locale = m_desk.locale();
    static_cast<Swatch *>(m_swatch)->setColour(facts.colour);
    m_name->setText(facts.name);
    QStringList parts{facts.sku, facts.composition,
                      facts.widthMm ? tr("%1 cm wide").arg(locale.toString(*facts.widthMm / 10)) : QString(),
                      facts.location.isEmpty() ? QString() : tr("shelf %1").arg(isolated(facts.location))};
    if (facts.sellingPrice)
        //: a price and what it is for: ₦6,800 / m
        parts.append(tr("%1 / %2").arg(m_desk.amount(*facts.sellingPrice), facts.unit));
    if (facts.cost)
        parts.append(tr("cost %1").arg(m_desk.amount(*facts.cost)));
    if (m_item->ordered)
        parts.append(tr("on order: %1").arg(quantityText(*m_item->ordered, facts.unit, locale)));
    if (m_item->lastCountedAt)
        parts.append(
            tr("counted %1").arg(dayText(m_desk.calendar().dayOf(*m_item->lastCountedAt), m_desk.today(), locale)));
    parts.removeAll(QString());
    m_facts->setText(parts.join(QStringLiteral(" \u00b7 ")));
    m_left->setText(m_item->stock.toText(locale));
    m_reserved->setText(m_item->reserved.toText(locale));
    m_free->setText(m_item->free().toText(locale));
    m_free->setRole(m_item->free().milli() < 0 ? Role::Late : Role::Text);
    m_unit->setText(facts.unit);
    m_cut->setText(facts.kind == ItemKind::FabricRoll ? tr("Cut") : tr("Take off"));
}

void ItemPane::focusFirst()
{
    QWidget *first = m_take->isVisible() ? static_cast<QWidget *>(m_take) : m_ledgerView;
    first->setFocus(Qt::OtherFocusReason);
}

} // namespace thimblely::ui
