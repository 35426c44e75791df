// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/error.h"

#include <QLocale>
#include <QString>

#include <span>

namespace thimblely::messages {

/*!
 * What an error says to a person, translated: what happened, what is safe, what to do. The window and the command line
 * share these. A code without a sentence of its own gets the one of its kind; a test finds every code that core makes
 * in the table. Amounts, days, lengths and counts stand in it as people of `locale` write them; `insteadOfMoney`, unless
 * empty, stands for amounts while money is hidden.
 */
QString sentenceFor(const Error &error, const QLocale &locale = QLocale(), const QString &insteadOfMoney = {});

//! The codes that have a sentence; for the test.
std::span<const char *const> knownCodes();

} // namespace thimblely::messages
