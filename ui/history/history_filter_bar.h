// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/history.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace thimblely::ui {

class Button;
class Desk;
class Label;

//! Of what the history is shown: of whom, of which kind of thing, of which day, and of one client or order.
class HistoryFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit HistoryFilterBar(Desk &desk, QWidget *parent = nullptr);

    //! Fills in who may be chosen; once.
    void setPeople(const std::vector<changes::History::Person> &people);
    //! "Order 1042" instead of everything, until a person takes it away.
    void setAbout(const QString &words);
    //! Without the operations of setAbout(), which the screen knows.
    changes::History::Filter filter() const;
    bool isAboutOne() const;
    void clear();

Q_SIGNALS:
    void changed();
    //! All of the shop again.
    void aboutDropped();
    //! Enter in the day: on to what was found.
    void done();

private:
    void readDay();

    Desk &m_desk;
    QComboBox *m_person;
    QComboBox *m_subject;
    QLineEdit *m_day;
    Label *m_problem;
    Button *m_about;
};

} // namespace thimblely::ui
