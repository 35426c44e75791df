// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/books_view.h"

#include "ui/desk/desk.h"
#include "ui/desk/entry_form.h"
#include "ui/finance/book_pane.h"
#include "ui/finance/overview_pane.h"
#include "ui/finance/plan_pane.h"
#include "ui/finance/tax_pane.h"
#include "ui/finance/wages_pane.h"

#include <QStackedLayout>

namespace thimblely::ui {

BooksView::BooksView(Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk), m_stack(new QStackedLayout(this)) {}

void BooksView::make(Part part)
{
    const auto add = [this](auto *&pane) {
        using Made = std::remove_pointer_t<std::remove_reference_t<decltype(pane)>>;
        if (pane)
            return false;
        pane = new Made(m_desk, this);
        m_stack->addWidget(pane);
        return true;
    };
    switch (part) {
    case Part::Overview:
        if (add(m_overview)) {
            connect(m_overview, &OverviewPane::entriesRequested, this,
                    [this](finance::Month month, const QString &category) {
                        Q_EMIT partRequested(Part::Entries);
                        m_entries->show(month, category);
                        m_entries->focusFirst();
                    });
            connect(m_overview, &OverviewPane::goalsRequested, this, [this] { Q_EMIT partRequested(Part::Goals); });
            connect(m_overview, &OverviewPane::wagesRequested, this, [this] { Q_EMIT partRequested(Part::Wages); });
            connect(m_overview, &OverviewPane::invoiceRequested, this, &BooksView::invoiceRequested);
        }
        break;
    case Part::Entries:
        add(m_entries);
        break;
    case Part::Goals:
        add(m_plans);
        break;
    case Part::Wages:
        add(m_wages);
        break;
    case Part::Tax:
        add(m_tax);
        break;
    }
}

void BooksView::show(Part part)
{
    m_part = part;
    make(part);
    QWidget *const panes[parts] = {m_overview, m_entries, m_plans, m_wages, m_tax};
    m_stack->setCurrentWidget(panes[int(part)]);
    reload();
}

void BooksView::reload()
{
    switch (m_part) {
    case Part::Overview:
        return m_overview->reload();
    case Part::Entries:
        return m_entries->reload();
    case Part::Goals:
        return m_plans->reload();
    case Part::Wages:
        return m_wages->reload();
    case Part::Tax:
        return m_tax->reload();
    }
}

void BooksView::startEntry()
{
    if (m_entries)
        m_entries->startEntry();
}

EntryForm *BooksView::openForm() const
{
    switch (m_part) {
    case Part::Overview:
        return nullptr;
    case Part::Entries:
        return m_entries ? m_entries->openForm() : nullptr;
    case Part::Goals:
        return m_plans ? m_plans->openForm() : nullptr;
    case Part::Wages:
        return m_wages ? m_wages->openForm() : nullptr;
    case Part::Tax:
        return m_tax ? m_tax->openForm() : nullptr;
    }
    Q_UNREACHABLE();
}

void BooksView::focusFirst()
{
    if (EntryForm *form = openForm())
        return form->focusFirst();
    switch (m_part) {
    case Part::Overview:
        return m_overview->focusFirst();
    case Part::Entries:
        return m_entries->focusFirst();
    case Part::Goals:
        return m_plans->focusFirst();
    case Part::Wages:
        return m_wages->focusFirst();
    case Part::Tax:
        return m_tax->focusFirst();
    }
}

bool BooksView::stepBack()
{
    EntryForm *const form = openForm();
    if (form)
        form->leave();
    return form;
}

bool BooksView::submit()
{
    EntryForm *const form = openForm();
    if (form)
        form->submit();
    return form;
}

bool BooksView::print()
{
    return m_part == Part::Wages && m_wages->print();
}

void BooksView::follow(const changes::ChangeSet &changes)
{
    using storage::Table;
    for (const Table table : {Table::Transactions, Table::Invoices, Table::Orders, Table::FinancialGoals,
                              Table::AutoSplits, Table::Workspaces, Table::WorkspaceMembers}) {
        if (changes.touches(table))
            return reload();
    }
}

} // namespace thimblely::ui
