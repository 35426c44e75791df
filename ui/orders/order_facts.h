// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"

#include <QList>
#include <QWidget>

#include <vector>

namespace thimblely::ui {

class Desk;
class FactChip;
class FlowLayout;
class Label;
class OrderEditor;
class QuietEdit;

/*!
 * What is said of an order as a whole below its pieces: the day it is for, the number on an old ticket, and when
 * somebody comes to try on. The fittings follow from the promise until one is typed.
 */
class OrderFacts : public QWidget {
    Q_OBJECT

public:
    OrderFacts(Desk &desk, OrderEditor &editor, QWidget *parent = nullptr);

    //! What takes the keyboard, in the order in which it is said.
    QList<QWidget *> tabChain() const;

Q_SIGNALS:
    void chainChanged(); //!< other fields than before take the keyboard
    void finished();     //!< Enter in the last field

private:
    QuietEdit *field(const QString &name, const QString &hint);
    void showFacts();
    void showDay();
    void showVisits();
    void readVisit(QuietEdit *edit);
    void addVisit();
    QString visitText(Instant at) const;

    Desk &m_desk;
    OrderEditor &m_editor;
    QuietEdit *m_event = nullptr;
    Label *m_eventDay = nullptr;
    QuietEdit *m_ticket = nullptr;
    FlowLayout *m_flow = nullptr;
    Label *m_head = nullptr;
    std::vector<QuietEdit *> m_visits;
    FactChip *m_more = nullptr;
    FactChip *m_again = nullptr; // they follow from the promise again
    Label *m_problem = nullptr;
};

} // namespace thimblely::ui
