// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/oauth/threaded_login.h"

#include "core/accounts/oauth/login_flow.h"

namespace thimblely::oauth {

ThreadedLogin::ThreadedLogin(BrowserLoginRequest request) : m_flow(new LoginFlow(std::move(request)))
{
    m_thread.setObjectName(QStringLiteral("login"));
    m_flow->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::started, m_flow, &LoginFlow::start);
    QObject::connect(&m_thread, &QThread::finished, m_flow, &QObject::deleteLater);
    m_thread.start();
}

ThreadedLogin::~ThreadedLogin()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace thimblely::oauth
