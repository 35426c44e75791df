// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/inventory/stock.h"
#include "ui/desk/entry_form.h"

#include <optional>

namespace thimblely::ui {

class Segmented;

//! What is written of something in stock; of what is new also how much of it came in.
class ItemForm : public EntryForm {
    Q_OBJECT

public:
    explicit ItemForm(Desk &desk, QWidget *parent = nullptr);

    void beginNew(inventory::ItemKind kind);
    void beginEdit(const inventory::Item &item);
    void focusFirst() override;
    void submit() override;

Q_SIGNALS:
    void added(thimblely::InventoryItemId item);

private:
    void build();
    void addPair(FieldEdit *&left, const QString &leftName, FieldEdit *&right, const QString &rightName);
    void fill(const inventory::ItemDraft &facts);
    void showKind();
    inventory::ItemKind kind() const;
    //! Nothing where a field cannot be read; it has said so.
    std::optional<inventory::ItemDraft> typed();
    std::optional<Quantity> quantityIn(FieldEdit *field);
    std::optional<Money> moneyIn(FieldEdit *field, const MoneyEdit *edit);
    void keep(const inventory::ItemDraft &facts);

    std::optional<InventoryItemId> m_item; // none: a new one
    inventory::ItemDraft m_facts;          // as they were read
    bool m_readable = true;
    Segmented *m_kind;
    FieldEdit *m_name = nullptr;
    FieldEdit *m_number = nullptr;
    FieldEdit *m_barcode = nullptr;
    FieldEdit *m_colour = nullptr;
    FieldEdit *m_composition = nullptr;
    FieldEdit *m_unit = nullptr;
    FieldEdit *m_width = nullptr;
    FieldEdit *m_shelf = nullptr;
    FieldEdit *m_supplier = nullptr;
    FieldEdit *m_contact = nullptr;
    FieldEdit *m_minimum = nullptr;
    FieldEdit *m_maximum = nullptr;
    FieldEdit *m_price = nullptr;
    MoneyEdit *m_priceEdit = nullptr;
    FieldEdit *m_came = nullptr;
    FieldEdit *m_cost = nullptr;
    MoneyEdit *m_costEdit = nullptr;
};

} // namespace thimblely::ui
