// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/inventory/purchase_model.h"

#include "core/inventory/stock_service.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/inventory/stock_words.h"
#include "ui/theme/roles.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/row_patch.h"

#include <algorithm>

namespace thimblely::ui {

using inventory::Purchase;

PurchaseModel::PurchaseModel(Desk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) {}

void PurchaseModel::reload()
{
    auto fresh = inventory::StockService(m_desk.session(), m_desk.door()).purchases();
    if (!fresh) {
        Q_EMIT failed(fresh.error());
        return;
    }
    m_loaded = true;
    patchRows(
        m_lines, std::move(*fresh), [](const Purchase &line) { return line.item.id; },
        RowPatch{[this](int first, int last) { beginInsertRows({}, first, last); }, [this] { endInsertRows(); },
                 [this](int first, int last) { beginRemoveRows({}, first, last); }, [this] { endRemoveRows(); },
                 [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); }});
}

int PurchaseModel::rowOf(InventoryItemId item) const
{
    const auto found = std::ranges::find_if(m_lines, [item](const Purchase &line) { return line.item.id == item; });
    return found == m_lines.end() ? -1 : int(found - m_lines.begin());
}

int PurchaseModel::toBuy() const
{
    return int(std::ranges::count_if(m_lines, [](const Purchase &line) { return line.wanted.milli() > 0; }));
}

QString PurchaseModel::orderedText(const Purchase &line) const
{
    if (!line.item.ordered)
        return {};
    const QString much = quantityText(*line.item.ordered, line.item.unit, m_desk.locale());
    return line.orderedOn ? tr("ordered %1: %2").arg(dayText(*line.orderedOn, m_desk.today(), m_desk.locale()), much)
                          : tr("ordered: %1").arg(much);
}

QString PurchaseModel::secondLineOf(const Purchase &line) const
{
    QStringList parts{line.supplier.isEmpty() ? tr("no supplier is said") : isolated(line.supplier), line.item.sku,
                      tr("free %1").arg(quantityText(line.item.free(), line.item.unit, m_desk.locale())),
                      orderedText(line)};
    if (line.cost)
        parts.append(tr("at %1").arg(m_desk.amount(*line.cost)));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" \u00b7 "));
}

QString PurchaseModel::text() const
{
    QStringList text;
    std::optional<QString> supplier;
    for (const Purchase &line : m_lines) {
        if (line.wanted.milli() <= 0)
            continue;
        if (supplier != line.supplier) {
            if (supplier)
                text.append(QString());
            supplier = line.supplier;
            text.append(supplier->isEmpty() ? tr("No supplier is said") : *supplier);
        }
        QStringList parts{line.item.name, line.item.sku, line.item.colour};
        parts.removeAll(QString());
        text.append(tr("%1: %2").arg(parts.join(QStringLiteral(", ")),
                                     quantityText(line.wanted, line.item.unit, m_desk.locale())));
    }
    return text.join(u'\n');
}

int PurchaseModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant PurchaseModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Purchase &one = m_lines[size_t(index.row())];
    const bool wanted = one.wanted.milli() > 0;
    const QString much = quantityText(one.wanted, one.item.unit, m_desk.locale());
    switch (role) {
    case Qt::DisplayRole:
        return one.item.name;
    case Qt::AccessibleTextRole:
        return QStringList{one.item.name, wanted ? tr("to buy: %1").arg(much) : tr("on order"), secondLineOf(one)}.join(
            QStringLiteral(", "));
    case ListRowDelegate::SecondLine:
        return secondLineOf(one);
    case ListRowDelegate::StatusRole:
        return int(wanted ? Status::Late : Status::Waiting);
    case ListRowDelegate::StatusWord:
        return wanted ? tr("Buy %1").arg(much) : tr("On order");
    default:
        return {};
    }
}

} // namespace thimblely::ui
