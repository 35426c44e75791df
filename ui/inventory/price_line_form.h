// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/inventory/item.h"

#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

class QCheckBox;
class QLayout;

namespace thimblely::ui {

class Button;
class Desk;
class FieldEdit;
class FormDraft;
class Label;
class MoneyEdit;
class SectionHead;

/*!
 * One line of the price list as it is typed: name, price, minutes, place at the counter, what the tax law calls it, and the garments it is done to.
 * Kept with Enter or Ctrl+S, and by itself where another line is gone to; until then what is typed is a draft. GUI
 * thread.
 */
class PriceLineForm : public QWidget {
    Q_OBJECT

public:
    explicit PriceLineForm(Desk &desk, QWidget *parent = nullptr);

    //! False, having said why, where it cannot be read.
    bool showLine(InventoryItemId line);
    void startNew();
    void focusFirst();
    std::optional<InventoryItemId> line() const { return m_line; } //!< none: a new one, or nothing
    //! Something stands there that is not kept yet.
    bool isChanged() const;
    //! False where something typed cannot be read, which it says; the write itself is waited for, not with.
    bool save();
    void remove();

Q_SIGNALS:
    void saved(thimblely::InventoryItemId line);
    void leaveRequested();

private:
    void build();
    QLayout *buildFigures();
    QWidget *buildGarments();
    void fill(const inventory::ItemDraft &facts);
    //! Nothing where a field cannot be read; it has said so.
    std::optional<inventory::ItemDraft> typed();
    //! As it stands, whatever cannot be read left out: for telling whether it was changed.
    inventory::ItemDraft asTyped() const;
    std::optional<int> numberIn(FieldEdit *field, int least, int most, const QString &problem);
    void keep(inventory::ItemDraft draft);
    void kept(InventoryItemId line, const inventory::ItemDraft &draft);
    void refused(const Error &error);
    void beginTyping();

    Desk &m_desk;
    FormDraft *m_draft;
    std::optional<InventoryItemId> m_line;
    inventory::ItemDraft m_facts; // as they were read
    SectionHead *m_head = nullptr;
    FieldEdit *m_name = nullptr;
    MoneyEdit *m_priceEdit = nullptr;
    FieldEdit *m_price = nullptr;
    FieldEdit *m_minutes = nullptr;
    FieldEdit *m_place = nullptr;
    FieldEdit *m_taxCode = nullptr; // where the country's invoices name it
    QCheckBox *m_needsAmount = nullptr;
    std::vector<std::pair<QString, QCheckBox *>> m_garments;
    Button *m_remove = nullptr;
    Button *m_save = nullptr;
    bool m_readable = true;
    bool m_busy = false;
};

} // namespace thimblely::ui
