// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/till.h"

#include <QAbstractListModel>

#include <vector>

namespace thimblely::ui {

class Desk;

//! What the till moved on its open day, the newest first, fetched page by page as the list is scrolled.
class TillEntriesModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit TillEntriesModel(Desk &desk, QObject *parent = nullptr);

    //! Reads as many rows again as were there; what did not change stays where it is.
    void reload();
    const finance::TillEntry &entry(int row) const { return m_rows[size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    QString titleOf(const finance::TillEntry &entry) const;
    QString secondLineOf(const finance::TillEntry &entry) const;

    Desk &m_desk;
    std::vector<finance::TillEntry> m_rows;
    bool m_atEnd = true;
};

} // namespace thimblely::ui
