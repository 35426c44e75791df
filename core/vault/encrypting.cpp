// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/vault/encrypting.h"

#include "core/base/log.h"
#include "core/storage/held_file.h"
#include "core/storage/location.h"
#include "core/storage/verify.h"
#include "core/vault/plain_files.h"
#include "core/vault/tool.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <cstdio>

namespace thimblely::vault {

namespace {

constexpr qint64 megabyte = qint64(1) << 20;

//! The same vault while it is made: the folder of ciphers has another name until all is in it.
Vault whileMade(Vault vault)
{
    vault.cipher += QStringLiteral(".new");
    return vault;
}

//! With what was begun in it. Within a FolderLock on its folder of ciphers.
void discard(const Vault &making)
{
    if (!unmount(making.mountPoint))
        unmountLazily(making.mountPoint);
    QDir().rmdir(making.mountPoint); // never what is in it
    QDir(making.cipher).removeRecursively();
}

class Encrypter {
public:
    Encrypter(const QString &plainFile, QString passphrase, const StageHook &hook)
        : m_vault(placesFor(plainFile)), m_making(whileMade(m_vault)), m_passphrase(std::move(passphrase)), m_hook(hook)
    {}

    ~Encrypter()
    {
        if (m_lock && !m_switched)
            discard(m_making);
    }
    Encrypter(const Encrypter &) = delete;
    Encrypter &operator=(const Encrypter &) = delete;

    Result<QString> run()
    {
        TRY(check());
        TRY(make());
        if (m_held) {
            TRY(copy());
            TRY(compare());
            TRY(writeMoved(m_making, QStringList{QFileInfo(m_vault.plainFile).fileName()} + m_beside));
        }
        TRY(switchOver());
        removePlain();
        return m_key;
    }

private:
    void tell(Stage stage) const
    {
        if (m_hook)
            m_hook(stage);
    }

    //! Nothing is touched before all of it is known to be possible; then nobody else may open the shop.
    Result<void> check()
    {
        TRY(requireTools());
        TRY(validatePassphrase(m_passphrase));
        if (vaultOf(m_vault.plainFile))
            return Error{ErrorKind::Conflict, "vault.exists", {m_vault.cipher}, {}};
        TRY(storage::checkLocation(m_vault.plainFile));
        if (QFileInfo(m_vault.plainFile).isSymLink())
            return Error{ErrorKind::Conflict, "vault.is_link", {m_vault.plainFile}, {}};
        if (!QFileInfo::exists(m_vault.plainFile))
            return {};
        if (const QString other = shopBeside(m_vault); !other.isEmpty())
            return Error{ErrorKind::Conflict, "vault.not_alone", {other}, {}};
        TRY_ASSIGN(storage::HeldFile held, storage::HeldFile::hold(m_vault.plainFile));
        m_held.emplace(std::move(held));
        m_beside = filesBeside(m_vault);
        return requireRoom();
    }

    Result<void> requireRoom() const
    {
        const qint64 size = QFileInfo(m_vault.plainFile).size() + sizeOf(m_vault, m_beside);
        const qint64 room = QStorageInfo(QFileInfo(m_vault.plainFile).absolutePath()).bytesAvailable();
        const qint64 missing = size + size / 16 + 16 * megabyte - room;
        if (missing <= 0)
            return {};
        return Error{ErrorKind::DiskFull, "vault.no_room", {QString::number(missing / megabyte + 1)}, {}};
    }

    Result<void> make()
    {
        tell(Stage::Making);
        QDir().mkdir(m_making.cipher);
        m_lock.emplace(m_making.cipher, FolderLock::Wait::No);
        if (!m_lock->isHeld()) {
            m_lock.reset();
            return Error{ErrorKind::Busy, "vault.being_made", {m_making.cipher}, {}};
        }
        if (!QDir(m_making.cipher).isEmpty() || isMounted(m_making.mountPoint)) { // of one that was killed
            discard(m_making);
            m_lock.reset();
            return make();
        }
        QFile::setPermissions(m_making.cipher, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        TRY(makeCipher(m_making.cipher, m_passphrase));
        TRY_ASSIGN(m_key, masterKey(m_making, m_passphrase));
        TRY(mountCipher(m_making, m_passphrase));
        for (const char *name : {markName, keyUnsaidName}) {
            QFile mark(m_making.mountPoint + u'/' + QLatin1String(name));
            if (!mark.open(QIODevice::WriteOnly))
                return Error{ErrorKind::Io, "vault.not_made", {}, mark.errorString()};
        }
        return {};
    }

    Result<void> copy()
    {
        tell(Stage::Copying);
        TRY(m_held->copyTo(m_making.shopFile));
        for (const QString &name : m_beside) {
            tell(Stage::Copying);
            TRY(copyIn(m_making, name));
        }
        return {};
    }

    //! What is compared comes from the ciphers, not from memory.
    Result<void> compare()
    {
        tell(Stage::Comparing);
        TRY(unmount(m_making.mountPoint));
        TRY(syncFileSystem(m_making.cipher));
        TRY(mountCipher(m_making, m_passphrase));
        TRY_ASSIGN(const QByteArray digest, m_held->digest());
        TRY_ASSIGN(const storage::FileReport report, storage::verifyFile(m_making.shopFile, true));
        bool same = report.digest == digest;
        for (const storage::Problem &problem : report.problems)
            same = same && problem.kind != storage::Problem::Kind::Page; // others are in the shop itself
        for (const QString &name : m_beside) {
            tell(Stage::Comparing);
            TRY_ASSIGN(const bool equal, isSame(m_making, name));
            same = same && equal;
        }
        return same ? Result<void>() : Error{ErrorKind::Corrupt, "vault.copy_differs", {}, {}};
    }

    Result<void> switchOver()
    {
        tell(Stage::Switching);
        TRY(unmount(m_making.mountPoint));
        TRY(syncFileSystem(m_making.cipher));
        if (std::rename(QFile::encodeName(m_making.cipher).constData(),
                        QFile::encodeName(m_vault.cipher).constData()) != 0)
            return Error{ErrorKind::Io, "vault.not_made", {}, QStringLiteral("rename")};
        m_switched = true;
        tell(Stage::Switching);
        TRY(syncFileSystem(QFileInfo(m_vault.cipher).path()));
        return mountCipher(m_vault, m_passphrase);
    }

    //! What cannot be removed now is still on the list, for the next opening.
    void removePlain()
    {
        tell(Stage::Removing);
        if (!m_held)
            return;
        if (const auto destroyed = m_held->destroy(); !destroyed)
            qCWarning(lcStorage, "the plain file could not be removed: %s", destroyed.error().code.constData());
        tell(Stage::Removing);
        removeMoved(m_vault);
        tell(Stage::Removing);
    }

    const Vault m_vault;
    const Vault m_making;
    const QString m_passphrase;
    const StageHook &m_hook;
    std::optional<FolderLock> m_lock;
    std::optional<storage::HeldFile> m_held; // where there is a shop already
    QStringList m_beside;
    QString m_key;
    bool m_switched = false;
};

} // namespace

Result<QString> encrypt(const QString &plainFile, const QString &passphrase, const StageHook &hook)
{
    return Encrypter(plainFile, passphrase, hook).run();
}

void tidy(const Vault &vault)
{
    const Vault making = whileMade(vault);
    if (QFileInfo::exists(making.cipher)) {
        const FolderLock alone(making.cipher, FolderLock::Wait::No);
        if (alone.isHeld())
            discard(making);
    }
    if (vaultOf(vault.plainFile) && stateOf(vault) == State::Open) {
        const FolderLock alone(vault.cipher, FolderLock::Wait::No);
        if (alone.isHeld())
            removeMoved(vault);
    }
}

} // namespace thimblely::vault
