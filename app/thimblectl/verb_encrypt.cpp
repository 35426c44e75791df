// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/arguments.h"
#include "app/thimblectl/person.h"
#include "app/thimblectl/verbs.h"

#include "core/vault/encrypting.h"

#include <QJsonObject>

namespace thimblectl {

using namespace thimblely;

int runEncrypt(const QStringList &argumentList)
{
    Arguments arguments(
        QStringLiteral("encrypt"),
        QStringLiteral("Moves a shop's file, its pictures and its papers into an encrypted folder beside "
                       "them, and prints the key that opens it without the passphrase. Keep it on paper."),
        Arguments::For::File);
    if (const auto exitCode = arguments.parse(argumentList))
        return *exitCode;
    const auto passphrase = readSecret(arguments, QStringLiteral("vault-passphrase-fd"),
                                       QStringLiteral("A passphrase for the encrypted files: "));
    if (!passphrase)
        return refuse(passphrase.error());
    const auto key = vault::encrypt(arguments.file(), *passphrase);
    if (!key)
        return refuse(key.error());
    const vault::Vault vault = vault::placesFor(arguments.file());
    vault::setKeyOnPaper(vault); // it is printed below, to whoever asked for it
    if (const auto locked = vault::lock(vault); !locked)
        return refuse(locked.error());
    if (arguments.json())
        sayJson(QJsonDocument(QJsonObject{{QStringLiteral("folder"), vault.cipher}, {QStringLiteral("key"), *key}}));
    else
        say(*key);
    return Done;
}

} // namespace thimblectl
