// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/finance/reports.h"

#include <QWidget>

class QStackedLayout;

namespace thimblely::ui {

class BookPane;
class Desk;
class EntryForm;
class OverviewPane;
class PlanPane;
class TaxPane;
class WagesPane;

//! The books behind the till, part by part; each is made when it is first looked at.
class BooksView : public QWidget {
    Q_OBJECT

public:
    enum class Part { Overview, Entries, Goals, Wages, Tax };
    static constexpr int parts = 5;

    explicit BooksView(Desk &desk, QWidget *parent = nullptr);

    void show(Part part);
    //! An expense or other income.
    void startEntry();
    void focusFirst();
    bool stepBack();
    //! Of a form that is open: submits it; false: none is.
    bool submit();
    //! A paper of the part in front; false: it has none.
    bool print();
    void follow(const changes::ChangeSet &changes);

Q_SIGNALS:
    //! Another part comes to the front.
    void partRequested(thimblely::ui::BooksView::Part part);
    void invoiceRequested(thimblely::InvoiceId invoice);

private:
    void make(Part part);
    void reload();
    EntryForm *openForm() const;

    Desk &m_desk;
    QStackedLayout *m_stack;
    Part m_part = Part::Overview;
    OverviewPane *m_overview = nullptr;
    BookPane *m_entries = nullptr;
    PlanPane *m_plans = nullptr;
    WagesPane *m_wages = nullptr;
    TaxPane *m_tax = nullptr;
};

} // namespace thimblely::ui
