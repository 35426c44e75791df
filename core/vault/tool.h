// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/vault/vault.h"

#include <QByteArray>
#include <QStringList>

#include <memory>

namespace thimblely::vault {

// How gocryptfs is run; internal to this folder.

//! What gocryptfs says by its exit code, from its manual.
enum GocryptfsExit { Done = 0, MountPointNotEmpty = 10, PasswordIncorrect = 12, BadMasterKey = 14, FuseFailed = 19 };

struct ToolRun {
    int exitCode;
    QByteArray out;
};

/*!
 * Runs a program without a shell, `typed` on its standard input, which is the only way a secret takes: arguments and
 * environment can be read by others of this computer. Killed after a minute. NotFound "vault.no_tool"; Io
 * "vault.tool_stuck". What it says on stderr is not kept.
 */
Result<ToolRun> runTool(const QString &program, const QStringList &arguments, const QByteArray &typed = {});

//! A passphrase or key as the tools read it: one line, composed letters, however the keyboard made them.
QByteArray lineOf(const QString &secret);

//! Initialises `cipher`, an empty folder.
Result<void> makeCipher(const QString &cipher, const QString &passphrase);
//! Mounts it at its empty point (vault.h, open); within a FolderLock.
Result<void> mountCipher(const Vault &vault, const QString &passphrase);
//! What was mounted, at `point`, is there no more; Busy "vault.in_use".
Result<void> unmount(const QString &point);
//! Even while it is used: the last who uses it ends it.
void unmountLazily(const QString &point);
//! Whether a folder of gocryptfs is mounted at `point`, and whether it answers.
bool isMounted(const QString &point);
bool answers(const QString &point);

//! One at a time opens, locks or makes a vault: a lock on the folder of ciphers that goes with the program.
class FolderLock {
public:
    enum class Wait { Yes, No };
    FolderLock(const QString &folder, Wait wait);
    ~FolderLock();
    FolderLock(const FolderLock &) = delete;
    FolderLock &operator=(const FolderLock &) = delete;
    bool isHeld() const { return m_held; }

private:
    const int m_number;
    bool m_held;
};

//! All that was written to the file system of `folder` is on the disk.
Result<void> syncFileSystem(const QString &folder);

//! A file that every vault has in it, whatever else: a wrong key shows nothing.
inline constexpr char markName[] = ".thimblely";
//! An empty file in a vault whose key nobody has said to be on paper yet.
inline constexpr char keyUnsaidName[] = ".key-not-on-paper";

} // namespace thimblely::vault
