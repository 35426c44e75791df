// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/books_model.h"

#include "core/finance/books_service.h"
#include "ui/desk/day_text.h"
#include "ui/desk/pay_methods.h"
#include "ui/finance/book_words.h"
#include "ui/widgets/list_row_delegate.h"

namespace thimblely::ui {

using finance::BookEntry;

void BooksModel::show(const finance::BookFilter &filter)
{
    PagedModel::show([filter](access::Session &session, const auto &after, int limit) {
        return finance::BooksService::page(session, filter, after, limit);
    });
}

QString BooksModel::secondLine(const BookEntry &row) const
{
    QStringList parts{dayText(row.date, desk().today(), desk().locale())};
    parts.append(row.method ? payMethodName(*row.method) : tr("owed"));
    if (!row.movesProfit)
        parts.append(tr("changed its place"));
    for (const QString &part : {row.documentNumber, row.reason, row.description, row.receiptNumber}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(QStringLiteral(" · "));
}

QVariant BooksModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const BookEntry &shown = row(index.row());
    const bool over = shown.isTakenBack && !shown.reverses;
    switch (role) {
    case Qt::DisplayRole:
        return bookTitle(shown);
    case Qt::AccessibleTextRole:
        return QString(bookTitle(shown) + QStringLiteral(", ") + figureText(shown.amount, desk().locale()) +
                       QStringLiteral(", ") + secondLine(shown));
    case ListRowDelegate::SecondLine:
        return secondLine(shown);
    case ListRowDelegate::Amount:
        return figureText(shown.amount, desk().locale());
    case ListRowDelegate::StatusRole:
        return shown.waiting ? QVariant(int(Status::Waiting)) : over ? QVariant(int(Status::Collected)) : QVariant();
    case ListRowDelegate::StatusWord:
        return shown.waiting ? tr("Waited for") : over ? tr("Taken back") : QString();
    default:
        return {};
    }
}

} // namespace thimblely::ui
