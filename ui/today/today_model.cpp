// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/today/today_model.h"

#include "ui/widgets/row_patch.h"

#include <QStringList>

namespace thimblely::ui {

QString TodayRow::spoken() const
{
    QStringList parts;
    for (const Words &part : words)
        parts.append(part.text);
    for (const QString &part : {statusWord, figure, action})
        parts.append(part);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

void TodayModel::setRows(std::vector<TodayRow> rows)
{
    const RowPatch tell{[this](int first, int last) { beginInsertRows({}, first, last); }, [this] { endInsertRows(); },
                        [this](int first, int last) { beginRemoveRows({}, first, last); }, [this] { endRemoveRows(); },
                        [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); }};
    patchRows(
        m_rows, std::move(rows), [](const TodayRow &row) { return row.key; }, tell);
}

int TodayModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TodayModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TodayRow &shown = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return shown.spoken();
    default:
        return {};
    }
}

} // namespace thimblely::ui
