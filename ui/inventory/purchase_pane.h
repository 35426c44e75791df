// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"

#include <QWidget>

#include <optional>

class QStackedLayout;

namespace thimblely::ui {

class Button;
class Desk;
class ListView;
class PurchaseModel;

//! What is to be bought, to be printed or copied, and noted as ordered.
class PurchasePane : public QWidget {
    Q_OBJECT

public:
    explicit PurchasePane(Desk &desk, QWidget *parent = nullptr);

    void reload();
    void focusList();
    void print();
    std::optional<InventoryItemId> current() const;
    PurchaseModel &model() const { return *m_model; }

Q_SIGNALS:
    void currentChanged(thimblely::InventoryItemId item);
    void activated();

private:
    void copy();
    void orderAll();
    void showButtons();

    Desk &m_desk;
    PurchaseModel *m_model;
    ListView *m_view;
    QStackedLayout *m_stack;
    Button *m_copy;
    Button *m_print;
    Button *m_order;
};

} // namespace thimblely::ui
