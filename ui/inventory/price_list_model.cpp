// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/inventory/price_list_model.h"

#include "core/inventory/inventory_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/garments.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/row_patch.h"

#include <algorithm>

namespace thimblely::ui {

using inventory::Service;

PriceListModel::PriceListModel(Desk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) {}

void PriceListModel::reload()
{
    auto fresh = inventory::InventoryService(m_desk.session(), m_desk.door()).services();
    if (!fresh)
        return m_desk.notices().fail(fresh.error());
    m_loaded = true;
    patchRows(
        m_rows, std::move(*fresh), [](const Service &line) { return line.id; },
        RowPatch{[this](int first, int last) { beginInsertRows({}, first, last); }, [this] { endInsertRows(); },
                 [this](int first, int last) { beginRemoveRows({}, first, last); }, [this] { endRemoveRows(); },
                 [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); }});
}

int PriceListModel::rowOf(InventoryItemId line) const
{
    const auto found = std::ranges::find(m_rows, line, &Service::id);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int PriceListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString PriceListModel::remarksOn(const Service &line) const
{
    QStringList garments;
    for (const QString &code : line.terms.garmentTypes)
        garments.append(garmentName(code));
    QStringList parts{garments.isEmpty() ? tr("Any garment") : m_desk.locale().createSeparatedList(garments)};
    if (line.terms.minutes)
        parts.append(tr("%1 min").arg(m_desk.locale().toString(*line.terms.minutes)));
    if (line.terms.needsAmount)
        parts.append(tr("asks how much"));
    return parts.join(QStringLiteral(" · "));
}

QVariant PriceListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Service &line = m_rows[size_t(index.row())];
    const QString price = line.price ? m_desk.amount(*line.price) : tr("no price");
    switch (role) {
    case Qt::DisplayRole:
        return line.name;
    case Qt::AccessibleTextRole:
        return QString(line.name + QStringLiteral(", ") + price + QStringLiteral(", ") + remarksOn(line));
    case ListRowDelegate::SecondLine:
        return remarksOn(line);
    case ListRowDelegate::Amount:
        return price;
    default:
        return {};
    }
}

} // namespace thimblely::ui
