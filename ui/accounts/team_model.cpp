// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/team_model.h"

#include "ui/accounts/namesake_words.h"
#include "ui/accounts/rights_words.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/row_patch.h"

#include <algorithm>

namespace thimblely::ui {

TeamModel::TeamModel(Desk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) {}

void TeamModel::reload()
{
    auto members = TeamService(m_desk.session(), m_desk.door()).members();
    if (!members)
        return m_desk.notices().fail(members.error());
    std::vector<Row> fresh;
    for (const TeamMember &member : *members)
        fresh.push_back({RowId(member.id.bytes()), member, {}});
    if (m_desk.principal().can(access::Capability::TeamManage)) {
        const auto open = InvitationService(m_desk.session(), m_desk.door()).open();
        if (!open)
            return m_desk.notices().fail(open.error());
        for (const OpenInvitation &invitation : *open)
            fresh.push_back({RowId(invitation.id.bytes()), {}, invitation});
    }
    if (m_showsLeft) {
        const auto left = TeamService(m_desk.session(), m_desk.door()).left();
        if (!left)
            return m_desk.notices().fail(left.error());
        for (const TeamMember &member : *left)
            fresh.push_back({RowId(member.id.bytes()), member, {}});
    }
    m_members = std::move(*members);
    patchRows(
        m_rows, std::move(fresh), [](const Row &row) { return row.id; },
        RowPatch{[this](int first, int last) { beginInsertRows({}, first, last); }, [this] { endInsertRows(); },
                 [this](int first, int last) { beginRemoveRows({}, first, last); }, [this] { endRemoveRows(); },
                 [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); }});
}

void TeamModel::setShowsLeft(bool shows)
{
    m_showsLeft = shows;
    reload();
}

int TeamModel::rowOf(RowId id) const
{
    const auto found = std::ranges::find(m_rows, id, &Row::id);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int TeamModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TeamModel::memberData(const TeamMember &member, int role) const
{
    const QString work = member.hasNamesake ? whoWords(member.role, member.jobTitle, member.since, m_desk)
                                            : workWords(member.role, member.jobTitle);
    const bool isOwn = member.person == m_desk.principal().person;
    const QString state = member.active ? QString() : member.hasLeft ? tr("Left") : tr("Suspended");
    switch (role) {
    case Qt::DisplayRole:
        return isolated(member.name);
    case ListRowDelegate::SecondLine:
        return isOwn ? tr("%1, you").arg(work) : work;
    case ListRowDelegate::StatusRole:
        return member.active ? QVariant() : QVariant(int(Status::Waiting));
    case ListRowDelegate::StatusWord:
        return member.active ? QVariant() : QVariant(state);
    case Qt::AccessibleTextRole:
        return QString(member.name + QStringLiteral(", ") + work +
                       (member.active ? QString() : QStringLiteral(", ") + state));
    default:
        return {};
    }
}

QVariant TeamModel::invitationData(const OpenInvitation &invitation, int role) const
{
    const QString whom = invitation.email.isEmpty() ? tr("Somebody") : isolated(invitation.email);
    const QString work = workWords(invitation.role, invitation.jobTitle);
    const QString day = dayText(m_desk.calendar().dayOf(invitation.expiresAt), m_desk.today(), m_desk.locale());
    const QString until = invitation.isExpired ? tr("ran out %1").arg(day) : tr("until %1").arg(day);
    switch (role) {
    case Qt::DisplayRole:
        return whom;
    case ListRowDelegate::SecondLine:
        return tr("Invited: %1, %2").arg(work, until);
    case ListRowDelegate::IconName:
        return QByteArray("i-note");
    case Qt::AccessibleTextRole:
        return tr("%1, invited: %2, %3").arg(whom, work, until);
    default:
        return {};
    }
}

QVariant TeamModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    return row.member ? memberData(*row.member, role) : invitationData(*row.invitation, role);
}

} // namespace thimblely::ui
