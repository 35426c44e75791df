// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"

#include <QWidget>

class QLineEdit;

namespace thimblely::ui {

class Button;
class Desk;
class Label;

//! What became of the cloth of a booked piece: how much of the client's own was used and given back, who says so, and what
//! is left of it here; or that a merchant's has come.
class CustodyPanel : public QWidget {
    Q_OBJECT

public:
    CustodyPanel(Desk &desk, const orders::Piece &piece, QWidget *parent = nullptr);

    void focusFirst();

Q_SIGNALS:
    void noted(const thimblely::orders::ClothNews &news);

private:
    void showRest();
    void note();
    void lead(QLineEdit *from);
    std::optional<Quantity> read(QLineEdit *edit, bool &readable) const;

    Desk &m_desk;
    const orders::Piece m_piece;
    QLineEdit *m_used = nullptr;
    QLineEdit *m_returned = nullptr;
    QLineEdit *m_initials = nullptr;
    Label *m_rest = nullptr;
    Button *m_note = nullptr;
};

} // namespace thimblely::ui
