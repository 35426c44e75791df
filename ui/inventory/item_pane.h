// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/inventory/stock.h"
#include "ui/inventory/stock_move.h"
#include "ui/widgets/pane.h"

#include <optional>

class QMenu;
class QStackedLayout;

namespace thimblely::ui {

class Button;
class Desk;
class Label;
class ListView;
class PromisedModel;
class Segmented;
class StockLedgerModel;

/*!
 * One thing of the stock: what is left, reserved and free, whom it is promised to, and the ledger of all that moved it.
 * What may be done with it stands under it; what the person may not do is not there.
 */
class ItemPane : public Card {
    Q_OBJECT

public:
    explicit ItemPane(Desk &desk, QWidget *parent = nullptr);

    //! False, having said why, where it cannot be read.
    bool showItem(InventoryItemId item);
    void showNothing();
    //! What is shown may be another one now.
    void reload();
    const std::optional<inventory::Item> &item() const { return m_item; }
    //! To the first of what may be done, or the ledger.
    void focusFirst();

Q_SIGNALS:
    void moveRequested(thimblely::ui::StockMove move);
    void countRequested();
    void editRequested();
    void labelRequested();
    void removeRequested();


private:
    QLayout *buildFigures();
    QWidget *buildLines();
    QLayout *buildButtons();
    void fillMenu();
    void showFacts();
    void openPiece(int row);

    Desk &m_desk;
    std::optional<inventory::Item> m_item;
    QWidget *m_swatch = nullptr;
    Label *m_name = nullptr;
    Label *m_facts = nullptr;
    Label *m_left = nullptr;
    Label *m_reserved = nullptr;
    Label *m_free = nullptr;
    Label *m_unit = nullptr;
    Button *m_label = nullptr;
    Button *m_take = nullptr;
    Button *m_cut = nullptr;
    Button *m_more = nullptr;
    QMenu *m_menu = nullptr;
    Segmented *m_which = nullptr;
    ListView *m_ledgerView = nullptr;
    ListView *m_promisedView = nullptr;
    StockLedgerModel *m_ledger;
    PromisedModel *m_promised;
    QStackedLayout *m_lines = nullptr;
    QStackedLayout *m_stack = nullptr;
};

} // namespace thimblely::ui
