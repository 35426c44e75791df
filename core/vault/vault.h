// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QString>

#include <optional>

namespace thimblely::vault {

/*!
 * A shop's folder that gocryptfs encrypts, file by file, names included: the shop's file, its pictures, papers and copies
 * lie in it. Both folders stand beside where the shop's file was or would be, so that its path alone finds them.
 */
struct Vault {
    QString plainFile;  //!< "/home/a/shop.thimblely": where the file would lie without it
    QString cipher;     //!< "/home/a/shop.thimblely.encrypted": what is on the disk
    QString mountPoint; //!< "/home/a/shop.thimblely.open": where it is read while it is open; not there otherwise
    QString shopFile;   //!< "/home/a/shop.thimblely.open/shop.thimblely"

    friend bool operator==(const Vault &, const Vault &) = default;
};

//! Where the vault of a shop's file is or would be; of a file within one, that one's with the file.
Vault placesFor(const QString &shopFile);
//! The vault that is there for this file, whether the path is that of the plain file or of one within.
std::optional<Vault> vaultOf(const QString &shopFile);

enum class State {
    NoTool, //!< gocryptfs is not installed
    NoFuse, //!< this system or account may mount nothing (/dev/fuse)
    Locked,
    Open,
    Broken //!< mounted, but the program that served it is gone; opening it mounts it again
};

//! Of a vault that is there. Milliseconds; any thread.
State stateOf(const Vault &vault);

//! Whether vaults can be made and opened here: NotFound "vault.no_tool", Io "vault.no_fuse".
Result<void> requireTools();

constexpr int leastPassphrase = 12; //!< characters; whoever has the disk may try as many as they like

//! Invalid "vault.passphrase_short", args[0] the least number of characters.
Result<void> validatePassphrase(const QString &passphrase);

/*!
 * Opens it for everybody of this account, until it is locked or nobody has had anything of it open for two minutes; what
 * is open already is left so, whatever the passphrase. A mount whose server
 * is gone is taken away first. WrongSecret "vault.wrong_passphrase"; Conflict "vault.in_the_way" where something lies at
 * the mount point, which is never covered; NotFound "vault.no_tool"; Io "vault.no_fuse", "vault.not_opened". A second or
 * so: not on the GUI thread.
 */
Result<void> open(const Vault &vault, const QString &passphrase);

/*!
 * What a program that was killed left open is locked; what another one uses stays open. The state afterwards. For who is
 * about to open it and holds nothing of it. Any thread.
 */
State closeAbandoned(const Vault &vault);

//! Locks it. Busy "vault.in_use" where a program still has something open in it: then it stays open.
Result<void> lock(const Vault &vault);

/*!
 * The key that opens it without the passphrase, as gocryptfs prints and takes it: 64 hexadecimal digits, here in groups of
 * four. WrongSecret "vault.wrong_passphrase".
 */
Result<QString> masterKey(const Vault &vault, const QString &passphrase);

/*!
 * Whether somebody has said that the key is on paper, since the vault was made; true of one from before that was kept. Of
 * an open vault, for whoever would have to show the key: a program that was killed with the key on the screen shows it
 * once more.
 */
bool isKeyOnPaper(const Vault &vault);
//! It is on paper. What cannot be kept is asked again.
void setKeyOnPaper(const Vault &vault);

/*!
 * A new passphrase for who has the key on paper, however it is typed; the old one opens nothing any more. The key is tried
 * first. Invalid "vault.bad_key" where it has not 64 digits, "vault.passphrase_short"; WrongSecret "vault.wrong_key".
 */
Result<void> resetPassphrase(const Vault &vault, const QString &key, const QString &passphrase);

/*!
 * Keeps a vault open as long as this lives: no other program can lock it meanwhile, which would be the end of every
 * connection. It must go before the vault is locked by this program.
 */
class Hold {
public:
    explicit Hold(const Vault &vault);
    ~Hold();
    Hold(const Hold &) = delete;
    Hold &operator=(const Hold &) = delete;

private:
    const int m_folder;
};

} // namespace thimblely::vault
