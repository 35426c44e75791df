// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/party_model.h"

#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int columns = PartyModel::Paid + 1;

} // namespace

PartyModel::PartyModel(Desk &desk, QObject *parent) : QAbstractTableModel(parent), m_desk(desk)
{
    connect(&HideMoney::instance(), &HideMoney::changed, this, [this] {
        if (!m_members.empty())
            Q_EMIT dataChanged(index(0, Paid), index(rowCount() - 1, Paid));
    });
}

void PartyModel::setMembers(std::vector<orders::PartyMember> members)
{
    const bool same =
        std::ranges::equal(members, m_members, {}, &orders::PartyMember::person, &orders::PartyMember::person);
    if (same) {
        m_members = std::move(members);
        if (!m_members.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
        return;
    }
    beginResetModel();
    m_members = std::move(members);
    endResetModel();
}

const orders::PartyMember *PartyModel::member(int row) const
{
    return row >= 0 && row < int(m_members.size()) ? &m_members[size_t(row)] : nullptr;
}

int PartyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_members.size());
}

int PartyModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant PartyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Who, and what"), tr("Measured"),  tr("Cut"), tr("Fitted"),
                             tr("Ready"),         tr("Collected"), tr("Paid")};
    return section >= 0 && section < columns ? names[section] : QString();
}

//! Nothing yet, some of their pieces, or all of them.
PartyCell PartyModel::step(const orders::PartyMember &member, int done, Status reached, const QString &word) const
{
    const int all = int(member.pieces.size());
    if (done == 0)
        return {{}, QStringLiteral("\u2013"), tr("not yet")};
    if (done == all)
        return {reached, word};
    const QString part = tr("%1 of %2", "pieces").arg(m_desk.locale().toString(done), m_desk.locale().toString(all));
    return {Status::InWork, part};
}

//! Who has not come yet is seen at a glance; an older visit is said with its age.
PartyCell PartyModel::measured(const orders::PartyMember &member) const
{
    if (member.isMeasured())
        return {Status::Ready, tr("measured")};
    if (member.measured > 0)
        return step(member, member.measured, Status::Ready, {});
    const QString before =
        member.takenAt
            ? tr("last %1").arg(dayText(m_desk.calendar().dayOf(*member.takenAt), m_desk.today(), m_desk.locale()))
            : QString();
    return {Status::Late, tr("not yet"), before.isEmpty() ? tr("has not come to be measured") : before};
}

PartyCell PartyModel::paid(const orders::PartyMember &member) const
{
    if (!member.toPay)
        return {};
    const bool waits = member.waiting && member.waiting->minor() > 0;
    if (member.toPay->minor() <= 0)
        return waits ? PartyCell{Status::Waiting, tr("on its way")} : PartyCell{Status::Ready, tr("paid")};
    const QString figure = figureText(*member.toPay, m_desk.locale());
    const QString owes = tr("owes %1").arg(figure);
    const QString who = member.payerName.isEmpty() ? owes : tr("%1 owes %2").arg(isolated(member.payerName), figure);
    return {{}, member.paysOwn() ? tr("owes %1, own", "pays for their own").arg(figure) : owes, who};
}

PartyCell PartyModel::cell(const orders::PartyMember &member, int column) const
{
    switch (column) {
    case Measured:
        return measured(member);
    case Cut:
        return step(member, member.cut, Status::InWork, tr("cut"));
    case Fitted:
        return step(member, member.fitted, Status::Fitting, tr("fitted"));
    case Ready:
        return step(member, member.ready, Status::Ready, tr("ready"));
    case Collected:
        return step(member, member.collected, Status::Collected, tr("collected"));
    case Paid:
        return paid(member);
    default:
        return {};
    }
}

QVariant PartyModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const orders::PartyMember &member = m_members[size_t(index.row())];
    const QString name = member.name.isEmpty() ? tr("Nobody in particular") : member.name;
    const PartyCell shown = cell(member, index.column());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Who ? name : shown.word;
    case Qt::ToolTipRole:
        return index.column() == Who ? member.garments.join(QStringLiteral(", ")) : shown.spoken;
    case Qt::AccessibleTextRole:
        return index.column() == Who
                   ? tr("%1, %2").arg(name, member.garments.join(QStringLiteral(", ")))
                   : tr("%1, %2: %3")
                         .arg(name, headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                              shown.spoken.isEmpty() ? shown.word : shown.spoken);
    case StatusRole:
        return shown.status ? QVariant(int(*shown.status)) : QVariant();
    case GarmentsRole:
        return member.garments.join(QStringLiteral(", "));
    default:
        return {};
    }
}

} // namespace thimblely::ui
