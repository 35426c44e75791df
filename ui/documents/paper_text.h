// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/documents/paper.h"
#include "ui/documents/sheet.h"

#include <QCoreApplication>
#include <QDateTime>

namespace thimblely::ui {

//! How a paper writes its figures and days, and the parts that several papers share; for this folder only.
class PaperText {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::PaperText)

public:
    explicit PaperText(const Paper &paper) : m_paper(paper) {}

    QString amount(const Money &money) const; //!< with the symbol
    QString figure(const Money &money) const; //!< without
    QString day(Date date) const;
    QString promise(const std::optional<Date> &date, const std::optional<QTime> &time) const;
    QString moment(Instant instant) const;
    QString visit(Instant instant) const; //!< as a promise, for who is to come then
    QString percent(Rate rate) const;
    QString method(finance::PaymentMethod method) const;

    //! Address, telephone, tax number, a line each.
    static QString facts(const invoices::Party &party);
    //! The shop at the head of a slip.
    void slipHead(Sheet &sheet, const invoices::Party &shop) const;
    //! The shop and what the paper is, at the head of an A4 sheet.
    void sheetHead(Sheet &sheet, const invoices::Party &shop, const QString &title, const QString &under) const;
    //! A name at the leading edge, its figure at the end.
    void pair(Sheet &sheet, const QString &name, const QString &figure, Face face = Face::Body) const;
    void terms(Sheet &sheet, const QString &text) const;

private:
    QDateTime localOf(Instant instant) const;

    const Paper &m_paper;
};

void writeClaimCheck(Sheet &sheet, const Paper &paper, const invoices::ClaimCheck &claim);
void writeQuote(Sheet &sheet, const Paper &paper, const invoices::QuoteDocument &quote);
void writeTags(Sheet &sheet, const Paper &paper, const invoices::ClaimCheck &claim);
//! When who comes to try on what: a line for however many come. Whose paper it is knows their own name.
void writeFittings(Sheet &sheet, const PaperText &write, const invoices::ClaimCheck &claim);
void writeRackSlip(Sheet &sheet, const Paper &paper, const invoices::ClaimCheck &claim);
void writeStatement(Sheet &sheet, const Paper &paper, const invoices::Statement &statement);
void writeMeasureSheet(Sheet &sheet, const Paper &paper, const MeasureSheet &measures);
void writeWorkOrder(Sheet &sheet, const Paper &paper, const invoices::WorkOrder &work);
void writeRecoverySheet(Sheet &sheet, const Paper &paper, const RecoverySheet &recovery);
void writeVaultKeySheet(Sheet &sheet, const Paper &paper, const VaultKeySheet &key);
void writeInvitationSlip(Sheet &sheet, const Paper &paper, const InvitationSlip &invitation);
void writeNotice(Sheet &sheet, const Paper &paper, const invoices::UncollectedNotice &notice);
void writeUncollectedList(Sheet &sheet, const Paper &paper, const invoices::UncollectedList &list);
void writeHeld(Sheet &sheet, const Paper &paper, const HeldPaper &held);
void writeStockLabels(Sheet &sheet, const StockLabels &labels);
void writePurchases(Sheet &sheet, const Paper &paper, const PurchasePaper &list);
void writeWageSlip(Sheet &sheet, const Paper &paper, const WageSlip &slip);
void writeTestSlip(Sheet &sheet, const Paper &paper, const TestSlip &test);
//! That this paper was printed before.
void writeAgain(Sheet &sheet);
void writeReceipt(Sheet &sheet, const Paper &paper, const invoices::ReceiptDocument &receipt);
void writeDayPage(Sheet &sheet, const Paper &paper, const DayPagePaper &day);
void writeInvoice(Sheet &sheet, const Paper &paper, const invoices::InvoiceDocument &invoice, int pages);

} // namespace thimblely::ui
