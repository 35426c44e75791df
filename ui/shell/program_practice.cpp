// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// Practising on a copy of the shop: begun from the menu and the page of people, left by one button.
#include "core/backup/practice.h"
#include "core/base/practice_mode.h"
#include "ui/accounts/sign_in_page.h"
#include "ui/shell/file_care.h"
#include "ui/shell/main_window.h"
#include "ui/shell/program.h"
#include "ui/widgets/when_done.h"

#include <QPromise>
#include <QThreadPool>

#include <utility>

namespace thimblely::ui {

using PracticeMade = std::shared_ptr<backup::PracticeShop>;

//! What was being typed is written first, then the copy is made on another thread, then the shop's own file is closed.
void Program::startPractice(PersonId person, const QString &name)
{
    if (m_practice || !m_sitting)
        return;
    setEnabled(false);
    m_sitting->drafts->whenWritten(this, [this, person, name] {
        const auto promise = std::make_shared<QPromise<Result<PracticeMade>>>();
        promise->start();
        QThreadPool::globalInstance()->start([promise, path = m_path, &clock = m_clock] {
            auto made = backup::PracticeShop::make(path, clock);
            promise->addResult(made ? Result<PracticeMade>(PracticeMade(std::move(*made)))
                                    : Result<PracticeMade>(made.error()));
            promise->finish();
        });
        whenDone(promise->future(), this, [this, person, name](const Result<PracticeMade> &made) {
            setEnabled(true);
            if (!m_sitting)
                return;
            const auto as = made ? (*made)->principal(person, m_sitting->principal.workspace)
                                 : Result<access::Principal>(made.error());
            if (!as)
                return m_sitting->desk->notices().fail(as.error());
            practise(*made, *as, name);
        });
    });
}

void Program::practise(std::shared_ptr<backup::PracticeShop> shop, const access::Principal &as, const QString &name)
{
    const access::Principal principal = m_sitting->principal;
    const std::optional<OpenSignIn> signIn = std::exchange(m_sitting->signIn, std::nullopt);
    witness(); // how far the shop's own file has got; nothing of the copy is ever told
    m_practice = Practice{std::move(shop), m_path, principal, m_sitting->name, signIn, as.person == principal.person};
    replacePage(newSignInPage()); // nothing of the shop stands behind
    closeFile();
    setPractising(true, m_practice->realFile);
    m_path = m_practice->shop->path();
    m_page->setEnabled(false);
    if (const auto begun = beginSitting(as, name); !begun)
        giveUp(begun.error());
}

//! Nothing of the copy is open any more, and the program is back at the shop's own file.
std::optional<Program::Practice> Program::leaveCopy()
{
    if (!m_practice)
        return {};
    std::optional<Practice> practice = std::exchange(m_practice, std::nullopt);
    endSitting();
    m_sessions.reset();
    m_signIns.reset();
    m_seat.reset();
    m_backups.reset();
    m_witness.stop();
    m_newest = 0; // the copy's numbers are not the shop's: it would pass for an older one of itself
    setPractising(false);
    restoreAppearance(); // as it was before somebody tried out another
    m_path = practice->realFile;
    return practice;
}

void Program::endPractice(AfterPractice after)
{
    if (!m_practice)
        return;
    replacePage(newSignInPage());
    const std::optional<Practice> practice = leaveCopy();
    m_care->open(m_path);
    if (after == AfterPractice::Faces || !practice->forThemself) {
        if (practice->signIn)
            signIns().end(*practice->signIn);
        return showSignIn({});
    }
    m_page->setEnabled(false);
    if (const auto begun = beginSitting(practice->principal, practice->name, practice->signIn); !begun)
        giveUp(begun.error());
}

} // namespace thimblely::ui
