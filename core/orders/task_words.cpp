// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/piece.h"

#include <QCoreApplication>

namespace thimblely::orders {

namespace {

//! Whose left it is stands in the words: a piece lies before the tailor the other way round.
QString sideWords(TaskSide side)
{
    switch (side) {
    case TaskSide::Left:
        return QCoreApplication::translate("TaskWords", "client's left");
    case TaskSide::Right:
        return QCoreApplication::translate("TaskWords", "client's right");
    case TaskSide::Both:
        break;
    }
    return QCoreApplication::translate("TaskWords", "both sides");
}

} // namespace

QString taskWords(const Task &task)
{
    const QString what = task.amount.isEmpty() ? task.name : task.name + u' ' + task.amount;
    return task.side ? what + QStringLiteral(", ") + sideWords(*task.side) : what;
}

QString chargeWords(Charge charge)
{
    switch (charge) {
    case Charge::Rush:
        break;
    }
    return QCoreApplication::translate("TaskWords", "Rush");
}

std::vector<size_t> freeTasks(const PieceDraft &piece)
{
    std::vector<size_t> free;
    qint64 priced = 0;
    for (size_t i = 0; i < piece.tasks.size(); ++i) {
        if (piece.tasks[i].price)
            priced += piece.tasks[i].price->minor();
        else
            free.push_back(i);
    }
    const bool costsMore = piece.unitPrice && piece.unitPrice->minor() > priced;
    return costsMore ? std::vector<size_t>() : free;
}

} // namespace thimblely::orders
