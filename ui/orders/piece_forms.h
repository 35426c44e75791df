// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"
#include "ui/orders/piece_strip.h"

#include <QObject>

namespace thimblely::ui {

class ChangeForm;
class Desk;
class FittingForm;
class HoldForm;
class RedoForm;

//! The forms about one piece, made when first asked for, over one pane.
class PieceForms : public QObject {
    Q_OBJECT

public:
    PieceForms(Desk &desk, QWidget *over);

    //! Opens the form of a step; "fits" needs none and is written at once.
    void begin(PieceStep step, const orders::Piece &piece, const QString &what);

Q_SIGNALS:
    void left();

private:
    void writeFits(OrderItemId piece);
    template <typename Form>
    Form *made(Form *&form);

    Desk &m_desk;
    QWidget *m_over;
    FittingForm *m_fitting = nullptr;
    RedoForm *m_redo = nullptr;
    ChangeForm *m_change = nullptr;
    HoldForm *m_hold = nullptr;
};

} // namespace thimblely::ui
