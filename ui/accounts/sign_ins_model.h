// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/own_sign_ins_service.h"

#include <QAbstractListModel>

#include <functional>
#include <optional>
#include <vector>

namespace thimblely::ui {

class Desk;

//! Where somebody is signed in, this window first. A handful, so it is given them whole; a change is patched in.
class SignInsModel : public QAbstractListModel {
    Q_OBJECT

public:
    //! The sign-in at this window.
    using Here = std::function<std::optional<RowId>()>;
    SignInsModel(Desk &desk, Here here, QObject *parent = nullptr);

    void setSignIns(std::vector<OwnSignIn> signIns);
    const OwnSignIn &signIn(int row) const { return m_rows[size_t(row)]; }
    //! The one at this window.
    bool isHere(int row) const { return here() == signIn(row).id; }
    std::optional<RowId> here() const { return m_here(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString place(const OwnSignIn &signIn) const;
    QString times(const OwnSignIn &signIn) const;
    QString lastUse(const OwnSignIn &signIn) const;

    Desk &m_desk;
    const Here m_here;
    std::vector<OwnSignIn> m_rows;
};

} // namespace thimblely::ui
