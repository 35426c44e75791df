// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/desk.h"

#include "core/messages/error_sentences.h"

namespace thimblely::ui {

Desk::Desk(access::Session &session, changes::WriteDoor &door, DraftKeeper &drafts, WorkspaceProfile profile,
           ShopCalendar calendar, QLocale locale)
    : m_session(session), m_door(door), m_drafts(drafts), m_reader(session), m_profile(std::move(profile)),
      m_calendar(std::move(calendar)), m_locale(std::move(locale))
{}

QString Desk::sentence(const Error &error) const
{
    return messages::sentenceFor(error, m_locale, HideMoney::instance().isOn() ? hiddenAmount() : QString());
}

} // namespace thimblely::ui
