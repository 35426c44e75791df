// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/books.h"
#include "core/finance/reports.h"

#include <QLocale>
#include <QString>

namespace thimblely::ui {

// What the books call their rows, the same in lists, charts and forms.

//! "Orders", "Cloth", or as the shop calls it.
QString categoryName(const QString &category);
//! The code of a category that is called so; what was typed where it is none of ours.
QString categoryOf(const QString &name, bool isExpense);
//! "Cloth, Yaba Textiles"; a row that takes another one back says so.
QString bookTitle(const finance::BookEntry &entry);
//! "November 2026".
QString monthName(finance::Month month, const QLocale &locale);
//! "Nov".
QString shortMonthName(finance::Month month, const QLocale &locale);

} // namespace thimblely::ui
