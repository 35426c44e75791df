// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/import_register.h"
#include "core/exchange/amounts.h"
#include "core/exchange/import_store.h"
#include "core/inventory/shop_terms.h"
#include "core/notebook/notebook_writer.h"

#include <QCryptographicHash>

namespace thimblely::exchange {

namespace {

using changes::ImportRegister;
using changes::WriteContext;

Result<std::optional<Money>> moneyOf(const std::optional<Figure> &figure, Currency currency)
{
    if (!figure)
        return std::optional<Money>();
    const auto minor = scaled(*figure, currency.minorDigits());
    if (!minor)
        return Error{ErrorKind::Invalid, "money.malformed", {}, {}};
    return std::optional(Money(*minor, currency));
}

//! Total, paid, owed and credit of a book as the two amounts of a line.
Result<notebook::Line> lineOf(const OldOrderEntry &entry, Currency currency)
{
    notebook::Line line = entry.line;
    TRY(requireCurrency(entry.currency, currency));
    TRY_ASSIGN(line.total, moneyOf(entry.total, currency));
    TRY_ASSIGN(line.paid, moneyOf(entry.paid, currency));
    TRY_ASSIGN(const auto owed, moneyOf(entry.owed, currency));
    TRY_ASSIGN(const auto credit, moneyOf(entry.credit, currency));
    const bool hasCredit = credit && !credit->isZero();
    if (hasCredit && (!line.isBalance() || (owed && !owed->isZero())))
        return Error{ErrorKind::Invalid, "table.credit_with_order", {}, {}};
    if (owed && line.total && line.paid) {
        TRY_ASSIGN(const Money due, line.total->minus(*line.paid));
        if (due != *owed)
            return Error{ErrorKind::Invalid, "table.sums_differ", {}, {}};
    } else if (owed && line.total) {
        TRY_ASSIGN(line.paid, line.total->minus(*owed));
    } else if (owed && line.paid) {
        TRY_ASSIGN(line.total, owed->plus(*line.paid));
    } else if (owed) {
        line.total = owed;
    }
    if (hasCredit)
        line.paid = credit;
    if (hasCredit)
        line.total.reset();
    return line;
}

QByteArray hashOf(const notebook::Line &line)
{
    const auto amount = [](const std::optional<Money> &money) { return money ? money->toPlain() : QString(); };
    const auto day = [](const std::optional<Date> &date) { return date ? date->toIso() : QString(); };
    const QStringList parts = {line.ticket,
                               line.name,
                               line.phone,
                               line.pieces,
                               line.readyAt ? u'+' + *line.readyAt : QString(),
                               day(line.promised),
                               day(line.takenIn),
                               amount(line.total),
                               amount(line.paid),
                               line.note};
    return QCryptographicHash::hash(parts.join(u'\x1e').toUtf8(), QCryptographicHash::Sha256);
}

//! Money is taken back by a row of its own, so that it stands as it was itself.
Result<bool> isTakenBack(WriteContext &context, const ImportRegister::Known &known)
{
    if (known.takenBack)
        return true;
    TRY_ASSIGN(auto query, context.query("SELECT 1 FROM transactions WHERE reverses_transaction_id = ? LIMIT 1"));
    query->bind(RowId(known.row));
    return query->step();
}

} // namespace

Result<RowFate> store(WriteContext &context, const OldOrderEntry &entry, int &clientsMade)
{
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(context.connection()));
    TRY_ASSIGN(const notebook::Line line, lineOf(entry, terms.currency));
    const ImportRegister::Entry known{entry.format, storage::Table::Orders, entry.foreignId};
    const QByteArray hash = hashOf(line);
    TRY_ASSIGN(const auto before, ImportRegister::find(context, known));
    if (before) {
        TRY_ASSIGN(const bool takenBack, isTakenBack(context, *before));
        if (!takenBack && before->contentHash == hash)
            return RowFate::Unchanged;
        if (!takenBack)
            return Error{ErrorKind::Conflict, "table.order_differs", {line.ticket}, {}};
    }
    TRY_ASSIGN(const notebook::LineEntered entered, notebook::writeLine(context, line));
    clientsMade += entered.newClient;
    TRY(ImportRegister::remember(context, known, entered.row, hash));
    return RowFate::Created;
}

} // namespace thimblely::exchange
