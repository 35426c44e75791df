// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/vault/vault.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>

namespace thimblely::test {

inline const QString passphrase = QStringLiteral("chalk thread and needle");

//! Why no vault can be opened here; empty where one can.
inline QByteArray whyNoVaults()
{
    const auto tools = vault::requireTools();
    return tools ? QByteArray() : QByteArray("no encrypted folder can be opened here: ") + tools.error().code;
}

#define SKIP_WITHOUT_VAULTS()                                                                                          \
    do {                                                                                                               \
        if (const QByteArray why = thimblely::test::whyNoVaults(); !why.isEmpty())                                     \
            QSKIP(why.constData());                                                                                    \
    } while (false)

//! The process that serves the vault, found by the folder in its command line; 0 where there is none.
inline pid_t serverOf(const vault::Vault &vault)
{
    const QByteArray cipher = QFile::encodeName(vault.cipher);
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        bool number = false;
        const int pid = name.toInt(&number);
        QFile command(QStringLiteral("/proc/%1/cmdline").arg(name));
        if (!number || !command.open(QIODevice::ReadOnly))
            continue;
        const QList<QByteArray> words = command.readAll().split('\0');
        if (words.value(0).endsWith("gocryptfs") && words.contains(cipher))
            return pid;
    }
    return 0;
}

inline bool killServer(const vault::Vault &vault)
{
    const pid_t server = serverOf(vault);
    return server > 0 && ::kill(server, SIGKILL) == 0;
}

//! At a test's end: whatever is mounted is mounted no more, and the folder can be removed.
inline void lockAway(const QString &shopFile)
{
    const vault::Vault vault = vault::placesFor(shopFile);
    (void)vault::lock(vault);
}

} // namespace thimblely::test
