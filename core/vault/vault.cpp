// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/vault/vault.h"

#include "core/vault/encrypting.h"
#include "core/vault/tool.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <unistd.h>

namespace thimblely::vault {

namespace {

constexpr QLatin1String cipherEnd(".encrypted");
constexpr QLatin1String openEnd(".open");
constexpr qsizetype keyDigits = 64;
constexpr qsizetype keyGroup = 4;

QString configOf(const Vault &vault)
{
    return vault.cipher + QStringLiteral("/gocryptfs.conf");
}

bool isThere(const Vault &vault)
{
    return QFileInfo::exists(configOf(vault));
}

Vault placesBeside(const QString &plainFile)
{
    const QString point = plainFile + openEnd;
    return {plainFile, plainFile + cipherEnd, point, point + u'/' + QFileInfo(plainFile).fileName()};
}

Error failedBy(const ToolRun &run, const Vault &vault)
{
    switch (run.exitCode) {
    case MountPointNotEmpty:
        return {ErrorKind::Conflict, "vault.in_the_way", {vault.mountPoint}, {}};
    case PasswordIncorrect:
        return {ErrorKind::WrongSecret, "vault.wrong_passphrase", {}, {}};
    case FuseFailed:
        return {ErrorKind::Io, "vault.no_fuse", {}, {}};
    default:
        return {ErrorKind::Io, "vault.not_opened", {}, QStringLiteral("gocryptfs: %1").arg(run.exitCode)};
    }
}

//! The folder it is to be seen in, empty and for nobody else.
Result<void> makePoint(const Vault &vault)
{
    QDir point(vault.mountPoint);
    if (!point.exists() && !QDir().mkdir(vault.mountPoint))
        return Error{ErrorKind::ReadOnly, "storage.read_only", {vault.mountPoint}, {}};
    if (!point.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        return Error{ErrorKind::Conflict, "vault.in_the_way", {vault.mountPoint}, {}};
    QFile::setPermissions(vault.mountPoint, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

/*!
 * Who serves the folder outlives the program, and closes it by itself once nothing in it was open for so long: after a
 * program that was killed it does not stay open until somebody comes. While a program has it (Hold) it cannot be closed.
 */
QString idleTime()
{
    const QString test = qEnvironmentVariable("THIMBLELY_VAULT_IDLE");
    return test.isEmpty() ? QStringLiteral("2m") : test;
}

QString digitsOf(const QString &key)
{
    static const QRegularExpression between(QStringLiteral("[\\s\\-\u2010-\u2015]+"));
    static const QRegularExpression hex(QStringLiteral("^[0-9a-f]+$"));
    QString digits = key.normalized(QString::NormalizationForm_KC).toLower().remove(between);
    digits.replace(u'o', u'0').replace(u'i', u'1').replace(u'l', u'1');
    return digits.size() == keyDigits && hex.match(digits).hasMatch() ? digits : QString();
}

/*!
 * gocryptfs takes any key, shows nothing by a wrong one, and would lock the folder up with it for good: so it is looked
 * whether it shows what is in there.
 */
Result<void> tryKey(const Vault &vault, const QString &digits)
{
    const QTemporaryDir folder;
    TRY_ASSIGN(const ToolRun run,
               runTool(QStringLiteral("gocryptfs"),
                       {QStringLiteral("-q"), QStringLiteral("-ro"), QStringLiteral("-masterkey=stdin"),
                        QStringLiteral("--"), vault.cipher, folder.path()},
                       lineOf(digits)));
    if (run.exitCode != Done)
        return failedBy(run, vault);
    const QDir shown(folder.path());
    const bool right = shown.exists(QLatin1String(markName)) || shown.exists(QFileInfo(vault.shopFile).fileName());
    if (!unmount(folder.path()))
        unmountLazily(folder.path());
    return right ? Result<void>() : Error{ErrorKind::WrongSecret, "vault.wrong_key", {}, {}};
}

} // namespace

Vault placesFor(const QString &shopFile)
{
    const QFileInfo file(shopFile);
    const QString folder = file.absolutePath();
    if (!folder.endsWith(openEnd))
        return placesBeside(file.absoluteFilePath());
    Vault around = placesBeside(folder.chopped(openEnd.size()));
    if (!isThere(around))
        return placesBeside(file.absoluteFilePath());
    around.shopFile = file.absoluteFilePath(); // one made from a backup has another name
    return around;
}

std::optional<Vault> vaultOf(const QString &shopFile)
{
    Vault vault = placesFor(shopFile);
    return isThere(vault) ? std::optional(std::move(vault)) : std::nullopt;
}

State stateOf(const Vault &vault)
{
    if (isMounted(vault.mountPoint))
        return answers(vault.mountPoint) ? State::Open : State::Broken;
    if (const auto tools = requireTools(); !tools)
        return tools.error().code == "vault.no_tool" ? State::NoTool : State::NoFuse;
    return State::Locked;
}

Result<void> requireTools()
{
    for (const char *tool : {"gocryptfs", "gocryptfs-xray"}) {
        if (QStandardPaths::findExecutable(QLatin1String(tool)).isEmpty())
            return Error{ErrorKind::NotFound, "vault.no_tool", {}, QLatin1String(tool)};
    }
    if (::access("/dev/fuse", R_OK | W_OK) != 0)
        return Error{ErrorKind::Io, "vault.no_fuse", {}, {}};
    return {};
}

Result<void> validatePassphrase(const QString &passphrase)
{
    if (passphrase.size() >= leastPassphrase)
        return {};
    return Error{ErrorKind::Invalid, "vault.passphrase_short", {QString::number(leastPassphrase)}, {}};
}

Result<void> mountCipher(const Vault &vault, const QString &passphrase)
{
    TRY(makePoint(vault));
    TRY_ASSIGN(const ToolRun run, runTool(QStringLiteral("gocryptfs"),
                                          {QStringLiteral("-q"), QStringLiteral("-idle"), idleTime(),
                                           QStringLiteral("--"), vault.cipher, vault.mountPoint},
                                          lineOf(passphrase)));
    if (run.exitCode == Done && stateOf(vault) == State::Open)
        return {};
    QDir().rmdir(vault.mountPoint);
    return failedBy(run, vault);
}

Result<void> open(const Vault &vault, const QString &passphrase)
{
    {
        const FolderLock alone(vault.cipher, FolderLock::Wait::Yes);
        const State state = stateOf(vault);
        if (state == State::Broken)
            unmountLazily(vault.mountPoint);
        if (state != State::Open) {
            TRY(requireTools());
            TRY(mountCipher(vault, passphrase));
        }
    }
    tidy(vault);
    return {};
}

Result<void> lock(const Vault &vault)
{
    const FolderLock alone(vault.cipher, FolderLock::Wait::Yes);
    if (stateOf(vault) == State::Broken)
        unmountLazily(vault.mountPoint);
    TRY(unmount(vault.mountPoint));
    QDir().rmdir(vault.mountPoint); // so that nothing is put there in plain by mistake; only where it is empty
    return {};
}

State closeAbandoned(const Vault &vault)
{
    if (stateOf(vault) == State::Open)
        (void)lock(vault); // refused where somebody has something open in it
    return stateOf(vault);
}

Result<QString> masterKey(const Vault &vault, const QString &passphrase)
{
    TRY_ASSIGN(const ToolRun run,
               runTool(QStringLiteral("gocryptfs-xray"),
                       {QStringLiteral("-dumpmasterkey"), QStringLiteral("--"), configOf(vault)}, lineOf(passphrase)));
    const QString digits = digitsOf(QString::fromLatin1(run.out));
    if (run.exitCode != Done || digits.isEmpty())
        return Error{ErrorKind::WrongSecret, "vault.wrong_passphrase", {}, QString::number(run.exitCode)};
    QStringList groups;
    for (qsizetype at = 0; at < digits.size(); at += keyGroup)
        groups.append(digits.mid(at, keyGroup));
    return groups.join(u'-');
}

bool isKeyOnPaper(const Vault &vault)
{
    return !QFileInfo::exists(vault.mountPoint + u'/' + QLatin1String(keyUnsaidName));
}

void setKeyOnPaper(const Vault &vault)
{
    QFile::remove(vault.mountPoint + u'/' + QLatin1String(keyUnsaidName));
}

Result<void> resetPassphrase(const Vault &vault, const QString &key, const QString &passphrase)
{
    const QString digits = digitsOf(key);
    if (digits.isEmpty())
        return Error{ErrorKind::Invalid, "vault.bad_key", {}, {}};
    TRY(validatePassphrase(passphrase));
    TRY(requireTools());
    const FolderLock alone(vault.cipher, FolderLock::Wait::Yes);
    TRY(tryKey(vault, digits));
    TRY_ASSIGN(const ToolRun run, runTool(QStringLiteral("gocryptfs"),
                                          {QStringLiteral("-q"), QStringLiteral("-passwd"),
                                           QStringLiteral("-masterkey=stdin"), QStringLiteral("--"), vault.cipher},
                                          lineOf(digits) + lineOf(passphrase)));
    if (run.exitCode != Done)
        return failedBy(run, vault);
    QFile::remove(configOf(vault) + QStringLiteral(".bak")); // the old passphrase would open that one
    return {};
}

} // namespace thimblely::vault
