// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/recovery_service.h"

#include "core/accounts/attempt.h"
#include "core/accounts/background.h"
#include "core/accounts/paper_code.h"
#include "core/accounts/password_hash.h"
#include "core/accounts/secret_rules.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace thimblely {

namespace {

using access::PrincipalStore;

constexpr int groups = 3; // 60 bits, of which the first letter is the code's number: 55 to be guessed

Error wrongCode()
{
    return {ErrorKind::WrongSecret, "accounts.wrong_code", {}, {}};
}

//! One for each code that was made, null where it was used.
QJsonArray hashesOf(const access::SignInSecrets &secrets)
{
    return secrets.recoveryHashes ? QJsonDocument::fromJson(*secrets.recoveryHashes).array() : QJsonArray();
}

Result<QStringList> makeAll(PrincipalStore &store, const Clock &clock, PersonId person)
{
    QStringList codes;
    QJsonArray hashes;
    for (int number = 0; number < RecoveryService::codes; ++number) {
        QString code = newPaperCode(groups);
        code[0] = QChar(u'0' + number);
        TRY_ASSIGN(const QByteArray hash, hashSecret(readPaperCode(code, groups)));
        codes.append(code);
        hashes.append(QString::fromLatin1(hash));
    }
    TRY(store.setRecoveryHashes(person, QJsonDocument(hashes).toJson(QJsonDocument::Compact), clock.now()));
    return codes;
}

//! Which of the ten a code says it is; -1: none.
int numberOf(const QString &code)
{
    return code.isEmpty() || code[0] < u'0' || code[0] > u'9' ? -1 : code[0].unicode() - u'0';
}

Result<void> useCode(PrincipalStore &store, const Clock &clock, PersonId person, const QString &typed)
{
    const QString code = readPaperCode(typed, groups);
    const auto hashOf = [number = numberOf(code)](const access::SignInSecrets &secrets) -> std::optional<QByteArray> {
        const QJsonValue hash = hashesOf(secrets).at(number); // undefined where there is none of that number
        return hash.isString() ? std::optional(hash.toString().toLatin1()) : std::nullopt;
    };
    if (const auto right = accounts::Attempt(store, clock, person).check(hashOf, code); !right)
        return right.error().kind == ErrorKind::WrongSecret ? wrongCode() : right.error();
    TRY_ASSIGN(const access::SignInSecrets secrets, store.secrets(person));
    QJsonArray left = hashesOf(secrets);
    left[numberOf(code)] = QJsonValue();
    return store.setRecoveryHashes(person, QJsonDocument(left).toJson(QJsonDocument::Compact), clock.now());
}

Result<std::optional<PersonId>> personOf(PrincipalStore &store, const QString &login)
{
    if (!login.trimmed().isEmpty())
        return store.findByLogin(login.trimmed());
    TRY_ASSIGN(const std::vector<access::SignInFace> faces, store.faces());
    std::optional<PersonId> owner;
    for (const access::SignInFace &face : faces) {
        if (!face.owner || owner == face.person)
            continue;
        if (owner)
            return std::optional<PersonId>(); // of several, it is to be said whose it is
        owner = face.person;
    }
    return owner;
}

} // namespace

RecoveryService::RecoveryService(QString path, const Clock &clock) : m_path(std::move(path)), m_clock(clock)
{
    m_pool.setMaxThreadCount(1);
}

RecoveryService::~RecoveryService()
{
    m_pool.waitForDone();
}

QFuture<Result<QStringList>> RecoveryService::makeCodes(PersonId person, const QString &password)
{
    return accounts::runOn<Result<QStringList>>(m_pool, [this, person, password]() -> Result<QStringList> {
        TRY_ASSIGN(auto store, PrincipalStore::open(storage::OpenOptions{m_path}));
        TRY_ASSIGN(const access::SignInSecrets secrets, store->secrets(person));
        if (secrets.recoveryHashes) {
            TRY(accounts::Attempt(*store, m_clock, person)
                    .check([](const access::SignInSecrets &own) { return own.passwordHash; }, password));
        }
        return makeAll(*store, m_clock, person);
    });
}

QFuture<Result<int>> RecoveryService::left(PersonId person)
{
    return accounts::runOn<Result<int>>(m_pool, [this, person]() -> Result<int> {
        TRY_ASSIGN(auto store, PrincipalStore::open(storage::OpenOptions{m_path}));
        TRY_ASSIGN(const access::SignInSecrets secrets, store->secrets(person));
        const QJsonArray hashes = hashesOf(secrets);
        return int(std::ranges::count_if(hashes, [](const QJsonValue &hash) { return hash.isString(); }));
    });
}

QFuture<Result<void>> RecoveryService::resetPassword(const QString &login, const QString &code,
                                                     const QString &newPassword)
{
    return accounts::runOn<Result<void>>(m_pool, [this, login, code, newPassword]() -> Result<void> {
        TRY(validatePassword(newPassword));
        TRY_ASSIGN(auto store, PrincipalStore::open(storage::OpenOptions{m_path}));
        TRY_ASSIGN(const std::optional<PersonId> person, personOf(*store, login));
        if (!person) {
            verifySecret(hashOfNothing(), code); // as long as a wrong one
            return wrongCode();
        }
        TRY(useCode(*store, m_clock, *person, code));
        TRY_ASSIGN(const QByteArray hash, hashSecret(newPassword));
        return store->setPasswordHash(*person, hash, m_clock.now());
    });
}

} // namespace thimblely
