// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/invitation_service.h"
#include "core/accounts/team_service.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace thimblely::ui {

class Desk;

/*!
 * Who works here, by name, and below them the invitations that are open and, when they are asked for, those who left, for
 * who manages the team. As long as a shop has people, so it is read whole; a change is patched in, so that selection and place survive. A read that fails is told
 * and leaves the rows.
 */
class TeamModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit TeamModel(Desk &desk, QObject *parent = nullptr);

    void reload();
    //! Those who left stand below the others from then on.
    void setShowsLeft(bool shows);
    bool showsLeft() const { return m_showsLeft; }
    const std::vector<TeamMember> &members() const { return m_members; }
    //! Null where the row is the other kind.
    const TeamMember *member(int row) const
    {
        return m_rows[size_t(row)].member ? &*m_rows[size_t(row)].member : nullptr;
    }
    const OpenInvitation *invitation(int row) const
    {
        return m_rows[size_t(row)].invitation ? &*m_rows[size_t(row)].invitation : nullptr;
    }
    int rowOf(RowId id) const; //!< of a membership or an invitation; -1 where it is not

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row {
        RowId id;
        std::optional<TeamMember> member = {};
        std::optional<OpenInvitation> invitation = {};
    };
    QVariant memberData(const TeamMember &member, int role) const;
    QVariant invitationData(const OpenInvitation &invitation, int role) const;

    Desk &m_desk;
    std::vector<TeamMember> m_members;
    std::vector<Row> m_rows;
    bool m_showsLeft = false;
};

} // namespace thimblely::ui
