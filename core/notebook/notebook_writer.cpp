// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/notebook/notebook_writer.h"

#include "core/base/error_args.h"
#include "core/clients/client_writer.h"
#include "core/finance/opening_writer.h"
#include "core/inventory/shop_terms.h"
#include "core/notebook/piece_text.h"
#include "core/notebook/same_balance.h"
#include "core/orders/old_order_writer.h"
#include "core/orders/rack_service.h"
#include "core/workspaces/tax_settings.h"

namespace thimblely::notebook {

namespace {

using access::Capability;
using changes::WriteContext;

constexpr qint64 largestAmount = 1'000'000'000'000; // as the counter takes it (orders/order_check.cpp)

Error refusal(const char *code, const QStringList &args = {})
{
    return {ErrorKind::Invalid, code, args, {}};
}

qint64 minorOf(const std::optional<Money> &amount)
{
    return amount ? amount->minor() : 0;
}

Result<void> checkBalance(const Line &line)
{
    if (line.readyAt)
        return refusal("notebook.not_ready");
    if (!line.total && !line.paid)
        return refusal("notebook.nothing_said");
    if (line.name.trimmed().isEmpty() && line.phone.trimmed().isEmpty())
        return refusal("notebook.nobody");
    return minorOf(line.total) == minorOf(line.paid) ? Result<void>(refusal("notebook.nothing_owed")) : Result<void>();
}

Result<void> checkOrder(const Line &line)
{
    const size_t pieces = readPieces(line.pieces).size();
    if (pieces == 0)
        return refusal("notebook.nothing_said");
    if (pieces > mostPieces)
        return refusal("notebook.many_pieces", {QString::number(mostPieces)});
    // Nothing said would be nothing owed, and the piece would leave for nothing.
    if (!line.total)
        return refusal("notebook.no_total");
    return minorOf(line.paid) > minorOf(line.total) ? Result<void>(refusal("notebook.paid_too_much")) : Result<void>();
}

//! The same page twice is the likeliest slip of such an evening.
Result<void> checkTicket(WriteContext &context, const QString &ticket)
{
    if (ticket.isEmpty())
        return {};
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT order_number FROM orders
         WHERE paper_ticket_no = ?1 AND order_number IS NOT NULL AND status <> 'cancelled'
               AND (collected_at IS NULL OR title = ?2)
         LIMIT 1)"));
    query->bind(ticket, orders::oldDebtTitle());
    TRY_ASSIGN(const bool found, query->step());
    return found ? Result<void>(Error{ErrorKind::Conflict, "notebook.ticket_here", {ticket, query->text(0)}, {}})
                 : Result<void>();
}

//! What would be refused further down is refused before anything is written: the other lines of a table go on.
Result<void> checkHere(WriteContext &context, const Line &line, const inventory::ShopTerms &terms)
{
    const Date today = terms.calendar.dayOf(context.clock().now());
    if (line.takenIn && *line.takenIn > today)
        return refusal("order.taken_in_later", {errorArg(*line.takenIn)});
    if (line.readyAt && line.readyAt->simplified().size() > orders::RackService::longestPlace)
        return refusal("order.rack_too_long", {QString::number(orders::RackService::longestPlace)});
    return checkTicket(context, line.ticket.simplified());
}

struct Who {
    std::optional<ClientId> client; //!< none: nobody knows
    bool isNew = false;
};

Result<Who> whoIs(WriteContext &context, const Line &line)
{
    const clients::Described who = whoOf(line);
    if (who.name.isEmpty() && who.phones.empty() && who.number.isEmpty())
        return Who{std::nullopt};
    TRY_ASSIGN(const std::optional<ClientId> known, clients::describedOrNamed(context, who));
    if (known)
        return Who{known};
    if (!who.number.isEmpty())
        return Error{ErrorKind::NotFound, "client.no_such_number", {who.number}, {}};
    ClientDraft draft;
    draft.name = who.name.isEmpty() ? who.phones.front().number : who.name;
    draft.phones = who.phones;
    TRY_ASSIGN(const ClientId client, clients::add(context, draft));
    return Who{client, true};
}

//! The agreed sum belongs to the ticket: each piece has its part, and the parts are the whole. A suit has one, which its
//! first piece carries.
Result<std::vector<orders::PieceDraft>> pricedPieces(WriteContext &context, const Line &line)
{
    std::vector<orders::PieceDraft> pieces = readPieces(line.pieces);
    TRY_ASSIGN(const TaxSettings tax, loadTax(context.connection()));
    std::vector<qint64> weights(pieces.size(), 1);
    for (size_t i = 0; i < pieces.size(); ++i)
        weights[i] = orders::isFurtherOfSet(pieces, i) ? 0 : 1;
    TRY_ASSIGN(const std::vector<Money> parts, line.total->split(weights));
    for (size_t i = 0; i < pieces.size(); ++i) {
        pieces[i].unitPrice = parts[i];
        pieces[i].taxRate = tax.rateOf(orders::toCode(pieces[i].kind));
    }
    return pieces;
}

Result<LineEntered> writeBalance(WriteContext &context, const Line &line, const Who &who, const QByteArray &page)
{
    TRY(checkSameBalance(context.connection(), *who.client, line));
    LineEntered entered{{}, {}, 0, who.isNew};
    const Money zero = Money::zero((line.total ? *line.total : *line.paid).currency());
    TRY_ASSIGN(const Money owed, line.total.value_or(zero).minus(line.paid.value_or(zero)));
    if (owed.isNegative()) {
        TRY_ASSIGN(const Money credit, owed.negated());
        TRY_ASSIGN(const TransactionId id, finance::enterOpeningCredit(context, *who.client, credit));
        entered.row = id.bytes();
        return entered;
    }
    TRY_ASSIGN(entered.order,
               orders::bookOldDebt(context, *who.client, owed, line.takenIn, line.ticket.simplified(), page));
    entered.row = entered.order->id.bytes();
    return entered;
}

} // namespace

clients::Described whoOf(const Line &line)
{
    clients::Described who{{}, line.name.simplified(), {}};
    const QString phone = line.phone.simplified();
    if (phone.startsWith(u'#'))
        who.number = phone.sliced(1).trimmed();
    else if (!phone.isEmpty())
        who.phones.push_back({phone});
    return who;
}

Result<void> checkLine(const Line &line, Currency currency)
{
    for (const std::optional<Money> &amount : {line.total, line.paid}) {
        if (amount && amount->currency() != currency)
            return refusal("order.other_currency");
        if (amount && amount->isNegative())
            return refusal("notebook.negative");
        if (amount && amount->minor() > largestAmount)
            return refusal("order.price_too_large");
    }
    if (line.ticket.simplified().size() > longestTicket)
        return refusal("notebook.ticket_long", {QString::number(longestTicket)});
    return line.isBalance() ? checkBalance(line) : checkOrder(line);
}

Result<LineEntered> writeLine(WriteContext &context, const Line &line, const QByteArray &page)
{
    TRY(context.principal().require(Capability::DataImport));
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(context.connection()));
    TRY(checkLine(line, terms.currency));
    TRY(checkHere(context, line, terms));
    TRY_ASSIGN(const Who who, whoIs(context, line));
    if (line.isBalance())
        return writeBalance(context, line, who, page);
    orders::OldOrder old;
    old.client = who.client;
    TRY_ASSIGN(old.pieces, pricedPieces(context, line));
    old.ticket = line.ticket.simplified();
    old.notes = line.note.trimmed();
    old.takenIn = line.takenIn;
    old.promised = line.promised;
    old.promisedAt = line.promisedAt;
    old.readyAt = line.readyAt;
    old.page = page;
    LineEntered entered{{}, {}, int(old.pieces.size()), who.isNew};
    TRY_ASSIGN(entered.order, orders::bookOldOrder(context, old));
    entered.row = entered.order->id.bytes();
    if (minorOf(line.paid) > 0)
        TRY(finance::enterOpeningPayment(context, entered.order->id, who.client, *line.paid));
    return entered;
}

} // namespace thimblely::notebook
