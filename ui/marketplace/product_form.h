// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/marketplace/product.h"
#include "ui/desk/entry_form.h"

class QCheckBox;
class QComboBox;

namespace thimblely::ui {

class PhotoStrip;
class TextArea;

//! A product as its shop writes it: what it is, what it costs, where it is offered, what is left, what can be chosen.
class ProductForm : public EntryForm {
    Q_OBJECT

public:
    ProductForm(Desk &desk, QWidget *parent);

    void beginNew();
    void beginEdit(const marketplace::Product &product);
    void focusFirst() override;
    //! Offers it; of what is there already keeps the change.
    void submit() override;
    void keepDraft();

    //! "Size: S, M, L", a line for each; nothing where a line is none.
    static std::optional<std::vector<marketplace::ProductOption>> optionsTyped(const QString &text);
    static QString optionsText(const std::vector<marketplace::ProductOption> &options);

Q_SIGNALS:
    void written(thimblely::marketplace::ListingId product);

private:
    void build();
    void fillShelf(const std::optional<InventoryItemId> &chosen);
    void fill(const marketplace::ProductDraft &facts);
    void showStock();
    std::optional<marketplace::ProductDraft> typed();
    bool readStock(marketplace::ProductDraft &draft);
    bool readRegions(marketplace::ProductDraft &draft);
    void keep(bool published);

    std::optional<marketplace::ListingId> m_product;  // none: a new one
    std::optional<marketplace::ProductDraft> m_facts; // as they were read
    FieldEdit *m_title = nullptr;
    FieldEdit *m_price = nullptr;
    MoneyEdit *m_priceEdit = nullptr;
    FieldEdit *m_category = nullptr;
    PhotoStrip *m_photos;
    TextArea *m_words = nullptr;
    QCheckBox *m_made = nullptr;
    QWidget *m_shelfPart = nullptr;
    QComboBox *m_shelf = nullptr;
    std::vector<std::optional<InventoryItemId>> m_items; // as the choices stand
    FieldEdit *m_stock = nullptr;
    TextArea *m_options = nullptr;
    FieldEdit *m_regions = nullptr;
    FieldEdit *m_tags = nullptr;
    Button *m_draft = nullptr;
};

} // namespace thimblely::ui
