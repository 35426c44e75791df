// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/party_service.h"
#include "ui/theme/roles.h"

#include <QAbstractTableModel>

namespace thimblely::ui {

class Desk;

//! How far one step is for somebody's pieces, as shape and word.
struct PartyCell {
    std::optional<Status> status; //!< none: a quiet word
    QString word;
    QString spoken = {}; //!< as the screen reader says it, where the word alone is too short
};

/*!
 * Who an order dresses and how far each is: rows people, columns their pieces, measured, cut, fitted, ready, collected,
 * paid. A step says how many of somebody's pieces have it, where these are several. Without prices nothing is said of
 * money. GUI thread.
 */
class PartyModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Who, Measured, Cut, Fitted, Ready, Collected, Paid };
    enum Roles { StatusRole = Qt::UserRole + 1, GarmentsRole };

    explicit PartyModel(Desk &desk, QObject *parent = nullptr);

    //! Somebody keeps their row where nobody came or left.
    void setMembers(std::vector<orders::PartyMember> members);
    const orders::PartyMember *member(int row) const;
    const std::vector<orders::PartyMember> &members() const { return m_members; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    PartyCell cell(const orders::PartyMember &member, int column) const;
    PartyCell measured(const orders::PartyMember &member) const;
    PartyCell paid(const orders::PartyMember &member) const;
    PartyCell step(const orders::PartyMember &member, int done, Status reached, const QString &word) const;

    Desk &m_desk;
    std::vector<orders::PartyMember> m_members;
};

} // namespace thimblely::ui
