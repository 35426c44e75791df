// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/today/today_row.h"

#include <QAbstractListModel>

namespace thimblely::ui {

//! The rows of one card. New rows replace those of the same key where they stand, so that what is chosen stays chosen.
class TodayModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<TodayRow> rows);
    const TodayRow &row(int row) const { return m_rows[size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<TodayRow> m_rows;
};

} // namespace thimblely::ui
