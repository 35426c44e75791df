// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/invoices/free_invoice.h"

#include <QWidget>

#include <utility>
#include <vector>

class QLineEdit;

namespace thimblely::ui {

class Desk;
class MoneyEdit;

/*!
 * The lines of an invoice that bills no order, as they are typed: words, how many, the price of one, the tax. One more than
 * is filled in stands there, up to as many as fit on a page.
 */
class FreeLineRows : public QWidget {
    Q_OBJECT

public:
    explicit FreeLineRows(Desk &desk, QWidget *parent = nullptr);

    void setLines(const std::vector<invoices::FreeLine> &lines);
    //! Those that somebody typed into; or why one cannot be read.
    Result<std::vector<invoices::FreeLine>> lines() const;
    void focusFirst();

Q_SIGNALS:
    void edited();

private:
    struct Line {
        QWidget *row;
        QLineEdit *text;
        QLineEdit *quantity;
        MoneyEdit *price;
        QLineEdit *tax;
        bool isEmpty() const;
    };

    void addRow(int number);
    void layOut();
    void showRows();
    QString usualTax() const;
    Result<invoices::FreeLine> read(const Line &line) const;

    Desk &m_desk;
    std::vector<Line> m_lines;
    std::vector<std::pair<QWidget *, int>> m_columns; //!< and how wide they are, at 100 %
};

} // namespace thimblely::ui
