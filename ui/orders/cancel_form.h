// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/invoices/cancel_service.h"
#include "ui/orders/side_form.h"

class QComboBox;

namespace thimblely::ui {

class FigureRows;
class Segmented;

//! A piece, or all that is here of an order, is not made after all: why, what becomes of the money and of the client's
//! own cloth, with the figures before it is done.
class CancelForm : public SideForm {
    Q_OBJECT

public:
    CancelForm(Desk &desk, QWidget *over);

    //! `what` names the piece; none: all of the order.
    void begin(const orders::OrderDetail &order, std::optional<OrderItemId> piece, const QString &what);
    void submit() override;

private:
    orders::PieceCancel typed() const;
    void offerWays();
    void showFigures();
    void showMoney();
    QString words() const;
    QStringList asked() const;
    void done(const invoices::Cancelled &cancelled);

    std::optional<orders::OrderDetail> m_order;
    std::optional<OrderItemId> m_piece;
    QString m_what;
    std::optional<invoices::CancelFigures> m_figures;
    FieldEdit *m_why;
    Segmented *m_cloth;
    FieldEdit *m_keptField;
    MoneyEdit *m_kept = nullptr;
    FigureRows *m_rows;
    QComboBox *m_back;
};

} // namespace thimblely::ui
