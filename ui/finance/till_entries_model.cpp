// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/till_entries_model.h"

#include "core/finance/payment_service.h"
#include "core/finance/till_service.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/desk/pay_methods.h"
#include "ui/theme/roles.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/row_patch.h"

#include <utility>

namespace thimblely::ui {

namespace {

using finance::TillEntry;
using finance::TillEntryKind;

constexpr int pageSize = 50;
constexpr int mostFound = 50; // of a search: who wants more types more

} // namespace

TillEntriesModel::TillEntriesModel(Desk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) {}

void TillEntriesModel::setWords(const QString &words)
{
    m_words = words.trimmed();
    reload();
}

void TillEntriesModel::setBlind(bool blind)
{
    if (std::exchange(m_blind, blind) != blind && !m_rows.empty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

Result<std::vector<TillEntry>> TillEntriesModel::rowsWanted() const
{
    if (isSearch())
        return finance::PaymentService(m_desk.session(), m_desk.door()).find(m_words, m_desk.locale(), mostFound);
    return finance::TillService(m_desk.session(), m_desk.door())
        .entries(std::numeric_limits<qint64>::max(), std::max(pageSize, int(m_rows.size())));
}

void TillEntriesModel::reload()
{
    const int wanted = std::max(pageSize, int(m_rows.size()));
    auto fresh = rowsWanted();
    if (!fresh) {
        m_desk.notices().fail(fresh.error()); // what is shown stays: a failed query never looks empty
        return;
    }
    m_atEnd = isSearch() || int(fresh->size()) < wanted;
    patchRows(
        m_rows, std::move(*fresh), [](const TillEntry &entry) { return entry.id; },
        RowPatch{[this](int first, int last) { beginInsertRows({}, first, last); }, [this] { endInsertRows(); },
                 [this](int first, int last) { beginRemoveRows({}, first, last); }, [this] { endRemoveRows(); },
                 [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); }});
}

int TillEntriesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString TillEntriesModel::titleOf(const TillEntry &entry) const
{
    const QString whose = isolated(entry.clientName);
    QString title;
    switch (entry.kind) {
    case TillEntryKind::Sale:
        title = entry.orderNumber.isEmpty() ? tr("Sale") : tr("Order %1").arg(entry.orderNumber);
        break;
    case TillEntryKind::Credit:
        title = entry.amount.isNegative() && !entry.reverses ? tr("Credit paid back") : tr("Kept as credit");
        break;
    case TillEntryKind::CreditUsed:
        title = tr("Credit used");
        break;
    case TillEntryKind::PaidIn:
        title = tr("Paid in");
        break;
    case TillEntryKind::PaidOut:
        title = tr("Paid out");
        break;
    case TillEntryKind::BankDrop:
        title = tr("To the bank");
        break;
    case TillEntryKind::Float:
        title = tr("Float");
        break;
    case TillEntryKind::Difference:
        title = tr("Difference found by the count");
        break;
    case TillEntryKind::Wage:
        title = tr("Wage");
        break;
    case TillEntryKind::Other:
        title = tr("Other");
        break;
    }
    if (!whose.isEmpty())
        title = tr("%1, %2").arg(title, whose);
    if (!entry.reverses)
        return title;
    return entry.neverCame      ? tr("Never came: %1").arg(title)
           : entry.isCorrection ? tr("Taken back: %1").arg(title)
                                : tr("Given back: %1").arg(title);
}

QString TillEntriesModel::secondLineOf(const TillEntry &entry) const
{
    const auto at = QDateTime::fromMSecsSinceEpoch(entry.occurredAt.msecs(), QTimeZone(m_desk.calendar().zone()));
    QStringList parts{m_desk.locale().toString(at.time(), QLocale::ShortFormat)};
    if (const Date day = m_desk.calendar().dayOf(entry.occurredAt); day != m_desk.today())
        parts.prepend(dayText(day, m_desk.today(), m_desk.locale()));
    if (entry.method)
        parts.append(payMethodName(*entry.method));
    for (const QString &part : {entry.reference, entry.reason, entry.receiptNumber}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    if (entry.approved)
        parts.append(tr("approved"));
    return parts.join(QStringLiteral(" · "));
}

QString TillEntriesModel::amountOf(const TillEntry &entry) const
{
    using finance::PaymentMethod;
    const bool counted = entry.method == PaymentMethod::Cash || entry.method == PaymentMethod::Card;
    return m_blind && counted ? hiddenAmount() : figureText(entry.amount, m_desk.locale());
}

QVariant TillEntriesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TillEntry &entry = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(entry);
    case Qt::AccessibleTextRole:
        return QString(titleOf(entry) + u' ' + amountOf(entry) + u' ' + secondLineOf(entry));
    case ListRowDelegate::SecondLine:
        return secondLineOf(entry);
    case ListRowDelegate::Amount:
        return amountOf(entry);
    case ListRowDelegate::StatusRole:
        return entry.isAwaited() ? QVariant(int(Status::Waiting)) : QVariant();
    case ListRowDelegate::StatusWord:
        return entry.isAwaited() ? tr("Waited for") : QString();
    default:
        return {};
    }
}

bool TillEntriesModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_atEnd;
}

void TillEntriesModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const auto more = finance::TillService(m_desk.session(), m_desk.door()).entries(m_rows.back().seq, pageSize);
    m_atEnd = !more || int(more->size()) < pageSize;
    if (!more) {
        m_desk.notices().fail(more.error());
        return;
    }
    if (more->empty())
        return;
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(more->size()) - 1);
    m_rows.insert(m_rows.end(), more->begin(), more->end());
    endInsertRows();
}

} // namespace thimblely::ui
