// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/piece.h"

#include <QWidget>

class QLineEdit;

namespace thimblely::ui {

class Button;
class Desk;
class MoneyEdit;
class Segmented;

/*!
 * One piece of the order being taken: its drawing and number, made or altered, colour, what is done, price. It edits a
 * copy and hands it back at each change.
 */
class PieceRow : public QWidget {
    Q_OBJECT

public:
    PieceRow(Desk &desk, int number, orders::PieceDraft piece, QWidget *parent = nullptr);

    void focusFirst();
    //! The sentence under the row; empty: all is well.
    void setProblem(const QString &sentence);

Q_SIGNALS:
    void edited(const thimblely::orders::PieceDraft &piece);
    void removeRequested();
    void finished(); //!< Enter in the last field: on to the next piece

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void changed();

    Desk &m_desk;
    int m_number;
    orders::PieceDraft m_piece;
    Segmented *m_kind = nullptr;
    QLineEdit *m_colour = nullptr;
    QLineEdit *m_work = nullptr;
    MoneyEdit *m_price = nullptr;
    class Label *m_problem = nullptr;
};

} // namespace thimblely::ui
