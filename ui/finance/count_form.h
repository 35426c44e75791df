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
 * there is nowhere to be seen from when it is begun (desk/till_count.h). Enter goes from field to field; what was typed comes back after a power cut.
 */
class CountForm : public EntryForm {
    Q_OBJECT

public:
    explicit CountForm(Desk &desk, QWidget *parent = nullptr);

    void begin(const finance::AtTill &till = {});
    //! Says why it is counted again, until it is begun the next time.
    void sayMoved();
    //! It is not on the screen any more. What was begun goes on; with nothing typed it is given up by those who are told the
    //! sums.
    void leave(bool toldTheSums);
    void focusFirst() override;
    void submit() override;

Q_SIGNALS:
    void counted();

private:
    struct Row {
        Money value;
        QLineEdit *count;
        AmountLabel *sum;
    };
    void addRow(QGridLayout &grid, int row, int column, const Money &value);
    void connectEnter();
    Result<finance::CountSheet> sheet() const;
    void showSum();
    bool isEmpty() const;
    void keep();
    void restore();

    finance::AtTill m_till;
    std::vector<Row> m_rows;
    MoneyEdit *m_loose = nullptr;
    MoneyEdit *m_card = nullptr;
    AmountLabel *m_total = nullptr;
};

} // namespace thimblely::ui
