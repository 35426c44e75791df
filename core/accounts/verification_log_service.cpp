// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/verification_log_service.h"

#include <array>
#include <limits>

namespace thimblely {

namespace {

constexpr std::array statuses = {"sent", "delivered", "failed", "verified"};
constexpr qsizetype shownDigits = 2; // at the end of a number
constexpr qsizetype countryDigits = 4;

VerificationStatus statusOf(const QByteArray &name)
{
    for (size_t i = 0; i < statuses.size(); ++i) {
        if (name == statuses[i])
            return VerificationStatus(i);
    }
    return VerificationStatus::Sent;
}

} // namespace

QString maskedAddress(access::AddressKind kind, const QString &address)
{
    const QString dots(QChar(u'\u2026'));
    if (kind == access::AddressKind::Email) {
        const qsizetype at = address.lastIndexOf(u'@');
        if (at < 0)
            return dots;
        const QString name = address.left(at);
        if (name.size() < 3)
            return dots + address.mid(at);
        return name.front() + dots + name.back() + address.mid(at);
    }
    QString digits;
    for (const QChar each : address) {
        if (each.isDigit() || (each == u'+' && digits.isEmpty()))
            digits.append(each);
    }
    if (digits.size() <= countryDigits + shownDigits)
        return dots + digits.right(shownDigits);
    return digits.left(digits.startsWith(u'+') ? countryDigits : 0) + u' ' + dots + u' ' + digits.right(shownDigits);
}

//! The view has the person's own only.
Result<std::vector<VerificationEntry>> VerificationLogService::page(const std::optional<VerificationPlace> &after,
                                                                    int limit) const
{
    TRY_ASSIGN(auto query, m_session.reader().query(R"(
        SELECT id, verification_type, sent_to, status, sent_at, verified_at
          FROM verification_logs
         WHERE (ifnull(sent_at, 0), id) < (?1, ?2)
         ORDER BY ifnull(sent_at, 0) DESC, id DESC
         LIMIT ?3)"));
    query->bind(after ? after->sentAt : Instant(std::numeric_limits<qint64>::max()));
    query->bindBlob(after ? after->id.view() : QByteArrayView("")).bind(limit);
    std::vector<VerificationEntry> entries;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return entries;
        const auto kind = query->utf8(1) == "email" ? access::AddressKind::Email : access::AddressKind::Phone;
        entries.push_back({query->id<RowId>(0), kind, maskedAddress(kind, query->text(2)), statusOf(query->utf8(3)),
                           query->optionalInstant(4), query->optionalInstant(5)});
    }
}

} // namespace thimblely
