// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/plan_service.h"
#include "core/finance/reports.h"
#include "core/finance/wage_service.h"

#include <QWidget>

class QBoxLayout;
class QVBoxLayout;

namespace thimblely::ui {

class AmountLabel;
class BarTable;
class Button;
class Desk;
class Label;
class MonthChart;

/*!
 * How the shop does: the month so far against the same days of the last one, a year of months, by category, what clients
 * owe and for how long, what the shop owes its people, and how far the goals are. Figures lead to their rows. Read in the
 * background.
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
    void wagesRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Read {
        std::vector<finance::MonthFigures> months;
        finance::Figures before; //!< the same days of the last month
        std::vector<finance::CategoryFigure> categories;
        finance::Receivables owed;
        std::vector<finance::Goal> goals;
        std::optional<std::vector<finance::WageStanding>> wages; //!< none: they may not be read
    };
    static Result<Read> read(access::Session &session, Date today);
    QWidget *buildMonth();
    QWidget *buildSide();
    //! A head with its remark at the end, and what `body` stands for below.
    void addPart(QVBoxLayout *rows, const QString &title, Label *&remark, QWidget *body, int inset);
    void show(const Read &read);
    void showCategories(const Read &read);
    void showOwed(const finance::Receivables &owed);
    void showGoals(const std::vector<finance::Goal> &goals);
    void showToPay(const std::optional<std::vector<finance::WageStanding>> &wages);
    void layOut();

    Desk &m_desk;
    Label *m_title = nullptr;
    Label *m_span = nullptr;
    AmountLabel *m_income = nullptr;
    AmountLabel *m_expense = nullptr;
    AmountLabel *m_left = nullptr;
    AmountLabel *m_before = nullptr;
    MonthChart *m_chart = nullptr;
    Button *m_entries = nullptr;
    Label *m_beforeHead = nullptr;
    QBoxLayout *m_all = nullptr;
    QWidget *m_side = nullptr;
    QWidget *m_toPayPart = nullptr;
    BarTable *m_categories = nullptr;
    BarTable *m_owed = nullptr;
    BarTable *m_toPay = nullptr;
    QVBoxLayout *m_goals = nullptr;
    Label *m_categoriesRemark = nullptr;
    Label *m_owedRemark = nullptr;
    Label *m_goalsRemark = nullptr;
    Label *m_toPayRemark = nullptr;
    int m_asked = 0;
};

} // namespace thimblely::ui
