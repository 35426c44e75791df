// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/order_papers.h"

#include "core/invoices/invoice_service.h"
#include "core/invoices/printed_papers.h"
#include "ui/desk/desk.h"
#include "ui/documents/paper_output.h"
#include "ui/documents/paper_queue.h"
#include "ui/documents/paper_rights.h"
#include "ui/documents/paper_settings.h"
#include "ui/widgets/when_done.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <ranges>

namespace thimblely::ui {

using invoices::PrintedKind;

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

//! Of which there must not be two that look alike.
std::optional<PrintedKind> printedKindOf(PaperKind kind)
{
    switch (kind) {
    case PaperKind::ClaimCheck:
        return PrintedKind::ClaimCheck;
    case PaperKind::Receipt:
        return PrintedKind::Receipt;
    case PaperKind::Invoice:
        return PrintedKind::Invoice;
    case PaperKind::Tags:
    case PaperKind::RackSlip:
    case PaperKind::Statement:
    case PaperKind::WorkOrder:
    case PaperKind::Notice:
    case PaperKind::UncollectedAll:
    case PaperKind::UncollectedLong:
        break;
    }
    return std::nullopt;
}

bool isAnnounced(const Paper &paper)
{
    const auto *const receipt = std::get_if<invoices::ReceiptDocument>(&paper.content);
    return receipt && receipt->isAnnounced();
}

//! Money that came with an order, or that somebody only said to have sent.
struct Came {
    Money amount;
    bool announced = false;
    bool cash = false;
};

std::vector<Came> cameWith(const invoices::InvoiceService &documents,
                           const std::vector<finance::PaymentTaken> &payments)
{
    std::vector<Came> came;
    for (const finance::PaymentTaken &payment : payments) {
        Came one{payment.amount};
        if (const auto receipt = documents.receipt(payment.id)) {
            one.announced = receipt->isAnnounced();
            one.cash = isCash(receipt->payment);
        }
        came.push_back(one);
    }
    return came;
}

QString cameWords(const Desk &desk, const std::vector<Came> &came)
{
    std::optional<Money> taken;
    std::optional<Money> announced;
    for (const Came &one : came) {
        std::optional<Money> &sum = one.announced ? announced : taken;
        sum = sum ? sum->plus(one.amount).valueOr(*sum) : one.amount;
    }
    if (!announced)
        return taken ? tr("%1 taken").arg(desk.amount(*taken)) : QString();
    return taken ? tr("%1 taken, %2 announced, not received").arg(desk.amount(*taken), desk.amount(*announced))
                 : tr("%1 announced, not received").arg(desk.amount(*announced));
}

void notePrinted(Desk &desk, const std::vector<Paper> &out)
{
    std::vector<invoices::PrintedPaper> papers;
    for (const Paper &paper : out) {
        const auto kind = paper.source ? printedKindOf(paper.source->kind) : std::nullopt;
        if (kind && !isAnnounced(paper)) // its receipt is printed once the money is there
            papers.push_back({*kind, paper.source->about, OrderPapers::nameOf(paper)});
    }
    if (papers.empty())
        return;
    Notices *notices = &desk.notices();
    whenDone(invoices::PrintedPapers(desk.session(), desk.door()).note(std::move(papers)), notices,
             [notices](const Result<void> &noted) {
                 // Who may write nothing of orders may print what they see all the same.
                 if (!noted && noted.error().kind != ErrorKind::Forbidden)
                     notices->fail(noted.error());
             });
}

} // namespace

void OrderPapers::failed(const QString &safe, const Error &error)
{
    m_desk.notices().say(safe + u' ' + m_desk.sentence(error));
}

Paper OrderPapers::paperOf(Paper::Content content) const
{
    Paper paper{std::move(content), m_desk.locale(), m_desk.calendar()};
    paper.rollWidth = PaperSettings::load().rollWidth;
    paper.inches = m_desk.profile().units == UnitSystem::Imperial;
    return paper;
}

Paper OrderPapers::paperOf(Paper::Content content, const PaperOrder &source) const
{
    Paper paper = paperOf(std::move(content));
    paper.source = source;
    paper.sheet = source.sheet;
    if (const auto kind = printedKindOf(source.kind)) {
        const auto before = invoices::PrintedPapers(m_desk.session(), m_desk.door()).contains(*kind, source.about);
        paper.again = before.valueOr(true); // of two that look alike one too many says so
    }
    return paper;
}

Result<Paper> OrderPapers::make(const PaperOrder &order) const
{
    if (const auto needed = neededForPaper(order.kind))
        TRY(m_desk.principal().require(*needed));
    const invoices::InvoiceService documents(m_desk.session(), m_desk.door());
    const auto paper = [&](auto content) -> Result<Paper> {
        if (!content)
            return content.error();
        return paperOf(std::move(*content), order);
    };
    const OrderId about(order.about);
    switch (order.kind) {
    case PaperKind::ClaimCheck:
        return paper(order.payer ? documents.claimCheck(about, ClientId(*order.payer)) : documents.claimCheck(about));
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

void OrderPapers::print(const PaperOrder &order)
{
    auto paper = make(order);
    if (!paper)
        return failed(tr("It was not printed."), paper.error());
    const QString name = nameOf(*paper);
    send({std::move(*paper)}, name, tr("%1 was not printed.").arg(name));
}

void OrderPapers::send(std::vector<Paper> papers, const QString &done, const QString &safe)
{
    Notices *notices = &m_desk.notices();
    const QString folder = PaperSettings::folder(m_desk.session().path());
    const auto say = [desk = &m_desk, notices, done, safe, folder](const PaperOutput &output) {
        notePrinted(*desk, output.out);
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
            queue.put({*paper.source, nameOf(paper), desk->sentence(*output.error), desk->clock().now(),
                       desk->principal().workspace});
        }
        if (output.error)
            notices->say(safe + u' ' + desk->sentence(*output.error) +
                         (waits ? u' ' + tr("It waits under Printing and scanning.") : QString()));
        else if (!output.files.isEmpty())
            notices->say(
                tr("%1 written to %2")
                    .arg(done, QDir::toNativeSeparators(output.files.size() == 1 ? output.files.first() : folder)));
    };
    whenDone(outputPapers(std::move(papers), folder, PaperSettings::load()), notices, say);
}

//! Whoever pays for their own pieces takes a paper of these home.
std::vector<Paper> OrderPapers::ownChecks(OrderId order, const invoices::ClaimCheck &claim) const
{
    std::vector<Paper> papers;
    const auto others = claim.payers | std::views::drop(1); // the whole check is the client's
    for (const invoices::ClaimPayer &payer : others) {
        if (auto paper = make({PaperKind::ClaimCheck, order.bytes(), SheetSize::A4, payer.share.client->bytes()}))
            papers.push_back(std::move(*paper));
        else
            m_desk.notices().fail(paper.error());
    }
    return papers;
}

void OrderPapers::printBooked(OrderId order, const std::vector<finance::PaymentTaken> &payments, bool receipts)
{
    const invoices::InvoiceService documents(m_desk.session(), m_desk.door());
    const std::vector<Came> came = cameWith(documents, payments);
    const QString taken = cameWords(m_desk, came);
    const auto claim = documents.claimCheck(order);
    if (!claim)
        return failed(tr("The order is saved, its claim check was not printed."), claim.error());
    const PaperSettings settings = PaperSettings::load();
    // For what goes home at once nobody comes back: a receipt is all that is printed of it.
    const bool work = !std::ranges::all_of(claim->pieces, &invoices::ClaimPiece::isGoods);
    std::vector<Paper> papers;
    if (work)
        papers.push_back(paperOf(*claim, PaperOrder{PaperKind::ClaimCheck, order.bytes()}));
    for (Paper &own : work ? ownChecks(order, *claim) : std::vector<Paper>())
        papers.push_back(std::move(own));
    for (const finance::PaymentTaken &payment : payments) {
        if (!receipts)
            break;
        if (auto receipt = make({PaperKind::Receipt, payment.id.bytes()}))
            papers.push_back(std::move(*receipt));
        else
            m_desk.notices().fail(receipt.error());
    }
    if (settings.drawer && !papers.empty())
        papers.front().opensDrawer = std::ranges::any_of(came, &Came::cash);
    if (papers.empty()) {
        m_desk.notices().say(taken.isEmpty() ? tr("Order %1 saved.").arg(claim->orderNumber)
                                             : tr("Order %1 saved, %2.").arg(claim->orderNumber, taken));
        return;
    }
    if (settings.tags && work)
        papers.push_back(paperOf(GarmentTags{*claim}, {PaperKind::Tags, order.bytes()}));
    if (settings.rackSlip && work)
        papers.push_back(paperOf(RackSlip{*claim}, {PaperKind::RackSlip, order.bytes()}));
    const QString what =
        papers.size() == 1 && work ? tr("claim check") : tr("papers of order %1").arg(claim->orderNumber);
    const QString safe = !work ? tr("Order %1 saved, %2, receipt not printed.").arg(claim->orderNumber, taken)
                         : taken.isEmpty()
                             ? tr("Order %1 saved, claim check not printed.").arg(claim->orderNumber)
                             : tr("Order %1 saved, %2, claim check not printed.").arg(claim->orderNumber, taken);
    send(std::move(papers), taken.isEmpty() ? what.first(1).toUpper() + what.sliced(1) : tr("%1, %2").arg(taken, what),
         safe);
}

void OrderPapers::printClaimCheck(OrderId order)
{
    const auto paper = make({PaperKind::ClaimCheck, order.bytes()});
    if (!paper)
        return failed(tr("The order is saved, its claim check was not printed."), paper.error());
    const auto &claim = std::get<invoices::ClaimCheck>(paper->content);
    const QString number = claim.orderNumber;
    std::vector<Paper> papers = ownChecks(order, claim);
    papers.insert(papers.begin(), *paper);
    send(std::move(papers), tr("Claim check"), tr("Order %1 is saved, its claim check was not printed.").arg(number));
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

void OrderPapers::printReceipt(TransactionId payment)
{
    const auto receipt = invoices::InvoiceService(m_desk.session(), m_desk.door()).receipt(payment);
    if (!receipt)
        return failed(tr("The payment is saved, its receipt was not printed."), receipt.error());
    Paper paper = paperOf(*receipt, PaperOrder{PaperKind::Receipt, payment.bytes()});
    paper.opensDrawer = PaperSettings::load().drawer && !paper.again && isCash(receipt->payment);
    const QString name = nameOf(paper);
    send({std::move(paper)}, name, tr("The payment is saved. %1 was not printed.").arg(name));
}

void OrderPapers::printInvoice(InvoiceId id)
{
    const auto invoice = invoices::InvoiceService(m_desk.session(), m_desk.door()).load(id);
    if (!invoice)
        return failed(tr("The invoice is issued and was not printed."), invoice.error());
    const Paper paper = paperOf(*invoice, PaperOrder{PaperKind::Invoice, id.bytes()});
    const QString name = nameOf(paper);
    send({paper}, name, tr("%1 is issued and was not printed.").arg(name));
}

void OrderPapers::printGivenBack(InvoiceId creditNote, TransactionId back)
{
    const auto note = make({PaperKind::Invoice, creditNote.bytes()});
    const auto receipt = make({PaperKind::Receipt, back.bytes()});
    if (!note || !receipt)
        return failed(tr("The money is given back; its papers were not printed."),
                      note ? receipt.error() : note.error());
    const QString names = tr("%1, %2").arg(nameOf(*note), nameOf(*receipt));
    send({*note, *receipt}, names, tr("The money is given back. %1 were not printed.").arg(names));
}

void OrderPapers::printDayPage(const finance::DayPage &page)
{
    const QString number = m_desk.locale().toString(page.number);
    send({paperOf(DayPagePaper{partyOf(m_desk.profile()), page})}, tr("Day page %1").arg(number),
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

bool OrderPapers::printInvitation(InvitationSlip slip)
{
    if (PaperSettings::load().sheetPrinter.isEmpty()) {
        m_desk.notices().say(
            tr("No printer is chosen for sheets. Copy the code, keep it as a file, or choose one under Printing."));
        return false;
    }
    slip.shop = partyOf(m_desk.profile());
    send({paperOf(std::move(slip))}, tr("Invitation"), tr("The invitation was not printed."));
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
    send({paperOf(*statement, PaperOrder{PaperKind::Statement, client.bytes()})}, tr("Statement"),
         tr("The statement was not printed."));
}

void OrderPapers::printMeasures(MeasureSheet sheet)
{
    sheet.shop = partyOf(m_desk.profile());
    send({paperOf(std::move(sheet))}, tr("Measurement sheet"), tr("The measurement sheet was not printed."));
}

void OrderPapers::printLabels(StockLabels labels)
{
    const bool one = labels.labels.size() == 1;
    send({paperOf(std::move(labels))}, one ? tr("Label") : tr("Labels"),
         one ? tr("The label was not printed.") : tr("The labels were not printed."));
}

void OrderPapers::printPurchases(std::vector<inventory::Purchase> lines)
{
    send({paperOf(PurchasePaper{partyOf(m_desk.profile()), m_desk.today(), std::move(lines)})}, tr("Purchase list"),
         tr("The purchase list was not printed."));
}

void OrderPapers::printWages(const QString &whose, const QString &month, finance::WageSheet sheet)
{
    send({paperOf(WageSlip{partyOf(m_desk.profile()), whose, month, m_desk.today(), std::move(sheet)})},
         tr("Wage slip"), tr("The wage slip was not printed."));
}

void OrderPapers::writeHeld(privacy::ClientFile file)
{
    Notices *notices = &m_desk.notices();
    const QString folder = PaperSettings::folder(m_desk.session().path());
    whenDone(writeHeldFiles(paperOf(HeldPaper{partyOf(m_desk.profile()), std::move(file)}), folder), notices,
             [desk = &m_desk, notices](const Result<QString> &written) {
                 notices->say(
                     written ? tr("Written to %1, to read and for programs").arg(QDir::toNativeSeparators(*written))
                             : tr("It was not written.") + u' ' + desk->sentence(written.error()));
             });
}

} // namespace thimblely::ui
