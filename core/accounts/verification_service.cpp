// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/verification_service.h"

#include "core/access/privileged/verification_store.h"
#include "core/accounts/background.h"

#include <sodium.h>

#include <algorithm>

namespace thimblely {

namespace {

using access::AddressKind;
using access::OpenVerification;
using access::VerificationStore;

constexpr quint32 codes = 1'000'000;
constexpr int digits = 6;
constexpr unsigned long long passes = 3; // as password_hash.cpp
constexpr size_t memory = size_t(64) * 1024 * 1024;
constexpr qsizetype hashSize = 32;
static_assert(sizeof(IdBytes) == crypto_pwhash_SALTBYTES, "the row's id is the salt");

Error error(ErrorKind kind, const char *code, const QStringList &args = {})
{
    return {kind, code, args, {}};
}

QString newCode()
{
    if (sodium_init() < 0)
        qFatal("libsodium has no source of randomness");
    return QString::number(randombytes_uniform(codes)).rightJustified(digits, u'0');
}

Result<QByteArray> hashOf(const QString &code, RowId row)
{
    if (sodium_init() < 0)
        qFatal("libsodium has no source of randomness");
    const QByteArray text = code.toLatin1();
    QByteArray hash(hashSize, '\0');
    if (crypto_pwhash(reinterpret_cast<unsigned char *>(hash.data()), size_t(hash.size()), text.constData(),
                      size_t(text.size()), row.bytes().data(), passes, memory, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return error(ErrorKind::Internal, "accounts.no_memory");
    return hash;
}

//! As it was read off a screen: with blanks, in the digits of any script.
QString plain(const QString &typed)
{
    QString code;
    for (const QChar each : typed) {
        if (each.digitValue() >= 0)
            code.append(QChar(u'0' + each.digitValue()));
        else if (!each.isSpace())
            code.append(each);
    }
    return code;
}

} // namespace

VerificationService::VerificationService(QString path, const access::Principal &person, const Clock &clock,
                                         std::vector<std::shared_ptr<VerificationCarrier>> carriers)
    : m_path(std::move(path)), m_person(person), m_clock(clock), m_carriers(std::move(carriers))
{
    m_pool.setMaxThreadCount(1);
}

VerificationService::~VerificationService()
{
    m_pool.waitForDone();
}

VerificationCarrier *VerificationService::carrierOf(AddressKind kind) const
{
    for (const auto &each : m_carriers) {
        if (each->kind() == kind)
            return each.get();
    }
    return nullptr;
}

QFuture<Result<std::vector<OwnAddress>>> VerificationService::addresses()
{
    return accounts::runOn<Result<std::vector<OwnAddress>>>(m_pool, [this]() -> Result<std::vector<OwnAddress>> {
        TRY_ASSIGN(const auto store, VerificationStore::open(storage::OpenOptions{m_path}));
        std::vector<OwnAddress> known;
        for (const AddressKind kind : {AddressKind::Email, AddressKind::Phone}) {
            TRY_ASSIGN(const std::optional<QString> address, store->addressOf(m_person.person, kind));
            if (!address || address->isEmpty())
                continue;
            TRY_ASSIGN(const std::optional<Instant> confirmed, store->confirmedAt(m_person.person, kind, *address));
            known.push_back({kind, *address, confirmed});
        }
        return known;
    });
}

QFuture<Result<void>> VerificationService::send(AddressKind kind)
{
    return accounts::runOn<Result<void>>(m_pool, [this, kind]() -> Result<void> {
        VerificationCarrier *carrier = carrierOf(kind);
        return carrier ? sendNow(kind, *carrier) : error(ErrorKind::NotFound, "verification.no_carrier");
    });
}

Result<void> VerificationService::sendNow(AddressKind kind, VerificationCarrier &carrier)
{
    TRY_ASSIGN(const auto store, VerificationStore::open(storage::OpenOptions{m_path}));
    TRY_ASSIGN(const std::optional<QString> address, store->addressOf(m_person.person, kind));
    if (!address || address->isEmpty())
        return error(ErrorKind::NotFound, "verification.no_address");
    TRY_ASSIGN(const std::optional<Instant> last, store->lastSent(m_person.person, kind, *address));
    const qint64 wait = last ? last->msecs() + againMs - m_clock.now().msecs() : 0;
    if (wait > 0)
        return error(ErrorKind::TryLater, "verification.too_soon",
                     {QString::number((std::min(wait, againMs) + 999) / 1000)});
    const RowId id = RowId::make(m_clock);
    const QString code = newCode();
    TRY_ASSIGN(const QByteArray hash, hashOf(code, id));
    // Kept before it leaves: whoever has it can type it, whatever happens here meanwhile.
    TRY(store->begin(m_person.person, kind, {id, *address, hash, m_clock.now()}, carrier.name(), m_clock.now()));
    if (const auto carried = carrier.carry(*address, code); !carried) {
        TRY(store->close(id, m_clock.now()));
        return carried.error();
    }
    return {};
}

QFuture<Result<void>> VerificationService::confirm(AddressKind kind, const QString &typed)
{
    return accounts::runOn<Result<void>>(m_pool, [this, kind, typed] { return confirmNow(kind, typed); });
}

Result<void> VerificationService::confirmNow(AddressKind kind, const QString &typed)
{
    TRY_ASSIGN(const auto store, VerificationStore::open(storage::OpenOptions{m_path}));
    TRY_ASSIGN(const std::optional<OpenVerification> open, store->openOne(m_person.person, kind));
    if (!open)
        return error(ErrorKind::NotFound, "verification.no_code");
    // A clock that was set back makes no code live longer.
    const qint64 age = m_clock.now().msecs() - open->sentAt.msecs();
    if (age < 0 || age >= lifetimeMs) {
        TRY(store->close(open->id, m_clock.now()));
        return error(ErrorKind::Conflict, "verification.expired");
    }
    TRY_ASSIGN(const std::optional<QString> address, store->addressOf(m_person.person, kind));
    if (address != open->sentTo) {
        TRY(store->close(open->id, m_clock.now()));
        return error(ErrorKind::Conflict, "verification.address_changed");
    }
    const int tried = open->tries + 1;
    TRY(store->noteTry(open->id, tried, m_clock.now()));
    TRY_ASSIGN(const QByteArray hash, hashOf(plain(typed), open->id));
    if (open->codeHash.size() == hash.size() &&
        sodium_memcmp(hash.constData(), open->codeHash.constData(), size_t(hash.size())) == 0)
        return store->confirm({m_person.person, m_person.workspace, m_person.device}, kind, open->id, m_clock);
    if (tried < tries)
        return error(ErrorKind::WrongSecret, "verification.wrong", {QString::number(tries - tried)});
    TRY(store->close(open->id, m_clock.now()));
    return error(ErrorKind::Conflict, "verification.used_up");
}

} // namespace thimblely
