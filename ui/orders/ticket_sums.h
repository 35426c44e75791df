// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order_totals.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QLineEdit;

namespace thimblely::ui {

class AmountLabel;
class Desk;
class Label;
class OrderEditor;
class QuietEdit;

/*!
 * What the order comes to, line by line: its pieces, what is charged for going before the others, what is taken off,
 * the taxes, the total. Rush and discount are typed here, as an amount or a share.
 */
class TicketSums : public QWidget {
    Q_OBJECT

public:
    TicketSums(Desk &desk, OrderEditor &editor, QWidget *parent = nullptr);

    void setSums(const Result<orders::OrderTotals> &sums);
    //! Which lines stand above the total: all, those where something is typed, with rush and discount in one, none.
    enum class Parts { All, Typed, None };
    void setParts(Parts parts);
    //! The keyboard to what cannot be read; false where all can.
    bool focusUnread();
    void focusReason();

Q_SIGNALS:
    void finished(); //!< Enter in a field that can be read: on to the money

private:
    QBoxLayout *line(QWidget *name, QWidget *field, AmountLabel *&amount);
    QuietEdit *field(const QString &name, const QString &placeholder);
    void connectField(QLineEdit *field, void (OrderEditor::*set)(const QString &),
                      Result<void> (OrderEditor::*check)() const);
    void showRush();
    void placeRush();
    void showTax();

    Desk &m_desk;
    OrderEditor &m_editor;
    QWidget *m_lines;
    Parts m_parts = Parts::All;
    Label *m_subtotalName = nullptr;
    AmountLabel *m_subtotal = nullptr;
    QBoxLayout *m_rushLine = nullptr;
    QBoxLayout *m_discountLine = nullptr;
    QCheckBox *m_isRush = nullptr;
    QuietEdit *m_rushEdit = nullptr;
    AmountLabel *m_rush = nullptr;
    QuietEdit *m_off = nullptr; // what is taken off, as typed
    Label *m_discountName = nullptr;
    Label *m_othersName = nullptr;
    AmountLabel *m_others = nullptr; // who pays for their own, beside the client
    AmountLabel *m_discount = nullptr;
    QuietEdit *m_reason = nullptr; // why less is asked
    Label *m_taxName = nullptr;
    AmountLabel *m_tax = nullptr;
    AmountLabel *m_total = nullptr;
};

} // namespace thimblely::ui
