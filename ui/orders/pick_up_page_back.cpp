// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/account_service.h"
#include "core/invoices/invoice_service.h"
#include "ui/clients/pay_back_form.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/documents/order_papers.h"
#include "ui/documents/paper_rights.h"
#include "ui/orders/pay_pane.h"
#include "ui/orders/pick_up_page.h"

#include <QMenu>
#include <QStackedWidget>

// What goes back to who paid; the rest of the page is in pick_up_page.cpp.

namespace thimblely::ui {

//! What was paid of it, of whatever day, and the credit notes that came of it.
void PickUpPage::offerPaidBack(QMenu &menu, const orders::OrderDetail &order)
{
    if (m_desk.principal().can(access::Capability::TillOperate) && order.sums && order.sums->paid.minor() > 0)
        connect(menu.addAction(tr("Give money back…")), &QAction::triggered, this,
                [this, number = order.number] { Q_EMIT m_desk.navigation().paymentsRequested(number); });
    offerCreditBack(menu, order);
    if (!mayPrint(PaperKind::Invoice, m_desk.principal()) || !m_desk.principal().can(access::Capability::PricesRead))
        return;
    const auto notes = invoices::InvoiceService(m_desk.session(), m_desk.door()).creditNotes(order.id);
    for (const invoices::InvoiceDocument &note : notes ? *notes : std::vector<invoices::InvoiceDocument>())
        connect(menu.addAction(tr("Credit note %1 once more").arg(note.number)), &QAction::triggered, this,
                [this, id = note.id] { OrderPapers(m_desk).printInvoice(id); });
}

//! What is kept for whoever pays, or whose order it is.
void PickUpPage::offerCreditBack(QMenu &menu, const orders::OrderDetail &order)
{
    const auto client = order.shareOf(m_pay->payer()) ? m_pay->payer() : order.client;
    if (!client || !order.sums || !m_desk.principal().can(access::Capability::OrdersTakePayment))
        return;
    const auto account = finance::AccountService(m_desk.session(), m_desk.door()).of(*client);
    if (!account || account->credit.minor() <= 0)
        return;
    const QString name = order.shareOf(client) ? order.shareOf(client)->name : order.clientName;
    connect(menu.addAction(tr("Pay back %1 kept for %2…").arg(m_desk.amount(account->credit), isolated(name))),
            &QAction::triggered, this, [this, client, name] { payBack(*client, name); });
}

//! In place of the bag, which is there again once it is done or given up.
void PickUpPage::payBack(ClientId client, const QString &name)
{
    if (!m_payBack) {
        m_payBack = new PayBackForm(m_desk, m_stack);
        m_stack->addWidget(m_payBack);
        connect(m_payBack, &EntryForm::left, this, [this] {
            reload();
            m_pay->focusGiven();
        });
    }
    if (!m_payBack->begin(client, name))
        return;
    m_stack->setCurrentWidget(m_payBack);
    m_payBack->focusFirst();
}

bool PickUpPage::isPayingBack() const
{
    return m_payBack && m_stack->currentWidget() == m_payBack;
}

} // namespace thimblely::ui
