// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/marketplace/product.h"
#include "ui/desk/entry_form.h"

class QComboBox;

namespace thimblely::ui {

class ClientPicker;

//! Two steps from a product to its order: who, and what is chosen of it; Enter books it at the price it asks now.
class OrderProductForm : public EntryForm {
    Q_OBJECT

public:
    OrderProductForm(Desk &desk, QWidget *parent);

    void begin(const marketplace::Product &product);
    void focusFirst() override;
    void submit() override;

Q_SIGNALS:
    void ordered(thimblely::OrderId order);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeChoices(const marketplace::Product &product);
    void showSum();
    int count() const;

    std::optional<marketplace::Product> m_product;
    ClientPicker *m_client;
    QWidget *m_choicePart;
    QList<QComboBox *> m_choices;
    FieldEdit *m_count = nullptr;
    Label *m_sum;
};

} // namespace thimblely::ui
