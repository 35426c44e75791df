// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/shell/program.h"

#include "core/accounts/own_device.h"
#include "core/backup/practice.h"
#include "core/base/log.h"
#include "core/base/practice_mode.h"
#include "core/messages/error_sentences.h"
#include "core/vault/encrypting.h"
#include "ui/accounts/first_start_page.h"
#include "ui/accounts/problem_page.h"
#include "ui/accounts/recover_page.h"
#include "ui/accounts/sign_in_page.h"
#include "ui/documents/erased_papers.h"
#include "ui/shell/file_care.h"
#include "ui/shell/first_paint.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"
#include "ui/widgets/when_done.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QScreen>
#include <QSettings>
#include <QTemporaryDir>
#include <QThreadPool>

#include <deque>
#include <functional>
#include <utility>

namespace thimblely::ui {

namespace {

constexpr int idleMinutes = 10;
constexpr int longestPaper = 5000;              // ms
constexpr int backUpAfter = 20'000;             // ms; not while the first client is served
constexpr int witnessAfter = 2000;              // ms
constexpr int tidyAfter = 2000;                 // ms
constexpr int prepareAfter = 200;               // ms; nobody types a PIN faster
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

Program::Program(QString path, const Clock &clock, QWidget *parent)
    : QStackedWidget(parent), m_path(std::move(path)), m_clock(clock), m_care(new FileCare(this, clock))
{
    setWindowTitle(QStringLiteral("Thimblely"));
    const QSize room = screen()->availableSize();
    resize(QSize(1366, 768).boundedTo(room));
    if (room.width() <= 1366 || room.height() <= 768)
        setWindowState(windowState() | Qt::WindowMaximized);
    restoreAppearance();
    m_idle.setSingleShot(true);
    m_idle.setInterval(idleMinutes * 60'000);
    connect(&m_idle, &QTimer::timeout, this, &Program::lock);
    m_witness.setSingleShot(true);
    m_witness.setInterval(witnessAfter);
    connect(&m_witness, &QTimer::timeout, this, &Program::witness);
    connect(m_care, &FileCare::wayOnRequested, this, &Program::showProblem);
    connect(m_care, &FileCare::backAgain, this, &Program::reopen);
    qApp->installEventFilter(this);
}

Program::~Program()
{
    leaveCopy();
    closeFile();
    lockVaults();
}

void Program::start()
{
    if (startVault())
        return;
    openFile();
    QTimer::singleShot(tidyAfter, this, [path = m_path] { // of an encryption that was killed
        QThreadPool::globalInstance()->start([path] {
            vault::tidy(vault::placesFor(path));
            backup::PracticeShop::sweep(path); // of a practice that was killed
        });
    });
}

void Program::openFile()
{
    auto opened = openShopFile(m_path);
    // Most starts lead to the faces: while they are read the page is made and painted, and its fonts are loaded, which is
    // what takes long in it.
    if (QFileInfo::exists(m_path))
        replacePage(newSignInPage());
    whenDone(std::move(opened), this, [this](const Result<ShopFile> &file) {
        m_care->open(m_path);
        if (file) {
            m_newDevice = file->newDevice;
            showFaces(file->faces);
            m_care->sayCrash();
        } else if (file.error().kind == ErrorKind::NotFound)
            showFirstStart();
        else
            showProblem(file.error());
    });
}

void Program::showFirstStart()
{
    if (!QDir().mkpath(QFileInfo(m_path).absolutePath())) {
        showProblem({ErrorKind::ReadOnly, "storage.read_only", {m_path}, {}});
        return;
    }
    auto *page = new FirstStartPage(m_path, m_clock);
    connect(page, &FirstStartPage::finished, this, [this](const access::Principal &owner, const QString &name) {
        m_firstStart = true;
        signedIn(owner, name);
    });
    connect(page, &FirstStartPage::demoRequested, this, &Program::startDemo);
    connect(page, &FirstStartPage::restoreRequested, this, &Program::showRestore);
    connect(page, &FirstStartPage::archiveRequested, this, &Program::showArchive);
    connect(page, &FirstStartPage::encryptRequested, this, [this, page] { encryptFirst(page); });
    replacePage(page);
}

SignInPage *Program::newSignInPage()
{
    auto *page = new SignInPage(m_path, m_clock);
    connect(page, &SignInPage::signedIn, this, &Program::signedIn);
    connect(page, &SignInPage::failed, this, &Program::showProblem);
    connect(page, &SignInPage::recoverRequested, this, &Program::showRecover);
    connect(page, &SignInPage::joinRequested, this, &Program::showJoin);
    return page;
}

void Program::showFaces(const std::vector<Face> &faces)
{
    auto *page = qobject_cast<SignInPage *>(m_page);
    if (!page) {
        page = newSignInPage();
        replacePage(page);
    }
    page->showFaces(faces);
    prepareSession();
    logFirstPaint(page, "sign-in");
}

void Program::showSignIn(const std::optional<PersonId> &chosen, const std::optional<WorkspaceId> &shop)
{
    auto *page = newSignInPage();
    replacePage(page); // locked at once, whoever may come back
    page->readFaces(chosen, shop);
    prepareSession();
}

void Program::showProblem(const Error &error)
{
    auto *page = new ProblemPage(error, m_path, m_care->newestBackup());
    connect(page, &ProblemPage::retryRequested, this, &Program::start);
    connect(page, &ProblemPage::otherFileRequested, this, &Program::openOtherFile);
    connect(page, &ProblemPage::restoreRequested, this, &Program::showRestore);
    connect(page, &ProblemPage::salvageRequested, this, &Program::showSalvage);
    replacePage(page);
    page->setFocus(Qt::OtherFocusReason);
}

void Program::signedIn(const access::Principal &principal, const QString &name)
{
    const bool same = m_sitting && m_sitting->principal.person == principal.person &&
                      m_sitting->principal.workspace == principal.workspace;
    if (same)
        return enter();        // whoever locked finds everything as it was
    m_page->setEnabled(false); // one person at a time
    finishLeaving();           // whoever comes back finds their drafts as they were left
    if (const auto begun = beginSitting(principal, name); !begun)
        giveUp(begun.error());
}

//! The two that write open their connections on threads of their own, and the window stays alive meanwhile.
Result<void> Program::beginSitting(const access::Principal &principal, const QString &name)
{
    if (!m_seat || m_seat->shopFile() != m_path)
        m_seat = std::make_unique<WindowSeat>(m_path);
    m_next = std::make_unique<Sitting>(Sitting{principal, name, nullptr, nullptr, nullptr, nullptr});
    TRY_ASSIGN(m_next->session, sessions().open(principal));
    m_next->door = changes::WriteDoor::begin(*m_next->session, m_clock);
    m_next->drafts = DraftKeeper::begin(*m_next->session, m_clock, m_seat.get());
    whenDone(m_next->door->opened(), m_next->door.get(), [this](const Result<void> &door) {
        if (!door)
            return giveUp(door.error());
        whenDone(m_next->drafts->opened(), m_next->drafts.get(), [this](const Result<void> &drafts) {
            const auto furnished = drafts ? furnish(*m_next) : drafts;
            if (furnished)
                sitDown();
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

//! They belong to the file, whoever is signed in; those of the demo shop are never asked for.
backup::BackupKeeper &Program::backups()
{
    if (!m_backups || m_backups->shopFile() != m_path) {
        m_backups = std::make_unique<backup::BackupKeeper>(m_path, m_clock);
        connect(m_backups.get(), &backup::BackupKeeper::failed, this, [this](const Error &error) {
            if (m_sitting && currentWidget() == m_window)
                m_sitting->desk->notices().fail(error);
        });
        connect(m_backups.get(), &backup::BackupKeeper::changed, m_care,
                [this] { m_care->noteBackup(m_backups->newest()); });
        m_backups->look(); // what there is; it makes none before it is started
        if (!m_demoFolder)
            QTimer::singleShot(backUpAfter, m_backups.get(), &backup::BackupKeeper::start);
    }
    return *m_backups;
}

void Program::showRecover(const QString &login)
{
    auto *page = new RecoverPage(m_path, m_clock);
    page->setLogin(login);
    connect(page, &RecoverPage::leaveRequested, this, [this] { showSignIn({}); });
    connect(page, &RecoverPage::recovered, this, [this] { showSignIn({}); });
    replacePage(page);
}

void Program::openRestored(const QString &path, int missingPictures)
{
    if (missingPictures > 0)
        qCWarning(lcUi) << missingPictures << "pictures were not with the backup";
    endSitting();
    remember(path);
    m_path = path;
    start();
}

//! Whoever was here before is still signed in, behind the problem.
void Program::giveUp(const Error &error)
{
    QTimer::singleShot(0, this, [this, error] { // whoever calls may be part of what goes
        m_next.reset();
        showProblem(error);
    });
}

//! In turns of the loop: what is built in one is what fits between two pictures.
void Program::sitDown()
{
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

//! While a name is chosen and a PIN typed; not before the faces stand there, which it would hold up.
void Program::prepareSession()
{
    QTimer::singleShot(prepareAfter, this, [this] {
        auto *page = qobject_cast<SignInPage *>(m_page);
        if (!page) // somebody has signed in meanwhile, who needs no other
            return;
        sessions().prepare();
        page->prepareKeys();
    });
}

access::SessionOpener &Program::sessions()
{
    if (!m_sessions || m_sessions->path() != m_path)
        m_sessions = std::make_unique<access::SessionOpener>(m_path);
    return *m_sessions;
}

//! The client stands there whoever types: a half-done order goes on in the hands of the next person of the shop.
bool Program::handOver(Sitting &from, Sitting &to)
{
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

void Program::buildWindow()
{
    m_window = new MainWindow(*m_sitting->desk, m_sitting->name);
    connect(m_window, &MainWindow::personSwitchRequested, this,
            [this] { m_practice ? endPractice(AfterPractice::Faces) : showSignIn({}); });
    connect(m_window, &MainWindow::practiceRequested, this, &Program::startPractice, Qt::QueuedConnection);
    connect(
        m_window, &MainWindow::practiceLeft, this, [this] { endPractice(AfterPractice::Own); }, Qt::QueuedConnection);
    connect(m_window, &MainWindow::lockRequested, this, &Program::lock);
    connect(m_window, &MainWindow::restoreRequested, this, &Program::showRestore);
    connect(m_window, &MainWindow::encryptRequested, this, &Program::showEncrypt);
    connect(m_window, &MainWindow::vaultKeyRequested, this, &Program::showVaultKey);
    connect(m_window, &MainWindow::appearanceChanged, this, &Program::keepAppearance);
    connect(m_window, &QWidget::windowTitleChanged, this, &QWidget::setWindowTitle);
    logFirstPaint(m_window, "first screen");
    addWidget(m_window);
}

//! So that an older copy of the file is known for one when it is put in its place (core/accounts/own_device.h).
void Program::followFile()
{
    followStanding();
    connect(m_sitting->door.get(), &changes::WriteDoor::changed, this, [this](const changes::ChangeSet &changes) {
        m_newest = std::max(m_newest, changes.number);
        if (changes.kind == "till.close" && m_backups && m_backups->hasCode())
            m_backups->backUpNow();
        if (!m_witness.isActive())
            m_witness.start();
    });
}

void Program::witness()
{
    if (m_sitting && m_newest > 0 && !isPractising())
        QThreadPool::globalInstance()->start(
            [device = m_sitting->principal.device, newest = m_newest] { FileWitness().note(device, newest); });
}

void Program::sayNewDevice()
{
    if (std::exchange(m_diskIsBack, false))
        m_sitting->desk->notices().say(
            tr("The disk works again. All that was saved is there, and what you were typing too."));
    if (std::exchange(m_newDevice, false))
        m_sitting->desk->notices().say(
            tr("This file comes from another computer or an older copy. Invoices and orders go on"
               " in a series of their own, so that no number comes twice."));
}

void Program::closeWindow()
{
    QThreadPool::globalInstance()->waitForDone(longestPaper); // a paper being written says so to who is still there
    delete m_window;                                          // the screens go before what they read from
    m_window = nullptr;
}

void Program::endSitting()
{
    closeWindow();
    finishLeaving();
    m_next.reset();
    m_sitting.reset();
}

void Program::lock()
{
    if (!m_sitting || currentWidget() != m_window)
        return;
    if (m_practice)
        return endPractice(AfterPractice::Faces); // whoever comes back signs in to the shop
    showSignIn(m_sitting->principal.person, m_sitting->principal.workspace);
}

void Program::replacePage(QWidget *page)
{
    if (m_page)
        m_page->deleteLater();
    m_page = page;
    addWidget(page);
    setCurrentWidget(page);
    setWindowTitle(QStringLiteral("Thimblely")); // nobody's order stands on a locked screen
}

void Program::restoreAppearance()
{
    const QSettings settings;
    Theme::instance().setTextSizePercent(settings.value(QStringLiteral("textSize"), 100).toInt());
    Theme::instance().setScheme(Scheme(settings.value(QStringLiteral("scheme"), int(Scheme::System)).toInt()));
}

void Program::keepAppearance()
{
    QSettings settings;
    settings.setValue(QStringLiteral("textSize"), Theme::instance().textSizePercent());
    settings.setValue(QStringLiteral("scheme"), int(Theme::instance().scheme()));
}

bool Program::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        if (m_idle.isActive())
            m_idle.start();
        break;
    default:
        break;
    }
    return QStackedWidget::eventFilter(watched, event);
}

void Program::closeEvent(QCloseEvent *event)
{
    if (isEncrypting())
        return event->ignore(); // it goes on where it was killed, but need not
    hide();                     // what is left to write is not waited for on the screen
    endSitting();
    event->accept();
}

} // namespace thimblely::ui
