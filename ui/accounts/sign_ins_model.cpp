// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/sign_ins_model.h"

#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/desk/moment_text.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/row_patch.h"

namespace thimblely::ui {

SignInsModel::SignInsModel(const Desk &desk, Here here, QObject *parent)
    : QAbstractListModel(parent), m_desk(desk), m_here(std::move(here))
{}

void SignInsModel::setSignIns(std::vector<OwnSignIn> signIns)
{
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

QString SignInsModel::computer(const OwnSignIn &signIn) const
{
    return signIn.computer.isEmpty() ? tr("A computer without a name") : isolated(signIn.computer);
}

QString SignInsModel::times(const OwnSignIn &signIn) const
{
    return tr("since %1, used until %2", "a sign-in")
        .arg(momentText(signIn.since, m_desk), momentText(signIn.lastUse, m_desk));
}

QVariant SignInsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OwnSignIn &row = signIn(index.row());
    const bool here = isHere(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return computer(row);
    case ListRowDelegate::SecondLine:
        return times(row);
    case ListRowDelegate::StatusRole:
        return here ? QVariant(int(Status::Ready)) : QVariant();
    case ListRowDelegate::StatusWord:
        return here ? QVariant(tr("This window")) : QVariant();
    case Qt::ToolTipRole:
        return row.program;
    case Qt::AccessibleTextRole:
        return QString(computer(row) + QStringLiteral(", ") + times(row) +
                       (here ? QStringLiteral(", ") + tr("This window") : QString()));
    default:
        return {};
    }
}

} // namespace thimblely::ui
