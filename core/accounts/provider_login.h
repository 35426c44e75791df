// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/oauth/browser_login.h"

#include <QFuture>

namespace thimblely {

/*!
 * Somebody says at a provider's page, in their own browser, who they are. Loads what that takes at the first time; nothing
 * here waits. One at a time: another one, cancel() or destroying it ends the one before, whose future is then Cancelled
 * "oauth.cancelled". NotFound "oauth.no_module" where the program was installed without it; else browser_login.h.
 */
class ProviderLogin {
public:
    explicit ProviderLogin(const Clock &clock) : m_clock(clock) {}
    ~ProviderLogin();

    //! `openPage` is called on another thread.
    QFuture<Result<VerifiedIdentity>> begin(const OauthProvider &provider, std::function<void(const QUrl &)> openPage);
    void cancel();

private:
    struct Waiting;

    const Clock &m_clock;
    std::shared_ptr<Waiting> m_waiting;
    std::unique_ptr<BrowserLogin> m_login;
};

} // namespace thimblely
