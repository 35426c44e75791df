// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/order_papers.h"

#include "core/invoices/invoice_service.h"
#include "ui/desk/desk.h"
#include "ui/documents/paper_settings.h"
#include "ui/widgets/when_done.h"

#include <QCoreApplication>
#include <QDir>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

#include <memory>

namespace thimblely::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("OrderPapers", text);
}

bool isCash(const finance::Payment &payment)
{
    return payment.method == finance::PaymentMethod::Cash;
}

invoices::Party partyOf(const WorkspaceProfile &shop)
{
    return {shop.name, shop.address, shop.phone, shop.email, shop.taxId, shop.registrationNo, shop.countryCode};
}

QString printerOf(const Paper &paper, const PaperSettings &settings)
{
    return paper.isRoll() ? settings.slipPrinter : settings.sheetPrinter;
}

//! The files that were written, none where all went to a printer; those before one that fails are out.
Result<QStringList> outputOf(const std::vector<Paper> &papers, const QString &folder, const PaperSettings &settings)
{
    QStringList files;
    for (const Paper &paper : papers) {
        const QString printer = printerOf(paper, settings);
        if (!printer.isEmpty()) {
            TRY(printTo(printer, paper));
            continue;
        }
        TRY_ASSIGN(const QString file, writePdf(paper, folder));
        files.append(file);
    }
    return files;
}

QFuture<Result<QStringList>> produce(std::vector<Paper> papers, QString folder, PaperSettings settings)
{
    auto promise = std::make_shared<QPromise<Result<QStringList>>>();
    promise->start();
    QFuture<Result<QStringList>> future = promise->future();
    QThreadPool::globalInstance()->start(
        [promise, papers = std::move(papers), folder = std::move(folder), settings = std::move(settings)] {
            promise->addResult(outputOf(papers, folder, settings));
            promise->finish();
        });
    return future;
}

} // namespace

Result<QString> writePdf(const Paper &paper, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::ReadOnly, "papers.not_written", {QDir::toNativeSeparators(folder)}, {}};
    const QString path = QDir(folder).filePath(paper.fileName() + QStringLiteral(".pdf"));
    const QByteArray pdf = pdfOf(paper);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size() || !file.commit())
        return Error{ErrorKind::Io, "papers.not_written", {QDir::toNativeSeparators(path)}, file.errorString()};
    return path;
}

void OrderPapers::failed(const QString &safe, const Error &error)
{
    m_desk.notices().say(safe + u' ' + m_desk.sentence(error));
}

Paper OrderPapers::paperOf(Paper::Content content, bool again) const
{
    Paper paper{std::move(content), m_desk.locale(), m_desk.calendar()};
    paper.again = again;
    paper.rollWidth = PaperSettings::load().rollWidth;
    return paper;
}

void OrderPapers::send(std::vector<Paper> papers, const QString &done, const QString &safe)
{
    Notices *notices = &m_desk.notices();
    const QString folder = PaperSettings::folder(m_desk.session().path());
    const auto say = [desk = &m_desk, notices, done, safe, folder](const Result<QStringList> &files) {
        if (!files)
            notices->say(safe + u' ' + desk->sentence(files.error()));
        else if (!files->isEmpty())
            notices->say(tr("%1 written to %2")
                             .arg(done, QDir::toNativeSeparators(files->size() == 1 ? files->first() : folder)));
    };
    whenDone(produce(std::move(papers), folder, PaperSettings::load()), notices, say);
}

void OrderPapers::printBooked(OrderId order, const std::optional<finance::PaymentTaken> &payment)
{
    const QString taken = payment ? m_desk.amount(payment->amount) : QString();
    invoices::InvoiceService documents(m_desk.session(), m_desk.door());
    const auto claim = documents.claimCheck(order);
    if (!claim)
        return failed(tr("The order is saved, its claim check was not printed."), claim.error());
    const PaperSettings settings = PaperSettings::load();
    std::vector<Paper> papers = {paperOf(*claim)};
    if (settings.drawer && payment) {
        const auto receipt = documents.receipt(payment->id);
        papers.front().opensDrawer = receipt && isCash(receipt->payment);
    }
    if (settings.tags)
        papers.push_back(paperOf(GarmentTags{*claim}));
    if (settings.rackSlip)
        papers.push_back(paperOf(RackSlip{*claim}));
    const QString what = papers.size() == 1 ? tr("claim check") : tr("papers of order %1").arg(claim->orderNumber);
    const QString safe = taken.isEmpty()
                             ? tr("Order %1 saved, claim check not printed.").arg(claim->orderNumber)
                             : tr("Order %1 saved, %2 taken, claim check not printed.").arg(claim->orderNumber, taken);
    send(std::move(papers),
         taken.isEmpty() ? what.first(1).toUpper() + what.sliced(1) : tr("%1 taken, %2").arg(taken, what), safe);
}

void OrderPapers::printClaimCheck(OrderId order, bool again)
{
    const auto claim = invoices::InvoiceService(m_desk.session(), m_desk.door()).claimCheck(order);
    if (!claim)
        return failed(tr("The order is saved, its claim check was not printed."), claim.error());
    send({paperOf(*claim, again)}, tr("Claim check"),
         tr("Order %1 is saved, its claim check was not printed.").arg(claim->orderNumber));
}

void OrderPapers::printTags(OrderId order)
{
    const auto claim = invoices::InvoiceService(m_desk.session(), m_desk.door()).claimCheck(order);
    if (!claim)
        return failed(tr("The order is saved, its tags were not printed."), claim.error());
    send({paperOf(GarmentTags{*claim})}, tr("Tags of order %1").arg(claim->orderNumber),
         tr("Order %1 is saved, its tags were not printed.").arg(claim->orderNumber));
}

void OrderPapers::printQuote(OrderId id)
{
    const auto quote = invoices::InvoiceService(m_desk.session(), m_desk.door()).quote(id);
    if (!quote)
        return failed(tr("The offer is kept and was not printed."), quote.error());
    send({paperOf(*quote)}, tr("Offer"), tr("The offer is kept and was not printed."));
}

void OrderPapers::printReceipt(TransactionId payment, bool again)
{
    const auto receipt = invoices::InvoiceService(m_desk.session(), m_desk.door()).receipt(payment);
    if (!receipt)
        return failed(tr("The payment is saved, its receipt was not printed."), receipt.error());
    Paper paper = paperOf(*receipt, again);
    paper.opensDrawer = PaperSettings::load().drawer && !again && isCash(receipt->payment);
    send({std::move(paper)}, tr("Receipt %1").arg(receipt->receiptNumber),
         tr("The payment is saved, receipt %1 was not printed.").arg(receipt->receiptNumber));
}

void OrderPapers::printInvoice(InvoiceId id, bool again)
{
    const auto invoice = invoices::InvoiceService(m_desk.session(), m_desk.door()).load(id);
    if (!invoice)
        return failed(tr("The invoice is issued and was not printed."), invoice.error());
    send({paperOf(*invoice, again)}, tr("Invoice %1").arg(invoice->number),
         tr("Invoice %1 is issued and was not printed.").arg(invoice->number));
}

void OrderPapers::printDayPage(const finance::DayPage &page, bool again)
{
    const QString number = m_desk.locale().toString(page.number);
    send({paperOf(DayPagePaper{partyOf(m_desk.profile()), page}, again)}, tr("Day page %1").arg(number),
         tr("The till is closed, its day page %1 was not printed.").arg(number));
}

void OrderPapers::printTest()
{
    const PaperSettings settings = PaperSettings::load();
    const QString name = settings.slipPrinter.isEmpty() ? tr("PDF") : settings.slipPrinter;
    send({paperOf(TestSlip{partyOf(m_desk.profile()), m_desk.profile().currency, name})}, tr("Test slip"),
         tr("The test slip was not printed."));
}

void OrderPapers::printStatement(ClientId client)
{
    const auto statement = invoices::InvoiceService(m_desk.session(), m_desk.door()).statement(client);
    if (!statement)
        return failed(tr("The statement was not printed."), statement.error());
    send({paperOf(*statement)}, tr("Statement"), tr("The statement was not printed."));
}

void OrderPapers::printMeasures(MeasureSheet sheet)
{
    sheet.shop = partyOf(m_desk.profile());
    send({paperOf(std::move(sheet))}, tr("Measurement sheet"), tr("The measurement sheet was not printed."));
}

} // namespace thimblely::ui
