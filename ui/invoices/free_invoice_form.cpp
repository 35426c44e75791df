// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/invoices/free_invoice_form.h"

#include "core/clients/client_service.h"
#include "core/invoices/free_invoice_service.h"
#include "core/orders/promise_text.h"
#include "ui/clients/client_picker.h"
#include "ui/desk/isolated.h"
#include "ui/invoices/free_line_rows.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/stitch_line.h"

#include <QLineEdit>

namespace thimblely::ui {

FreeInvoiceForm::FreeInvoiceForm(Desk &desk, QWidget *parent)
    : EntryForm(desk, tr("New invoice"), tr("Issue the invoice"), parent)
{
    setWords(
        tr("For what no order bills. Once it is issued it has its number and is never changed; an order’s invoice is "
           "issued at pick up."));
    m_client = new ClientPicker(tr("For which client"), desk, body());
    rows()->addWidget(m_client);
    m_name = addText(tr("Or for whom else"));
    m_address = addText(tr("Their address"));
    m_lines = new FreeLineRows(desk, body());
    rows()->addWidget(m_lines);
    rows()->addWidget(new StitchLine(body()));
    auto *sum = row(nullptr, 8);
    sum->addWidget(new Label(TextStyle::BodyStrong, Role::Text, tr("Total"), body()));
    m_tax = new Label(TextStyle::Body, Role::Muted, {}, body());
    sum->addWidget(m_tax, 1);
    m_total = new AmountLabel(TextStyle::Total, Role::Text, body());
    m_total->setSymbolShown(true);
    m_total->setLocale(desk.locale());
    sum->addWidget(m_total);
    rows()->addLayout(sum);
    m_due = addText(tr("Due"));
    m_due->edit()->setPlaceholderText(tr("at once; or fri, +14, 4 dec"));
    m_notes = addText(tr("Words under it"));
    rows()->addStretch(1);
    auto *keepIt = new PlainButton(tr("Keep as a draft"), this);
    keepIt->setCaption(tr("Ctrl+S"));
    buttons()->insertWidget(2, keepIt);
    connect(keepIt, &QAbstractButton::clicked, this, &FreeInvoiceForm::keep);
    connect(m_lines, &FreeLineRows::edited, this, &FreeInvoiceForm::showSum);
    connect(m_lines, &FreeLineRows::edited, this, &FreeInvoiceForm::clearProblem);
    connect(m_client, &ClientPicker::picked, this, [this] {
        m_name->setVisible(!m_client->client());
        m_address->setVisible(!m_client->client());
        clearProblem();
    });
}

void FreeInvoiceForm::begin()
{
    m_draft.reset();
    const auto blank = invoices::FreeInvoiceService(desk().session(), desk().door()).blank();
    if (!blank)
        return desk().notices().fail(blank.error());
    setTitle(tr("New invoice"));
    fill(*blank);
    beginTyping({}, tr("A new invoice"));
    focusFirst();
}

void FreeInvoiceForm::goOn(InvoiceId draft)
{
    const auto read = invoices::FreeInvoiceService(desk().session(), desk().door()).draft(draft);
    if (!read)
        return desk().notices().fail(read.error());
    m_draft = draft;
    setTitle(tr("Draft of an invoice"));
    fill(*read);
    beginTyping(draft.toString(), tr("The draft of an invoice"));
    m_lines->focusFirst();
}

void FreeInvoiceForm::fill(const invoices::FreeInvoice &invoice)
{
    m_taxInclusive = invoice.taxInclusive;
    QString name;
    if (invoice.client) {
        const auto client = ClientService(desk().session(), desk().door()).load(*invoice.client);
        if (client)
            name = client->fields.name;
    }
    m_client->setClient(invoice.client, name);
    m_name->setText(invoice.name);
    m_address->setText(invoice.address);
    m_name->setVisible(!invoice.client);
    m_address->setVisible(!invoice.client);
    m_lines->setLines(invoice.lines);
    m_due->setText(invoice.due ? invoice.due->toIso() : QString());
    m_notes->setText(invoice.notes);
    clearProblem();
    showSum();
}

Result<invoices::FreeInvoice> FreeInvoiceForm::typed() const
{
    if (m_client->isUnclear() && m_name->text().trimmed().isEmpty())
        return Error{ErrorKind::Invalid, "invoice.no_buyer", {}, {}};
    invoices::FreeInvoice invoice;
    invoice.client = m_client->client();
    if (!invoice.client) {
        invoice.name = m_name->text().trimmed();
        invoice.address = m_address->text().trimmed();
    }
    invoice.taxInclusive = m_taxInclusive;
    TRY_ASSIGN(invoice.lines, m_lines->lines());
    invoice.notes = m_notes->text().trimmed();
    if (const QString due = m_due->text().trimmed(); !due.isEmpty()) {
        TRY_ASSIGN(const auto promise,
                   orders::parsePromise(due, desk().calendar(), desk().clock().now(), desk().locale()));
        invoice.due = promise.date;
    }
    TRY(invoices::check(invoice));
    return invoice;
}

void FreeInvoiceForm::showSum()
{
    const Money none = Money::zero(desk().profile().currency);
    invoices::FreeInvoice invoice;
    invoice.taxInclusive = m_taxInclusive;
    invoice.lines = m_lines->lines().valueOr({});
    const auto lines = invoices::linesOf(invoice, none.currency());
    const auto sums =
        lines ? invoices::sumsOf(*lines, m_taxInclusive, none.currency()) : Result<invoices::LineSums>(lines.error());
    m_total->setAmount(sums ? sums->total : none);
    const bool taxed = sums && !sums->tax.isZero();
    m_tax->setText(!taxed           ? QString()
                   : m_taxInclusive ? tr("tax included %1").arg(figureText(sums->tax, desk().locale()))
                                    : tr("with tax %1").arg(figureText(sums->tax, desk().locale())));
}

void FreeInvoiceForm::focusFirst()
{
    m_client->edit()->setFocus(Qt::OtherFocusReason);
}

void FreeInvoiceForm::keep()
{
    if (isBusy())
        return;
    auto invoice = typed();
    if (!invoice)
        return setProblem(invoice.error());
    write(
        [this, invoice = std::move(*invoice)] {
            return invoices::FreeInvoiceService(desk().session(), desk().door()).keep(m_draft, invoice);
        },
        [this](InvoiceId kept) {
            finish();
            Q_EMIT written(kept);
        });
}

void FreeInvoiceForm::submit()
{
    if (isBusy())
        return;
    auto invoice = typed();
    if (!invoice)
        return setProblem(invoice.error());
    write(
        [this, invoice = std::move(*invoice)] {
            return invoices::FreeInvoiceService(desk().session(), desk().door()).issue(m_draft, invoice);
        },
        [this](const invoices::InvoiceDocument &issued) {
            finish();
            Q_EMIT written(issued.id);
        });
}

} // namespace thimblely::ui
