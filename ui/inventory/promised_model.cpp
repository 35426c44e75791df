// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/inventory/promised_model.h"

#include "core/inventory/stock_service.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/inventory/stock_words.h"
#include "ui/widgets/list_row_delegate.h"

namespace thimblely::ui {

PromisedModel::PromisedModel(Desk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) {}

void PromisedModel::showItem(InventoryItemId item, const QString &unit)
{
    auto pieces = orders::ClothUseService(m_desk.session(), m_desk.door()).promisedOf(item);
    const auto byHand = inventory::StockService(m_desk.session(), m_desk.door()).putAsideByHand(item);
    if (!pieces)
        Q_EMIT failed(pieces.error());
    else if (!byHand)
        Q_EMIT failed(byHand.error());
    beginResetModel();
    m_pieces = pieces ? std::move(*pieces) : std::vector<orders::ClothPiece>();
    m_byHand = byHand ? *byHand : Quantity(0);
    m_unit = unit;
    endResetModel();
}

const orders::ClothPiece *PromisedModel::piece(int row) const
{
    return row >= 0 && size_t(row) < m_pieces.size() ? &m_pieces[size_t(row)] : nullptr;
}

int PromisedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pieces.size()) + (m_byHand.milli() > 0 ? 1 : 0);
}

QString PromisedModel::secondLineOf(const orders::ClothPiece &piece) const
{
    QStringList parts{isolated(piece.client),
                      piece.promised ? dayText(*piece.promised, m_desk.today(), m_desk.locale()) : QString()};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" \u00b7 "));
}

QVariant PromisedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const orders::ClothPiece *one = piece(index.row());
    //: a piece's tag and what it is: 1042-1 Jacket
    const QString title = one ? tr("%1 %2").arg(one->tag, isolated(one->name)) : tr("Put aside by hand");
    const QString second = one ? secondLineOf(*one) : tr("for no piece");
    const QString amount = quantityText(one ? one->quantity : m_byHand, m_unit, m_desk.locale());
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case Qt::AccessibleTextRole:
        return QStringList{title, second, amount}.join(QStringLiteral(", "));
    case ListRowDelegate::SecondLine:
        return second;
    case ListRowDelegate::Amount:
        return amount;
    default:
        return {};
    }
}

} // namespace thimblely::ui
