// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/first_start_service.h"

#include "core/access/privileged/principal_store.h"
#include "core/accounts/background.h"
#include "core/accounts/pin_hash.h"
#include "core/accounts/secret_rules.h"
#include "core/accounts/shop_founding.h"
#include "core/storage/migrator.h"

#include <QFile>
#include <QRegularExpression>
#include <QSysInfo>

namespace thimblely {

namespace {

using access::Principal;

bool isEmail(const QString &login)
{
    return login.contains(u'@');
}

bool isLogin(const QString &login)
{
    static const QRegularExpression email(QStringLiteral("^[^@\\s]+@[^@\\s]+$"));
    static const QRegularExpression name(QStringLiteral("^[\\w.-]{2,100}$"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    return isEmail(login) ? email.match(login).hasMatch() : name.match(login).hasMatch();
}

Error invalid(const char *code, const QStringList &args = {})
{
    return {ErrorKind::Invalid, code, args, {}};
}

//! As it is kept.
FirstStartInput completed(FirstStartInput input)
{
    static_cast<NewShop &>(input) = thimblely::completed(input);
    input.ownerName = input.ownerName.simplified();
    input.ownerLogin = input.ownerLogin.trimmed();
    return input;
}

Result<QByteArray> fileIdOf(const QString &path)
{
    TRY_ASSIGN(const auto store, access::PrincipalStore::open(storage::OpenOptions{path}));
    return store->fileId();
}

Result<access::NewOwner> ownerOf(const QString &path, const FirstStartInput &input)
{
    access::NewOwner owner;
    owner.name = input.ownerName;
    (isEmail(input.ownerLogin) ? owner.email : owner.loginName) = input.ownerLogin;
    TRY_ASSIGN(owner.passwordHash, hashSecret(input.password));
    if (!input.pin.isEmpty()) {
        TRY_ASSIGN(const QByteArray fileId, fileIdOf(path));
        TRY_ASSIGN(const PinHash hash, hashNewPin(fileId, input.pin));
        owner.pinHash = hash.toText();
    }
    owner.locale = input.locale;
    owner.countryCode = input.countryCode;
    owner.unitSystem = accounts::unitCode(input.units);
    return owner;
}

Result<Principal> fill(const QString &path, const FirstStartInput &input, const Clock &clock)
{
    TRY_ASSIGN(const access::NewOwner owner, ownerOf(path, input));
    TRY_ASSIGN(const Principal principal,
               access::makeFirstOwner(storage::OpenOptions{path}, owner, accounts::workspaceOf(input),
                                      DeviceId::make(clock), QSysInfo::machineHostName(), clock));
    TRY(accounts::furnish(path, principal, clock));
    return principal;
}

} // namespace

std::vector<Error> validate(const FirstStartInput &typed, int shortest)
{
    const FirstStartInput input = completed(typed);
    std::vector<Error> errors = validateShop(input);
    const auto check = [&](const Result<void> &result) {
        if (!result)
            errors.push_back(result.error());
    };
    if (input.ownerName.isEmpty() || input.ownerName.size() > 200)
        errors.push_back(invalid("first_start.no_owner"));
    if (input.ownerLogin.isEmpty())
        errors.push_back(invalid("first_start.no_login"));
    else if (!isLogin(input.ownerLogin))
        errors.push_back(invalid("first_start.bad_login", {input.ownerLogin}));
    check(validatePassword(input.password));
    if (!input.pin.isEmpty())
        check(validatePin(input.pin, shortest));
    return errors;
}

QFuture<Result<Principal>> FirstStartService::create(const QString &path, const FirstStartInput &typed,
                                                     const Clock &clock)
{
    return accounts::runOn<Result<Principal>>(
        *QThreadPool::globalInstance(), [path, typed, &clock]() -> Result<Principal> {
            if (const std::vector<Error> errors = validate(typed, shortestPin(true)); !errors.empty())
                return errors.front();
            TRY(storage::Migrator(clock).create(path));
            auto made = fill(path, completed(typed), clock);
            if (!made) {
                for (const char *suffix : {"", "-wal", "-shm"})
                    QFile::remove(path + QLatin1String(suffix));
            }
            return made;
        });
}

} // namespace thimblely
