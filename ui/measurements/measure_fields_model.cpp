// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/measure_fields_model.h"

#include <QMimeData>

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
    note(old.unread != row.unread, UnreadRole);
    note(old.unreadable != row.unreadable, UnreadableRole);
    note(old.required != row.required, RequiredRole);
    note(old.fit != row.fit, FitRole);
    note(old.heading != row.heading, HeadingRole);
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
    case UnreadRole:
        return row.unread;
    case UnreadableRole:
        return row.unreadable;
    case RequiredRole:
        return row.required;
    case FitRole:
        return row.fit;
    case HeadingRole:
        return row.heading;
    default:
        return {};
    }
}

Qt::ItemFlags MeasureFieldsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractListModel::flags(index);
    return index.isValid() ? usual | Qt::ItemIsDragEnabled : usual | Qt::ItemIsDropEnabled; // between the rows
}

QStringList MeasureFieldsModel::mimeTypes() const
{
    return {QStringLiteral("application/x-thimblely-measure")};
}

QMimeData *MeasureFieldsModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(mimeTypes().front(), indexes.front().data(CodeRole).toString().toUtf8());
    return data;
}

bool MeasureFieldsModel::dropMimeData(const QMimeData *data, Qt::DropAction, int row, int, const QModelIndex &parent)
{
    const QString code = QString::fromUtf8(data->data(mimeTypes().front()));
    const QModelIndex from = indexOf(code);
    if (!from.isValid() || row < 0 || parent.isValid())
        return false;
    Q_EMIT moveRequested(code, row > from.row() ? row - 1 : row);
    return false; // the rows move by being set anew; the view must remove none
}

QString MeasureFieldsModel::sentence(const MeasureRow &row)
{
    QString text = tr("%1, %2", "number and name of a measure").arg(row.number).arg(row.name);
    if (!row.heading.isEmpty())
        text.prepend(row.heading + QStringLiteral(": "));
    if (row.unreadable)
        text += tr(", %1 cannot be read").arg(row.todayText);
    else if (row.unread)
        text += tr(", being typed: %1").arg(row.todayText);
    else if (row.state == FieldState::Kept)
        text += tr(", kept %1").arg(row.todayText);
    else if (row.state == FieldState::Measured)
        text += tr(", today %1").arg(row.todayText);
    else
        text += row.required ? tr(", needed, not measured") : tr(", not measured");
    if (!row.fit.isEmpty())
        text += tr(", fit %1").arg(row.fit);
    if (row.flagged)
        text += tr(", in question");
    if (!row.lastText.isEmpty())
        text += tr(", last visit %1").arg(row.lastText);
    return text;
}

} // namespace thimblely::ui
