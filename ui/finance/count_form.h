// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/till.h"
#include "ui/desk/entry_form.h"

#include <vector>

class QGridLayout;
class QLineEdit;

namespace thimblely::ui {

class AmountLabel;

/*!
 * The blind count: how many of each note and coin, what lies loose, and what the card terminal prints. What should be
 * there is nowhere to be seen. Enter goes from field to field; what was typed comes back after a power cut.
 */
class CountForm : public EntryForm {
    Q_OBJECT

public:
    explicit CountForm(Desk &desk, QWidget *parent = nullptr);

    void begin();
    //! Says why it is counted again, until it is begun the next time.
    void sayMoved();
    //! Something is typed of a count that is not made yet.
    bool isBegun() const { return desk().drafts().kept(draftName, {}).has_value(); }
    void focusFirst() override;
    void submit() override;

Q_SIGNALS:
    void counted();

private:
    static constexpr const char *draftName = "till_count";

    struct Row {
        Money value;
        QLineEdit *count;
        AmountLabel *sum;
    };
    void addRow(QGridLayout &grid, int row, int column, const Money &value);
    void connectEnter();
    Result<finance::CountSheet> sheet() const;
    void showSum();
    void keep();
    void restore();

    std::vector<Row> m_rows;
    MoneyEdit *m_loose = nullptr;
    MoneyEdit *m_card = nullptr;
    AmountLabel *m_total = nullptr;
};

} // namespace thimblely::ui
