// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/day_plan.h"

#include <QPointer>
#include <QWidget>

class QLineEdit;

namespace thimblely::ui {

class Button;
class Desk;
class Label;
class OrderEditor;

/*!
 * What can be promised: the earliest day that can be kept, with its reason in words, taken by Down in the promise field;
 * and what speaks against the day that is typed. It follows what is typed of the order.
 */
class DayOffer : public QWidget {
    Q_OBJECT

public:
    DayOffer(Desk &desk, OrderEditor &editor, QWidget *parent = nullptr);

    //! The field in which Down takes the day that is offered.
    void attach(QLineEdit *when);
    std::optional<Date> offered() const { return m_offered; }
    //! The sentence that stands there; empty: nothing is to be said.
    QString words() const;

Q_SIGNALS:
    void dayChosen(thimblely::Date day);
    void wordsChanged(); //!< they may need another height

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void offer(const orders::DayPlan &plan, const orders::PlannedWork &work, const orders::HonestDay &earliest,
               const QString &against);
    void say(const QString &against, const QString &offer);
    QString dayName(Date day) const;
    QString reason(orders::DayLimit limit, Date day, const orders::PlannedWork &work) const;
    QString againstTyped(const orders::PlannedWork &work) const;

    Desk &m_desk;
    OrderEditor &m_editor;
    QPointer<QLineEdit> m_when;
    std::optional<Date> m_offered;
    Label *m_against = nullptr;
    Button *m_offer = nullptr;
};

//! "2 h", "45 min": minutes of work as the counter says them, rounded down to what can be promised.
QString workHours(int minutes, const QLocale &locale);

//! What of a day's own hours is free: "full", "2 h free", "free", or why nobody works.
QString freeWords(const orders::PlanDay &day, const QLocale &locale);

} // namespace thimblely::ui
