// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/order_papers.h"

#include "core/base/overloaded.h"
#include "core/invoices/invoice_service.h"
#include "ui/desk/desk.h"
#include "ui/documents/paper_queue.h"
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

//! What came of printing: files where there is no printer, and what is not out.
struct Output {
    QStringList files = {};
    std::vector<Paper> out = {};
    std::vector<Paper> stuck = {};
    std::optional<Error> error = {}; //!< of the first that is stuck
};

//! After one that fails the others are not tried: what one printer does not take it takes none of.
Output outputOf(const std::vector<Paper> &papers, const QString &folder, const PaperSettings &settings)
{
    Output output;
    for (const Paper &paper : papers) {
        const QString printer = printerOf(paper, settings);
        if (output.error) {
            output.stuck.push_back(paper);
            continue;
        }
        if (printer.isEmpty()) {
            const auto file = writePdf(paper, folder);
            if (file)
                output.files.append(*file);
            else
                output.error = file.error();
        } else if (const auto printed = printTo(printer, paper); !printed) {
            output.error = printed.error();
        }
        (output.error ? output.stuck : output.out).push_back(paper);
    }
    return output;
}

QFuture<Output> produce(std::vector<Paper> papers, QString folder, PaperSettings settings)
{
    auto promise = std::make_shared<QPromise<Output>>();
    promise->start();
    QFuture<Output> future = promise->future();
    QThreadPool::globalInstance()->start(
        [promise, papers = std::move(papers), folder = std::move(folder), settings = std::move(settings)] {
            promise->addResult(outputOf(papers, folder, settings));
            promise->finish();
        });
    return future;
}

Result<void> writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorKind::Io, "papers.not_written", {QDir::toNativeSeparators(path)}, file.errorString()};
    return {};
}

//! The paper, and beside it the same for programs.
Result<QString> writeHeldFiles(const Paper &paper, const QString &folder)
{
    TRY_ASSIGN(QString pdf, writePdf(paper, folder));
    TRY(writeWhole(QDir(folder).filePath(paper.fileName() + QStringLiteral(".json")),
                   privacy::jsonOf(std::get<HeldPaper>(paper.content).file)));
    return pdf;
}

} // namespace

Result<QString> writePdf(const Paper &paper, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::ReadOnly, "papers.not_written", {QDir::toNativeSeparators(folder)}, {}};
    const QString path = QDir(folder).filePath(paper.fileName() + QStringLiteral(".pdf"));
    TRY(writeWhole(path, pdfOf(paper)));
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
    paper.inches = m_desk.profile().units == UnitSystem::Imperial;
    return paper;
}

Result<Paper> OrderPapers::make(const PaperOrder &order, bool again) const
{
    const invoices::InvoiceService documents(m_desk.session(), m_desk.door());
    const auto paper = [&](auto content) -> Result<Paper> {
        if (!content)
            return content.error();
        Paper made = paperOf(std::move(*content), again);
        made.source = order;
        made.sheet = order.sheet;
        return made;
    };
    const OrderId about(order.about);
    switch (order.kind) {
    case PaperKind::ClaimCheck:
        return paper(documents.claimCheck(about));
    case PaperKind::Tags: {
        TRY_ASSIGN(invoices::ClaimCheck claim, documents.claimCheck(about));
        return paper(Result<GarmentTags>(GarmentTags{std::move(claim)}));
    }
    case PaperKind::RackSlip: {
        TRY_ASSIGN(invoices::ClaimCheck claim, documents.claimCheck(about));
        return paper(Result<RackSlip>(RackSlip{std::move(claim)}));
    }
    case PaperKind::Receipt:
        return paper(documents.receipt(TransactionId(order.about)));
    case PaperKind::Invoice:
        return paper(documents.load(InvoiceId(order.about)));
    case PaperKind::Statement:
        return paper(documents.statement(ClientId(order.about)));
    case PaperKind::WorkOrder:
        return paper(documents.workOrder(about));
    case PaperKind::Notice:
        return paper(documents.uncollectedNotice(about));
    case PaperKind::UncollectedAll:
        return paper(documents.uncollectedList(0));
    case PaperKind::UncollectedLong:
        return paper(documents.uncollectedList(orders::readyLongDays));
    }
    Q_UNREACHABLE();
}

QString OrderPapers::nameOf(const Paper &paper)
{
    return std::visit(
        Overloaded{
            [](const invoices::ClaimCheck &claim) { return tr("Claim check %1").arg(claim.orderNumber); },
            [](const invoices::ReceiptDocument &receipt) { return tr("Receipt %1").arg(receipt.receiptNumber); },
            [](const invoices::InvoiceDocument &invoice) { return tr("Invoice %1").arg(invoice.number); },
            [](const GarmentTags &tags) { return tr("Tags of order %1").arg(tags.order.orderNumber); },
            [](const RackSlip &slip) { return tr("Rack slip %1").arg(slip.order.orderNumber); },
            [](const invoices::WorkOrder &work) { return tr("Work order %1").arg(work.orderNumber); },
            [](const invoices::UncollectedNotice &notice) {
                return tr("Notice about order %1").arg(notice.orderNumber);
            },
            [](const invoices::UncollectedList &) { return tr("List of what nobody fetches"); },
            [](const invoices::Statement &statement) { return tr("Statement of %1").arg(statement.client.name); },
            [](const auto &) { return tr("Paper"); }},
        paper.content);
}

void OrderPapers::print(const PaperOrder &order, bool again)
{
    auto paper = make(order, again);
    if (!paper)
        return failed(tr("It was not printed."), paper.error());
    const QString name = nameOf(*paper);
    send({std::move(*paper)}, name, tr("%1 was not printed.").arg(name));
}

void OrderPapers::send(std::vector<Paper> papers, const QString &done, const QString &safe)
{
    Notices *notices = &m_desk.notices();
    const QString folder = PaperSettings::folder(m_desk.session().path());
    const auto say = [desk = &m_desk, notices, done, safe, folder](const Output &output) {
        PaperQueue &queue = PaperQueue::of(desk->session().path());
        for (const Paper &paper : output.out) {
            if (paper.source)
                queue.drop(*paper.source);
        }
        bool waits = false;
        for (const Paper &paper : output.stuck) {
            if (!paper.source)
                continue;
            waits = true;
            queue.put({*paper.source, nameOf(paper), desk->sentence(*output.error), desk->clock().now()});
        }
        if (output.error)
            notices->say(safe + u' ' + desk->sentence(*output.error) +
                         (waits ? u' ' + tr("It waits under Printing and scanning.") : QString()));
        else if (!output.files.isEmpty())
            notices->say(
                tr("%1 written to %2")
                    .arg(done, QDir::toNativeSeparators(output.files.size() == 1 ? output.files.first() : folder)));
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
    papers.front().source = PaperOrder{PaperKind::ClaimCheck, order.bytes()};
    if (settings.drawer && payment) {
        const auto receipt = documents.receipt(payment->id);
        papers.front().opensDrawer = receipt && isCash(receipt->payment);
    }
    const auto add = [&](Paper paper, PaperKind kind) {
        paper.source = PaperOrder{kind, order.bytes()};
        papers.push_back(std::move(paper));
    };
    if (settings.tags)
        add(paperOf(GarmentTags{*claim}), PaperKind::Tags);
    if (settings.rackSlip)
        add(paperOf(RackSlip{*claim}), PaperKind::RackSlip);
    const QString what = papers.size() == 1 ? tr("claim check") : tr("papers of order %1").arg(claim->orderNumber);
    const QString safe = taken.isEmpty()
                             ? tr("Order %1 saved, claim check not printed.").arg(claim->orderNumber)
                             : tr("Order %1 saved, %2 taken, claim check not printed.").arg(claim->orderNumber, taken);
    send(std::move(papers),
         taken.isEmpty() ? what.first(1).toUpper() + what.sliced(1) : tr("%1 taken, %2").arg(taken, what), safe);
}

void OrderPapers::printClaimCheck(OrderId order, bool again)
{
    const auto paper = make({PaperKind::ClaimCheck, order.bytes()}, again);
    if (!paper)
        return failed(tr("The order is saved, its claim check was not printed."), paper.error());
    const QString number = std::get<invoices::ClaimCheck>(paper->content).orderNumber;
    send({*paper}, tr("Claim check"), tr("Order %1 is saved, its claim check was not printed.").arg(number));
}

void OrderPapers::printTags(OrderId order)
{
    print({PaperKind::Tags, order.bytes()});
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
    paper.source = PaperOrder{PaperKind::Receipt, payment.bytes()};
    paper.opensDrawer = PaperSettings::load().drawer && !again && isCash(receipt->payment);
    send({std::move(paper)}, tr("Receipt %1").arg(receipt->receiptNumber),
         tr("The payment is saved, receipt %1 was not printed.").arg(receipt->receiptNumber));
}

void OrderPapers::printInvoice(InvoiceId id, bool again)
{
    const auto invoice = invoices::InvoiceService(m_desk.session(), m_desk.door()).load(id);
    if (!invoice)
        return failed(tr("The invoice is issued and was not printed."), invoice.error());
    Paper paper = paperOf(*invoice, again);
    paper.source = PaperOrder{PaperKind::Invoice, id.bytes()};
    send({std::move(paper)}, tr("Invoice %1").arg(invoice->number),
         tr("Invoice %1 is issued and was not printed.").arg(invoice->number));
}

void OrderPapers::printDayPage(const finance::DayPage &page, bool again)
{
    const QString number = m_desk.locale().toString(page.number);
    send({paperOf(DayPagePaper{partyOf(m_desk.profile()), page}, again)}, tr("Day page %1").arg(number),
         tr("The till is closed, its day page %1 was not printed.").arg(number));
}

bool OrderPapers::printRecovery(RecoverySheet sheet)
{
    if (PaperSettings::load().sheetPrinter.isEmpty()) {
        m_desk.notices().say(
            tr("No printer is chosen for sheets. Write the codes down, or choose one under Printing."));
        return false;
    }
    sheet.shop = partyOf(m_desk.profile());
    send({paperOf(std::move(sheet))}, tr("Recovery sheet"), tr("The recovery sheet was not printed."));
    return true;
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
    Paper paper = paperOf(*statement);
    paper.source = PaperOrder{PaperKind::Statement, client.bytes()};
    send({std::move(paper)}, tr("Statement"), tr("The statement was not printed."));
}

void OrderPapers::printMeasures(MeasureSheet sheet)
{
    sheet.shop = partyOf(m_desk.profile());
    send({paperOf(std::move(sheet))}, tr("Measurement sheet"), tr("The measurement sheet was not printed."));
}

void OrderPapers::writeHeld(privacy::ClientFile file)
{
    Notices *notices = &m_desk.notices();
    const QString folder = PaperSettings::folder(m_desk.session().path());
    const auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    QThreadPool::globalInstance()->start(
        [promise, folder, paper = paperOf(HeldPaper{partyOf(m_desk.profile()), std::move(file)})] {
            promise->addResult(writeHeldFiles(paper, folder));
            promise->finish();
        });
    whenDone(promise->future(), notices, [desk = &m_desk, notices](const Result<QString> &written) {
        notices->say(written ? tr("Written to %1, to read and for programs").arg(QDir::toNativeSeparators(*written))
                             : tr("It was not written.") + u' ' + desk->sentence(written.error()));
    });
}

} // namespace thimblely::ui
