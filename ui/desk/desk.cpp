// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/desk.h"

namespace thimblely::ui {

Desk::Desk(access::Session &session, changes::WriteDoor &door, DraftKeeper &drafts,
           workspaces::WorkspaceProfile profile, QLocale locale)
    : m_session(session), m_door(door), m_drafts(drafts), m_profile(std::move(profile)), m_locale(std::move(locale))
{
}

void Desk::setMoneyHidden(bool hidden)
{
    if (hidden == m_moneyHidden)
        return;
    m_moneyHidden = hidden;
    Q_EMIT moneyHiddenChanged(hidden);
}

QString Desk::amount(const Money &money) const
{
    return m_moneyHidden ? QStringLiteral("\u2022\u2022\u2022\u2022") : money.toText(m_locale);
}

} // namespace thimblely::ui
