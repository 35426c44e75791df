// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/workspaces/hours_service.h"

#include <QWidget>

#include <functional>

class QLineEdit;
class QVBoxLayout;

namespace thimblely::ui {

class Desk;
class FieldEdit;
class Label;

/*!
 * When the shop and its people work, on which days nobody does, and how often things are tried on: what the load of the
 * days at the counter is reckoned from. A part of the page of the shop; it is kept with the page.
 */
class HoursSection : public QWidget {
    Q_OBJECT

public:
    HoursSection(Desk &desk, QWidget *parent);

    void load();
    //! Whether everything typed can be read; what cannot says so, and `first` has the keyboard.
    bool read(bool first);
    //! What read() has read, where it differs from what stands in the file.
    std::optional<ShopHours> changed();
    //! That is in the file by now.
    void noteKept();

private:
    struct ClosedRow {
        QWidget *box;
        QLineEdit *from;
        QLineEdit *to;
        QLineEdit *why;
    };

    void addClosed(const ClosedDays *days);
    void buildPeople();
    void buildFittings(QVBoxLayout *rows);
    std::optional<WorkWeek> weekIn(FieldEdit *field);
    void showWeek();
    bool readClosed(ClosedRow &row);
    std::optional<Date> dayIn(QLineEdit *field, const std::optional<Date> &otherwise);
    int numberIn(FieldEdit *field, int least, int most);

    Desk &m_desk;
    std::optional<ShopHours> m_stands;
    ShopHours m_typed{{}, {}, {}};
    bool m_readable = true;
    FieldEdit *m_week = nullptr;
    QVBoxLayout *m_people = nullptr;
    std::vector<FieldEdit *> m_weeks; // of the people, as m_stands has them
    QVBoxLayout *m_closed = nullptr;
    std::vector<ClosedRow> m_rows;
    FieldEdit *m_counts = nullptr;
    FieldEdit *m_between = nullptr;
    FieldEdit *m_before = nullptr;
    FieldEdit *m_at = nullptr;
    Label *m_problem = nullptr;
};

} // namespace thimblely::ui
