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
#include <QJsonObject>

#include <algorithm>

namespace thimblely {

namespace {

using access::PrincipalStore;

constexpr int groups = 3; // 60 bits, of which the first letter is the code's number: 55 to be guessed

Error wrongCode()
{
    return {ErrorKind::WrongSecret, "accounts.wrong_code", {}, {}};
}

const QLatin1String hashesKey("hashes");
const QLatin1String onPaperKey("on_paper");

//! Before it was kept whether they are on paper, the codes stood alone.
QJsonObject sheetOf(const access::SignInSecrets &secrets)
{
    const QJsonDocument kept =
        secrets.recoveryHashes ? QJsonDocument::fromJson(*secrets.recoveryHashes) : QJsonDocument();
    return kept.isObject() ? kept.object() : QJsonObject{{hashesKey, kept.array()}, {onPaperKey, true}};
}

//! One for each code that was made, null where it was used.
QJsonArray hashesOf(const access::SignInSecrets &secrets)
{
    return sheetOf(secrets)[hashesKey].toArray();
}

Result<void> keep(PrincipalStore &store, const Clock &clock, PersonId person, const QJsonArray &hashes, bool onPaper)
{
    const QJsonObject sheet{{hashesKey, hashes}, {onPaperKey, onPaper}};
    return store.setRecoveryHashes(person, QJsonDocument(sheet).toJson(QJsonDocument::Compact), clock.now());
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
    TRY(keep(store, clock, person, hashes, false));
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
    return keep(store, clock, person, left, true); // whoever types one has the paper
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

QFuture<Result<RecoverySheet>> RecoveryService::sheet(PersonId person)
{
    return accounts::runOn<Result<RecoverySheet>>(m_pool, [this, person]() -> Result<RecoverySheet> {
        TRY_ASSIGN(auto store, PrincipalStore::open(storage::OpenOptions{m_path}));
        TRY_ASSIGN(const access::SignInSecrets secrets, store->secrets(person));
        const QJsonArray hashes = hashesOf(secrets);
        return RecoverySheet{int(std::ranges::count_if(hashes, [](const QJsonValue &hash) { return hash.isString(); })),
                             sheetOf(secrets)[onPaperKey].toBool(true)};
    });
}

QFuture<Result<void>> RecoveryService::setOnPaper(PersonId person)
{
    return accounts::runOn<Result<void>>(m_pool, [this, person]() -> Result<void> {
        TRY_ASSIGN(auto store, PrincipalStore::open(storage::OpenOptions{m_path}));
        TRY_ASSIGN(const access::SignInSecrets secrets, store->secrets(person));
        return secrets.recoveryHashes ? keep(*store, m_clock, person, hashesOf(secrets), true) : Result<void>();
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
