// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/oauth/browser_login.h"

#include <QThread>

namespace thimblely::oauth {

class LoginFlow;

//! A LoginFlow on a thread of its own: what a network's library takes its time over holds up no window.
class ThreadedLogin final : public BrowserLogin {
public:
    explicit ThreadedLogin(BrowserLoginRequest request);
    ~ThreadedLogin() override;

private:
    QThread m_thread;
    LoginFlow *m_flow; // lives on m_thread, and goes with it
};

} // namespace thimblely::oauth
