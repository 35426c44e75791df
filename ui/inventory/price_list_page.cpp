// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/inventory/price_list_page.h"

#include "core/inventory/inventory_service.h"
#include "ui/desk/desk.h"
#include "ui/inventory/price_line_form.h"
#include "ui/inventory/price_list_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"

#include <QScopedValueRollback>
#include <QScrollArea>

namespace thimblely::ui {

namespace {

using access::Capability;

constexpr int listWidth = 380;
constexpr int listNarrow = 300;
constexpr int narrowBelow = 1080; // of the page at 100 %
constexpr int formWidth = 720;

} // namespace

bool PriceListPage::isFor(const access::Principal &principal)
{
    // Who may not ask less than the list says may not change what it says either.
    return principal.can(Capability::PriceListWrite) && principal.can(Capability::InventoryWrite) &&
           principal.can(Capability::PricesRead) && principal.can(Capability::OrdersPriceOverride);
}

PriceListPage::PriceListPage(Desk &desk, QWidget *parent)
    : Page(parent), m_desk(desk), m_side(new Pane(Role::Window, Pane::Edge::Trailing, this)),
      m_model(new PriceListModel(desk, this))
{
    buildList();
    auto *right = new Pane(Role::Surface, Pane::Edge::None, this);
    auto *scroll = new QScrollArea(right);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto *body = new QWidget(scroll);
    body->setAutoFillBackground(false);
    m_form = new PriceLineForm(desk, body);
    m_form->setMaximumWidth(Theme::instance().px(formWidth));
    auto *start = row(body, 0);
    start->addWidget(m_form, 100, Qt::AlignTop);
    start->addStretch(1);
    scroll->setWidget(body);
    m_nothing = new EmptyState("i-note", tr("Choose a task from the list, or add one."), {}, right);
    m_stack = new QStackedLayout(right);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(scroll);
    auto *sides = row(this, 0);
    sides->addWidget(m_side);
    sides->addWidget(right, 1);
    connect(m_form, &PriceLineForm::saved, this, [this](InventoryItemId line) {
        reload();
        const QScopedValueRollback quiet(m_quiet, true);
        if (m_form->line() == line)
            m_view->setCurrentIndex(m_model->index(m_model->rowOf(line)));
    });
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, [this](const changes::ChangeSet &changes) {
        if (!changes.touches(storage::Table::InventoryItems))
            return;
        reload();
        // Taken back, or changed elsewhere: what is shown follows, unless somebody is typing there.
        const auto line = m_form->line();
        if (line && changes.touches(storage::Table::InventoryItems, line->bytes()) && !m_form->isChanged() &&
            m_model->rowOf(*line) >= 0)
            m_form->showLine(*line);
    });
    connect(&Theme::instance(), &Theme::changed, this, &PriceListPage::layOut);
    layOut();
}

void PriceListPage::buildList()
{
    m_head = new SectionHead(title(), m_side, SectionHead::Level::Pane);
    m_new = new FlatButton(tr("New task"), m_side);
    m_new->setIconName("i-plus");
    m_head->addAction(m_new);
    if (m_desk.principal().can(Capability::DataImport)) {
        auto *import = new FlatButton(QString(), m_side);
        import->setIconName("i-more");
        import->setToolTip(tr("Bring in an old price list…"));
        import->setAccessibleName(tr("Bring in an old price list…"));
        m_head->addAction(import);
        connect(import, &QAbstractButton::clicked, this, &PriceListPage::importRequested);
    }
    m_view = new ListView(tr("Price list"), Role::Window, m_side);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ListRowDelegate(m_view));
    m_empty = new EmptyState("i-note", tr("No prices yet. Start with what every tailor does, and type your prices."),
                             tr("Add the usual tasks"), m_side);
    auto *rows = column(m_side, 0);
    auto *head = column(nullptr, 0, {16, 0, 12, 0});
    head->addWidget(m_head);
    rows->addLayout(head);
    m_lists = new QStackedLayout;
    m_lists->addWidget(m_view);
    m_lists->addWidget(m_empty);
    rows->addLayout(m_lists, 1);
    connect(m_new, &QAbstractButton::clicked, this, &PriceListPage::startNew);
    connect(m_empty, &EmptyState::actionTriggered, this, &PriceListPage::addUsual);
    connect(m_view, &ListView::activated, this, [this] { m_form->focusFirst(); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &PriceListPage::goTo);
}

void PriceListPage::layOut()
{
    const Theme &theme = Theme::instance();
    m_side->setFixedWidth(theme.px(width() < theme.px(narrowBelow) ? listNarrow : listWidth));
}

void PriceListPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    layOut();
}

void PriceListPage::prepare()
{
    reload();
}

void PriceListPage::reload()
{
    m_model->reload();
    const int lines = m_model->rowCount();
    m_head->setRemark(lines > 0 ? m_desk.locale().toString(lines) : QString());
    m_lists->setCurrentWidget(lines > 0 || !m_model->isLoaded() ? static_cast<QWidget *>(m_view) : m_empty);
    if (m_form->line() && m_model->rowOf(*m_form->line()) < 0 && !m_view->currentIndex().isValid())
        showNothing();
}

void PriceListPage::arrive()
{
    reload();
    if (m_model->rowCount() == 0)
        return m_empty->actionButton()->setFocus(Qt::OtherFocusReason);
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(0));
    m_view->setFocus(Qt::OtherFocusReason);
}

//! What was typed into the line before is kept first; where it cannot be, the list stays on it.
void PriceListPage::goTo(const QModelIndex &line)
{
    if (m_quiet || !line.isValid())
        return;
    const InventoryItemId id = m_model->line(line.row()).id;
    if (m_form->line() == id)
        return;
    if (m_stack->currentIndex() == 1 && m_form->isChanged() && !m_form->save()) {
        const QScopedValueRollback quiet(m_quiet, true);
        m_view->setCurrentIndex(m_form->line() ? m_model->index(m_model->rowOf(*m_form->line())) : QModelIndex());
        return;
    }
    if (m_form->showLine(id))
        m_stack->setCurrentIndex(1);
}

void PriceListPage::startNew()
{
    if (m_stack->currentIndex() == 1 && m_form->isChanged() && !m_form->save())
        return;
    const QScopedValueRollback quiet(m_quiet, true);
    m_view->setCurrentIndex({});
    m_form->startNew();
    m_stack->setCurrentIndex(1);
    m_form->focusFirst();
}

void PriceListPage::showNothing()
{
    m_form->startNew();
    m_stack->setCurrentWidget(m_nothing);
}

void PriceListPage::addUsual()
{
    m_desk.when(inventory::InventoryService(m_desk.session(), m_desk.door()).addUsualServices(), this,
                [this] { arrive(); });
}

void PriceListPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    if (m_stack->currentIndex() == 1 && m_form->isChanged())
        m_form->save();
}

bool PriceListPage::stepBack()
{
    if (!m_form->isAncestorOf(focusWidget()))
        return false;
    m_view->setFocus(Qt::OtherFocusReason); // what was typed stands there until another line is gone to
    return true;
}

bool PriceListPage::handle(ActionId id)
{
    if (id != ActionId::Save)
        return false;
    m_form->save();
    return true;
}

} // namespace thimblely::ui
