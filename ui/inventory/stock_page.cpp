// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/inventory/stock_page.h"

#include "core/inventory/inventory_service.h"
#include "core/inventory/stock_codes.h"
#include "core/inventory/stock_service.h"
#include "core/orders/cloth_use.h"
#include "ui/desk/desk.h"
#include "ui/desk/entry_form.h"
#include "ui/documents/order_papers.h"
#include "ui/inventory/item_form.h"
#include "ui/inventory/item_pane.h"
#include "ui/inventory/price_list_page.h"
#include "ui/inventory/purchase_model.h"
#include "ui/inventory/purchase_pane.h"
#include "ui/inventory/shelf_count_form.h"
#include "ui/inventory/stock_move_form.h"
#include "ui/inventory/stock_row_delegate.h"
#include "ui/inventory/stock_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStackedWidget>

namespace thimblely::ui {

using access::Capability;
using inventory::InventoryService;
using inventory::StockService;

namespace {

constexpr int itemWidth = 396;
constexpr int itemNarrow = 364;
constexpr int narrowBelow = 1080; // of the page at 100 %
constexpr int findWidth = 200;
constexpr int buySegment = int(StockList::Low) + 1;

} // namespace

bool StockPage::isFor(const access::Principal &principal)
{
    // Cutters see the rolls; who counts, moves or buys has hands for them, too.
    return principal.can(Capability::InventoryRead);
}

StockPage::StockPage(Desk &desk, QWidget *parent) : Page(parent), m_desk(desk), m_model(new StockModel(desk, this))
{
    auto *all = column(this, 8, {16, 10, 16, 16});
    all->addLayout(buildHead());
    auto *work = new Card(this);
    m_stack = new QStackedWidget(work);
    column(work, 0)->addWidget(m_stack);
    m_listPart = buildList();
    m_buy = new PurchasePane(desk, m_stack);
    m_move = new StockMoveForm(desk, m_stack);
    m_itemForm = new ItemForm(desk, m_stack);
    m_shelf = new ShelfCountForm(desk, m_stack);
    for (QWidget *each : {m_listPart, static_cast<QWidget *>(m_buy), static_cast<QWidget *>(m_move),
                          static_cast<QWidget *>(m_itemForm), static_cast<QWidget *>(m_shelf)})
        m_stack->addWidget(each);
    m_item = new ItemPane(desk, this);
    auto *sides = row(nullptr, 12);
    sides->addWidget(work, 1);
    sides->addWidget(m_item);
    all->addLayout(sides, 1);
    connectParts();
    place();
}

QLayout *StockPage::buildHead()
{
    const bool moves = m_desk.principal().can(Capability::InventoryWrite);
    const bool counts = moves || m_desk.principal().can(Capability::StockCount);
    m_which = new Segmented(tr("What of the stock"), this);
    m_which->setSmall(true);
    for (const QString &word : {tr("Rolls"), tr("Trims"), tr("Goods"), tr("Low"), tr("To buy")})
        m_which->addSegment(word);
    m_totals = new Label(TextStyle::Body, Role::Muted, {}, this);
    m_totals->setElided(true);
    m_totals->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_find = new QLineEdit(this);
    m_find->setPlaceholderText(tr("Name or number"));
    m_find->setAccessibleName(tr("Find in the stock"));
    m_find->setClearButtonEnabled(true);
    m_find->setMinimumWidth(Theme::instance().px(findWidth) / 2);
    m_find->setMaximumWidth(Theme::instance().px(findWidth));
    m_count = new PlainButton(tr("Count a shelf"), this);
    m_new = new PlainButton(tr("New"), this);
    m_new->setIconName("i-plus");
    m_new->setToolTip(tr("Something new in stock"));
    m_new->setAccessibleName(tr("Something new in stock"));
    m_more = new FlatButton(QString(), this);
    m_more->setIconName("i-more");
    m_more->setToolTip(tr("More for the stock"));
    m_more->setAccessibleName(tr("More for the stock"));
    m_count->setVisible(counts);
    m_new->setVisible(moves);
    auto *head = row(nullptr, 12);
    m_heading = new Label(TextStyle::Heading, Role::Text, tr("Stock"), this);
    head->addWidget(m_heading);
    head->addWidget(m_which);
    head->addWidget(m_totals, 1);
    head->addWidget(m_find, 1);
    head->addWidget(m_count);
    head->addWidget(m_new);
    head->addWidget(m_more);
    return head;
}

QWidget *StockPage::buildList()
{
    auto *part = new QWidget(m_stack);
    m_lists = new QStackedWidget(part);
    m_view = new ListView(tr("Stock"), Role::Surface, m_lists);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new StockRowDelegate(*m_model, m_desk.locale(), m_view));
    const bool moves = m_desk.principal().can(Capability::InventoryWrite);
    m_empty = new EmptyState("i-stock",
                             tr("Nothing is here yet. What you cut from, sew on or sell is written down once, with how "
                                "much of it there is; orders then take it off by themselves."),
                             moves ? tr("Something new in stock") : QString(), m_lists);
    m_nothing = new EmptyState("i-check", tr("Nothing like this is in stock."), {}, m_lists);
    m_lists->addWidget(m_view);
    m_lists->addWidget(m_empty);
    m_lists->addWidget(m_nothing);
    auto *all = column(part, 0, {1, 1, 1, 1});
    all->addWidget(new StockListHead(*m_model, m_desk.locale(), part));
    all->addWidget(m_lists, 1);
    all->addWidget(new StockLegend(part));
    connect(m_empty, &EmptyState::actionTriggered, this, &StockPage::startNew);
    return part;
}

void StockPage::connectParts()
{
    connect(m_model, &StockModel::failed, &m_desk.notices(), &Notices::fail);
    connect(m_which, &Segmented::currentIndexChanged, this, &StockPage::choose);
    connect(m_find, &QLineEdit::textChanged, this, &StockPage::find);
    connect(m_find, &QLineEdit::returnPressed, this, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(m_count, &QAbstractButton::clicked, this, [this] { countShelf({}); });
    connect(m_new, &QAbstractButton::clicked, this, &StockPage::startNew);
    auto *menu = new QMenu(m_more);
    menu->addAction(tr("Print the labels of the shelves"), this, &StockPage::printShelfLabels);
    if (PriceListPage::isFor(m_desk.principal()))
        menu->addAction(tr("Price list…"), this, &StockPage::priceListRequested);
    connect(m_more, &QAbstractButton::clicked, this, [this, menu] {
        menu->popup(m_more->mapToGlobal(QPoint(m_more->width() - menu->sizeHint().width(), m_more->height())));
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (now.isValid() && !m_quiet)
            m_item->showItem(m_model->item(now.row()).id);
    });
    connect(m_view, &ListView::activated, m_item, &ItemPane::focusFirst);
    connect(m_buy, &PurchasePane::currentChanged, this, [this](InventoryItemId item) { m_item->showItem(item); });
    connect(m_buy, &PurchasePane::activated, m_item, &ItemPane::focusFirst);
    connect(m_item, &ItemPane::moveRequested, this, &StockPage::startMove);
    connect(m_item, &ItemPane::countRequested, this, &StockPage::startCount);
    connect(m_item, &ItemPane::editRequested, this, &StockPage::startEdit);
    connect(m_item, &ItemPane::labelRequested, this, &StockPage::printLabel);
    connect(m_item, &ItemPane::removeRequested, this, &StockPage::remove);
    for (EntryForm *each :
         {static_cast<EntryForm *>(m_move), static_cast<EntryForm *>(m_itemForm), static_cast<EntryForm *>(m_shelf)})
        connect(each, &EntryForm::left, this, &StockPage::showList);
    connect(m_itemForm, &ItemForm::added, this, &StockPage::showItem);
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &StockPage::follow);
    connect(&HideMoney::instance(), &HideMoney::changed, this, &StockPage::showTotals);
    connect(&Theme::instance(), &Theme::changed, this, &StockPage::place);
}

void StockPage::follow(const changes::ChangeSet &changes)
{
    using storage::Table;
    if (!isVisible() || !(changes.touches(Table::InventoryItems) || changes.touches(Table::InventoryMovements)))
        return;
    reload();
}

void StockPage::reload()
{
    const QScopedValueRollback quiet(m_quiet, true);
    m_model->isLoaded() ? m_model->reload() : m_model->show(m_model->list(), m_model->words());
    m_buy->reload();
    m_item->reload();
    showRows();
}

void StockPage::showRows()
{
    const bool any = m_model->rowCount() > 0;
    const bool plain = m_model->words().isEmpty() && m_model->list() != StockList::Low;
    m_lists->setCurrentWidget(any || !m_model->isLoaded() ? static_cast<QWidget *>(m_view)
                              : plain                     ? static_cast<QWidget *>(m_empty)
                                                          : m_nothing);
    const int toBuy = m_buy->model().toBuy();
    m_which->setSegmentText(buySegment,
                            toBuy > 0 ? tr("To buy %1").arg(m_desk.locale().toString(toBuy)) : tr("To buy"));
    showTotals();
    if (isBuying())
        return;
    const int row = m_item->item() ? m_model->rowOf(m_item->item()->id) : -1;
    const QScopedValueRollback quiet(m_quiet, true);
    if (row >= 0) {
        m_view->setCurrentIndex(m_model->index(row));
    } else if (any) {
        m_view->setCurrentIndex(m_model->index(0));
        m_item->showItem(m_model->item(0).id);
    } else {
        m_item->showNothing();
    }
}

void StockPage::showTotals()
{
    const auto kind = m_model->list() == StockList::Trims   ? inventory::ItemKind::Trim
                      : m_model->list() == StockList::Goods ? inventory::ItemKind::ReadyMade
                                                            : inventory::ItemKind::FabricRoll;
    const auto totals = StockService(m_desk.session(), m_desk.door()).totals(kind);
    QStringList parts;
    if (totals && !isBuying() && m_model->list() != StockList::Low) {
        for (const inventory::StockTotals::OfUnit &one : totals->units)
            //: "271 m on 10 rolls" or "320 pcs of 12 things"
            parts.append(kind == inventory::ItemKind::FabricRoll
                             ? tr("%1 on %n rolls", nullptr, one.items)
                                   .arg(quantityText(one.quantity, one.unit, m_desk.locale()))
                             : tr("%1 of %n things", nullptr, one.items)
                                   .arg(quantityText(one.quantity, one.unit, m_desk.locale())));
        if (totals->value && !totals->value->isZero())
            parts.append(m_desk.amount(*totals->value));
    }
    m_totals->setText(parts.join(QStringLiteral(" \u00b7 ")));
}

bool StockPage::isBuying() const
{
    return m_which->currentIndex() == buySegment;
}

EntryForm *StockPage::form() const
{
    return qobject_cast<EntryForm *>(m_stack->currentWidget());
}

void StockPage::choose(int segment)
{
    if (segment != buySegment) {
        const QScopedValueRollback quiet(m_quiet, true);
        m_find->clear();
        m_model->show(StockList(segment));
    }
    if (EntryForm *typed = form())
        typed->leave();
    showList();
}

void StockPage::find(const QString &words)
{
    if (isBuying() && !words.isEmpty())
        m_which->setCurrentIndex(0);
    m_model->show(m_model->list(), words);
    if (form())
        return;
    m_stack->setCurrentWidget(m_listPart);
    showRows();
}

void StockPage::showList()
{
    m_stack->setCurrentWidget(isBuying() ? static_cast<QWidget *>(m_buy) : m_listPart);
    m_item->show();
    showRows();
    if (isBuying()) {
        if (const auto item = m_buy->current())
            m_item->showItem(*item);
        m_buy->focusList();
    } else if (isVisible() && !m_find->hasFocus()) {
        m_view->setFocus(Qt::OtherFocusReason);
    }
}

void StockPage::showForm(EntryForm *form)
{
    if (EntryForm *before = this->form(); before && before != form)
        before->leave();
    m_item->setVisible(form != m_shelf); // who counts does not see what there should be
    m_stack->setCurrentWidget(form);
}

void StockPage::startMove(StockMove move)
{
    if (!m_item->item() || !m_desk.principal().can(Capability::InventoryWrite))
        return;
    const inventory::Item item = *m_item->item();
    const auto promised = orders::ClothUseService(m_desk.session(), m_desk.door()).promisedOf(item.id);
    if (!promised)
        return m_desk.notices().fail(promised.error());
    showForm(m_move);
    m_move->begin(move, item, *promised);
    m_move->focusFirst();
}

void StockPage::startCount()
{
    if (!m_item->item())
        return;
    const inventory::Item item = *m_item->item();
    showForm(m_shelf);
    m_shelf->beginItem(item);
    m_shelf->focusFirst();
}

void StockPage::countShelf(const std::optional<QString> &shelf)
{
    showForm(m_shelf);
    m_shelf->begin(shelf);
    m_shelf->focusFirst();
}

void StockPage::startNew()
{
    showForm(m_itemForm);
    m_itemForm->beginNew(m_model->list() == StockList::Trims   ? inventory::ItemKind::Trim
                         : m_model->list() == StockList::Goods ? inventory::ItemKind::ReadyMade
                                                               : inventory::ItemKind::FabricRoll);
}

void StockPage::startEdit()
{
    if (!m_item->item())
        return;
    const inventory::Item item = *m_item->item();
    showForm(m_itemForm);
    m_itemForm->beginEdit(item);
}

void StockPage::remove()
{
    if (m_item->item())
        m_desk.when(InventoryService(m_desk.session(), m_desk.door()).remove(m_item->item()->id), this, [] {});
}

void StockPage::printLabel()
{
    if (!m_item->item())
        return;
    const inventory::Item &item = *m_item->item();
    QStringList remarks{item.facts.colour, item.facts.composition,
                        item.facts.widthMm ? tr("%1 cm wide").arg(m_desk.locale().toString(*item.facts.widthMm / 10))
                                           : QString()};
    remarks.removeAll(QString());
    const QString code = inventory::labelCode(item.id, item.facts.barcode, item.facts.sku);
    OrderPapers(m_desk).printLabels(
        {{{item.facts.name, remarks.join(QStringLiteral(" \u00b7 ")), item.facts.sku, code}},
         item.facts.sku.isEmpty() ? item.facts.name : item.facts.sku});
}

void StockPage::printShelfLabels()
{
    const auto shelves = StockService(m_desk.session(), m_desk.door()).shelves();
    if (!shelves)
        return m_desk.notices().fail(shelves.error());
    StockLabels labels{{}, QStringLiteral("shelves")};
    for (const inventory::Shelf &shelf : *shelves) {
        if (!shelf.name.isEmpty())
            labels.labels.push_back({shelf.name, tr("Shelf"), {}, inventory::shelfCode(shelf.name)});
    }
    if (labels.labels.empty())
        return m_desk.notices().say(tr("Nothing lies on a shelf that has a name. Write it down with what lies there."));
    OrderPapers(m_desk).printLabels(std::move(labels));
}

void StockPage::takeShown(InventoryItemId item)
{
    const auto row = StockService(m_desk.session(), m_desk.door()).row(item);
    if (!row)
        return m_desk.notices().fail(row.error());
    if (!*row)
        return m_desk.notices().say(tr("This is not in stock any more."));
    const StockList list = (*row)->kind == inventory::ItemKind::Trim        ? StockList::Trims
                           : (*row)->kind == inventory::ItemKind::ReadyMade ? StockList::Goods
                                                                            : StockList::Rolls;
    const QScopedValueRollback quiet(m_quiet, true);
    m_find->clear();
    m_which->setCurrentIndex(int(list));
    if (m_model->rowOf(item) < 0)
        m_model->show(list);
    while (m_model->rowOf(item) < 0 && m_model->canFetchMore({}))
        m_model->fetchMore({}); // read on to where it stands
    m_item->showItem(item);
}

void StockPage::showItem(InventoryItemId item)
{
    if (EntryForm *typed = form())
        typed->leave();
    takeShown(item);
    showList();
}

void StockPage::showLow()
{
    if (EntryForm *typed = form())
        typed->leave();
    if (m_which->currentIndex() != int(StockList::Low))
        m_which->setCurrentIndex(int(StockList::Low));
    showList();
}

void StockPage::showPurchases()
{
    if (EntryForm *typed = form())
        typed->leave();
    m_which->setCurrentIndex(buySegment);
    showList();
}

void StockPage::prepare()
{
    reload();
}

void StockPage::arrive()
{
    reload();
    if (EntryForm *typed = form())
        typed->focusFirst();
    else if (isBuying())
        m_buy->focusList();
    else if (m_lists->currentWidget() == m_empty && m_empty->actionButton())
        m_empty->actionButton()->setFocus(Qt::OtherFocusReason);
    else
        m_view->setFocus(Qt::OtherFocusReason);
}

bool StockPage::stepBack()
{
    if (EntryForm *typed = form()) {
        typed->leave();
        return true;
    }
    if (!m_find->text().isEmpty()) {
        m_find->clear();
        m_view->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (m_item->isAncestorOf(focusWidget())) {
        isBuying() ? m_buy->focusList() : m_view->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

bool StockPage::handle(ActionId action)
{
    if (EntryForm *typed = form(); typed && (action == ActionId::Pay || action == ActionId::Save)) {
        typed->submit();
        return true;
    }
    switch (action) {
    case ActionId::TakeIn:
        m_item->item() ? startMove(StockMove::Receive) : startNew();
        return true;
    case ActionId::CutCloth:
        startMove(StockMove::Cut);
        return true;
    case ActionId::CountShelf:
        countShelf(m_item->item() ? std::optional(m_item->item()->facts.location) : std::nullopt);
        return true;
    case ActionId::PrintAgain:
        if (form())
            return false;
        isBuying() ? m_buy->print() : printLabel();
        return true;
    default:
        return false;
    }
}

bool StockPage::takeScan(const QString &code)
{
    const StockService stock(m_desk.session(), m_desk.door());
    if (const auto shelf = stock.shelfByLabel(code); shelf && *shelf) {
        const bool counts =
            m_desk.principal().can(Capability::InventoryWrite) || m_desk.principal().can(Capability::StockCount);
        if (counts)
            countShelf(**shelf);
        return counts;
    }
    const auto item = stock.byLabel(code);
    if (!item) {
        m_desk.notices().fail(item.error());
        return false;
    }
    if (!*item)
        return false;
    if (form() == m_shelf && m_shelf->goTo(**item))
        return true;
    showItem(**item);
    return true;
}

void StockPage::place()
{
    const Theme &theme = Theme::instance();
    m_item->setFixedWidth(theme.px(width() < theme.px(narrowBelow) ? itemNarrow : itemWidth));
    const bool narrow = width() < theme.px(narrowBelow);
    m_totals->setVisible(!narrow);
    m_heading->setVisible(!narrow); // the navigation says where one is
    m_count->setText(narrow ? tr("Count") : tr("Count a shelf"));
    m_count->setAccessibleName(tr("Count a shelf"));
}

void StockPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    place();
}

void StockPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::instance().color(Role::Window));
}

} // namespace thimblely::ui
