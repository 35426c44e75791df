// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/payment.h"
#include "ui/widgets/pane.h"

#include <optional>

namespace thimblely::ui {

class AmountLabel;
class Button;
class DayLoadList;
class Desk;
class FieldEdit;
class Label;
class MoneyEdit;
class OrderEditor;
class Segmented;

/*!
 * The last pane of the counter: when it is promised, what it comes to, what is paid now and how, and the one button
 * that books, takes the money and prints.
 */
class TicketPane : public Pane {
    Q_OBJECT

public:
    TicketPane(Desk &desk, OrderEditor &editor, QWidget *parent = nullptr);

    void focusWhen();
    //! What is to be taken with the order; none where it is nothing. An error where the field cannot be read.
    Result<std::optional<finance::PaymentDraft>> payment() const;
    void setBusy(bool busy);
    void setProblem(const QString &sentence);
    void reloadDays();

Q_SIGNALS:
    void bookRequested();

private:
    void build();
    QLayout *buildSums();
    void showPromise();
    void showSums();

    Desk &m_desk;
    OrderEditor &m_editor;
    FieldEdit *m_when = nullptr;
    Label *m_answer = nullptr;
    DayLoadList *m_days = nullptr;
    AmountLabel *m_subtotal = nullptr;
    AmountLabel *m_tax = nullptr;
    Label *m_taxName = nullptr;
    AmountLabel *m_total = nullptr;
    MoneyEdit *m_payNow = nullptr;
    Label *m_payWords = nullptr;
    Segmented *m_method = nullptr;
    Label *m_problem = nullptr;
    Button *m_book = nullptr;
};

} // namespace thimblely::ui
