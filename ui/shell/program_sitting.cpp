// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// All that belongs to one signed-in person: how it begins, goes from hand to hand and ends.
#include "core/base/log.h"
#include "core/base/practice_mode.h"
#include "ui/accounts/sign_in_page.h"
#include "ui/desk/form_draft.h"
#include "ui/documents/erased_papers.h"
#include "ui/shell/file_care.h"
#include "ui/shell/main_window.h"
#include "ui/shell/program.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/when_done.h"

#include <QTemporaryDir>
#include <QThreadPool>

#include <deque>
#include <functional>
#include <utility>

namespace thimblely::ui {

namespace {

constexpr int longestPaper = 5000;              // ms
constexpr const char *counterDraft = "counter"; // as ui/orders/order_editor.cpp keeps it

/*!
 * The locale that people of the shop write in; the system's where the shop has none. The program speaks English until it
 * is translated, so days are named in English too, written as in the shop's country where there is such a locale.
 */
QLocale localeOf(const WorkspaceProfile &profile)
{
    const QLocale shop = profile.locale.isEmpty() ? QLocale() : QLocale(profile.locale);
    const QLocale english(QLocale::English, shop.territory());
    return english.territory() == shop.territory() ? english : shop;
}

//! A session is made of what somebody may: who may something else by now has another one.
bool isSameStanding(const access::Principal &was, const access::Principal &is)
{
    return was.person == is.person && was.workspace == is.workspace && was.role == is.role && was.job == is.job &&
           was.capabilities == is.capabilities;
}

//! Each step in a turn of the loop of its own, as long as `context` is there.
void inTurns(QObject *context, std::deque<std::function<void()>> steps)
{
    if (steps.empty())
        return;
    QTimer::singleShot(0, context, [context, steps = std::move(steps)]() mutable {
        const auto step = std::move(steps.front());
        steps.pop_front();
        inTurns(context, std::move(steps));
        step();
    });
}

} // namespace

void Program::signedIn(const access::Principal &principal, const QString &name)
{
    if (m_sitting && isSameStanding(m_sitting->principal, principal))
        return comeBack();     // whoever locked finds everything as it was
    m_page->setEnabled(false); // one person at a time
    finishLeaving();           // whoever comes back finds their drafts as they were left
    if (const auto begun = beginSitting(principal, name); !begun)
        giveUp(begun.error());
}

//! The two that write open their connections on threads of their own, and the window stays alive meanwhile.
Result<void> Program::beginSitting(const access::Principal &principal, const QString &name,
                                   const std::optional<OpenSignIn> &signIn)
{
    if (!m_seat || m_seat->shopFile() != m_path) {
        m_signIns.reset(); // it asks the one before
        m_seat = std::make_unique<WindowSeat>(m_path);
    }
    m_next = std::make_unique<Sitting>(Sitting{principal, name, nullptr, nullptr, nullptr, nullptr});
    TRY_ASSIGN(m_next->session, sessions().open(principal));
    const auto begun = signIn || isPractising() ? QFuture<Result<OpenSignIn>>() : newSignIn(principal); // meanwhile
    m_next->door = changes::WriteDoor::begin(*m_next->session, m_clock);
    m_next->drafts = DraftKeeper::begin(*m_next->session, m_clock, m_seat.get());
    whenDone(m_next->door->opened(), m_next->door.get(), [this, signIn, begun](const Result<void> &door) {
        if (!door)
            return giveUp(door.error());
        whenDone(m_next->drafts->opened(), m_next->drafts.get(), [this, signIn, begun](const Result<void> &drafts) {
            const auto furnished = drafts ? furnish(*m_next) : drafts;
            if (furnished)
                takeSignIn(signIn, begun);
            else
                giveUp(furnished.error());
        });
    });
    return {};
}

Result<void> Program::furnish(Sitting &sitting)
{
    TRY_ASSIGN(WorkspaceProfile profile, WorkspaceService(*sitting.session, *sitting.door).load());
    TRY_ASSIGN(ShopCalendar calendar, profile.calendar());
    QLocale locale = localeOf(profile);
    sitting.desk = std::make_unique<Desk>(*sitting.session, *sitting.door, *sitting.drafts, std::move(profile),
                                          std::move(calendar), std::move(locale));
    if (!isPractising())
        sitting.desk->setBackups(&backups());
    followErasures(*sitting.desk);
    connect(&sitting.desk->notices(), &Notices::failed, m_care, &FileCare::hear);
    connect(sitting.drafts.get(), &DraftKeeper::failed, m_care, &FileCare::hear);
    carryOver(sitting);
    return {};
}

//! In turns of the loop: what is built in one is what fits between two pictures.
void Program::sitDown()
{
    qCDebug(lcUi, "session, door and drafts are open");
    if (!m_page)
        replacePage(new Pane(Role::Window)); // from one workspace to another: nothing of either is shown in between
    closeWindow();
    auto before = std::exchange(m_sitting, std::move(m_next));
    const bool handedOver = before && handOver(*before, *m_sitting);
    buildWindow();
    followFile();
    if (before)
        leave(std::move(before), handedOver);
    const bool first = std::exchange(m_firstStart, false);
    inTurns(m_window, {[this, first] { first ? m_window->show(MainWindow::Screen::Recovery) : m_window->showFirst(); },
                       [this] { m_window->prepareFirst(); }, [this] { enter(); },
                       [this] {
                           sayNewDevice();
                           m_window->sayBegun();
                       }});
}

void Program::enter()
{
    setCurrentWidget(m_window);
    setWindowTitle(m_window->windowTitle());
    if (m_page)
        m_page->deleteLater();
    m_page = nullptr;
    m_idle.start();
    if (!m_demoFolder && !isPractising())
        m_care->work();
}

bool Program::isSittingDown() const
{
    return m_next && m_window && currentWidget() == m_window;
}

//! The client stands there whoever types: a half-done order goes on in the hands of the next person of the shop. Of who
//! was signed out without their doing nobody stands there any more: it waits for them.
bool Program::handOver(Sitting &from, Sitting &to) const
{
    const bool ranOut = from.signIn && m_clock.now().msecs() - from.kept.msecs() >= SignInSessions::silenceMs;
    if ((from.signedOut || ranOut) && from.principal.person != to.principal.person)
        return false;
    const auto order = from.drafts->kept(counterDraft, {});
    if (!order || from.principal.workspace != to.principal.workspace ||
        !to.principal.can(access::Capability::OrdersWrite) || to.drafts->kept(counterDraft, {}))
        return false;
    to.drafts->keep(counterDraft, {}, *order);
    return true;
}

//! Ends what somebody did who is not here any more; the next person does not wait for the disk.
void Program::leave(std::unique_ptr<Sitting> sitting, bool handedOver)
{
    m_leaving = std::move(sitting);
    m_handedOver = handedOver;
    if (!m_leaving->signIn || !m_sitting->signIn || m_leaving->signIn->id != m_sitting->signIn->id)
        endSignIn(*m_leaving); // else they went on into another workspace
    m_sitting->drafts->whenWritten(this, [this, old = m_leaving.get()] {
        if (m_leaving.get() != old)
            return;
        takeAwayHandedOver();
        old->drafts->whenWritten(this, [this, old] {
            if (m_leaving.get() == old)
                m_leaving.reset();
        });
    });
}

void Program::takeAwayHandedOver()
{
    if (std::exchange(m_handedOver, false) && !m_sitting->drafts->hasFailed())
        m_leaving->drafts->discard(counterDraft, {}); // on the disk there before it is taken away here
}

//! The same at once, for who would find the other half of it.
void Program::finishLeaving()
{
    if (!m_leaving)
        return;
    if (m_handedOver)
        m_sitting->drafts->flush();
    takeAwayHandedOver();
    m_leaving.reset();
}

void Program::closeWindow()
{
    QThreadPool::globalInstance()->waitForDone(longestPaper); // a paper being written says so to who is still there
    if (m_window) { // keys and the click that closes it may have come in one turn of the loop
        for (FormDraft *draft : m_window->findChildren<FormDraft *>())
            draft->keepNow();
    }
    delete m_window; // the screens go before what they read from
    m_window = nullptr;
}

void Program::endSitting()
{
    closeWindow();
    finishLeaving();
    for (Sitting *each : {m_next.get(), m_sitting.get()}) {
        if (each)
            endSignIn(*each);
    }
    m_next.reset();
    m_sitting.reset();
}

void Program::lock()
{
    if (!m_sitting || m_next || currentWidget() != m_window)
        return;
    if (m_practice)
        return endPractice(AfterPractice::Faces); // whoever comes back signs in to the shop
    if (m_sitting->signIn && !m_sitting->signedOut)
        keepSignIn(); // used until now
    showSignIn(m_sitting->principal.person, m_sitting->principal.workspace);
    sayWhySignedOut();
}

//! At once, or with the faces where it was locked already.
void Program::signOut(SignedOut why)
{
    m_sitting->signedOut = why;
    if (!m_next && currentWidget() == m_window)
        lock();
    else
        sayWhySignedOut();
}

void Program::sayWhySignedOut()
{
    if (auto *page = qobject_cast<SignInPage *>(m_page); page && m_sitting && m_sitting->signedOut)
        page->saySignedOut(m_sitting->principal.person, m_sitting->name, *m_sitting->signedOut);
}

} // namespace thimblely::ui
