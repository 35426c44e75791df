// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/inventory/stock.h"
#include "ui/desk/entry_form.h"

#include <optional>
#include <vector>

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace thimblely::ui {

/*!
 * A shelf is counted blind: what lies there is typed, and only then what the book says of that moment is shown beside it.
 * The differences are booked in one go. What was not looked at is left empty and stays as it is.
 */
class ShelfCountForm : public EntryForm {
    Q_OBJECT

public:
    explicit ShelfCountForm(Desk &desk, QWidget *parent = nullptr);

    //! Begins with this shelf; none: the first.
    void begin(const std::optional<QString> &shelf = {});
    //! Only this.
    void beginItem(const inventory::Item &item);
    //! Goes to what was scanned; false where it does not lie here.
    bool goTo(InventoryItemId item);
    void focusFirst() override;
    void submit() override;

private:
    struct Row {
        inventory::ItemRow item;
        QLineEdit *counted;
        Label *book;
        std::optional<Instant> at; //!< when it was typed
    };
    void readShelves();
    void showShelf(int index);
    void showRows(std::vector<inventory::ItemRow> items);
    void addRow(const inventory::ItemRow &item);
    void clearRows();
    void touch(size_t row);
    void hideBook();
    std::optional<inventory::CountSheet> sheet();
    void compare(const inventory::CountSheet &sheet);
    void book(const inventory::CountSheet &sheet);

    QWidget *m_choice;
    QComboBox *m_shelf;
    QWidget *m_list = nullptr;
    QGridLayout *m_grid = nullptr;
    std::vector<inventory::Shelf> m_shelves;
    std::vector<Row> m_rows;
    QString m_name; // of the shelf that is counted
    bool m_compared = false;
};

} // namespace thimblely::ui
