// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/inventory/stock.h"
#include "ui/desk/page.h"
#include "ui/inventory/stock_model.h"
#include "ui/inventory/stock_move.h"

#include <optional>

class QLineEdit;
class QStackedWidget;

namespace thimblely::access {
class Principal;
}

namespace thimblely::ui {

class Button;
class Desk;
class EmptyState;
class EntryForm;
class ItemForm;
class ItemPane;
class Label;
class ListView;
class PurchasePane;
class Segmented;
class ShelfCountForm;
class StockMoveForm;

/*!
 * Stock: rolls as bars of what is left, reserved and free, trims, goods, what is low and what is to be bought; beside the
 * list the thing that is chosen with its ledger. What is done to it is typed in the list's place.
 */
class StockPage : public Page {
    Q_OBJECT

public:
    explicit StockPage(Desk &desk, QWidget *parent = nullptr);

    static bool isFor(const access::Principal &principal);

    void showItem(InventoryItemId item);
    void showLow();
    void showPurchases();
    void countShelf(const std::optional<QString> &shelf);

    QString title() const override { return tr("Stock"); }
    void prepare() override;
    void arrive() override;
    bool stepBack() override;
    bool handle(ActionId action) override;
    bool takeScan(const QString &code) override;

Q_SIGNALS:
    //! What the shop does and asks for it: the other half of what it sells.
    void priceListRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QLayout *buildHead();
    QWidget *buildList();
    void connectParts();
    void follow(const changes::ChangeSet &changes);
    void reload();
    void showRows();
    void showTotals();
    void choose(int segment);
    void find(const QString &words);
    void showList();
    void showForm(EntryForm *form);
    void startMove(StockMove move);
    void startCount();
    void startNew();
    void startEdit();
    void remove();
    void printLabel();
    void printShelfLabels();
    EntryForm *form() const;
    bool isBuying() const;
    void takeShown(InventoryItemId item);
    void place();

    Desk &m_desk;
    StockModel *m_model;
    Segmented *m_which = nullptr;
    Label *m_heading = nullptr;
    Label *m_totals = nullptr;
    QLineEdit *m_find = nullptr;
    Button *m_count = nullptr;
    Button *m_new = nullptr;
    Button *m_more = nullptr;
    QStackedWidget *m_stack = nullptr;
    QStackedWidget *m_lists = nullptr;
    QWidget *m_listPart = nullptr;
    ListView *m_view = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_nothing = nullptr;
    PurchasePane *m_buy = nullptr;
    StockMoveForm *m_move = nullptr;
    ItemForm *m_itemForm = nullptr;
    ShelfCountForm *m_shelf = nullptr;
    ItemPane *m_item = nullptr;
    bool m_quiet = false; // the list moves by itself
};

} // namespace thimblely::ui
