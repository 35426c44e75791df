// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/book_words.h"

#include "ui/desk/isolated.h"

#include <QCoreApplication>

#include <algorithm>

namespace thimblely::ui {

namespace {

class BookWords {
    Q_DECLARE_TR_FUNCTIONS(BookWords)
};

struct Word {
    const char *code;
    const char *name;
};

// What the program enters itself, then what is usually entered by hand.
constexpr Word words[] = {
    {"order", QT_TRANSLATE_NOOP("BookWords", "Orders")},
    {"invoice", QT_TRANSLATE_NOOP("BookWords", "Invoices")},
    {"client_credit", QT_TRANSLATE_NOOP("BookWords", "Credit of clients")},
    {"paid_in", QT_TRANSLATE_NOOP("BookWords", "Paid into the till")},
    {"paid_out", QT_TRANSLATE_NOOP("BookWords", "Paid out of the till")},
    {"bank_drop", QT_TRANSLATE_NOOP("BookWords", "To the bank")},
    {"float", QT_TRANSLATE_NOOP("BookWords", "Float")},
    {"till_difference", QT_TRANSLATE_NOOP("BookWords", "Difference of the till")},
    {"wage", QT_TRANSLATE_NOOP("BookWords", "Wages")},
    {"wage_advance", QT_TRANSLATE_NOOP("BookWords", "Wages in advance")},
    {"opening_payment", QT_TRANSLATE_NOOP("BookWords", "Paid before this book")},
    {"opening_credit", QT_TRANSLATE_NOOP("BookWords", "Credit of the old book")},
    {"cloth", QT_TRANSLATE_NOOP("BookWords", "Cloth")},
    {"trimmings", QT_TRANSLATE_NOOP("BookWords", "Trimmings")},
    {"rent", QT_TRANSLATE_NOOP("BookWords", "Rent")},
    {"power", QT_TRANSLATE_NOOP("BookWords", "Power")},
    {"transport", QT_TRANSLATE_NOOP("BookWords", "Transport")},
    {"repairs", QT_TRANSLATE_NOOP("BookWords", "Repairs")},
    {"tools", QT_TRANSLATE_NOOP("BookWords", "Tools")},
    {"packaging", QT_TRANSLATE_NOOP("BookWords", "Packaging")},
    {"telephone", QT_TRANSLATE_NOOP("BookWords", "Telephone")},
    {"advertising", QT_TRANSLATE_NOOP("BookWords", "Advertising")},
    {"bank_fees", QT_TRANSLATE_NOOP("BookWords", "Bank fees")},
    {"taxes", QT_TRANSLATE_NOOP("BookWords", "Taxes")},
    {"lessons", QT_TRANSLATE_NOOP("BookWords", "Lessons")},
    {"hire", QT_TRANSLATE_NOOP("BookWords", "Hire")},
    {"sold_things", QT_TRANSLATE_NOOP("BookWords", "Things sold")},
    {"interest", QT_TRANSLATE_NOOP("BookWords", "Interest")},
    {"grant", QT_TRANSLATE_NOOP("BookWords", "Grant")},
};

} // namespace

QString categoryName(const QString &category)
{
    const auto found =
        std::ranges::find_if(words, [&](const Word &word) { return category == QLatin1String(word.code); });
    return found == std::end(words) ? category : BookWords::tr(found->name);
}

QString categoryOf(const QString &name, bool isExpense)
{
    const QString typed = name.simplified();
    const QStringList usual = finance::usualCategories(isExpense);
    for (const QString &code : usual) {
        if (categoryName(code).compare(typed, Qt::CaseInsensitive) == 0)
            return code;
    }
    return typed;
}

QString bookTitle(const finance::BookEntry &entry)
{
    QString title = categoryName(entry.category);
    if (!entry.orderNumber.isEmpty())
        title = BookWords::tr("Order %1").arg(entry.orderNumber);
    else if (!entry.invoiceNumber.isEmpty())
        title = BookWords::tr("Invoice %1").arg(entry.invoiceNumber);
    for (const QString &whose : {entry.memberName, entry.clientName, entry.counterparty}) {
        if (!whose.isEmpty()) {
            title = BookWords::tr("%1, %2", "what, whose").arg(title, isolated(whose));
            break;
        }
    }
    return entry.reverses ? BookWords::tr("Taken back: %1").arg(title) : title;
}

QString monthName(finance::Month month, const QLocale &locale)
{
    return QStringLiteral("%1 %2").arg(locale.standaloneMonthName(month.month),
                                       locale.toString(month.year).remove(locale.groupSeparator()));
}

QString shortMonthName(finance::Month month, const QLocale &locale)
{
    return locale.standaloneMonthName(month.month, QLocale::ShortFormat);
}

} // namespace thimblely::ui
