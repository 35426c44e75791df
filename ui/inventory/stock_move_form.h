// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/inventory/stock.h"
#include "core/orders/cloth_use.h"
#include "ui/desk/entry_form.h"
#include "ui/inventory/stock_move.h"

#include <optional>
#include <vector>

class QComboBox;

namespace thimblely::ui {

class Segmented;

//! What came in, was cut, is left over, came back, was thrown away, corrected, put aside, let go or ordered of one item.
class StockMoveForm : public EntryForm {
    Q_OBJECT

public:
    explicit StockMoveForm(Desk &desk, QWidget *parent = nullptr);

    //! `promised`: the pieces whose cloth waits on it, for whom it may be cut.
    void begin(StockMove move, const inventory::Item &item, const std::vector<orders::ClothPiece> &promised);
    void focusFirst() override;
    void submit() override;

private:
    void build();
    QWidget *labelled(const QString &label, QComboBox *choice);
    void showMove();
    void showChoice();
    void offerLength();
    std::optional<Quantity> quantity(bool mayBeNone = false);
    void send(Quantity quantity);
    void sendReceipt(Quantity quantity);
    void sendCut(Quantity quantity);
    inventory::RemnantDraft remnant(Quantity quantity) const;

    StockMove m_move = StockMove::Receive;
    std::optional<inventory::Item> m_item;
    std::vector<orders::ClothPiece> m_promised;
    Segmented *m_remnantTo;
    Segmented *m_returnTo;
    QWidget *m_pieceRow = nullptr;
    QComboBox *m_piece = nullptr;
    QWidget *m_reasonRow = nullptr;
    QComboBox *m_reason = nullptr;
    FieldEdit *m_quantity = nullptr;
    MoneyEdit *m_costEdit = nullptr;
    FieldEdit *m_cost = nullptr;
    FieldEdit *m_supplier = nullptr;
    FieldEdit *m_name = nullptr;
    FieldEdit *m_shelf = nullptr;
    FieldEdit *m_note = nullptr;
};

} // namespace thimblely::ui
