// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/calendar/reminder_watch.h"

#include "core/calendar/reminder_service.h"
#include "ui/calendar/calendar_cell.h"
#include "ui/desk/desk.h"

namespace thimblely::ui {

using calendar::Reminder;
using calendar::ReminderService;

namespace {

constexpr int everyMs = 30'000;
constexpr int firstMs = 3'000; // once the first screen stands

} // namespace

ReminderWatch::ReminderWatch(Desk &desk, QObject *parent) : QObject(parent), m_desk(desk)
{
    m_timer.setObjectName(QStringLiteral("reminders"));
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_timer.start(everyMs);
        look();
    });
    m_timer.start(firstMs);
}

//! Read beside the window; only where something is due anything is written.
void ReminderWatch::look()
{
    if (std::exchange(m_looking, true))
        return;
    auto due = m_desk.reader().read<bool>(
        [door = &m_desk.door()](access::Session &session) { return ReminderService(session, *door).anyDue(); });
    whenDone(std::move(due), this, [this](const Result<bool> &any) {
        m_looking = false;
        if (any && *any)
            tell();
    });
}

void ReminderWatch::tell()
{
    whenDone(ReminderService(m_desk.session(), m_desk.door()).take(), this,
             [this](const Result<std::vector<Reminder>> &due) {
                 if (!due)
                     return; // on a full disk that is said along the window's top; it is due the next time too
                 QStringList said;
                 for (const Reminder &one : *due) {
                     QString what = whenText(m_desk, one.what) + QStringLiteral(": ") + one.what.title;
                     if (!one.what.who.isEmpty() && !one.what.title.contains(one.what.who))
                         what += QStringLiteral(", ") + one.what.who;
                     if (one.missed > 0)
                         what += tr(", and %n before it that nobody was told of", nullptr, one.missed);
                     said.append(what);
                 }
                 if (!said.isEmpty())
                     m_desk.notices().say(tr("Reminder. %1").arg(said.join(QStringLiteral("; "))));
             });
}

} // namespace thimblely::ui
