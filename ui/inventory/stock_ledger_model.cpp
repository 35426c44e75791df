// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/inventory/stock_ledger_model.h"

#include "core/inventory/inventory_service.h"
#include "core/orders/cloth_use.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/desk/moment_text.h"
#include "ui/inventory/stock_words.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/row_patch.h"

#include <algorithm>

namespace thimblely::ui {

using inventory::Movement;

namespace {

constexpr int pageSize = 40;
constexpr int mostReread = 200;

} // namespace

StockLedgerModel::StockLedgerModel(Desk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) {}

Result<inventory::MovementPage> StockLedgerModel::page(const std::optional<inventory::MovementKey> &after,
                                                       int limit) const
{
    return inventory::InventoryService(m_desk.session(), m_desk.door()).movements(*m_item, after, limit);
}

void StockLedgerModel::showItem(InventoryItemId item)
{
    if (m_item == item)
        return reload();
    m_item = item;
    auto fresh = page({}, pageSize);
    if (!fresh)
        Q_EMIT failed(fresh.error());
    beginResetModel(); // what is of another item goes, read or not
    m_rows = fresh ? std::move(fresh->rows) : std::vector<Movement>();
    m_next = fresh ? std::move(fresh->next) : std::nullopt;
    m_pieces.clear();
    namePieces(m_rows);
    endResetModel();
}

void StockLedgerModel::reload()
{
    if (!m_item)
        return;
    auto fresh = page({}, std::clamp(int(m_rows.size()), pageSize, mostReread));
    if (!fresh) {
        Q_EMIT failed(fresh.error());
        return;
    }
    namePieces(fresh->rows);
    m_next = std::move(fresh->next);
    patchRows(
        m_rows, std::move(fresh->rows), [](const Movement &row) { return row.id; },
        RowPatch{[this](int first, int last) { beginInsertRows({}, first, last); }, [this] { endInsertRows(); },
                 [this](int first, int last) { beginRemoveRows({}, first, last); }, [this] { endRemoveRows(); },
                 [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); }});
}

void StockLedgerModel::namePieces(const std::vector<Movement> &rows)
{
    std::vector<OrderItemId> unnamed;
    for (const Movement &row : rows) {
        if (row.piece && !m_pieces.contains(*row.piece) && std::ranges::find(unnamed, *row.piece) == unnamed.end())
            unnamed.push_back(*row.piece);
    }
    const auto pieces = orders::ClothUseService(m_desk.session(), m_desk.door()).whereUsed(unnamed);
    if (!pieces)
        return; // the line says what was done, without for whom
    for (const orders::ClothPiece &piece : *pieces) {
        //: a piece's tag and what it is: 1042-1 Jacket
        m_pieces.insert(piece.piece, tr("%1 %2").arg(piece.tag, isolated(piece.name)));
    }
}

QString StockLedgerModel::titleOf(const Movement &row) const
{
    const QString name = movementName(row);
    const QString piece = row.piece ? m_pieces.value(*row.piece) : QString();
    return piece.isEmpty() ? name : tr("%1, %2").arg(name, piece);
}

QString StockLedgerModel::secondLineOf(const Movement &row) const
{
    const QLocale &locale = m_desk.locale();
    //: what there was and what there is since
    const QString levels = tr("%1 \u2192 %2").arg(row.previousStock.toText(locale), row.newStock.toText(locale));
    QStringList parts{momentText(row.occurredAt, m_desk), isolated(row.by),
                      changesShelf(row.type) ? levels : tr("reserved %1").arg(levels), isolated(row.notes)};
    if (row.unitCost)
        parts.append(tr("at %1").arg(m_desk.amount(*row.unitCost)));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" \u00b7 "));
}

int StockLedgerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant StockLedgerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Movement &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(row);
    case Qt::ToolTipRole:
        return secondLineOf(row);
    case Qt::AccessibleTextRole:
        return QStringList{titleOf(row), signedText(row.quantity, m_desk.locale()), secondLineOf(row)}.join(
            QStringLiteral(", "));
    case ListRowDelegate::SecondLine:
        return secondLineOf(row);
    case ListRowDelegate::Amount:
        return signedText(row.quantity, m_desk.locale());
    default:
        return {};
    }
}

bool StockLedgerModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next.has_value();
}

void StockLedgerModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    auto more = page(m_next, pageSize);
    m_next = more ? std::move(more->next) : std::nullopt;
    if (!more) {
        Q_EMIT failed(more.error());
        return;
    }
    if (more->rows.empty())
        return;
    namePieces(more->rows);
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + more->rows.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(more->rows.begin()), std::make_move_iterator(more->rows.end()));
    endInsertRows();
}

} // namespace thimblely::ui
