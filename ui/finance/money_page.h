// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/finance/till.h"
#include "ui/desk/navigation.h"
#include "ui/desk/page.h"

class QStackedWidget;

namespace thimblely::ui {

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

//! The shop's money: today its till. The list of the day, or what is typed about it, beside the till's card.
class MoneyPage : public Page {
    Q_OBJECT

public:
    explicit MoneyPage(Desk &desk, QWidget *parent = nullptr);

    //! Begins what is wanted of the till, as its own button would.
    void start(TillTask task);
    //! What was paid by a receipt, order or client, of whatever day.
    void findPayments(const QString &typed);

    QString title() const override { return tr("Money"); }
    void arrive() override;
    bool stepBack() override;
    bool handle(ActionId action) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectParts();
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
};

} // namespace thimblely::ui
