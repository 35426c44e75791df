// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/wage_service.h"

#include <QAbstractListModel>

namespace thimblely::ui {

class Desk;

//! How everybody stands with their wages, by name.
class WagesModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit WagesModel(Desk &desk, QObject *parent = nullptr);

    void setPeople(std::vector<finance::WageStanding> people);
    const finance::WageStanding &person(int row) const { return m_people[size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    Desk &m_desk;
    std::vector<finance::WageStanding> m_people;
};

} // namespace thimblely::ui
