// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/practice.h"

#include "core/access/privileged/file_keeper.h"
#include "core/access/privileged/principal_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace thimblely::backup {

namespace {

const QString prefix = QStringLiteral(".practice-");
const QString lockName = QStringLiteral("lock");

QDir folderOf(const QString &shopFile)
{
    return QFileInfo(shopFile).absoluteDir();
}

} // namespace

PracticeShop::PracticeShop(const QString &shopFile)
    : m_folder(folderOf(shopFile).filePath(prefix + QStringLiteral("XXXXXX"))),
      m_path(m_folder.filePath(QStringLiteral("practice.thimblely")))
{}

PracticeShop::~PracticeShop()
{
    if (m_lock)
        m_lock->unlock();
}

Result<std::unique_ptr<PracticeShop>> PracticeShop::make(const QString &shopFile, const Clock &clock,
                                                         const storage::CopyProgress &progress)
{
    std::unique_ptr<PracticeShop> practice(new PracticeShop(shopFile));
    if (!practice->m_folder.isValid())
        return Error{
            ErrorKind::ReadOnly, "storage.read_only", {folderOf(shopFile).path()}, practice->m_folder.errorString()};
    practice->m_lock = std::make_unique<QLockFile>(practice->m_folder.filePath(lockName));
    practice->m_lock->setStaleLockTime(0);
    practice->m_lock->tryLock();
    {
        TRY_ASSIGN(const auto keeper, access::FileKeeper::open(shopFile));
        TRY(keeper->copyTo(practice->m_path, progress));
    }
    QFile::setPermissions(practice->m_path, QFile::ReadOwner | QFile::WriteOwner);
    TRY_ASSIGN(const auto copy, access::FileKeeper::open(practice->m_path));
    TRY(copy->makePractice(series, clock.now()));
    return practice;
}

Result<access::Principal> PracticeShop::principal(PersonId person, WorkspaceId workspace) const
{
    TRY_ASSIGN(const auto store, access::PrincipalStore::open(storage::OpenOptions{m_path}));
    TRY_ASSIGN(const auto device, store->device());
    if (!device)
        return Error{ErrorKind::NotOurs, "storage.not_ours", {m_path}, {}};
    return store->load(person, workspace, *device);
}

void PracticeShop::sweep(const QString &shopFile)
{
    const QDir folder = folderOf(shopFile);
    const QStringList left =
        folder.entryList({prefix + u'*'}, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    for (const QString &name : left) {
        QDir practice(folder.filePath(name));
        QLockFile lock(practice.filePath(lockName));
        lock.setStaleLockTime(0);
        if (!lock.tryLock()) // somebody practises there
            continue;
        lock.unlock();
        practice.removeRecursively();
    }
}

} // namespace thimblely::backup
