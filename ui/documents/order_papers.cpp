// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/order_papers.h"

#include "core/invoices/invoice_service.h"
#include "ui/desk/desk.h"
#include "ui/documents/paper.h"
#include "ui/widgets/when_done.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPromise>
#include <QSaveFile>
#include <QSettings>
#include <QThreadPool>

#include <memory>

namespace thimblely::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("OrderPapers", text);
}

//! The file that was written, or nothing where it went to the printer.
QFuture<Result<QString>> produce(Paper paper, QString folder, QString printer)
{
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    QFuture<Result<QString>> future = promise->future();
    QThreadPool::globalInstance()->start(
        [promise, paper = std::move(paper), folder = std::move(folder), printer = std::move(printer)] {
            if (printer.isEmpty()) {
                promise->addResult(writePdf(paper, folder));
            } else {
                const auto printed = printTo(printer, paper);
                promise->addResult(printed ? Result<QString>(QString()) : Result<QString>(printed.error()));
            }
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

QString OrderPapers::folder(const QString &shopFile)
{
    if (QString chosen = qEnvironmentVariable("THIMBLELY_PAPERS"); !chosen.isEmpty())
        return chosen;
    const QString beside = QFileInfo(shopFile).absoluteDir().filePath(QStringLiteral("papers"));
    return QSettings().value(QStringLiteral("papers/folder"), beside).toString();
}

void OrderPapers::failed(const QString &safe, const Error &error)
{
    m_desk.notices().say(safe + u' ' + m_desk.sentence(error));
}

void OrderPapers::send(Paper paper, const QString &done, const QString &safe)
{
    const QString printer = QSettings().value(QStringLiteral("papers/printer")).toString();
    Notices *notices = &m_desk.notices();
    const auto say = [desk = &m_desk, notices, done, safe](const Result<QString> &file) {
        if (!file)
            notices->say(safe + u' ' + desk->sentence(file.error()));
        else if (!file->isEmpty())
            notices->say(tr("%1 written to %2").arg(done, QDir::toNativeSeparators(*file)));
    };
    whenDone(produce(std::move(paper), folder(m_desk.session().path()), printer), notices, say);
}

void OrderPapers::printClaimCheck(OrderId order, const QString &taken)
{
    const auto claim = invoices::InvoiceService(m_desk.session(), m_desk.door()).claimCheck(order);
    if (!claim) {
        failed(tr("The order is saved, its claim check was not printed."), claim.error());
        return;
    }
    const QString number = claim->orderNumber;
    const QString safe = taken.isEmpty() ? tr("Order %1 saved, claim check not printed.").arg(number)
                                         : tr("Order %1 saved, %2 taken, claim check not printed.").arg(number, taken);
    const QString done = taken.isEmpty() ? tr("Claim check") : tr("%1 taken, claim check").arg(taken);
    send({*claim, m_desk.locale(), m_desk.calendar()}, done, safe);
}

void OrderPapers::printTags(OrderId order)
{
    const auto claim = invoices::InvoiceService(m_desk.session(), m_desk.door()).claimCheck(order);
    if (!claim)
        return failed(tr("The order is saved, its tags were not printed."), claim.error());
    send({GarmentTags{*claim}, m_desk.locale(), m_desk.calendar()}, tr("Tags of order %1").arg(claim->orderNumber),
         tr("Order %1 is saved, its tags were not printed.").arg(claim->orderNumber));
}

void OrderPapers::printReceipt(TransactionId payment)
{
    const auto receipt = invoices::InvoiceService(m_desk.session(), m_desk.door()).receipt(payment);
    if (!receipt)
        return failed(tr("The payment is saved, its receipt was not printed."), receipt.error());
    send({*receipt, m_desk.locale(), m_desk.calendar()}, tr("Receipt %1").arg(receipt->receiptNumber),
         tr("The payment is saved, receipt %1 was not printed.").arg(receipt->receiptNumber));
}

void OrderPapers::printInvoice(InvoiceId id)
{
    const auto invoice = invoices::InvoiceService(m_desk.session(), m_desk.door()).load(id);
    if (!invoice)
        return failed(tr("The invoice is issued and was not printed."), invoice.error());
    send({*invoice, m_desk.locale(), m_desk.calendar()}, tr("Invoice %1").arg(invoice->number),
         tr("Invoice %1 is issued and was not printed.").arg(invoice->number));
}

void OrderPapers::printDayPage(const finance::DayPage &page)
{
    const WorkspaceProfile &shop = m_desk.profile();
    const invoices::Party party{shop.name,  shop.address,        shop.phone,      shop.email,
                                shop.taxId, shop.registrationNo, shop.countryCode};
    const QString number = m_desk.locale().toString(page.number);
    send({DayPagePaper{party, page}, m_desk.locale(), m_desk.calendar()}, tr("Day page %1").arg(number),
         tr("The till is closed, its day page %1 was not printed.").arg(number));
}

} // namespace thimblely::ui
