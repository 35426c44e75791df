// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/wages_model.h"

#include "ui/desk/desk.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/row_patch.h"

namespace thimblely::ui {

WagesModel::WagesModel(Desk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) {}

void WagesModel::setPeople(std::vector<finance::WageStanding> people)
{
    patchRows(
        m_people, std::move(people), [](const finance::WageStanding &person) { return person.member; },
        RowPatch{[this](int first, int last) { beginInsertRows({}, first, last); }, [this] { endInsertRows(); },
                 [this](int first, int last) { beginRemoveRows({}, first, last); }, [this] { endRemoveRows(); },
                 [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); }});
}

int WagesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_people.size());
}

QVariant WagesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const finance::WageStanding &person = m_people[size_t(index.row())];
    const auto figure = [this](const Money &money) { return figureText(money, m_desk.locale()); };
    const auto second = [&] {
        return tr("earned %1 · advanced %2 · paid %3")
            .arg(figure(person.earned), figure(person.advanced), figure(person.paid));
    };
    switch (role) {
    case Qt::DisplayRole:
        return person.works ? person.name : tr("%1, has left").arg(person.name);
    case Qt::AccessibleTextRole:
        return QString(person.name + QStringLiteral(", ") + tr("owed %1").arg(figure(person.owed)) +
                       QStringLiteral(", ") + second());
    case ListRowDelegate::SecondLine:
        return second();
    case ListRowDelegate::Amount:
        return tr("owed %1").arg(figure(person.owed));
    default:
        return {};
    }
}

} // namespace thimblely::ui
