// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// Another file than the one the program began with: an invented shop, one that was chosen, what was read of a damaged one.
#include "core/accounts/device_key.h"
#include "core/base/error.h"
#include "ui/backup/salvage_page.h"
#include "ui/shell/program.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QProcess>
#include <QTemporaryDir>

namespace thimblely::ui {

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
    const QString other = QSettings().value(QStringLiteral("shopFile")).toString();
    return !other.isEmpty() && (QFileInfo::exists(other) || vault::vaultOf(other)) ? other : usual;
}

//! So that the shop goes on in it tomorrow as well.
void Program::remember(const QString &path)
{
    QSettings().setValue(QStringLiteral("shopFile"), path);
    if (m_keychain)
        DeviceKeys::ofThisComputer().use(std::exchange(m_keychain, {}));
}

void Program::openOtherFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a shop’s file"), m_path);
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
