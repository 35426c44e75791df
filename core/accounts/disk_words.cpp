// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/disk_words.h"

#include "core/storage/disk_encryption.h"
#include "core/vault/vault.h"

#include <QCoreApplication>

namespace thimblely {

DiskWords diskWords(const QString &shopFile)
{
    if (vault::vaultOf(shopFile))
        return {false,
                QCoreApplication::translate("DiskWords", "The shop’s files are encrypted on this disk, pictures and"
                                                         " papers too: whoever takes the computer while the program is"
                                                         " closed cannot read them.")};
    switch (storage::diskEncryptionOf(shopFile)) {
    case storage::DiskEncryption::Encrypted:
        return {false,
                QCoreApplication::translate("DiskWords", "This disk is encrypted by the system: whoever takes the"
                                                         " computer cannot read the shop’s file.")};
    case storage::DiskEncryption::Plain:
        return {true, QCoreApplication::translate("DiskWords",
                                                  "This disk is not encrypted: whoever takes the computer can"
                                                  " read the shop’s file, passwords or not. Have the shop’s files"
                                                  " encrypted, or the whole disk by the system.")};
    case storage::DiskEncryption::Unknown:
        break;
    }
    return {true,
            QCoreApplication::translate("DiskWords", "Whether this disk is encrypted cannot be told from here. If it is"
                                                     " not, whoever takes the computer can read the shop’s file.")};
}

} // namespace thimblely
