// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"
#include "ui/orders/piece_strip.h"

#include <QObject>

namespace thimblely::ui {

class CancelForm;
class ChangeForm;
class ClothForm;
class CorrectForm;
class Desk;
class FittingForm;
class HoldForm;
class MessageForm;
class PhotosForm;
class PromiseForm;
class RedoForm;

//! The forms about one piece, made when first asked for, over one pane.
class PieceForms : public QObject {
    Q_OBJECT

public:
    PieceForms(Desk &desk, QWidget *over);

    //! Opens the form of a step; "fits" needs none and is written at once.
    void begin(PieceStep step, const orders::Piece &piece, const QString &what);
    //! Of the order alone: moving its promise, cancelling all of it.
    void begin(PieceStep step, const orders::OrderDetail &order);
    //! Words for the client, after what was done.
    //! In the words of a template; `asked`: of the client, where that is not all of the order.
    void offerMessage(const orders::OrderDetail &order, const QString &about, const QString &templateKey,
                      const std::optional<Money> &asked = {});

Q_SIGNALS:
    void left();

private:
    void writeFits(OrderItemId piece);
    void beginPromise(const orders::OrderDetail &order);
    void beginBooked(PieceStep step, const orders::Piece &piece, const QString &what);
    template <typename Form>
    Form *made(Form *&form);

    Desk &m_desk;
    QWidget *m_over;
    FittingForm *m_fitting = nullptr;
    RedoForm *m_redo = nullptr;
    ChangeForm *m_change = nullptr;
    HoldForm *m_hold = nullptr;
    CancelForm *m_cancel = nullptr;
    CorrectForm *m_correct = nullptr;
    ClothForm *m_cloth = nullptr;
    PhotosForm *m_photos = nullptr;
    PromiseForm *m_promise = nullptr;
    MessageForm *m_message = nullptr;
};

} // namespace thimblely::ui
