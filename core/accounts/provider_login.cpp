// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/provider_login.h"

#include "core/base/log.h"

#include <QCoreApplication>
#include <QLibrary>
#include <QPromise>

#include <mutex>

namespace thimblely {

namespace {

BeginBrowserLogin load()
{
    QLibrary module(QCoreApplication::applicationDirPath() + QStringLiteral("/" THIMBLELY_MODULES "/thimblely_oauth"));
    const auto give = reinterpret_cast<BeginBrowserLogin (*)()>(module.resolve(beginBrowserLoginName));
    if (!give)
        qCCritical(lcAccess, "no provider can be asked: %ls", qUtf16Printable(module.errorString()));
    return give ? give() : nullptr;
}

} // namespace

//! Answered once: by the provider, or because nobody waits any more.
struct ProviderLogin::Waiting {
    Waiting() { promise.start(); }
    void answer(const Result<VerifiedIdentity> &identity)
    {
        std::call_once(once, [&] {
            promise.addResult(identity);
            promise.finish();
        });
    }
    QPromise<Result<VerifiedIdentity>> promise;
    std::once_flag once;
};

ProviderLogin::~ProviderLogin()
{
    cancel();
}

void ProviderLogin::cancel()
{
    m_login.reset();
    if (const auto waiting = std::exchange(m_waiting, nullptr))
        waiting->answer(Error{ErrorKind::Cancelled, "oauth.cancelled", {}, {}});
}

QFuture<Result<VerifiedIdentity>> ProviderLogin::begin(const OauthProvider &provider,
                                                       std::function<void(const QUrl &)> openPage)
{
    cancel();
    m_waiting = std::make_shared<Waiting>();
    QFuture<Result<VerifiedIdentity>> future = m_waiting->promise.future();
    static const BeginBrowserLogin beginLogin = load();
    if (beginLogin)
        m_login = beginLogin(
            {provider, m_clock, std::move(openPage),
             [waiting = m_waiting](const Result<VerifiedIdentity> &identity) { waiting->answer(identity); }});
    else
        m_waiting->answer(Error{ErrorKind::NotFound, "oauth.no_module", {}, {}});
    return future;
}

} // namespace thimblely
