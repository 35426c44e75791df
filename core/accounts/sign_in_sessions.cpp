// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/sign_in_sessions.h"

#include "core/access/privileged/auth_session_store.h"
#include "core/accounts/background.h"
#include "core/base/log.h"

#include <QCoreApplication>
#include <QSysInfo>

#include <pwd.h>
#include <unistd.h>

namespace thimblely {

namespace {

using access::AuthSessionStore;

access::SignInPlace placeOf(DeviceId device, int seat)
{
    const QString program = QStringLiteral("Thimblely ") + QCoreApplication::applicationVersion();
    const passwd *const account = getpwuid(getuid());
    return {device, QSysInfo::machineHostName(), program.trimmed(), seat,
            account ? QString::fromLocal8Bit(account->pw_name) : QString()};
}

} // namespace

SignInSessions::SignInSessions(QString path, const Clock &clock) : m_path(std::move(path)), m_clock(clock)
{
    m_pool.setMaxThreadCount(1); // in the order in which they were asked for
}

SignInSessions::~SignInSessions()
{
    m_pool.waitForDone();
}

QFuture<Result<OpenSignIn>> SignInSessions::begin(PersonId person, DeviceId device, std::function<int()> seat)
{
    return accounts::runOn<Result<OpenSignIn>>(
        m_pool, [this, person, device, seat = std::move(seat)]() -> Result<OpenSignIn> {
            TRY_ASSIGN(const auto store, AuthSessionStore::open(storage::OpenOptions{m_path}));
            SessionToken token = SessionToken::make();
            TRY_ASSIGN(const RowId id, store->begin(person, token.hash(), placeOf(device, seat()),
                                                    m_clock.now().plusMsecs(silenceMs), m_clock));
            return OpenSignIn{id, std::move(token)};
        });
}

QFuture<Result<bool>> SignInSessions::keep(const OpenSignIn &open)
{
    return accounts::runOn<Result<bool>>(m_pool, [this, hash = open.token.hash()]() -> Result<bool> {
        TRY_ASSIGN(const auto store, AuthSessionStore::open(storage::OpenOptions{m_path}));
        return store->keep(hash, m_clock.now(), m_clock.now().plusMsecs(silenceMs));
    });
}

void SignInSessions::end(const OpenSignIn &open)
{
    m_pool.start([this, hash = open.token.hash()] {
        const auto store = AuthSessionStore::open(storage::OpenOptions{m_path});
        const auto ended = store ? (*store)->end(hash, m_clock.now()) : store.error();
        if (!ended) // it runs out by itself
            qCInfo(lcAccess, "a sign-in could not be ended: %s", ended.error().code.constData());
    });
}

} // namespace thimblely
