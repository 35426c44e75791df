// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/reports.h"
#include "ui/desk/entry_form.h"

class QComboBox;
class QStackedLayout;

namespace thimblely::ui {

class FigureRows;
class Segmented;

//! A period is closed: what comes later is of the next one.
class ClosePeriodForm : public EntryForm {
    Q_OBJECT

public:
    explicit ClosePeriodForm(Desk &desk, QWidget *parent = nullptr);

    void begin(Date lastDay);
    void focusFirst() override;
    void submit() override;

private:
    FieldEdit *m_day;
};

//! The tax of a period, by the money that came in or by what was billed, and then the period is closed.
class TaxPane : public QWidget {
    Q_OBJECT

public:
    explicit TaxPane(Desk &desk, QWidget *parent = nullptr);

    void reload();
    void focusFirst();
    bool stepBack();
    EntryForm *openForm() const;

private:
    struct Span {
        Date from;
        Date until;
    };
    QWidget *buildSummary(QWidget *parent);
    Span span() const;
    void show(const finance::TaxSummary &summary);
    void closeForm();

    Desk &m_desk;
    QStackedLayout *m_stack;
    QWidget *m_place = nullptr;
    QComboBox *m_period;
    Segmented *m_basis;
    FigureRows *m_rows;
    FigureRows *m_sums;
    Label *m_closed;
    Label *m_span;
    Button *m_close;
    ClosePeriodForm *m_form;
    int m_asked = 0;
};

} // namespace thimblely::ui
