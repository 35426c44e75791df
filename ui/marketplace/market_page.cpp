// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/marketplace/market_page.h"

#include "core/marketplace/product_service.h"
#include "ui/desk/desk.h"
#include "ui/marketplace/order_product_form.h"
#include "ui/marketplace/product_form.h"
#include "ui/marketplace/product_grid.h"
#include "ui/marketplace/product_pane.h"
#include "ui/marketplace/products_model.h"
#include "ui/photos/picture_cache.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <utility>

namespace thimblely::ui {

using access::Capability;
using marketplace::ProductService;
using marketplace::ProductSort;

namespace {

constexpr int paneWidth = 400;
constexpr int paneNarrow = 340;
constexpr int narrowBelow = 1080; // of the page at 100 %
constexpr int findWidth = 200;
constexpr int pictureMegabytes = 32;
constexpr int pauseMsecs = 200;

} // namespace

bool MarketPage::isFor(const access::Principal &principal)
{
    return principal.can(Capability::MarketplaceRead);
}

MarketPage::MarketPage(Desk &desk, QWidget *parent)
    : Page(parent), m_desk(desk), m_model(new ProductsModel(desk, this)),
      m_pictures(new PictureCache(desk.session().path(), pictureMegabytes, this))
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(pauseMsecs);
    auto *all = column(this, 8, {16, 10, 16, 16});
    all->addLayout(buildHead());
    m_stack = new QStackedWidget(this);
    m_browse = new QWidget(m_stack);
    m_form = new ProductForm(desk, m_stack);
    m_order = new OrderProductForm(desk, m_stack);
    for (QWidget *each : {m_browse, static_cast<QWidget *>(m_form), static_cast<QWidget *>(m_order)})
        m_stack->addWidget(each);
    m_pane = new ProductPane(desk, m_browse);
    auto *sides = row(m_browse, 12);
    sides->addWidget(buildGrid(), 1);
    sides->addWidget(m_pane);
    all->addWidget(m_stack, 1);
    connectParts();
    place();
}

QLayout *MarketPage::buildHead()
{
    m_which = new Segmented(tr("Which products"), this);
    m_which->setSmall(true);
    m_which->addSegment(tr("On offer"));
    m_which->addSegment(tr("Ours"));
    m_find = new QLineEdit(this);
    m_find->setPlaceholderText(tr("Find a product"));
    m_find->setAccessibleName(tr("Find a product"));
    m_find->setClearButtonEnabled(true);
    m_find->setMinimumWidth(Theme::instance().px(findWidth) / 2);
    m_find->setMaximumWidth(Theme::instance().px(findWidth));
    m_category = new QComboBox(this);
    m_category->setAccessibleName(tr("Category"));
    m_category->addItem(tr("Every category"));
    m_category->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_category->setMinimumContentsLength(10);
    m_sort = new QComboBox(this);
    m_sort->setAccessibleName(tr("Put in order by"));
    for (const QString &name : {tr("Newest"), tr("Price up"), tr("Price down")})
        m_sort->addItem(name);
    m_new = new PlainButton(tr("New"), this);
    m_new->setIconName("i-plus");
    m_new->setAccessibleName(tr("New product"));
    m_new->setToolTip(tr("New product"));
    m_new->setVisible(m_desk.principal().can(Capability::MarketplaceWrite));
    m_heading = new Label(TextStyle::Heading, Role::Text, tr("Marketplace"), this);
    auto *head = row(nullptr, 12);
    head->addWidget(m_heading);
    head->addWidget(m_which);
    head->addStretch(1);
    for (QWidget *each : {static_cast<QWidget *>(m_find), static_cast<QWidget *>(m_category),
                          static_cast<QWidget *>(m_sort), static_cast<QWidget *>(m_new)})
        head->addWidget(each);
    return head;
}

QWidget *MarketPage::buildGrid()
{
    m_left = new QStackedWidget(m_browse);
    m_grid = new ProductGrid(*m_model, m_desk, *m_pictures, m_left);
    const bool writes = m_desk.principal().can(Capability::MarketplaceWrite);
    m_none =
        new EmptyState("i-pickup",
                       tr("Nothing is offered here yet. What the shop sells or sews on order is written down once, "
                          "with its price and where it is offered."),
                       writes ? tr("New product") : QString(), m_left);
    m_nothing =
        new EmptyState("i-filter", tr("No product like this. All of them are one step away."), tr("Show all"), m_left);
    for (QWidget *each :
         {static_cast<QWidget *>(m_grid), static_cast<QWidget *>(m_none), static_cast<QWidget *>(m_nothing)})
        m_left->addWidget(each);
    return m_left;
}

void MarketPage::connectParts()
{
    connect(m_model, &PagedModelBase::failed, &m_desk.notices(), &Notices::fail);
    connect(m_model, &PagedModelBase::loaded, this, &MarketPage::showRows);
    connect(m_which, &Segmented::currentIndexChanged, this, &MarketPage::read);
    connect(m_category, &QComboBox::currentIndexChanged, this, &MarketPage::read);
    connect(m_sort, &QComboBox::currentIndexChanged, this, &MarketPage::read);
    connect(m_find, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &MarketPage::read);
    connect(m_find, &QLineEdit::returnPressed, this, [this] {
        if (m_typing.isActive())
            read();
        m_grid->setFocus(Qt::OtherFocusReason);
    });
    connect(m_new, &QAbstractButton::clicked, this, &MarketPage::startNew);
    connect(m_none, &EmptyState::actionTriggered, this, &MarketPage::startNew);
    connect(m_nothing, &EmptyState::actionTriggered, this, [this] {
        const QSignalBlocker quietFind(m_find);
        const QSignalBlocker quietCategory(m_category);
        m_find->clear();
        m_category->setCurrentIndex(0);
        read();
    });
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, this, &MarketPage::showCurrent);
    connect(m_grid, &QAbstractItemView::activated, m_pane, &ProductPane::focusFirst);
    connect(m_pane, &ProductPane::orderRequested, this, &MarketPage::startOrder);
    connect(m_pane, &ProductPane::editRequested, this, [this] {
        const marketplace::Product product = *m_pane->product();
        showForm(m_form);
        m_form->beginEdit(product);
    });
    for (EntryForm *each : {static_cast<EntryForm *>(m_form), static_cast<EntryForm *>(m_order)})
        connect(each, &EntryForm::left, this, &MarketPage::closeForm);
    connect(m_form, &ProductForm::written, this, [this](marketplace::ListingId product) {
        m_wanted = product;
        showOurs(true);
    });
    connect(m_order, &OrderProductForm::ordered, this,
            [this](OrderId order) { Q_EMIT m_desk.navigation().openOrderRequested(order); });
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &MarketPage::follow);
    connect(&Theme::instance(), &Theme::changed, this, &MarketPage::place);
}

void MarketPage::place()
{
    const Theme &theme = Theme::instance();
    m_pane->setFixedWidth(theme.px(width() < theme.px(narrowBelow) ? paneNarrow : paneWidth));
    m_heading->setVisible(width() >= theme.px(narrowBelow)); // the navigation says it too
}

void MarketPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    place();
}

void MarketPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::instance().color(Role::Window));
}

void MarketPage::prepare()
{
    m_started = true;
    readCategories();
    read();
}

bool MarketPage::isPlain() const
{
    return m_find->text().trimmed().isEmpty() && m_category->currentIndex() <= 0;
}

void MarketPage::read()
{
    m_typing.stop();
    m_started = true;
    const bool ours = m_which->currentIndex() == 1;
    for (QWidget *each :
         {static_cast<QWidget *>(m_find), static_cast<QWidget *>(m_category), static_cast<QWidget *>(m_sort)})
        each->setVisible(!ours); // the shop knows its own
    if (EntryForm *typed = form())
        typed->leave();
    if (ours)
        return m_model->showOurs();
    m_model->showOffered({m_find->text(), m_category->currentIndex() > 0 ? m_category->currentText() : QString(),
                          ProductSort(std::max(0, m_sort->currentIndex()))});
}

void MarketPage::readCategories()
{
    auto names =
        m_desk.reader().read<QStringList>([](access::Session &session) { return ProductService::categories(session); });
    whenDone(std::move(names), this, [this](const Result<QStringList> &found) {
        if (!found)
            return m_desk.notices().fail(found.error());
        const QString chosen = m_category->currentIndex() > 0 ? m_category->currentText() : QString();
        const QSignalBlocker quiet(m_category);
        m_category->clear();
        m_category->addItem(tr("Every category"));
        m_category->addItems(*found);
        m_category->setCurrentIndex(std::max(0, chosen.isEmpty() ? 0 : m_category->findText(chosen)));
    });
}

void MarketPage::showRows()
{
    const bool any = m_model->rowCount() > 0;
    const bool here = hasGrid();
    m_left->setCurrentWidget(any                              ? static_cast<QWidget *>(m_grid)
                             : isPlain() || m_model->isOurs() ? m_none
                                                              : m_nothing);
    if (here)
        focusGrid();
    const auto wanted = std::exchange(m_wanted, {});
    const int row = wanted ? m_model->rowOf(*wanted) : -1;
    if (row >= 0)
        m_grid->setCurrentIndex(m_model->index(row));
    else if (any && !m_grid->currentIndex().isValid())
        m_grid->setCurrentIndex(m_model->index(0));
    showCurrent();
    Q_EMIT loaded();
}

void MarketPage::showCurrent()
{
    const QModelIndex now = m_grid->currentIndex();
    m_pane->showProduct(now.isValid() ? std::optional(m_model->row(now.row())) : std::nullopt);
}

void MarketPage::showOurs(bool ours)
{
    if (m_which->currentIndex() == (ours ? 1 : 0))
        return read();
    m_which->setCurrentIndex(ours ? 1 : 0);
}

void MarketPage::startNew()
{
    if (!m_desk.principal().can(Capability::MarketplaceWrite))
        return;
    showForm(m_form);
    m_form->beginNew();
}

void MarketPage::startOrder()
{
    if (!m_pane->mayOrder())
        return;
    const marketplace::Product product = *m_pane->product();
    showForm(m_order);
    m_order->begin(product);
}

EntryForm *MarketPage::form() const
{
    return qobject_cast<EntryForm *>(m_stack->currentWidget());
}

void MarketPage::showForm(EntryForm *form)
{
    m_stack->setCurrentWidget(form);
}

void MarketPage::closeForm()
{
    m_stack->setCurrentWidget(m_browse);
    if (isVisible())
        focusGrid();
}

//! Whether what is done goes to the grid now, which may be about to make place for another.
bool MarketPage::hasGrid() const
{
    const QWidget *now = QApplication::focusWidget();
    return isVisible() && m_stack->currentWidget() == m_browse && (!now || m_left->isAncestorOf(now));
}

void MarketPage::focusGrid()
{
    QWidget *shown = m_left->currentWidget();
    Button *action = shown == m_none      ? m_none->actionButton()
                     : shown == m_nothing ? m_nothing->actionButton()
                                          : nullptr;
    if (shown == m_grid)
        m_grid->setFocus(Qt::OtherFocusReason);
    else if (action)
        action->setFocus(Qt::OtherFocusReason);
    else
        m_which->button(m_which->currentIndex())->setFocus(Qt::OtherFocusReason);
}

void MarketPage::follow(const changes::ChangeSet &changes)
{
    using storage::Table;
    const bool ours = changes.touches(Table::MarketplaceProducts) || changes.touches(Table::ProductReviews) ||
                      changes.touches(Table::ProductLikes) || changes.touches(Table::InventoryItems);
    if (!ours || !m_started)
        return;
    m_stale = !isVisible();
    if (m_stale)
        return;
    m_model->refresh();
    m_pane->reload();
    readCategories();
}

void MarketPage::arrive()
{
    if (!m_started)
        prepare();
    else if (std::exchange(m_stale, false))
        m_model->refresh();
    if (EntryForm *typed = form())
        return typed->focusFirst();
    focusGrid();
}

bool MarketPage::stepBack()
{
    if (EntryForm *typed = form()) {
        typed->leave();
        return true;
    }
    if (m_pane->isAncestorOf(focusWidget())) {
        m_grid->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (!m_find->text().isEmpty()) {
        m_find->clear();
        return true;
    }
    return false;
}

bool MarketPage::handle(ActionId action)
{
    EntryForm *typed = form();
    if (!typed)
        return false;
    if (action == ActionId::Pay)
        typed->submit();
    else if (action == ActionId::Save && typed == m_form)
        m_form->keepDraft();
    else
        return false;
    return true;
}

void MarketPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_N && event->modifiers() == Qt::NoModifier && !form())
        return startNew();
    Page::keyPressEvent(event);
}

} // namespace thimblely::ui
