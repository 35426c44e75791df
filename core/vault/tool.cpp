// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/vault/tool.h"

#include "core/storage/mount.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QThread>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace thimblely::vault {

namespace {

constexpr int startTimeout = 5000; // ms
constexpr int endTimeout = 60'000;
constexpr int unmountTries = 20;
constexpr int unmountPause = 100; // ms

//! The folder that holds it is asked for links, not the point itself, which may not answer.
QString canonicalPoint(const QString &point)
{
    const QFileInfo there(point);
    return QDir(QFileInfo(there.absolutePath()).canonicalFilePath()).filePath(there.fileName());
}

QString fusermount()
{
    const QString third = QStandardPaths::findExecutable(QStringLiteral("fusermount3"));
    return third.isEmpty() ? QStringLiteral("fusermount") : third;
}

int openFolder(const QString &folder)
{
    return ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

} // namespace

Result<ToolRun> runTool(const QString &program, const QStringList &arguments, const QByteArray &typed)
{
    const QString path = QStandardPaths::findExecutable(program);
    if (path.isEmpty())
        return Error{ErrorKind::NotFound, "vault.no_tool", {}, program};
    QProcess process;
    process.setWorkingDirectory(QDir::rootPath()); // what stays behind to serve the folder keeps no other one busy
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(path, arguments);
    if (!process.waitForStarted(startTimeout))
        return Error{ErrorKind::NotFound, "vault.no_tool", {}, program};
    process.write(typed);
    process.closeWriteChannel();
    if (!process.waitForFinished(endTimeout)) {
        process.kill();
        process.waitForFinished(startTimeout);
        return Error{ErrorKind::Io, "vault.tool_stuck", {}, program};
    }
    const int exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return ToolRun{exitCode, process.readAllStandardOutput()};
}

QByteArray lineOf(const QString &secret)
{
    return secret.normalized(QString::NormalizationForm_C).toUtf8() + '\n';
}

Result<void> makeCipher(const QString &cipher, const QString &passphrase)
{
    TRY_ASSIGN(const ToolRun run, runTool(QStringLiteral("gocryptfs"),
                                          {QStringLiteral("-q"), QStringLiteral("-init"), QStringLiteral("--"), cipher},
                                          lineOf(passphrase)));
    if (run.exitCode == Done)
        return {};
    return Error{ErrorKind::Io, "vault.not_made", {}, QStringLiteral("gocryptfs -init: %1").arg(run.exitCode)};
}

Result<void> unmount(const QString &point)
{
    for (int tries = 0; isMounted(point); ++tries) {
        TRY_ASSIGN(const ToolRun run,
                   runTool(fusermount(), {QStringLiteral("-u"), QStringLiteral("--"), canonicalPoint(point)}));
        if (run.exitCode != Done && tries == unmountTries)
            return Error{ErrorKind::Busy, "vault.in_use", {point}, {}};
        if (run.exitCode != Done)
            QThread::msleep(unmountPause); // the kernel lets go of a file a moment after it was closed
    }
    return {};
}

void unmountLazily(const QString &point)
{
    (void)runTool(fusermount(), {QStringLiteral("-uz"), QStringLiteral("--"), canonicalPoint(point)});
}

bool isMounted(const QString &point)
{
    const QString path = canonicalPoint(point);
    const storage::Mount mount = storage::mountHolding(path);
    return mount.point == path && mount.type == QLatin1String("fuse.gocryptfs");
}

bool answers(const QString &point)
{
    struct stat status;
    return ::stat(QFile::encodeName(point).constData(), &status) == 0;
}

Result<void> syncFileSystem(const QString &folder)
{
    const int number = openFolder(folder);
    const bool synced = number >= 0 && ::syncfs(number) == 0;
    if (number >= 0)
        ::close(number);
    return synced ? Result<void>() : Error{ErrorKind::Io, "vault.not_made", {}, QStringLiteral("syncfs")};
}

FolderLock::FolderLock(const QString &folder, Wait wait) : m_number(openFolder(folder))
{
    m_held = m_number >= 0 && ::flock(m_number, LOCK_EX | (wait == Wait::No ? LOCK_NB : 0)) == 0;
}

FolderLock::~FolderLock()
{
    if (m_number >= 0)
        ::close(m_number);
}

Hold::Hold(const Vault &vault) : m_folder(openFolder(vault.mountPoint)) {}

Hold::~Hold()
{
    if (m_folder >= 0)
        ::close(m_folder);
}

} // namespace thimblely::vault
