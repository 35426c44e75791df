// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/desk.h"

#include "core/messages/error_sentences.h"
#include "core/workspaces/hours_service.h"
#include "ui/desk/operation_text.h"

namespace thimblely::ui {

Desk::Desk(access::Session &session, changes::WriteDoor &door, DraftKeeper &drafts, WorkspaceProfile profile,
           ShopCalendar calendar, QLocale locale)
    : m_session(session), m_door(door), m_drafts(drafts), m_reader(session), m_profile(std::move(profile)),
      m_calendar(std::move(calendar)), m_locale(std::move(locale))
{
    readHours();
    connect(&m_door, &changes::WriteDoor::changed, this, &Desk::follow);
}

void Desk::readHours()
{
    const auto read = HoursService(m_session, m_door).load();
    m_hours = read ? read->hours : WorkingHours{WorkWeek::usual(m_profile.locale), {}, false};
}

//! What was changed of the shop holds at once, wherever it is asked for next.
void Desk::follow(const changes::ChangeSet &changes)
{
    if (!changes.touches(storage::Table::Workspaces) && !changes.touches(storage::Table::SysSettings))
        return;
    auto profile = WorkspaceService(m_session, m_door).load();
    auto calendar = profile ? profile->calendar() : profile.error();
    if (!calendar)
        return m_notices.fail(calendar.error()); // what was read before still holds
    m_profile = std::move(*profile);
    m_calendar = std::move(*calendar);
    readHours();
}

QString Desk::sentence(const Error &error) const
{
    return messages::sentenceFor(error, m_locale, HideMoney::instance().isOn() ? hiddenAmount() : QString());
}

QString Desk::sentence(const QByteArray &kind, const QStringList &args) const
{
    return operationText(kind, args, m_locale, HideMoney::instance().isOn() ? hiddenAmount() : QString());
}

} // namespace thimblely::ui
