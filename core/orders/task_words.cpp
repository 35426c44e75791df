// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/piece.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

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
    case Charge::Cancellation:
        return QCoreApplication::translate("Cancelling", "Cancellation");
    case Charge::Rush:
        break;
    }
    return QCoreApplication::translate("TaskWords", "Rush");
}

QString outcomeWords(PieceOutcome outcome)
{
    switch (outcome) {
    case PieceOutcome::Donated:
        return QCoreApplication::translate("PieceOutcome", "Donated");
    case PieceOutcome::Sold:
        return QCoreApplication::translate("PieceOutcome", "Sold");
    case PieceOutcome::Lost:
        return QCoreApplication::translate("PieceOutcome", "Lost");
    case PieceOutcome::Damaged:
        return QCoreApplication::translate("PieceOutcome", "Damaged");
    case PieceOutcome::ReturnedUnworked:
        break;
    }
    return QCoreApplication::translate("PieceOutcome", "Sent back");
}

std::vector<size_t> freeTasks(const PieceDraft &piece)
{
    if (piece.setNo > 0) // the set's price holds them
        return {};
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

bool isFurtherOfSet(const std::vector<PieceDraft> &pieces, size_t index)
{
    const int set = pieces.at(index).setNo;
    return set > 0 && std::any_of(pieces.begin(), pieces.begin() + qsizetype(index),
                                  [set](const PieceDraft &before) { return before.setNo == set; });
}

int nextSetNo(const std::vector<PieceDraft> &pieces)
{
    int last = 0;
    for (const PieceDraft &piece : pieces)
        last = std::max(last, piece.setNo);
    return last + 1;
}

void renumberSets(std::vector<PieceDraft> &pieces, int from)
{
    std::map<int, int> fresh;
    for (PieceDraft &piece : pieces) {
        if (piece.setNo > 0)
            piece.setNo = fresh.try_emplace(piece.setNo, from + int(fresh.size())).first->second;
    }
}

} // namespace thimblely::orders
