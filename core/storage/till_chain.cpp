// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/till_chain.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <array>

namespace thimblely::storage {

namespace {

constexpr std::array moneyColumns = {"id",
                                     "till_id",
                                     "till_seq",
                                     "transaction_type",
                                     "effect",
                                     "category",
                                     "amount_minor",
                                     "currency",
                                     "order_id",
                                     "invoice_id",
                                     "goal_id",
                                     "reverses_transaction_id",
                                     "payment_method",
                                     "tendered_minor",
                                     "change_minor",
                                     "date",
                                     "occurred_at",
                                     "receipt_no",
                                     "tax_breakdown"};
// Not the client: two cards of one person may become one, and the money follows the card; the order stays.
constexpr std::array privateColumns = {"member_id",   "created_by",   "approved_by", "reason",        "description",
                                       "payment_ref", "counterparty", "document_no", "receipt_media", "metadata"};

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toBase64(base64);
}

QByteArray textOf(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toString().toLatin1();
}

} // namespace

QJsonObject TillLink::toJson() const
{
    QJsonObject json{{QStringLiteral("prev_hash"), QString::fromLatin1(previous)},
                     {QStringLiteral("hash"), QString::fromLatin1(hash)},
                     {QStringLiteral("people"), QString::fromLatin1(people)}};
    if (!salt.isEmpty())
        json.insert(QStringLiteral("salt"), QString::fromLatin1(salt));
    return json;
}

TillLink TillLink::fromJson(const QJsonObject &json)
{
    return {textOf(json, "prev_hash"), textOf(json, "hash"), textOf(json, "people"), textOf(json, "salt")};
}

void CanonicalRow::add(char kind, const QByteArray &value)
{
    m_bytes += kind;
    m_bytes += QByteArray::number(value.size());
    m_bytes += ':';
    m_bytes += value;
}

void CanonicalRow::addNull()
{
    m_bytes += 'n';
}

void CanonicalRow::addNumber(qint64 value)
{
    add('i', QByteArray::number(value));
}

void CanonicalRow::addText(const QByteArray &utf8)
{
    add('t', utf8);
}

void CanonicalRow::addBlob(const QByteArray &bytes)
{
    add('b', bytes);
}

std::span<const char *const> tillMoneyColumns()
{
    return moneyColumns;
}

std::span<const char *const> tillMoneyPrivateColumns()
{
    return privateColumns;
}

QByteArray canonicalTillDay(const QJsonObject &day)
{
    return QJsonDocument(day).toJson(QJsonDocument::Compact); // keys sorted
}

QByteArray hashOfLink(const QByteArray &previous, const QByteArray &people, const QByteArray &open)
{
    return sha256(previous + '|' + people + '|' + open);
}

TillLink linkAfter(const QByteArray &previous, const QByteArray &open, const QByteArray &hidden, const QByteArray &salt)
{
    TillLink link{previous, {}, sha256(salt + hidden), salt};
    link.hash = hashOfLink(previous, link.people, open);
    return link;
}

} // namespace thimblely::storage
