// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/piece_offers.h"

#include "ui/desk/desk.h"
#include "ui/desk/piece_stages.h"
#include "ui/orders/photos_form.h"

#include <QCoreApplication>

#include <algorithm>

namespace thimblely::ui {

namespace {

using access::Capability;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::PieceOffers)
};

PieceStep stepTo(const StageChoice &choice)
{
    return choice.stage == orders::Stage::Ready ? PieceStep::Ready
           : choice.stage == orders::Stage::Cut ? PieceStep::Cut
                                                : PieceStep::InWork;
}

} // namespace

std::vector<PieceOffer> offersFor(Desk &desk, const orders::OrderDetail &order, const orders::Piece &piece)
{
    const access::Principal &who = desk.principal();
    std::vector<PieceOffer> offers;
    for (const StageChoice &choice : stagesFor(piece, who))
        offers.push_back({stepTo(choice), choice.words, QKeySequence(choice.key)});
    if (PhotosForm::isFor(piece))
        offers.push_back({PieceStep::Photos, Texts::tr("Photos…"), QKeySequence(Qt::Key_V), true});
    if (piece.facts.clientCloth && piece.isHere() && who.can(Capability::OrdersWrite))
        offers.push_back({PieceStep::Cloth, Texts::tr("Their own cloth…"), QKeySequence(Qt::Key_K), true});
    const bool here = std::ranges::any_of(order.pieces, &orders::Piece::isHere);
    if (!who.can(Capability::OrdersWrite) || !who.can(Capability::ClientsRead) || !here)
        return offers;
    const bool priced = who.can(Capability::PricesRead);
    if (priced && piece.isHere())
        offers.push_back({PieceStep::Correct, Texts::tr("Change what was booked…"), QKeySequence(Qt::Key_E), true});
    offers.push_back(
        {PieceStep::MovePromise, Texts::tr("Move the promise…"), QKeySequence(Qt::Key_P), !priced || !piece.isHere()});
    if (!priced)
        return offers;
    bool begins = true;
    if (piece.isHere()) {
        offers.push_back({PieceStep::Cancel, Texts::tr("Cancel this piece…"), QKeySequence(Qt::Key_Delete), true});
        begins = false;
    }
    offers.push_back({PieceStep::CancelOrder, Texts::tr("Cancel the whole order…"),
                      QKeySequence(Qt::SHIFT | Qt::Key_Delete), begins});
    return offers;
}

std::optional<orders::Stage> stageOf(PieceStep step, const orders::Piece &piece, const access::Principal &who)
{
    const auto choices = stagesFor(piece, who);
    const auto found =
        std::ranges::find_if(choices, [step](const StageChoice &choice) { return stepTo(choice) == step; });
    return found == choices.end() ? std::nullopt : std::optional(found->stage);
}

} // namespace thimblely::ui
