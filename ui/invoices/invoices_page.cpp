// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/invoices/invoices_page.h"

#include "core/invoices/free_invoice_service.h"
#include "ui/desk/desk.h"
#include "ui/invoices/credit_form.h"
#include "ui/invoices/free_invoice_form.h"
#include "ui/invoices/invoice_view.h"
#include "ui/invoices/invoices_model.h"
#include "ui/invoices/pay_invoice_form.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"
#include "ui/widgets/stitch_line.h"

#include <QComboBox>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedLayout>

#include <utility>

namespace thimblely::ui {

using access::Capability;
using invoices::InvoiceFilter;

namespace {

constexpr int listWidth = 360;
constexpr int listNarrow = 300;
constexpr int narrowBelow = 1080; // of the page at 100 %
constexpr int viewWidth = 720;

} // namespace

bool InvoicesPage::isFor(const access::Principal &principal)
{
    return principal.can(Capability::InvoicesRead) && principal.can(Capability::PricesRead);
}

InvoicesPage::InvoicesPage(Desk &desk, QWidget *parent)
    : Page(parent), m_desk(desk), m_model(new InvoicesModel(desk, this)),
      m_side(new Pane(Role::Window, Pane::Edge::Trailing, this))
{
    buildList();
    auto *work = new Pane(Role::Surface, Pane::Edge::None, this);
    m_stack = new QStackedLayout(work);
    buildWork(work);
    auto *sides = row(this, 0);
    sides->addWidget(m_side);
    sides->addWidget(work, 1);
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &InvoicesPage::follow);
    connect(&Theme::instance(), &Theme::changed, this, &InvoicesPage::layOut);
    connect(&HideMoney::instance(), &HideMoney::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(&HideMoney::instance(), &HideMoney::changed, this, [this] { m_view->reload(); });
    layOut();
}

void InvoicesPage::buildList()
{
    auto *head = new SectionHead(tr("Invoices"), m_side, SectionHead::Level::Pane);
    auto *add = new FlatButton(tr("New"), m_side);
    add->setIconName("i-plus");
    add->setAccessibleName(tr("New invoice"));
    add->setToolTip(tr("New invoice"));
    add->setVisible(m_desk.principal().can(Capability::InvoicesIssue));
    head->addAction(add);
    m_filter = new QComboBox(m_side);
    m_filter->setAccessibleName(tr("Which invoices"));
    for (const QString &name :
         {tr("All invoices"), tr("Open"), tr("Overdue"), tr("Paid"), tr("Credit notes"), tr("Drafts")})
        m_filter->addItem(name);
    m_find = new QLineEdit(m_side);
    m_find->setPlaceholderText(tr("Number or name"));
    m_find->setAccessibleName(tr("Find an invoice"));
    m_find->setClearButtonEnabled(true);
    m_list = new ListView(tr("Invoices"), Role::Window, m_side);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ListRowDelegate(m_list));
    m_none = new EmptyState("i-note",
                            tr("No invoice yet. An order’s is issued from its bag at pick up; what no order bills is "
                               "written here."),
                            m_desk.principal().can(Capability::InvoicesIssue) ? tr("New invoice") : QString(), m_side);
    m_nothing = new EmptyState("i-filter", tr("No invoice of this kind. All of them are one step away."),
                               tr("Show all"), m_side);
    auto *lists = new QWidget(m_side);
    m_lists = new QStackedLayout(lists);
    for (QWidget *each :
         {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_none), static_cast<QWidget *>(m_nothing)})
        m_lists->addWidget(each);
    auto *inset = column(nullptr, 8, {16, 0, 17, 12});
    inset->addWidget(head);
    inset->addWidget(m_find);
    inset->addWidget(m_filter);
    auto *rows = column(m_side, 0, {0, 0, 1, 0});
    rows->addLayout(inset);
    rows->addWidget(new Separator(Qt::Horizontal, m_side));
    rows->addWidget(lists, 1);
    connect(add, &QAbstractButton::clicked, this, &InvoicesPage::startNew);
    connect(m_none, &EmptyState::actionTriggered, this, &InvoicesPage::startNew);
    connect(m_nothing, &EmptyState::actionTriggered, this, [this] {
        m_find->clear();
        m_filter->setCurrentIndex(0);
    });
    connect(m_filter, &QComboBox::currentIndexChanged, this, &InvoicesPage::read);
    connect(m_find, &QLineEdit::textChanged, this, &InvoicesPage::read);
    connect(m_find, &QLineEdit::returnPressed, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_model, &PagedModelBase::failed, &m_desk.notices(), &Notices::fail);
    connect(m_model, &PagedModelBase::loaded, this, &InvoicesPage::refreshList);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &InvoicesPage::showCurrent);
    connect(m_list, &ListView::activated, this, [this] { m_view->focusFirst(); });
}

void InvoicesPage::buildWork(QWidget *work)
{
    m_nobody = new EmptyState("i-note", tr("Choose an invoice from the list, or type its number."), {}, work);
    auto *scroll = new QScrollArea(work);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto *body = new QWidget;
    m_view = new InvoiceView(m_desk, body);
    auto *start = row(body, 0);
    start->addWidget(m_view, 100);
    start->addStretch(1);
    scroll->setWidget(body);
    body->setAutoFillBackground(false); // which the scroll area has just turned on
    m_viewPlace = scroll;
    m_form = new FreeInvoiceForm(m_desk, work);
    m_pay = new PayInvoiceForm(m_desk, work);
    m_credit = new CreditForm(m_desk, work);
    for (QWidget *each : {m_nobody, m_viewPlace, static_cast<QWidget *>(m_form), static_cast<QWidget *>(m_pay),
                          static_cast<QWidget *>(m_credit)})
        m_stack->addWidget(each);
    for (EntryForm *form :
         {static_cast<EntryForm *>(m_form), static_cast<EntryForm *>(m_pay), static_cast<EntryForm *>(m_credit)})
        connect(form, &EntryForm::left, this, &InvoicesPage::closeForm);
    connect(m_form, &FreeInvoiceForm::written, this, &InvoicesPage::showInvoice);
    connect(m_credit, &CreditForm::credited, this, &InvoicesPage::showInvoice);
    connect(m_view, &InvoiceView::otherRequested, this, &InvoicesPage::showInvoice);
    connect(m_view, &InvoiceView::editRequested, this, [this](InvoiceId draft) {
        showForm(m_form);
        m_form->goOn(draft);
    });
    connect(m_view, &InvoiceView::dropRequested, this, [this](InvoiceId draft) {
        m_desk.when(invoices::FreeInvoiceService(m_desk.session(), m_desk.door()).drop(draft), this, [] {});
    });
    connect(m_view, &InvoiceView::payRequested, this, [this] {
        const auto &document = *m_view->document();
        if (invoices::billsOrder(document)) // what is paid for an order is put to it, whoever billed it
            return Q_EMIT m_desk.navigation().openOrderRequested(document.order);
        showForm(m_pay);
        m_pay->begin(document);
    });
    connect(m_view, &InvoiceView::creditRequested, this, [this] {
        showForm(m_credit);
        m_credit->begin(*m_view->document());
    });
}

void InvoicesPage::layOut()
{
    const Theme &theme = Theme::instance();
    m_side->setFixedWidth(theme.px(width() < theme.px(narrowBelow) ? listNarrow : listWidth));
    m_view->setMaximumWidth(theme.px(viewWidth));
}

void InvoicesPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    layOut();
}

void InvoicesPage::prepare()
{
    m_started = true;
    read();
}

void InvoicesPage::read()
{
    m_model->show(InvoiceFilter(m_filter->currentIndex()), m_find->text());
}

void InvoicesPage::refreshList()
{
    const bool any = m_model->rowCount() > 0;
    const bool all = m_filter->currentIndex() == 0 && m_find->text().trimmed().isEmpty();
    m_lists->setCurrentWidget(any ? static_cast<QWidget *>(m_list) : all ? m_none : m_nothing);
    if (const auto wanted = std::exchange(m_wanted, {})) {
        const int row = m_model->rowOf(*wanted);
        if (row >= 0)
            m_list->setCurrentIndex(m_model->index(row));
        return choose(*wanted);
    }
    // The list's first rows may come while somebody types already.
    const QScopedValueRollback<bool> nobodyChose(m_isChoosing, true);
    if (any && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    else
        showCurrent();
}

//! A form that somebody turned away from keeps what was typed for the next time.
void InvoicesPage::showCurrent()
{
    const QModelIndex now = m_list->currentIndex();
    if (EntryForm *form = openForm()) {
        if (m_isChoosing)
            return;
        form->leave();
    }
    if (now.isValid())
        choose(m_model->row(now.row()).id);
    else
        m_stack->setCurrentWidget(m_nobody);
}

void InvoicesPage::choose(InvoiceId invoice)
{
    if (m_view->showInvoice(invoice))
        m_stack->setCurrentWidget(m_viewPlace);
    else
        m_stack->setCurrentWidget(m_nobody);
}

void InvoicesPage::showInvoice(InvoiceId invoice)
{
    m_wanted = invoice;
    const auto shown = invoices::InvoiceListService(m_desk.session()).one(invoice, m_desk.today());
    const bool draft = shown && *shown && (*shown)->state == invoices::InvoiceState::Draft;
    const auto filter = draft ? InvoiceFilter::Drafts : InvoiceFilter::All;
    {
        const QSignalBlocker quietFilter(m_filter);
        const QSignalBlocker quietFind(m_find);
        m_find->clear();
        m_filter->setCurrentIndex(int(filter));
    }
    read();
}

void InvoicesPage::startNew()
{
    showForm(m_form);
    m_form->begin();
}

void InvoicesPage::follow(const changes::ChangeSet &changes)
{
    using storage::Table;
    if (!changes.touches(Table::Invoices) && !changes.touches(Table::Transactions) && !changes.touches(Table::Orders))
        return;
    m_stale = m_started && !isVisible();
    if (m_started && !m_stale)
        m_model->refresh();
}

void InvoicesPage::arrive()
{
    if (!m_started)
        prepare();
    else if (std::exchange(m_stale, false))
        m_model->refresh();
    if (EntryForm *form = openForm())
        return form->focusFirst();
    m_list->isVisible() ? m_list->setFocus(Qt::OtherFocusReason) : m_find->setFocus(Qt::OtherFocusReason);
}

void InvoicesPage::showForm(QWidget *form)
{
    m_stack->setCurrentWidget(form);
}

EntryForm *InvoicesPage::openForm() const
{
    return qobject_cast<EntryForm *>(m_stack->currentWidget());
}

void InvoicesPage::closeForm()
{
    m_stack->setCurrentWidget(m_nobody); // first: a form that is left is left once
    showCurrent();
    if (isVisible())
        m_list->isVisible() ? m_list->setFocus(Qt::OtherFocusReason) : m_find->setFocus(Qt::OtherFocusReason);
}

bool InvoicesPage::stepBack()
{
    if (EntryForm *form = openForm()) {
        form->leave();
        return true;
    }
    if (m_view->isAncestorOf(focusWidget())) {
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (!m_find->text().isEmpty()) {
        m_find->clear();
        return true;
    }
    return false;
}

bool InvoicesPage::handle(ActionId action)
{
    if (EntryForm *form = openForm()) {
        if (action == ActionId::Save && form == m_form)
            m_form->keep();
        else if (action == ActionId::Save || action == ActionId::Pay)
            form->submit();
        else
            return false;
        return true;
    }
    if (action == ActionId::PrintAgain)
        return m_view->print();
    const bool pays = action == ActionId::Pay && m_view->document() &&
                      m_view->document()->kind == invoices::InvoiceKind::Invoice &&
                      m_view->document()->balance.minor() > 0 && m_desk.principal().can(Capability::OrdersTakePayment);
    if (pays)
        Q_EMIT m_view->payRequested();
    return pays;
}

} // namespace thimblely::ui
