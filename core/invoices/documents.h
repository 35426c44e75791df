// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/quantity.h"
#include "core/finance/payment.h"
#include "core/orders/order.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace thimblely::invoices {

enum class InvoiceKind { Invoice, Receipt, CreditNote };

QByteArray toCode(InvoiceKind kind);
Result<InvoiceKind> invoiceKindFromCode(QStringView code);

//! Who sells or buys, as printed; frozen with the document.
struct Party {
    QString name;
    QString address; //!< lines
    QString phone;
    QString email;
    QString taxId;
    QString registration;
    QString country; //!< ISO 3166-1
    friend bool operator==(const Party &, const Party &) = default;
};

struct InvoiceLine {
    int position;
    QString text;
    QString details; //!< tasks, colour and mark; may be empty
    Quantity quantity;
    QString unit;
    Money unitPrice;
    Money discount;
    Rate taxRate;
    QString taxCode;
    Money tax;
    Money total; //!< after discount; holds tax where the document's prices do
};

//! What the law of the seller's country calls an invoice, frozen with it.
enum class InvoiceForm {
    Plain,
    TaxInvoice,  //!< India: of who is registered for GST
    BillOfSupply //!< India: of who is not; it charges no tax
};

//! What the tax office's system gave for an invoice after it was issued (Kenya: eTIMS). Typed or scanned from it.
struct FiscalStamp {
    QString number; //!< the control unit's invoice number
    QString device; //!< the serial of the control unit
    QString code;   //!< what its QR code holds; may be empty
    friend bool operator==(const FiscalStamp &, const FiscalStamp &) = default;
};

//! What one rate comes to: one line per rate and code.
struct TaxLine {
    Rate rate;
    QString code;
    Money net;
    Money tax;
};

//! An issued invoice or receipt, frozen: reading it twice gives the same to the byte (documentHash).
struct InvoiceDocument {
    InvoiceId id;
    OrderId order;
    QString orderNumber;
    InvoiceKind kind;
    QString number; //!< "A-26-00017"
    QString series; //!< "A-26"
    Date issuedDate;
    std::optional<Date> supplyDate;
    std::optional<Date> dueDate;
    Party from;
    Party to;
    std::vector<InvoiceLine> lines;
    std::vector<TaxLine> taxes;
    bool taxInclusive;
    Money subtotal;
    Money discount;
    Money tax;
    Money total;
    Money paid;    //!< derived: as of now
    Money balance; //!< derived: still to be paid, without what was credited and what is on its way
    orders::PaymentStatus paymentStatus;
    QString notes;
    QByteArray previousHash; //!< SHA-256 of the document before it in the series; empty: the first
    QByteArray documentHash;
    Money credited;                         //!< derived: taken off by credit notes
    std::optional<InvoiceId> corrects = {}; //!< of a credit note: what it takes its amount off
    QString correctsNumber = {};            //!< of that
    std::optional<Money> waiting = {};      //!< derived: of the balance, on its way
    InvoiceForm form = InvoiceForm::Plain;
    QString placeOfSupply = {};            //!< where the law splits the tax by it: India's two digits of a state
    std::optional<FiscalStamp> stamp = {}; //!< not frozen: it comes after the paper
};

//! What is billed of the order itself; its amount is absent where the person may not read prices.
struct ClaimCharge {
    QString words; //!< "Rush"
    std::optional<Money> amount;
    friend bool operator==(const ClaimCharge &, const ClaimCharge &) = default;
};

//! One of the orders that the money of a receipt was put to; its lines and its tax come to its total. Where several pay
//! for the order, all of it is of what this one pays.
struct ReceiptOrder {
    QString number;
    std::vector<ClaimCharge> lines; //!< pieces and charges as they are paid for, not cancelled
    std::optional<Money> taxOnTop;  //!< where the prices do not hold it
    Money total;
    Money put;                         //!< of this money
    Money paidSoFar;                   //!< has come in, with this one
    Money balance;                     //!< still to be paid, without what is on its way; negative: too much was paid
    std::optional<Money> waiting = {}; //!< announced and not come in, this one too; none: nothing
    QString orderOf = {};              //!< whose order it is, where somebody else paid
    QString payer = {};                //!< whose part of the order it is, where another's than the receipt's
    bool isInvoice = false;            //!< an invoice of no order, with what was credited of it as a line of its own
};

//! What the client is given for money.
struct ReceiptDocument {
    Party shop;
    QString receiptNumber;
    QString clientName; //!< who paid
    Instant takenAt;
    Date date;
    finance::Payment payment;
    std::vector<ReceiptOrder> orders; //!< the one that was asked about first
    std::optional<Money> kept;        //!< for the client, as their credit
    QString terms;
    //! Of money that is given back: the receipt it takes back, and its day. Empty for the rest, and where that had none.
    QString takesBack = {};
    std::optional<Date> takesBackOf = {};
    QString soldBy = {};  //!< the order that was asked about, where the shop asks for it
    QString takenBy = {}; //!< whoever took or gave the money; empty where names may not be read

    //! Only said to be on its way: the paper of it is no receipt.
    bool isAnnounced() const { return payment.waiting && !payment.amount.isNegative(); }
    //! The whole money: what was put to the orders and what is kept.
    Result<Money> whole() const;
};

//! A task as it is read; its price is absent where none was said or the person may not read it.
struct ClaimTask {
    QString words;
    std::optional<Money> price;
    friend bool operator==(const ClaimTask &, const ClaimTask &) = default;
};

struct ClaimPiece {
    QString tag;     //!< "1042-2"
    QString barcode; //!< digits and A–Z only: "1042P2"
    QString name;
    QString colour; //!< with its mark: "navy pinstripe"
    QString wearer;
    std::vector<ClaimTask> tasks;
    QStringList condition;
    QString ownCloth; //!< how much the client brought, and what it is
    std::optional<Money> total;
    QString cloth = {};                    //!< of the shop's, or that a merchant sends
    std::optional<Money> priceBefore = {}; //!< where less is asked
    std::optional<Money> gross = {};       //!< before its discount
    QStringList style = {};                //!< how it is made: "Lapel notch"
    int photos = 0;                        //!< kept of it as it came in
    std::optional<ClientId> payer = {};    //!< whose share it is in
    QString set = {};                      //!< "Suit": the set it belongs to; empty: none
    int inSet = 0;                         //!< which of the set's pieces it is; 1 carries the set's price
    int ofSet = 0;                         //!< how many these are
    bool isGoods = false;                  //!< sold as it is: it hangs nowhere, and has no tag
    QString sold = {};                     //!< how much of what is sold as it is: "2.75 m"; empty: one piece
};

//! When something is tried on.
struct ClaimFitting {
    Instant at;
    QString what;     //!< "Jacket, Trousers"
    QString who = {}; //!< comes; empty where it may not be read
    friend bool operator==(const ClaimFitting &, const ClaimFitting &) = default;
};

//! One of several who pay for an order: their pieces (ClaimPiece::payer), their charges and their tax come to their share.
struct ClaimPayer {
    orders::PayerShare share;
    std::vector<ClaimCharge> charges; //!< of the order itself; not cancelled
    std::optional<Money> taxOnTop;    //!< where the prices do not hold it
};

//! What the client takes home and brings back, or of an order that several pay for what one of them does; also the
//! source of the garment tags.
struct ClaimCheck {
    Party shop;
    QString orderNumber;
    QString barcode; //!< digits and A–Z only
    QString paperTicketNumber;
    QString clientName;
    QString clientPhone;
    Instant bookedAt;
    std::optional<Date> promisedDate;
    std::optional<QTime> promisedTime;
    bool rush;
    std::vector<ClaimPiece> pieces; //!< not cancelled
    std::optional<orders::OrderSums> sums;
    QString terms;
    std::vector<ClaimCharge> charges = {}; //!< not cancelled
    std::optional<Money> taxOnTop = {};    //!< where the prices do not hold it
    std::vector<ClaimPayer> payers = {};   //!< where several pay, all of them: their shares come to the sums; else none
    std::optional<Money> toPay = {};       //!< of all who pay
    std::optional<Money> overpaid = {};    //!< by some of them: never taken off what others are to pay
    bool ofOnePayer = false;               //!< of the pieces of one of them alone, and of their money
    QString orderOf = {};                  //!< whose order it is, where that is another
    QString soldBy = {};                   //!< where the shop asks for it
    std::vector<ClaimFitting> fittings = {}; //!< still to come, by time
    //! The law wants each thing and its price in the client's hand before it is paid, under that title: France's note from
    //! 25 EUR on (order of 3 October 1983; country rules of finance/receipt_rules.h).
    bool isNote = false;
};

//! What a piece's price is made of where that is said: its tasks, what was done besides, what is asked less. They come
//! to the piece's total; empty where nothing is said of them, or prices may not be read.
Result<std::vector<ClaimCharge>> partsOf(const ClaimPiece &piece);

//! An offer as the client takes it home: no receipt, and without any number.
struct QuoteDocument {
    ClaimCheck order; //!< without its numbers and what was paid
    Date madeOn;
    Date until; //!< the last day its prices stand
};

//! An order that is not paid.
struct StatementLine {
    Date orderDate;
    QString orderNumber;
    QString text;                       //!< its title, or its pieces
    Money total;                        //!< of what this client pays of it
    Money balance;                      //!< still to be paid, without what is on its way
    std::optional<Money> overpaid = {}; //!< paid too much for it; none: nothing
};

//! What a client owes on one day, order by order, the oldest first; after these the orders they paid too much for.
struct Statement {
    Party shop;
    Party client;
    Date asOf;
    std::vector<StatementLine> lines;
    Money owed;   //!< the sum of the lines, without transfers on their way
    Money credit; //!< what the shop holds for them
    QString clientNumber = {};
    std::optional<Money> waiting = {};  //!< on its way; none: nothing
    std::optional<Money> overpaid = {}; //!< the sum of the lines'; none: nothing
};

} // namespace thimblely::invoices
