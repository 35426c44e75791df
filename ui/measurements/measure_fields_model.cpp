// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/measure_fields_model.h"

#include <algorithm>

namespace thimblely::ui {

MeasureFieldsModel::MeasureFieldsModel(QObject *parent) : QAbstractListModel(parent) {}

void MeasureFieldsModel::setRows(std::vector<MeasureRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void MeasureFieldsModel::setRow(const MeasureRow &row)
{
    const QModelIndex where = indexOf(row.code);
    if (!where.isValid())
        return;
    MeasureRow &old = m_rows[size_t(where.row())];
    QList<int> roles;
    const auto note = [&](bool differs, int role) {
        if (differs)
            roles.append(role);
    };
    note(old.number != row.number, NumberRole);
    note(old.name != row.name, Qt::DisplayRole);
    note(old.todayText != row.todayText, TodayRole);
    note(old.lastText != row.lastText, LastRole);
    note(old.state != row.state, StateRole);
    note(old.flagged != row.flagged, FlaggedRole);
    note(old.paired != row.paired, PairedRole);
    if (roles.isEmpty())
        return;
    roles.append(Qt::AccessibleTextRole);
    old = row;
    Q_EMIT dataChanged(where, where, roles);
}

QModelIndex MeasureFieldsModel::indexOf(const QString &code) const
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(), [&](const MeasureRow &r) { return r.code == code; });
    return it == m_rows.end() ? QModelIndex() : index(int(it - m_rows.begin()));
}

int MeasureFieldsModel::count(FieldState state) const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [&](const MeasureRow &r) { return r.state == state; }));
}

int MeasureFieldsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant MeasureFieldsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MeasureRow &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::AccessibleTextRole:
        return sentence(row);
    case CodeRole:
        return row.code;
    case NumberRole:
        return row.number;
    case TodayRole:
        return row.todayText;
    case LastRole:
        return row.lastText;
    case StateRole:
        return int(row.state);
    case FlaggedRole:
        return row.flagged;
    case PairedRole:
        return row.paired;
    default:
        return {};
    }
}

QString MeasureFieldsModel::sentence(const MeasureRow &row)
{
    QString text = tr("%1, %2", "number and name of a measure").arg(row.number).arg(row.name);
    switch (row.state) {
    case FieldState::Empty:
        text += tr(", not measured");
        break;
    case FieldState::Kept:
        text += tr(", kept %1").arg(row.todayText);
        break;
    case FieldState::Measured:
        text += tr(", today %1").arg(row.todayText);
        break;
    }
    if (row.flagged)
        text += tr(", in question");
    if (!row.lastText.isEmpty())
        text += tr(", last visit %1").arg(row.lastText);
    return text;
}

} // namespace thimblely::ui
