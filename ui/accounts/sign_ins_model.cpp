// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/sign_ins_model.h"

#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/desk/moment_text.h"
#include "ui/desk/window_seat.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/row_patch.h"

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr qint64 silentAfterMs = 15 * 60'000; // a window that is used says so each five minutes

} // namespace

SignInsModel::SignInsModel(Desk &desk, Here here, QObject *parent)
    : QAbstractListModel(parent), m_desk(desk), m_here(std::move(here))
{}

void SignInsModel::setSignIns(std::vector<OwnSignIn> signIns)
{
    std::ranges::stable_partition(signIns, [this](const OwnSignIn &signIn) { return here() == signIn.id; });
    patchRows(
        m_rows, std::move(signIns), [](const OwnSignIn &row) { return row.id; },
        RowPatch{[this](int first, int last) { beginInsertRows({}, first, last); }, [this] { endInsertRows(); },
                 [this](int first, int last) { beginRemoveRows({}, first, last); }, [this] { endRemoveRows(); },
                 [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); }});
}

int SignInsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

//! Several on one computer are told apart by which of its windows it is, and by the account that it runs under.
QString SignInsModel::place(const OwnSignIn &signIn) const
{
    const QString computer = signIn.computer.isEmpty() ? tr("A computer without a name") : isolated(signIn.computer);
    QString place = signIn.window > 0 ? tr("%1, window %2", "a computer").arg(computer).arg(signIn.window) : computer;
    return signIn.account.isEmpty() ? place : tr("%1, as %2", "an account").arg(place, isolated(signIn.account));
}

QString SignInsModel::times(const OwnSignIn &signIn) const
{
    return tr("since %1, %2", "a sign-in").arg(momentText(signIn.since, m_desk), lastUse(signIn));
}

//! Of this window it is now; of the others what the file was told last, and of those of this computer whether they stand
//! open still.
QString SignInsModel::lastUse(const OwnSignIn &signIn) const
{
    if (here() == signIn.id)
        return tr("in use now");
    const QString moment = momentText(signIn.lastUse, m_desk);
    const bool isKnown = signIn.isOnThisDevice && signIn.window > 0;
    if (isKnown && WindowSeat::isHeld(m_desk.session().path(), signIn.window))
        return tr("open, last used %1").arg(moment);
    if (isKnown)
        return tr("not open any more, no sign of life since %1").arg(moment);
    const bool isSilent = m_desk.clock().now().msecs() - signIn.lastUse.msecs() > silentAfterMs;
    return isSilent ? tr("no sign of life since %1").arg(moment) : tr("used until %1").arg(moment);
}

QVariant SignInsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OwnSignIn &row = signIn(index.row());
    const bool here = isHere(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return place(row);
    case ListRowDelegate::SecondLine:
        return times(row);
    case ListRowDelegate::StatusRole:
        return here ? QVariant(int(Status::Ready)) : QVariant();
    case ListRowDelegate::StatusWord:
        return here ? QVariant(tr("This window")) : QVariant();
    case Qt::ToolTipRole:
        return row.program;
    case Qt::AccessibleTextRole:
        return QString(place(row) + QStringLiteral(", ") + times(row) +
                       (here ? QStringLiteral(", ") + tr("This window") : QString()));
    default:
        return {};
    }
}

} // namespace thimblely::ui
