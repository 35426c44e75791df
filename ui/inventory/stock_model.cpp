// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/inventory/stock_model.h"

#include "core/inventory/inventory_service.h"
#include "core/inventory/stock_service.h"
#include "ui/desk/desk.h"
#include "ui/inventory/roll_bar.h"
#include "ui/inventory/stock_words.h"
#include "ui/widgets/row_patch.h"

#include <QCoreApplication>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace thimblely::ui {

using inventory::ItemKind;
using inventory::ItemRow;

namespace {

constexpr int pageSize = 60;
constexpr int mostReread = 500;
constexpr int mostFound = 60; // of a search: who wants more types more

ItemKind kindOf(StockList list)
{
    return list == StockList::Trims   ? ItemKind::Trim
           : list == StockList::Goods ? ItemKind::ReadyMade
                                      : ItemKind::FabricRoll;
}

} // namespace

std::optional<StockState> stockState(const ItemRow &item, const QLocale &locale)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("StockWords", text); };
    const Quantity free = item.free();
    if (free.milli() < 0)
        return StockState{Status::Late,
                          //: more is promised than there is, by so much
                          say(QT_TRANSLATE_NOOP("StockWords", "%1 short")).arg((-free).toText(locale))};
    if (item.minimumStock && item.status == inventory::StockStatus::OutOfStock)
        return StockState{Status::Late, say(QT_TRANSLATE_NOOP("StockWords", "Gone"))};
    if (item.minimumStock && item.status == inventory::StockStatus::LowStock)
        return StockState{Status::Late, say(QT_TRANSLATE_NOOP("StockWords", "Low"))};
    if (free.milli() == 0 && item.reserved.milli() > 0)
        return StockState{Status::Waiting, say(QT_TRANSLATE_NOOP("StockWords", "All reserved"))};
    return std::nullopt;
}

StockModel::StockModel(Desk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) {}

Result<inventory::ItemPage> StockModel::page(const std::optional<inventory::ItemKey> &after, int limit) const
{
    const inventory::InventoryService items(m_desk.session(), m_desk.door());
    if (!m_words.isEmpty()) {
        TRY_ASSIGN(std::vector<ItemRow> found, items.search(m_words, mostFound));
        return inventory::ItemPage{std::move(found), std::nullopt};
    }
    if (m_list == StockList::Low)
        return inventory::StockService(m_desk.session(), m_desk.door()).low(after, limit);
    return items.page(kindOf(m_list), after, limit);
}

void StockModel::show(StockList list, const QString &words)
{
    m_list = list;
    m_words = words.simplified();
    auto fresh = page({}, pageSize);
    if (!fresh) {
        Q_EMIT failed(fresh.error());
        return;
    }
    const QScopedValueRollback patching(m_patching, true); // who is told of the rows may ask for more at once
    beginResetModel();
    m_rows = std::move(fresh->rows);
    m_next = std::move(fresh->next);
    m_loaded = true;
    measure();
    endResetModel();
}

void StockModel::reload()
{
    auto fresh = page({}, std::clamp(int(m_rows.size()), pageSize, mostReread));
    if (!fresh) {
        Q_EMIT failed(fresh.error());
        return;
    }
    const QScopedValueRollback patching(m_patching, true);
    m_loaded = true;
    m_next = std::move(fresh->next);
    patchRows(
        m_rows, std::move(fresh->rows), [](const ItemRow &item) { return item.id; },
        RowPatch{[this](int first, int last) { beginInsertRows({}, first, last); }, [this] { endInsertRows(); },
                 [this](int first, int last) { beginRemoveRows({}, first, last); }, [this] { endRemoveRows(); },
                 [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); }});
    measure();
}

void StockModel::apply(const changes::ChangeSet &changes)
{
    using storage::Table;
    if (m_loaded && (changes.touches(Table::InventoryItems) || changes.touches(Table::InventoryMovements)))
        reload();
}

//! All bars of a list are drawn to one measure.
void StockModel::measure()
{
    Quantity largest(0);
    for (const ItemRow &item : m_rows)
        largest = std::max({largest, item.stock, item.minimumStock.value_or(Quantity(0))});
    m_scale = barScale(largest);
}

int StockModel::rowOf(InventoryItemId item) const
{
    const auto found = std::ranges::find(m_rows, item, &ItemRow::id);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int StockModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant StockModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ItemRow &item = m_rows[size_t(index.row())];
    if (role == Qt::DisplayRole)
        return item.name;
    if (role != Qt::AccessibleTextRole)
        return {};
    const QLocale &locale = m_desk.locale();
    QStringList parts{item.name, itemRemarks(item), tr("%1 left").arg(quantityText(item.stock, item.unit, locale)),
                      tr("%1 reserved").arg(item.reserved.toText(locale)),
                      tr("%1 free").arg(item.free().toText(locale))};
    if (const auto state = stockState(item, locale))
        parts.append(state->word);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

bool StockModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next.has_value() && !m_patching;
}

void StockModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    auto more = page(m_next, pageSize);
    if (!more) {
        m_next.reset(); // asked again when the list is next read, not at every repaint
        Q_EMIT failed(more.error());
        return;
    }
    m_next = std::move(more->next);
    if (more->rows.empty())
        return;
    const QScopedValueRollback patching(m_patching, true);
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + more->rows.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(more->rows.begin()), std::make_move_iterator(more->rows.end()));
    endInsertRows();
    measure();
}

} // namespace thimblely::ui
