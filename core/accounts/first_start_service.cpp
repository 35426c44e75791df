// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/first_start_service.h"

#include "core/access/privileged/first_start.h"
#include "core/access/privileged/principal_store.h"
#include "core/access/session.h"
#include "core/accounts/background.h"
#include "core/accounts/pin_hash.h"
#include "core/accounts/secret_rules.h"
#include "core/changes/write_door.h"
#include "core/measurements/template_writer.h"
#include "core/storage/migrator.h"
#include "core/workspaces/countries.h"

#include <QFile>
#include <QRegularExpression>
#include <QSysInfo>
#include <QTimeZone>

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

//! What the person left to the country.
FirstStartInput completed(FirstStartInput input)
{
    const CountrySuggestion *country = countrySuggestion(input.countryCode);
    input.countryCode = input.countryCode.toUpper();
    input.currency = input.currency.toUpper();
    input.shopName = input.shopName.simplified();
    input.ownerName = input.ownerName.simplified();
    input.ownerLogin = input.ownerLogin.trimmed();
    if (country && input.timeZone.isEmpty())
        input.timeZone = country->timeZone;
    if (country && input.locale.isEmpty())
        input.locale = country->locale;
    return input;
}

Result<QByteArray> fileIdOf(const QString &path)
{
    TRY_ASSIGN(const auto store, access::PrincipalStore::open(storage::OpenOptions{path}));
    return store->fileId();
}

Result<access::NewOwner> ownerOf(const QString &path, const FirstStartInput &input, const QString &units)
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
    owner.unitSystem = units;
    return owner;
}

//! What a shop starts with beside its own rows.
Result<void> furnish(const QString &path, const Principal &owner, const Clock &clock)
{
    TRY_ASSIGN(const auto session, access::Session::open(path, owner));
    TRY_ASSIGN(const auto door, changes::WriteDoor::open(*session, clock));
    return changes::await(
        door->write<void>(changes::Operation{"first_start.furnish", {}, false}, measurements::installBuiltinTemplates));
}

Result<Principal> fill(const QString &path, const FirstStartInput &input, const Clock &clock)
{
    const QString units = input.units == UnitSystem::Imperial ? QStringLiteral("imperial") : QStringLiteral("metric");
    TRY_ASSIGN(const access::NewOwner owner, ownerOf(path, input, units));
    access::NewWorkspace shop;
    shop.name = input.shopName;
    shop.countryCode = input.countryCode;
    shop.currency = input.currency;
    shop.locale = input.locale;
    shop.timeZone = QString::fromLatin1(input.timeZone);
    shop.unitSystem = units;
    shop.receiptMode = QString::fromLatin1(toCode(usualReceiptMode(input.countryCode)));
    TRY_ASSIGN(const Principal principal,
               access::makeFirstOwner(storage::OpenOptions{path}, owner, shop, DeviceId::make(clock),
                                      QSysInfo::machineHostName(), clock));
    TRY(furnish(path, principal, clock));
    return principal;
}

} // namespace

std::vector<Error> validate(const FirstStartInput &typed, int shortest)
{
    const FirstStartInput input = completed(typed);
    std::vector<Error> errors;
    const auto check = [&](const Result<void> &result) {
        if (!result)
            errors.push_back(result.error());
    };
    if (input.shopName.isEmpty() || input.shopName.size() > 200)
        errors.push_back(invalid("first_start.no_shop"));
    if (!countrySuggestion(input.countryCode))
        errors.push_back(invalid("first_start.bad_country", {input.countryCode}));
    if (!Currency::parse(input.currency) || !isKnownCurrency(input.currency))
        errors.push_back(invalid("workspace.bad_currency", {input.currency}));
    // Left to a country that is unknown itself, the zone is not a second mistake.
    if (!input.timeZone.isEmpty() && !QTimeZone::availableTimeZoneIds().contains(input.timeZone))
        errors.push_back(invalid("workspace.bad_zone", {QString::fromLatin1(input.timeZone)}));
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
