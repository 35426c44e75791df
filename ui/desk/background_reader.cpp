// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/background_reader.h"

namespace thimblely::ui {

BackgroundReader::BackgroundReader(const access::Session &session)
    : m_path(session.path()), m_principal(session.principal())
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1); // the session belongs to the thread
}

BackgroundReader::~BackgroundReader()
{
    m_pool.clear();
    m_pool.start([this] { m_session.reset(); });
    m_pool.waitForDone();
}

Result<void> BackgroundReader::open()
{
    if (m_session)
        return {};
    TRY_ASSIGN(m_session, access::Session::open(m_path, m_principal));
    return {};
}

} // namespace thimblely::ui
