// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/social_accounts_service.h"

#include <QAbstractListModel>

#include <vector>

namespace thimblely::ui {

class Desk;

//! Accounts elsewhere: one's own, then the shop's. A handful, so it is given them whole; a change is patched in.
class SocialAccountsModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit SocialAccountsModel(Desk &desk, QObject *parent = nullptr) : QAbstractListModel(parent), m_desk(desk) {}

    void setAccounts(std::vector<SocialAccount> accounts);
    const SocialAccount &account(int row) const { return m_rows[size_t(row)]; }
    int rowOf(RowId account) const; //!< -1 where it is not

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString secondLine(const SocialAccount &account) const;

    Desk &m_desk;
    std::vector<SocialAccount> m_rows;
};

} // namespace thimblely::ui
