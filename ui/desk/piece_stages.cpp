// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/piece_stages.h"

#include <QCoreApplication>

namespace thimblely::ui {

namespace {

using access::Capability;
using orders::Stage;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::PieceStages)
};

Stage inWork(const orders::Piece &piece)
{
    return piece.facts.kind == orders::PieceKind::Make ? Stage::Stitched : Stage::Altered;
}

} // namespace

std::vector<StageChoice> stagesFor(const orders::Piece &piece, const access::Principal &who)
{
    const bool may = who.can(Capability::OrdersWrite) || who.can(Capability::OrdersMoveStage) ||
                     who.can(Capability::OrdersQualityCheck);
    if (!may || !piece.isHere())
        return {};
    if (piece.isReady())
        return {{inWork(piece), Texts::tr("Back in work"), Qt::Key_W}};
    std::vector<StageChoice> choices{{Stage::Ready, Texts::tr("Ready"), Qt::Key_R}};
    if (piece.stage <= Stage::Cut)
        choices.push_back({inWork(piece), Texts::tr("In work"), Qt::Key_W});
    if (!piece.isBegun() && orders::isWork(piece.facts.kind))
        choices.push_back({Stage::Cut, Texts::tr("Cut"), Qt::Key_C});
    return choices;
}

} // namespace thimblely::ui
