// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"
#include "core/base/length.h"
#include "core/base/money.h"
#include "core/base/quantity.h"

#include <QLocale>
#include <QString>

namespace thimblely {

// What fills the sentence of an error or of an operation and is no plain text: an amount, a day, a length, a count, a quantity. Where it is made
// nobody knows who reads it, so it travels marked as what it is, and is written where the sentence is, as that place
// writes it (messages::sentenceFor). describe() writes it plainly for logs.

QString errorArg(const Money &amount);
QString errorArg(const Date &day);
QString errorArg(Length length, LengthUnit unit);
QString errorArg(qint64 count);
QString errorArg(Quantity quantity, const QString &unit);

//! Whether it is an amount; what people typed never is.
bool isMoneyArg(const QString &arg);

//! As people of the locale write it; `insteadOfMoney`, unless empty, for amounts. Plain text comes back as it is.
QString writeErrorArg(const QString &arg, const QLocale &locale, const QString &insteadOfMoney = {});

} // namespace thimblely
