// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/inventory/item.h"
#include "ui/widgets/pane.h"

#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace thimblely::ui {

class Button;
class Desk;
class Label;

//! Lies over the ticket where something is sold as it is: found by its name, number or label, with what there is of it.
class GoodsPane : public Pane {
    Q_OBJECT

public:
    GoodsPane(Desk &desk, QWidget *over);

    void ask();
    void leave();

Q_SIGNALS:
    void chosen(thimblely::InventoryItemId item);
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find();
    void choose(size_t index);
    QString wordsOf(const inventory::ItemRow &row) const;

    Desk &m_desk;
    QLineEdit *m_find;
    Label *m_answer;
    QVBoxLayout *m_list;
    std::vector<InventoryItemId> m_items;
    std::vector<Button *> m_buttons;
};

} // namespace thimblely::ui
