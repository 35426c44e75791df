// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <array>
#include <compare>
#include <cstring>

namespace thimblely {

//! The 16 bytes of a UUID (RFC 9562) as they stand in the file.
using IdBytes = std::array<unsigned char, 16>;

namespace id_detail {
IdBytes makeV7(Instant now);
//! From now on the random half of new ids follows from `seed`: the demo shop and tests are the same at every run.
void useSeed(quint64 seed);
//! 16 bytes of the system's randomness (after useSeed, of the seed), for salts.
IdBytes randomBytes();
IdBytes makeV8(QByteArrayView name);
Result<IdBytes> parse(QStringView text);
QString toText(const IdBytes &bytes);
} // namespace id_detail

/*!
 * The id of one kind of row: a client's id does not compile where an order's is due.
 *
 * There is no null id; what may be absent is a std::optional<Id>. New rows get a UUIDv7 (sorted by time of making,
 * also within one millisecond and across threads); rows that two devices must make alike get a UUIDv8 of their
 * natural key (first 16 bytes of its SHA-256, RFC 9562 section 5.8).
 */
template <typename Tag>
class Id {
public:
    explicit Id(const IdBytes &bytes) : m_bytes(bytes) {}

    static Id make(const Clock &clock) { return Id(id_detail::makeV7(clock.now())); }
    //! The same name gives the same id on every device.
    static Id fromName(QByteArrayView name) { return Id(id_detail::makeV8(name)); }
    //! From 36 characters with hyphens or 32 hexadecimal digits.
    static Result<Id> parse(QStringView text)
    {
        auto bytes = id_detail::parse(text);
        if (!bytes)
            return bytes.error();
        return Id(bytes.value());
    }
    //! The id as that of another kind; for the few rows that share one (a profile and its auth_user).
    template <typename Other>
    Id<Other> as() const
    {
        return Id<Other>(m_bytes);
    }

    const IdBytes &bytes() const { return m_bytes; }
    QByteArrayView view() const { return {m_bytes.data(), qsizetype(m_bytes.size())}; }
    //! 36 characters, lower case.
    QString toString() const { return id_detail::toText(m_bytes); }

    friend bool operator==(const Id &, const Id &) = default;
    friend auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(const Id &id, size_t seed = 0) noexcept
    {
        quint64 tail;
        std::memcpy(&tail, id.m_bytes.data() + 8, sizeof tail); // the random half
        return ::qHash(tail, seed);
    }

private:
    IdBytes m_bytes;
};

using WorkspaceId = Id<struct WorkspaceTag>;
using PersonId = Id<struct PersonTag>;
using MemberId = Id<struct MemberTag>;
using ClientId = Id<struct ClientTag>;
using MeasurementSetId = Id<struct MeasurementSetTag>;
using TemplateId = Id<struct TemplateTag>;
using OrderId = Id<struct OrderTag>;
using OrderItemId = Id<struct OrderItemTag>;
using InventoryItemId = Id<struct InventoryItemTag>;
using MovementId = Id<struct MovementTag>;
using TransactionId = Id<struct TransactionTag>;
using InvoiceId = Id<struct InvoiceTag>;
using OperationId = Id<struct OperationTag>;
using DeviceId = Id<struct DeviceTag>;
using ActivityId = Id<struct ActivityTag>;
using EventId = Id<struct EventTag>;
using RowId = Id<struct RowTag>; //!< a row of any table, where only the table's name tells which kind

} // namespace thimblely
