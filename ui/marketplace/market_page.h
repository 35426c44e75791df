// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/marketplace/product.h"
#include "ui/desk/page.h"

#include <QTimer>

#include <optional>

class QComboBox;
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
class Label;
class OrderProductForm;
class PictureCache;
class ProductForm;
class ProductGrid;
class ProductPane;
class ProductsModel;
class Segmented;

/*!
 * The marketplace: what shops offer as cards, found by words, category and price, beside the one that is chosen; and the
 * shop's own with how each of them stands. Enter goes to what is chosen, N writes a new one.
 */
class MarketPage : public Page {
    Q_OBJECT

public:
    explicit MarketPage(Desk &desk, QWidget *parent = nullptr);

    static bool isFor(const access::Principal &principal);

    void showOurs(bool ours);
    void startNew();
    //! The product that is chosen, to be ordered.
    void startOrder();

    QString title() const override { return tr("Marketplace"); }
    void prepare() override;
    void arrive() override;
    bool stepBack() override;
    bool handle(ActionId action) override;

Q_SIGNALS:
    void loaded();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLayout *buildHead();
    QWidget *buildGrid();
    void connectParts();
    void place();
    void read();
    void readCategories();
    void showRows();
    void showCurrent();
    EntryForm *form() const;
    void showForm(EntryForm *form);
    void closeForm();
    //! The keyboard in the grid, or on what stands in its place.
    void focusGrid();
    bool hasGrid() const;
    void follow(const changes::ChangeSet &changes);
    bool isPlain() const;

    Desk &m_desk;
    ProductsModel *m_model;
    PictureCache *m_pictures;
    QTimer m_typing; // words are looked for once the typing pauses
    Segmented *m_which = nullptr;
    Label *m_heading = nullptr;
    QLineEdit *m_find = nullptr;
    QComboBox *m_category = nullptr;
    QComboBox *m_sort = nullptr;
    Button *m_new = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_browse = nullptr;
    QStackedWidget *m_left = nullptr;
    ProductGrid *m_grid = nullptr;
    EmptyState *m_none = nullptr;
    EmptyState *m_nothing = nullptr;
    ProductPane *m_pane = nullptr;
    ProductForm *m_form = nullptr;
    OrderProductForm *m_order = nullptr;
    std::optional<marketplace::ListingId> m_wanted;
    bool m_started = false;
    bool m_stale = false;
};

} // namespace thimblely::ui
