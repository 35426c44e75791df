// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/calendar/reminder_service.h"

#include <QWidget>

#include <optional>

namespace thimblely::ui {

class Button;
class Desk;
class Label;

//! What the person was reminded of and has not seen to, one at a time; not there where there is nothing.
class ReminderStrip : public QWidget {
    Q_OBJECT

public:
    ReminderStrip(Desk &desk, QWidget *parent);

    //! Reads them anew.
    void look();
    QString sentence() const;

private:
    Desk &m_desk;
    std::optional<calendar::ReminderId> m_first;
    Label *m_words;
    Button *m_later;
    Button *m_seen;
};

} // namespace thimblely::ui
