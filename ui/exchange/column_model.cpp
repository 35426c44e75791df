// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/exchange/column_model.h"

#include "core/exchange/import_fields.h"
#include "ui/exchange/cell_table.h"

#include <algorithm>

namespace thimblely::ui {

void ColumnModel::setTable(ImportKind kind, const TableReading &table)
{
    std::vector<Row> rows;
    for (qsizetype i = 0; i < table.headings.size(); ++i) {
        const QStringList sample = i < qsizetype(table.sample.size()) ? table.sample[size_t(i)] : QStringList();
        const QByteArray key = table.mapping.value(i);
        if (!sample.isEmpty() || !key.isEmpty()) // 200 columns of which 20 say something
            rows.push_back({table.headings[i], sample.join(QStringLiteral(" · ")), key});
    }
    const auto same = [](const Row &a, const Row &b) { return a.heading == b.heading && a.sample == b.sample; };
    if (m_kind == kind && std::ranges::equal(rows, m_rows, same)) { // place and editor stay
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0, Field), index(rowCount() - 1, Field));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    if (m_kind != kind)
        makeChoices(kind);
    endResetModel();
}

void ColumnModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void ColumnModel::makeChoices(ImportKind kind)
{
    m_kind = kind;
    m_choices = {{QByteArray(), tr("Left out")}};
    for (const ImportField &field : importFields(kind))
        m_choices.push_back({field.key, nameOfField(kind, field.key)});
    if (kind != ImportKind::Measurements)
        return;
    for (const MeasurementField &field : measurementFields()) {
        const QByteArray code = field.code.toString().toUtf8();
        const QByteArrayList keys =
            field.sidesMayDiffer ? QByteArrayList{code, code + ":left", code + ":right"} : QByteArrayList{code};
        for (const QByteArray &key : keys)
            m_choices.push_back({key, nameOfField(kind, key)});
    }
}

QString ColumnModel::nameOf(const QByteArray &key) const
{
    const auto found = std::ranges::find(m_choices, key, &Choice::key);
    return found == m_choices.end() ? QString() : found->name;
}

int ColumnModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ColumnModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[size_t(index.row())];
    const bool leftOut = row.key.isEmpty();
    if (role == Qt::EditRole && index.column() == Field)
        return row.key;
    if (role == CellTable::MutedRole)
        return index.column() == Sample || leftOut;
    if (role == CellTable::OpensRole)
        return index.column() == Field;
    if (role == Qt::AccessibleTextRole && index.column() == Field)
        return tr("%1 is: %2").arg(row.heading, nameOf(row.key));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Heading:
        return row.heading;
    case Sample:
        return row.sample;
    default:
        return nameOf(row.key);
    }
}

QVariant ColumnModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Heading:
        return tr("Column");
    case Sample:
        return tr("What stands there");
    default:
        return tr("Is taken for");
    }
}

Qt::ItemFlags ColumnModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags plain = QAbstractTableModel::flags(index);
    return index.column() == Field ? plain | Qt::ItemIsEditable : plain;
}

bool ColumnModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || index.column() != Field)
        return false;
    Row &row = m_rows[size_t(index.row())];
    const QByteArray key = value.toByteArray();
    if (row.key == key)
        return true;
    row.key = key;
    Q_EMIT dataChanged(index, index);
    Q_EMIT chosen(row.heading, key);
    return true;
}

} // namespace thimblely::ui
