// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/invoices/invoice_view.h"

#include "core/invoices/free_invoice_service.h"
#include "core/invoices/invoice_service.h"
#include "core/orders/order_service.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/desk/figure_rows.h"
#include "ui/desk/isolated.h"
#include "ui/desk/pay_methods.h"
#include "ui/documents/order_papers.h"
#include "ui/invoices/invoice_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

namespace thimblely::ui {

using access::Capability;
using invoices::InvoiceKind;
using invoices::InvoiceState;

InvoiceView::InvoiceView(Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    build();
}

void InvoiceView::build()
{
    m_title = new Label(TextStyle::Heading, Role::Text, {}, this);
    m_chip = new Chip(Status::Waiting, {}, this);
    m_who = new Label(TextStyle::InputStrong, Role::Text, {}, this);
    m_who->setWordWrap(true);
    m_when = new Label(TextStyle::Body, Role::Muted, {}, this);
    m_when->setWordWrap(true);
    for (FigureRows **rows : {&m_lines, &m_sums, &m_paid, &m_notes})
        *rows = new FigureRows(m_desk.locale(), this);
    m_paidHead = new Label(TextStyle::BodyStrong, Role::Text, tr("Payments"), this);
    m_notesHead = new Label(TextStyle::BodyStrong, Role::Text, tr("Credit notes"), this);
    auto *buttons = new QWidget(this);
    auto *flow = new FlowLayout(8, 8, buttons);
    const auto add = [&](Button *&button, const QString &text, const QByteArray &icon, auto &&press) {
        button = new PlainButton(text, buttons);
        button->setIconName(icon);
        flow->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, press);
    };
    add(m_print, tr("Print"), "i-print", [this] { print(); });
    m_print->setCaption(QStringLiteral("F8"));
    add(m_edit, tr("Go on writing…"), "i-edit", [this] { Q_EMIT editRequested(m_shown->id); });
    add(m_drop, tr("Drop the draft"), "i-x", [this] { Q_EMIT dropRequested(m_shown->id); });
    add(m_pay, tr("Take payment…"), "i-money", [this] { Q_EMIT payRequested(); });
    m_pay->setCaption(QStringLiteral("F9"));
    add(m_credit, tr("Credit note…"), "i-repeat", [this] { Q_EMIT creditRequested(); });
    add(m_receipt, tr("Receipt"), "i-print", [this] { OrderPapers(m_desk).printReceipt(*m_lastPayment); });
    m_receipt->setAccessibleName(tr("Receipt of the last payment"));
    m_receipt->setToolTip(tr("Receipt of the last payment"));
    add(m_order, {}, "i-counter", [this] { openOrder(); });
    add(m_client, tr("Client’s card"), "i-clients",
        [this] { Q_EMIT m_desk.navigation().clientRequested(*m_shown->client); });
    add(m_statement, tr("Print statement"), "i-note", [this] { OrderPapers(m_desk).printStatement(*m_shown->client); });
    add(m_corrected, {}, "i-left", [this] { Q_EMIT otherRequested(*m_document->corrects); });
    auto *head = row(nullptr, 12);
    head->addWidget(m_title);
    head->addWidget(m_chip);
    head->addStretch(1);
    auto *all = column(this, 8, {20, 16, 20, 16});
    all->addLayout(head);
    all->addWidget(m_who);
    all->addWidget(m_when);
    all->addWidget(buttons);
    all->addSpacing(8);
    all->addWidget(m_lines);
    all->addWidget(m_sums);
    all->addSpacing(8);
    all->addWidget(m_paidHead);
    all->addWidget(m_paid);
    all->addWidget(m_notesHead);
    all->addWidget(m_notes);
    all->addStretch(1);
}

bool InvoiceView::showInvoice(InvoiceId invoice)
{
    auto shown = invoices::InvoiceListService(m_desk.session()).one(invoice, m_desk.today());
    if (!shown || !*shown) {
        m_desk.notices().fail(shown ? Error{ErrorKind::NotFound, "invoice.not_found", {}, {}} : shown.error());
        return false;
    }
    m_shown = std::move(**shown);
    m_document.reset();
    m_draft.reset();
    if (m_shown->state == InvoiceState::Draft) {
        readDraft();
    } else {
        auto document = invoices::InvoiceService(m_desk.session(), m_desk.door()).load(invoice);
        if (!document) {
            m_desk.notices().fail(document.error());
            return false;
        }
        m_document = std::move(*document);
    }
    showHead();
    showLines();
    showSums();
    showPayments();
    showNotes();
    showActions();
    return true;
}

void InvoiceView::reload()
{
    if (m_shown)
        showInvoice(m_shown->id);
}

void InvoiceView::readDraft()
{
    auto draft = invoices::FreeInvoiceService(m_desk.session(), m_desk.door()).draft(m_shown->id);
    if (draft)
        m_draft = std::move(*draft);
    else
        m_desk.notices().fail(draft.error());
}

void InvoiceView::showHead()
{
    m_title->setText(invoiceTitle(*m_shown));
    m_chip->setStatus(invoiceStatus(m_shown->state), invoiceStateWord(*m_shown, m_desk.today()));
    m_chip->setVisible(m_shown->state != InvoiceState::Draft && m_shown->state != InvoiceState::CreditNote);
    m_who->setText(m_shown->name.isEmpty() ? tr("Nobody in particular") : isolated(m_shown->name));
    QStringList facts;
    const auto day = [this](Date date) { return wholeDayText(date, m_desk.locale()); };
    if (m_shown->issued)
        facts.append(tr("issued %1").arg(day(*m_shown->issued)));
    if (m_shown->due && m_shown->state != InvoiceState::CreditNote)
        facts.append(tr("due %1").arg(day(*m_shown->due)));
    if (m_document && !m_document->correctsNumber.isEmpty())
        facts.append(tr("corrects %1").arg(m_document->correctsNumber));
    if (m_shown->state == InvoiceState::Draft)
        facts.append(tr("no number yet; nothing of it counts"));
    m_when->setText(facts.join(QStringLiteral(" · ")));
}

void InvoiceView::showLines()
{
    m_lines->clear();
    const auto add = [this](const QString &text, const QString &details, Quantity quantity, const Money &price,
                            const Money &total) {
        QStringList remark;
        if (quantity != Quantity::whole(1))
            remark.append(
                QStringLiteral("%1 × %2").arg(quantity.toText(m_desk.locale()), figureText(price, m_desk.locale())));
        if (!details.isEmpty())
            remark.append(QString(details).replace(u'\n', QStringLiteral(", ")));
        m_lines->add(text, total, remark.join(QStringLiteral(" · ")));
    };
    if (m_document) {
        for (const invoices::InvoiceLine &line : m_document->lines)
            add(line.text, line.details, line.quantity, line.unitPrice, line.total);
    } else if (m_draft) {
        for (const invoices::FreeLine &line : m_draft->lines)
            add(line.text, {}, line.quantity, line.price,
                line.price.timesMilli(line.quantity.milli()).valueOr(line.price));
    }
}

void InvoiceView::showSums()
{
    m_sums->clear();
    if (!m_document) {
        m_sums->add(tr("Total"), m_shown->total, {}, true);
        return;
    }
    const invoices::InvoiceDocument &paper = *m_document;
    if (!paper.discount.isZero())
        m_sums->add(tr("Discount"), paper.discount);
    if (!paper.tax.isZero())
        m_sums->add(paper.taxInclusive ? tr("Tax included") : tr("Tax"), paper.tax);
    m_sums->add(tr("Total"), paper.total, {}, true);
    if (paper.kind == InvoiceKind::CreditNote)
        return;
    if (!paper.credited.isZero())
        m_sums->add(tr("Credited"), paper.credited);
    m_sums->add(tr("Paid"), paper.paid);
    if (paper.waiting)
        m_sums->add(tr("On its way"), *paper.waiting);
    m_sums->add(tr("To pay"), paper.balance, {}, true);
}

void InvoiceView::showPayments()
{
    m_paid->clear();
    m_lastPayment.reset();
    bool any = false;
    if (m_document && m_document->kind != InvoiceKind::CreditNote) {
        const auto payments = invoices::InvoiceListService(m_desk.session()).payments(m_shown->id);
        if (!payments)
            m_desk.notices().fail(payments.error());
        for (const finance::Payment &payment : payments.valueOr({})) {
            QStringList remark{wholeDayText(payment.date, m_desk.locale())};
            if (!payment.receiptNumber.isEmpty())
                remark.append(payment.receiptNumber);
            if (payment.waiting)
                remark.append(tr("not come in yet"));
            if (!payment.receiptNumber.isEmpty())
                m_lastPayment = payment.id;
            const QString way = payment.method ? payMethodName(*payment.method) : QString();
            m_paid->add(payment.reverses ? tr("%1, given back").arg(way) : way, payment.amount,
                        remark.join(QStringLiteral(" · ")));
            any = true;
        }
    }
    m_paidHead->setVisible(any);
    m_paid->setVisible(any);
}

void InvoiceView::showNotes()
{
    m_notes->clear();
    const auto notes = m_document
                           ? invoices::InvoiceListService(m_desk.session()).notesOn(m_shown->id, m_desk.today())
                           : Result<std::vector<invoices::InvoiceSummary>>(std::vector<invoices::InvoiceSummary>());
    if (!notes)
        m_desk.notices().fail(notes.error());
    for (const invoices::InvoiceSummary &note : notes.valueOr({}))
        m_notes->add(note.number, note.total, note.issued ? wholeDayText(*note.issued, m_desk.locale()) : QString());
    const bool any = notes && !notes->empty();
    m_notesHead->setVisible(any);
    m_notes->setVisible(any);
}

void InvoiceView::showActions()
{
    const bool draft = m_shown->state == InvoiceState::Draft;
    const bool writes = m_desk.principal().can(Capability::InvoicesIssue);
    const bool asks = m_document && m_document->kind == InvoiceKind::Invoice;
    const bool open = asks && m_shown->balance.minor() > 0;
    const bool ofOrder = m_document && invoices::billsOrder(*m_document);
    m_print->setVisible(!draft);
    m_edit->setVisible(draft && writes);
    m_drop->setVisible(draft && writes);
    m_pay->setVisible(open && m_desk.principal().can(Capability::OrdersTakePayment));
    // Of an order's, the order is put right, and the credit note follows from it.
    m_credit->setVisible(asks && !ofOrder && writes && m_document->credited.minor() < m_document->total.minor());
    m_receipt->setVisible(m_lastPayment.has_value());
    m_order->setVisible(ofOrder);
    m_order->setText(ofOrder ? tr("Order %1").arg(m_document->orderNumber) : QString());
    m_client->setVisible(m_shown->client && m_desk.principal().can(Capability::ClientsRead));
    m_statement->setVisible(m_shown->client && m_desk.principal().can(Capability::ClientsRead));
    m_corrected->setVisible(m_document && m_document->corrects);
    m_corrected->setText(m_document ? m_document->correctsNumber : QString());
}

void InvoiceView::openOrder()
{
    if (m_document && invoices::billsOrder(*m_document))
        Q_EMIT m_desk.navigation().openOrderRequested(m_document->order);
}

bool InvoiceView::print()
{
    if (!m_document)
        return false;
    OrderPapers(m_desk).printInvoice(m_document->id);
    return true;
}

void InvoiceView::focusFirst()
{
    Button *const first = m_shown && m_shown->state == InvoiceState::Draft ? m_edit : m_print;
    first->setFocus(Qt::OtherFocusReason);
}

} // namespace thimblely::ui
