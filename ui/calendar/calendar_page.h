// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/calendar/calendar_window.h"
#include "core/changes/change_set.h"
#include "ui/calendar/calendar_cell.h"
#include "ui/desk/page.h"

#include <QTimer>

#include <memory>

class QStackedLayout;

namespace thimblely::access {
struct Principal;
}

namespace thimblely::ui {

class AgendaModel;
class Button;
class Card;
class CalendarModel;
class CalendarTable;
class Desk;
class EventForm;
class Label;
class ListView;
class Segmented;
class StatusLegend;

/*!
 * The calendar: a day, a week by day and person, a month, or all that is to come one below the other. What is due stands
 * with the orders and is read from them. Read on the reader's thread, so that a shop with a hundred thousand appointments
 * holds nobody up.
 */
class CalendarPage : public Page {
    Q_OBJECT

public:
    enum class View { Day, Week, Month, Agenda };

    explicit CalendarPage(Desk &desk, QWidget *parent = nullptr);

    static bool isFor(const access::Principal &principal);
    QString title() const override;
    void prepare() override;
    void arrive() override;
    bool stepBack() override;
    bool handle(ActionId id) override;

    void show(View view, Date date);
    View view() const { return m_view; }
    Date date() const { return m_date; }
    //! A new appointment on that day.
    void begin(Date date, std::optional<PersonId> person);

Q_SIGNALS:
    //! What is asked for stands there.
    void loaded();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Span {
        Date from;
        Date to;
    };
    QWidget *buildHead();
    void buildViews();
    void connectViews();
    Span span() const;
    Date weekStart(Date date) const;
    void load();
    void take(std::shared_ptr<const calendar::CalendarWindow> window);
    void step(int direction);
    void choose(View view);
    void open(const CalendarTarget &target);
    void change(const calendar::EventKey &key);
    void cancel(const calendar::EventKey &key, int scope);
    void move(const CalendarTarget &target, int days);
    void showForm(bool shown);
    bool isForm() const;
    bool isWide() const; //!< the form has room beside the calendar
    void layOutForm();
    QWidget *front() const;
    bool takeLetter(int key);
    void follow(const changes::ChangeSet &changes);
    void sayHead();
    QString spanText() const;

    Desk &m_desk;
    View m_view = View::Week;
    View m_headed = View::Week;
    Date m_date;
    std::shared_ptr<const calendar::CalendarWindow> m_window;
    CalendarTarget m_goTo; //!< once it is read
    int m_asked = 0;
    bool m_isStale = true;
    bool m_isStepped = false; //!< on to other days: what was current before is not looked for
    Label *m_heading = nullptr;
    Label *m_counts = nullptr;
    Button *m_back = nullptr;
    Button *m_on = nullptr;
    Button *m_today = nullptr;
    Button *m_new = nullptr;
    Segmented *m_views = nullptr;
    StatusLegend *m_legend = nullptr;
    CalendarModel *m_model;
    CalendarTable *m_table;
    AgendaModel *m_agendaModel;
    ListView *m_agenda;
    Label *m_nothing;
    EventForm *m_form;
    QWidget *m_shown; //!< one of the views
    QStackedLayout *m_stack = nullptr;
    Card *m_formCard;
    QTimer m_minute;
};

} // namespace thimblely::ui
