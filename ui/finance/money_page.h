// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/finance/till.h"
#include "ui/desk/navigation.h"
#include "ui/desk/page.h"

class QStackedWidget;

namespace thimblely::ui {

class BooksView;
class Button;
class CloseForm;
class CountForm;
class DayPageView;
class Desk;
class MoveForm;
class OpenTillForm;
class TakeBackForm;
class TillCard;
class TillEntriesPane;
class EntryForm;
class LeftTillLine;
class Segmented;

//! The shop's money. First its till: the list of the day, or what is typed about it, beside the till's card; then, for those
//! who may read them, the books.
class MoneyPage : public Page {
    Q_OBJECT

public:
    explicit MoneyPage(Desk &desk, QWidget *parent = nullptr);
    //! Who keeps a till or reads the books.
    static bool isFor(const access::Principal &principal);

    //! Begins what is wanted of the till, as its own button would.
    void start(TillTask task);
    //! A part of the books (BooksView::Part); nothing for who may not read them.
    void showBooks(int part);
    //! Leaves the form that is open in the books; false: none is.
    bool leaveBooksForm();
    //! What was paid by a receipt, order or client, of whatever day.
    void findPayments(const QString &typed);

    QString title() const override { return tr("Money"); }
    void arrive() override;
    bool stepBack() override;
    bool handle(ActionId action) override;

Q_SIGNALS:
    void invoiceRequested(thimblely::InvoiceId invoice);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHead(QWidget *till);
    void connectParts();
    void showPart(int segment);
    bool isAtBooks() const;
    //! Where the books begin among the parts: after the till, for who keeps one.
    int firstBook() const;
    void follow(const changes::ChangeSet &changes);
    void reload();
    void showEntries();
    void showForm(EntryForm *form);
    void startOpening();
    void startCount();
    void recount();
    bool isCountStale() const;
    void startClose();
    const std::optional<finance::TillState> &till() const;
    finance::AtTill which() const;
    bool isToldTheSums(const std::optional<finance::TillState> &state) const;
    void place();

    Desk &m_desk;
    const bool m_hasTill;
    TillCard *m_card;
    LeftTillLine *m_left;
    bool m_closesLeft = false; //!< what is counted and closed is the till of that line
    QStackedWidget *m_stack;
    TillEntriesPane *m_entries;
    OpenTillForm *m_open;
    MoveForm *m_move;
    CountForm *m_count;
    CloseForm *m_close;
    TakeBackForm *m_takeBack;
    DayPageView *m_dayPage;
    Segmented *m_parts = nullptr; //!< the till and the books; null: they read no books
    QStackedWidget *m_views;
    BooksView *m_books = nullptr;
    Button *m_expense = nullptr;
};

} // namespace thimblely::ui
