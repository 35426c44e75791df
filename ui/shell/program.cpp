// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/shell/program.h"

#include "core/accounts/own_device.h"
#include "core/backup/practice.h"
#include "core/base/device_settings.h"
#include "core/base/log.h"
#include "core/base/practice_mode.h"
#include "core/messages/error_sentences.h"
#include "core/vault/encrypting.h"
#include "ui/accounts/first_start_page.h"
#include "ui/accounts/problem_page.h"
#include "ui/accounts/recover_page.h"
#include "ui/accounts/sign_in_page.h"
#include "ui/shell/file_care.h"
#include "ui/shell/first_paint.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"
#include "ui/widgets/when_done.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QScreen>
#include <QTemporaryDir>
#include <QThreadPool>

#include <utility>

namespace thimblely::ui {

namespace {

constexpr int idleMinutes = 10;
constexpr int backUpAfter = 20'000; // ms; not while the first client is served
constexpr int witnessAfter = 2000;  // ms
constexpr int toldAtWork = 300'000; // ms
constexpr int tidyAfter = 2000;     // ms
constexpr int prepareAfter = 200;   // ms; nobody types a PIN faster

bool isTyped(QEvent::Type type)
{
    return type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::Wheel ||
           type == QEvent::TouchBegin || type == QEvent::Shortcut;
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
    m_atWork.setInterval(toldAtWork);
    connect(&m_atWork, &QTimer::timeout, this, &Program::followSignIn);
    m_atWork.start();
    m_witness.setSingleShot(true);
    m_witness.setInterval(witnessAfter);
    connect(&m_witness, &QTimer::timeout, this, &Program::witness);
    connect(m_care, &FileCare::wayOnRequested, this, &Program::showProblem);
    connect(m_care, &FileCare::backAgain, this, &Program::reopen);
    qApp->installEventFilter(this);
}

Program::~Program()
{
    if (const auto practice = leaveCopy(); practice && practice->signIn)
        signIns().end(*practice->signIn);
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
    connect(page, &SignInPage::nobodyLeft, this, &Program::showBringBack, Qt::QueuedConnection);
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
    showSignInPage()->readFaces(chosen, shop);
    prepareSession();
}

SignInPage *Program::showSignInPage()
{
    auto *page = newSignInPage();
    replacePage(page); // locked at once, whoever may come back
    return page;
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
    connect(page, &RecoverPage::recovered, this, [this](const QString &whose) {
        showSignInPage()->readFacesFor(whose);
        prepareSession();
    });
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

void Program::buildWindow()
{
    m_window = new MainWindow(*m_sitting->desk, m_sitting->name);
    if (m_sitting->signIn)
        m_window->setSignIn(m_sitting->signIn->id);
    connect(m_window, &MainWindow::personSwitchRequested, this,
            [this] { m_practice ? endPractice(AfterPractice::Faces) : showSignIn({}); });
    connect(m_window, &MainWindow::workspaceRequested, this, &Program::switchWorkspace, Qt::QueuedConnection);
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
    Theme::instance().setTextSizePercent(deviceSetting(QStringLiteral("textSize"), 100).toInt());
    Theme::instance().setScheme(Scheme(deviceSetting(QStringLiteral("scheme"), int(Scheme::System)).toInt()));
}

void Program::keepAppearance()
{
    setDeviceSetting(QStringLiteral("textSize"), Theme::instance().textSizePercent());
    setDeviceSetting(QStringLiteral("scheme"), int(Theme::instance().scheme()));
}

bool Program::eventFilter(QObject *watched, QEvent *event)
{
    if (isSittingDown() && isTyped(event->type()))
        return true; // what would be typed into what is going
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        m_touched = true;
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
