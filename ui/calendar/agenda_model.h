// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/calendar/calendar_cell.h"

#include <QAbstractListModel>

#include <memory>

namespace thimblely::ui {

//! Everything of a window one below the other: what takes place and what is promised, by day. GUI thread.
class AgendaModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit AgendaModel(Desk &desk, QObject *parent = nullptr) : QAbstractListModel(parent), m_desk(desk) {}

    void setWindow(std::shared_ptr<const calendar::CalendarWindow> window);
    const CalendarTarget &target(int row) const { return m_rows[size_t(row)].block.target; }
    Date date(int row) const { return m_rows[size_t(row)].date; }
    //! The first of that day or later; -1: none.
    int rowOf(Date date) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row {
        Date date;
        CalendarBlock block;
        QString second;
    };
    Desk &m_desk;
    std::vector<Row> m_rows;
};

} // namespace thimblely::ui
