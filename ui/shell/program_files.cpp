// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// Another file than the one the program began with: an invented shop, one that was chosen, what was read of a damaged one.
#include "core/accounts/device_key.h"
#include "core/base/device_settings.h"
#include "core/base/error.h"
#include "ui/accounts/sign_in_page.h"
#include "ui/backup/archive_page.h"
#include "ui/backup/restore_page.h"
#include "ui/backup/salvage_page.h"
#include "ui/shell/file_care.h"
#include "ui/shell/main_window.h"
#include "ui/shell/program.h"
#include "ui/widgets/file_dialog.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

namespace thimblely::ui {

namespace {

//! Where a file may be made: the path itself, else beside it.
QString freeName(const QString &path)
{
    const QFileInfo there(path);
    QString free = path;
    for (int more = 2; QFileInfo::exists(free); ++more)
        free = there.dir().filePath(
            QStringLiteral("%1-%2.%3").arg(there.completeBaseName()).arg(more).arg(there.suffix()));
    return free;
}

} // namespace

void Program::startDemo()
{
    m_demoFolder = std::make_unique<QTemporaryDir>();
    const QString demo = m_demoFolder->filePath(QStringLiteral("demo.thimblely"));
    auto *maker = new QProcess(this);
    setEnabled(false);
    connect(maker, &QProcess::finished, this, [this, maker, demo](int exitCode) {
        setEnabled(true);
        maker->deleteLater();
        if (exitCode != 0) {
            showProblem({ErrorKind::Io, "demo.failed", {}, QString::fromUtf8(maker->readAllStandardError())});
            return;
        }
        m_keychain = DeviceKeys::ofThisComputer().use({}); // an invented shop leaves nothing in it
        m_path = demo;
        start();
    });
    connect(maker, &QProcess::errorOccurred, this, [this, maker](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        setEnabled(true);
        maker->deleteLater();
        showProblem({ErrorKind::Io, "demo.failed", {}, maker->errorString()});
    });
    maker->start(QCoreApplication::applicationDirPath() + QStringLiteral("/thimblectl"),
                 {QStringLiteral("demo"), QStringLiteral("--db"), demo, QStringLiteral("--seed"), QStringLiteral("1")});
}

QString Program::rememberedFile(const QString &usual)
{
    const QString other = deviceSetting(QStringLiteral("shopFile")).toString();
    return !other.isEmpty() && (QFileInfo::exists(other) || vault::vaultOf(other)) ? other : usual;
}

//! So that the shop goes on in it tomorrow as well.
void Program::remember(const QString &path)
{
    setDeviceSetting(QStringLiteral("shopFile"), path);
    if (m_keychain)
        DeviceKeys::ofThisComputer().use(std::exchange(m_keychain, {}));
}

//! Whoever is signed in stays so behind it.
void Program::showRestore()
{
    auto *page = new RestorePage(freeName(m_path), m_clock);
    connect(page, &RestorePage::leaveRequested, this, [this] { m_sitting ? enter() : start(); });
    connect(page, &RestorePage::restored, this, &Program::openRestored);
    replacePage(page);
}

void Program::showArchive()
{
    auto *page = new ArchivePage(freeName(m_path), m_clock);
    connect(page, &ArchivePage::leaveRequested, this, &Program::start);
    connect(page, &ArchivePage::restored, this, &Program::openRestored);
    replacePage(page);
}

/*!
 * The disk works again that was gone: everything that has the file open lets go of it first, for what SQLite holds of a
 * disk that was pulled must not meet the same one plugged in again. Who was signed in stays so, with what they were typing.
 */
void Program::reopen()
{
    if (m_practice || !m_sitting || isEncrypting())
        return;
    const bool atWork = currentWidget() == m_window;
    const access::Principal principal = m_sitting->principal;
    const QString name = m_sitting->name;
    const std::optional<OpenSignIn> signIn = std::exchange(m_sitting->signIn, std::nullopt);
    m_carried = Carried{principal, m_sitting->drafts->all()};
    replacePage(newSignInPage());
    closeFile();
    m_care->open(m_path);
    m_care->noteBack();
    if (!atWork) {
        if (signIn)
            signIns().end(*signIn);
        return showSignIn(principal.person, principal.workspace);
    }
    m_page->setEnabled(false);
    if (const auto begun = beginSitting(principal, name, signIn); !begun)
        giveUp(begun.error());
}

//! What could not be written then is written now.
void Program::carryOver(Sitting &sitting)
{
    if (!m_carried || m_carried->principal.person != sitting.principal.person ||
        m_carried->principal.workspace != sitting.principal.workspace)
        return;
    for (const changes::DraftStore::Draft &draft : m_carried->drafts) {
        if (sitting.drafts->kept(draft.screen, draft.subject) != draft.content)
            sitting.drafts->keep(draft.screen, draft.subject, draft.content);
    }
    m_carried.reset();
    m_diskIsBack = true;
}

void Program::openOtherFile()
{
    const QString path = FileDialog::file(this, tr("Open a shop’s file"), m_path);
    if (path.isEmpty())
        return;
    remember(path);
    m_path = path;
    start();
}

//! Nobody writes to the file meanwhile: its pages are read one by one.
void Program::showSalvage()
{
    endSitting();
    auto *page = new SalvagePage(m_path, m_clock);
    connect(page, &SalvagePage::leaveRequested, this, &Program::start);
    connect(page, &SalvagePage::salvaged, this, [this](const QString &path) { openRestored(path, 0); });
    replacePage(page);
    page->setFocus(Qt::OtherFocusReason);
}

} // namespace thimblely::ui
