// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/id.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <mutex>
#include <optional>

namespace thimblely::id_detail {

namespace {

void setVersion(IdBytes &bytes, unsigned version)
{
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0fU) | (version << 4U));
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3fU) | 0x80U);
}

//! Milliseconds and a 12-bit counter as one number that only grows, so that ids of one process sort as made.
quint64 nextTick(Instant now)
{
    static std::mutex mutex;
    static quint64 last = 0;
    const std::scoped_lock lock(mutex);
    const quint64 tick = static_cast<quint64>(now.msecs()) << 12U;
    last = tick > last || (last - tick) > (quint64(60'000) << 12U) ? tick : last + 1;
    return last;
}

std::mutex seedMutex;
std::optional<QRandomGenerator64> seeded;

quint64 randomHalf()
{
    const std::scoped_lock lock(seedMutex);
    return seeded ? seeded->generate64() : QRandomGenerator::system()->generate64();
}

} // namespace

void useSeed(quint64 seed)
{
    const std::scoped_lock lock(seedMutex);
    const auto low = quint32(seed);
    const auto high = quint32(seed >> 32U);
    const quint32 words[] = {low, high};
    seeded.emplace(words);
}

IdBytes randomBytes()
{
    const quint64 halves[] = {randomHalf(), randomHalf()};
    IdBytes bytes{};
    std::memcpy(bytes.data(), halves, bytes.size());
    return bytes;
}

IdBytes makeV7(Instant now)
{
    const quint64 tick = nextTick(now);
    IdBytes bytes{};
    for (unsigned i = 0; i < 6; ++i)
        bytes[i] = static_cast<unsigned char>(tick >> (52U - 8U * i));
    bytes[6] = static_cast<unsigned char>((tick >> 8U) & 0x0fU);
    bytes[7] = static_cast<unsigned char>(tick & 0xffU);
    const quint64 random = randomHalf();
    std::memcpy(bytes.data() + 8, &random, sizeof random);
    setVersion(bytes, 7);
    return bytes;
}

IdBytes makeV8(QByteArrayView name)
{
    const QByteArray digest = QCryptographicHash::hash(name, QCryptographicHash::Sha256);
    IdBytes bytes{};
    std::memcpy(bytes.data(), digest.constData(), bytes.size());
    setVersion(bytes, 8);
    return bytes;
}

Result<IdBytes> parse(QStringView text)
{
    QByteArray hex = text.toLatin1();
    if (hex.size() == 36 && hex[8] == '-' && hex[13] == '-' && hex[18] == '-' && hex[23] == '-')
        hex.replace('-', "");
    const QByteArray raw = QByteArray::fromHex(hex);
    if (hex.size() != 32 || raw.size() != 16 || raw.toHex() != hex.toLower())
        return Error{ErrorKind::Invalid, "id.malformed", {}, {}};
    IdBytes bytes{};
    std::memcpy(bytes.data(), raw.constData(), bytes.size());
    return bytes;
}

QString toText(const IdBytes &bytes)
{
    const QByteArray hex = QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()), 16).toHex();
    return QString::fromLatin1(hex.left(8) + '-' + hex.mid(8, 4) + '-' + hex.mid(12, 4) + '-' + hex.mid(16, 4) + '-' +
                               hex.mid(20));
}

} // namespace thimblely::id_detail
