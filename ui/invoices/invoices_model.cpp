// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/invoices/invoices_model.h"

#include "ui/desk/day_text.h"
#include "ui/desk/isolated.h"
#include "ui/invoices/invoice_words.h"
#include "ui/widgets/list_row_delegate.h"

namespace thimblely::ui {

using invoices::InvoiceState;
using invoices::InvoiceSummary;

void InvoicesModel::show(invoices::InvoiceFilter filter, const QString &words)
{
    const Date today = desk().today();
    PagedModel::show([filter, words, today](access::Session &session, const auto &after, int limit) {
        return invoices::InvoiceListService(session).page(filter, words, today, after, limit);
    });
}

int InvoicesModel::rowOf(InvoiceId invoice) const
{
    for (int i = 0; i < rowCount(); ++i) {
        if (row(i).id == invoice)
            return i;
    }
    return -1;
}

QString InvoicesModel::secondLine(const InvoiceSummary &row) const
{
    QStringList parts{row.number.isEmpty() ? tr("no number yet") : row.number};
    if (row.issued)
        parts.append(dayText(*row.issued, desk().today(), desk().locale()));
    if (!row.orderNumber.isEmpty())
        parts.append(tr("order %1").arg(row.orderNumber));
    return parts.join(QStringLiteral(" · "));
}

QVariant InvoicesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const InvoiceSummary &shown = row(index.row());
    const auto name = [&] { return shown.name.isEmpty() ? tr("Nobody in particular") : shown.name; };
    switch (role) {
    case Qt::DisplayRole:
        return name();
    case Qt::AccessibleTextRole:
        return QString(invoiceTitle(shown) + QStringLiteral(", ") + isolated(name()) + QStringLiteral(", ") +
                       figureText(shown.total, desk().locale()) + QStringLiteral(", ") +
                       invoiceStateWord(shown, desk().today()));
    case ListRowDelegate::SecondLine:
        return secondLine(shown);
    case ListRowDelegate::StatusRole:
        return int(invoiceStatus(shown.state));
    case ListRowDelegate::StatusWord:
        return invoiceStateWord(shown, desk().today());
    case ListRowDelegate::Amount:
        return figureText(shown.total, desk().locale());
    default:
        return {};
    }
}

} // namespace thimblely::ui
