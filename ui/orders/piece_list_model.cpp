// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/piece_list_model.h"

#include "ui/desk/desk.h"
#include "ui/widgets/amount_text.h"

namespace thimblely::ui {

PieceListModel::PieceListModel(Desk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) {}

void PieceListModel::setOrder(std::optional<orders::OrderDetail> order)
{
    const bool same = order && m_order && order->id == m_order->id;
    beginResetModel();
    const auto before = std::exchange(m_order, std::move(order));
    std::set<OrderItemId> ticked;
    if (m_order) {
        for (const orders::Piece &piece : m_order->pieces) {
            if (!piece.isReady() || piece.isCancelled())
                continue;
            // A piece that has just become ready is ticked; one that was unticked by hand stays so.
            const bool wasReady = same && std::ranges::any_of(before->pieces, [&](const orders::Piece &old) {
                                      return old.id == piece.id && old.isReady();
                                  });
            if (!wasReady || m_ticked.contains(piece.id))
                ticked.insert(piece.id);
        }
    }
    m_ticked = std::move(ticked);
    endResetModel();
    Q_EMIT tickedChanged();
}

std::vector<OrderItemId> PieceListModel::ticked() const
{
    return {m_ticked.begin(), m_ticked.end()};
}

int PieceListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_order ? 0 : int(m_order->pieces.size());
}

Status PieceListModel::status(const orders::Piece &piece) const
{
    if (piece.isCancelled() || piece.isCollected())
        return Status::Collected;
    if (piece.isReady())
        return Status::Ready;
    if (m_order->promisedDate && *m_order->promisedDate < m_desk.today())
        return Status::Late;
    if (m_order->promisedDate && *m_order->promisedDate == m_desk.today())
        return Status::Today;
    return Status::InWork;
}

QString PieceListModel::statusWord(const orders::Piece &piece) const
{
    if (piece.isCancelled())
        return tr("Cancelled");
    const auto day = [&](const QDate &date) { return m_desk.locale().toString(date, QStringLiteral("ddd d MMM")); };
    switch (status(piece)) {
    case Status::Collected:
        return piece.collectedAt ? tr("Collected %1").arg(day(m_desk.calendar().dayOf(*piece.collectedAt).toQDate()))
                                 : tr("Collected");
    case Status::Ready:
        return tr("Ready");
    case Status::Late:
        return tr("Late %n d", nullptr, int(m_order->promisedDate->daysTo(m_desk.today())));
    case Status::Today:
        return tr("Today");
    default:
        return m_order->promisedDate ? tr("In work, %1").arg(day(m_order->promisedDate->toQDate())) : tr("In work");
    }
}

QVariant PieceListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const orders::Piece &row = piece(index.row());
    const QString tag = QStringLiteral("%1-%2").arg(m_order->number).arg(row.position);
    switch (role) {
    case Qt::DisplayRole:
        return row.facts.name;
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3").arg(tag, row.facts.name, statusWord(row));
    case Qt::CheckStateRole:
        return row.isReady() && !row.isCancelled()
                   ? QVariant(m_ticked.contains(row.id) ? Qt::Checked : Qt::Unchecked)
                   : QVariant();
    case TagRole:
        return tag;
    case GarmentRole:
        return row.facts.garmentType;
    case ColourRole:
        return row.wearerName.isEmpty() ? row.facts.colour : tr("%1, for %2").arg(row.facts.colour, row.wearerName);
    case WorkRole:
        return row.facts.description;
    case StatusRole:
        return int(status(row));
    case StatusWordRole:
        return statusWord(row);
    case PriceRole:
        return row.total ? figureText(*row.total, m_desk.locale()) : QString();
    default:
        return {};
    }
}

bool PieceListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    if (value.toInt() == Qt::Checked)
        m_ticked.insert(piece(index.row()).id);
    else
        m_ticked.erase(piece(index.row()).id);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT tickedChanged();
    return true;
}

Qt::ItemFlags PieceListModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    if (index.isValid() && piece(index.row()).isReady() && !piece(index.row()).isCancelled())
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace thimblely::ui
