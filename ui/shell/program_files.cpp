// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// Another file than the one the program began with: an invented shop, or one that was chosen.
#include "core/base/error.h"
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

} // namespace thimblely::ui
