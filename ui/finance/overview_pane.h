// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/plan_service.h"
#include "core/finance/reports.h"

#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace thimblely::ui {

class AmountLabel;
class Button;
class Desk;
class Label;
class MonthChart;

/*!
 * How the shop does: the month so far against the same days of the last one, a year of months, by category, what is owed
 * and for how long, and how far the goals are. Read in the background.
 */
class OverviewPane : public QWidget {
    Q_OBJECT

public:
    explicit OverviewPane(Desk &desk, QWidget *parent = nullptr);

    void reload();
    void focusFirst();

Q_SIGNALS:
    //! The rows behind a figure: of a month, or of one category of it.
    void entriesRequested(thimblely::finance::Month month, const QString &category);
    void invoiceRequested(thimblely::InvoiceId invoice);
    void goalsRequested();

private:
    struct Read {
        std::vector<finance::MonthFigures> months;
        finance::Figures before; //!< the same days of the last month
        std::vector<finance::CategoryFigure> categories;
        finance::Receivables owed;
        std::vector<finance::Goal> goals;
    };
    static Result<Read> read(access::Session &session, Date today);
    QWidget *buildMonth();
    QWidget *card(const QString &title, QVBoxLayout *&rows, Label *&remark);
    void show(const Read &read);
    void showCategories(const Read &read);
    void showOwed(const finance::Receivables &owed);
    void showGoals(const std::vector<finance::Goal> &goals);
    static void clear(QVBoxLayout *rows);

    Desk &m_desk;
    Label *m_title = nullptr;
    Label *m_span = nullptr;
    AmountLabel *m_income = nullptr;
    AmountLabel *m_expense = nullptr;
    AmountLabel *m_left = nullptr;
    AmountLabel *m_before = nullptr;
    MonthChart *m_chart = nullptr;
    Button *m_entries = nullptr;
    QVBoxLayout *m_categories = nullptr;
    QVBoxLayout *m_owed = nullptr;
    QVBoxLayout *m_goals = nullptr;
    Label *m_categoriesRemark = nullptr;
    Label *m_owedRemark = nullptr;
    Label *m_goalsRemark = nullptr;
    int m_asked = 0;
};

} // namespace thimblely::ui
