// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// That somebody is signed in at this window: the row of the file that says so begins, goes on and ends here.
#include "core/base/practice_mode.h"
#include "ui/accounts/sign_in_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/program.h"
#include "ui/widgets/when_done.h"

#include <QCoreApplication>
#include <QLockFile>

#include <utility>

namespace thimblely::ui {

namespace {

//! Which seat this window has, where its lock says so; 0 where none can be written, and every window has seat 1.
int heldSeat(const WindowSeat &seat)
{
    const int number = seat.number();
    const QLockFile lock(WindowSeat::lockFile(seat.shopFile(), number));
    qint64 process = 0;
    QString computer;
    QString program;
    const bool held = lock.getLockInfo(&process, &computer, &program);
    return held && process == QCoreApplication::applicationPid() ? number : 0;
}

} // namespace

SignInSessions &Program::signIns()
{
    if (!m_signIns || m_signIns->path() != m_path)
        m_signIns = std::make_unique<SignInSessions>(m_path, m_clock);
    return *m_signIns;
}

QFuture<Result<OpenSignIn>> Program::newSignIn(const access::Principal &principal)
{
    return signIns().begin(principal.person, principal.device, [seat = m_seat.get()] { return heldSeat(*seat); });
}

std::optional<WindowSignIn> Program::windowSignIn() const
{
    if (!m_sitting->signIn)
        return {};
    return WindowSignIn{m_sitting->signIn->token, m_clock};
}

//! Nobody sits down whose sign-in is not kept: what is not in the file cannot be ended from elsewhere. Who went on without
//! a secret, into another workspace or out of a practice, does so only while theirs holds.
void Program::takeSignIn(const std::optional<OpenSignIn> &before, QFuture<Result<OpenSignIn>> begun)
{
    if (isPractising())
        return sitDown();
    Sitting *next = m_next.get();
    const auto take = [this, next](const OpenSignIn &signIn) {
        next->signIn = signIn;
        next->kept = m_clock.now();
        sitDown();
    };
    if (!before) {
        whenDone(begun, next->desk.get(),
                 [this, take](const Result<OpenSignIn> &signIn) { signIn ? take(*signIn) : giveUp(signIn.error()); });
        return;
    }
    whenDone(signIns().keep(*before), next->desk.get(), [this, take, before](const Result<bool> &holds) {
        if (!holds)
            return giveUp(holds.error());
        if (*holds)
            return take(*before);
        const access::Principal principal = m_next->principal;
        const QString name = m_next->name;
        QTimer::singleShot(0, this, [this, principal, name] { // whoever calls may be part of what goes
            m_next.reset();
            showSignIn(principal.person, principal.workspace);
            if (m_sitting)
                return lookWhySignedOut();
            if (auto *page = qobject_cast<SignInPage *>(m_page))
                page->saySignedOut(principal.person, name, SignedOut::Elsewhere);
        });
    });
}

//! After the right secret at a window that was locked: the sign-in goes on, or begins anew where it was ended meanwhile.
void Program::comeBack()
{
    m_sitting->signedOut.reset();
    m_sitting->kept = m_clock.now();
    if (!m_sitting->signIn)
        return enter();
    m_page->setEnabled(false);
    whenDone(signIns().keep(*m_sitting->signIn), m_page, [this](const Result<bool> &holds) {
        if (holds && *holds)
            return enter();
        whenDone(newSignIn(m_sitting->principal), m_page, [this](const Result<OpenSignIn> &begun) {
            if (!begun)
                return giveUp(begun.error());
            m_sitting->signIn = *begun;
            m_window->setSignIn(begun->id);
            enter();
        });
    });
}

void Program::endSignIn(Sitting &sitting)
{
    if (const auto signIn = std::exchange(sitting.signIn, std::nullopt))
        signIns().end(*signIn);
}

//! Each few minutes, while somebody is at work; who left long ago is locked out already.
void Program::followSignIn()
{
    if (!m_sitting || !m_sitting->signIn || m_next || currentWidget() != m_window || !std::exchange(m_touched, false))
        return;
    keepSignIn();
}

void Program::keepSignIn()
{
    whenDone(signIns().keep(*m_sitting->signIn), m_sitting->desk.get(),
             [this, whose = m_sitting.get()](const Result<bool> &holds) {
                 if (!holds || m_sitting.get() != whose) // somebody else sits there by now
                     return;
                 if (*holds)
                     m_sitting->kept = m_clock.now();
                 else
                     lookWhySignedOut();
             });
}

void Program::lookWhySignedOut()
{
    whenDone(whySignedOut(m_path, m_sitting->principal, windowSignIn()), m_sitting->desk.get(),
             [this, whose = m_sitting.get()](const Result<std::optional<SignedOut>> &why) {
                 if (why && *why && m_sitting.get() == whose)
                     signOut(**why);
             });
}

} // namespace thimblely::ui
