// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/piece.h"
#include "ui/widgets/pane.h"

#include <optional>

class QLineEdit;

namespace thimblely::ui {

class Button;
class Desk;
class FormDraft;
class Label;
class PhotoStrip;
class Segmented;

//! What was seen when a piece was tried on, and what else becomes of it.
enum class PieceStep {
    Fits,
    FitAgain,
    FreeRedo,
    PaidChange,
    Hold,
    Ready,
    InWork,
    Cut,
    Correct,
    MovePromise,
    Cancel,
    CancelOrder,
    Cloth, //!< the account of the client's own
    Photos
};

/*!
 * What is done with the piece that is chosen in the bag: tried on, hung elsewhere, taken by somebody else than the rest,
 * waiting for an answer. Says what is wanted, does nothing itself. Takes no room where no piece is chosen.
 */
class PieceStrip : public Pane {
    Q_OBJECT

public:
    PieceStrip(Desk &desk, QWidget *parent);

    //! `what` names it: "1042-2 Jacket". The same piece again keeps what is typed.
    void setPiece(const std::optional<orders::Piece> &piece, const QString &what);
    //! What was chosen is done or given up: it can be chosen again.
    void forgetStep();
    void setPlaces(const QStringList &places); //!< offered while a place is typed
    void setTakenBy(const QString &name, const QString &everyThing);
    //! Something small that belongs to the hand-over, after its fields.
    void addBeside(QWidget *part);

Q_SIGNALS:
    void stepRequested(thimblely::ui::PieceStep step);
    void placed(const QString &place);
    void takenByTyped(const QString &name);
    void menuRequested(const QPoint &at); //!< what else can be done, where the menu opens on the screen

private:
    QLineEdit *addField(QWidget *fields, const QString &name, int width);
    void showPiece();

    Desk &m_desk;
    FormDraft *m_placeDraft = nullptr;
    std::optional<orders::Piece> m_piece;
    Label *m_what;
    Segmented *m_tried;
    QWidget *m_fields = nullptr;
    QLineEdit *m_place;
    QLineEdit *m_takenBy;
    PhotoStrip *m_photos; // as it came in
    Button *m_hold;
    Button *m_more;
};

} // namespace thimblely::ui
