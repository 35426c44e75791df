// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/member_rows.h"

#include "core/access/member_rules.h"
#include "core/access/scoped_connection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace thimblely::accounts {

namespace {

using access::Capability;
using access::FieldValue;

constexpr QLatin1String weekKey("week");
constexpr int wholeBp = 10'000;

MemberStatus statusFrom(const QByteArray &code)
{
    return code == "active"      ? MemberStatus::Active
           : code == "suspended" ? MemberStatus::Suspended
           : code == "removed"   ? MemberStatus::Removed
                                 : MemberStatus::Pending;
}

PayKind payKindFrom(const QByteArray &code)
{
    return code == "hour" ? PayKind::Hour : code == "month" ? PayKind::Month : PayKind::Piece;
}

const char *codeOf(PayKind kind)
{
    switch (kind) {
    case PayKind::Piece:
        return "piece";
    case PayKind::Hour:
        return "hour";
    case PayKind::Month:
        return "month";
    }
    Q_UNREACHABLE();
}

QStringList listFrom(const QByteArray &json)
{
    QStringList list;
    const QJsonArray entries = QJsonDocument::fromJson(json).array();
    for (const auto &entry : entries)
        list.append(entry.toString());
    return list;
}

FieldValue textOrNull(const QString &text)
{
    return text.isEmpty() ? FieldValue(std::nullopt) : FieldValue(text);
}

FieldValue bytesOrNull(const QByteArray &bytes)
{
    return bytes.isEmpty() ? FieldValue(std::nullopt) : FieldValue(bytes);
}

template <typename T>
FieldValue orNull(const std::optional<T> &value)
{
    return value ? FieldValue(*value) : FieldValue(std::nullopt);
}

QByteArray skillsJson(const QStringList &skills)
{
    return skills.isEmpty() ? QByteArray()
                            : QJsonDocument(QJsonArray::fromStringList(skills)).toJson(QJsonDocument::Compact);
}

QByteArray weekJson(const std::optional<WorkWeek> &week)
{
    return week ? QJsonDocument(QJsonObject{{weekKey, week->toJson()}}).toJson(QJsonDocument::Compact) : QByteArray();
}

//! In the view of its own, for those who may read it.
Result<std::optional<MemberPay>> payOf(access::ScopedConnection &connection, MemberId member, const Currency &currency)
{
    TRY_ASSIGN(auto query, connection.query("SELECT pay_type, pay_minor FROM member_wages WHERE id = ?"));
    query->bind(member);
    TRY_ASSIGN(const bool found, query->step());
    if (!found || query->isNull(0))
        return std::optional<MemberPay>();
    MemberPay pay{payKindFrom(query->utf8(0))};
    if (!query->isNull(1))
        pay.amount = Money(query->int64(1), currency);
    return std::optional(pay);
}

Result<Currency> currencyOf(access::ScopedConnection &connection)
{
    TRY_ASSIGN(auto query, connection.query("SELECT currency FROM workspaces"));
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "workspace.unknown", {}, {}};
    return Currency::parse(query->text(0));
}

Error invalid(const char *code, const QStringList &args = {})
{
    return {ErrorKind::Invalid, code, args, {}};
}

void addRights(std::vector<access::Field> &fields, const StoredMember &before, const MemberTerms &terms)
{
    const MemberTerms &was = before.card.terms;
    if (terms.role != was.role)
        fields.push_back({"role", access::nameOf(terms.role)});
    if (terms.jobTitle != was.jobTitle)
        fields.push_back({"job_title", textOrNull(terms.jobTitle)});
    if (terms.permissions != was.permissions)
        fields.push_back({"permissions", bytesOrNull(terms.permissions.toJson(before.permissions))});
    if (terms.discountLimitBp != was.discountLimitBp)
        fields.push_back({"discount_limit_bp", orNull(terms.discountLimitBp)});
    if (terms.refundLimit != was.refundLimit)
        fields.push_back({"refund_limit_minor", orNull(terms.refundLimit)});
}

} // namespace

Result<StoredMember> loadMember(access::ScopedConnection &connection, MemberId member)
{
    const bool own = member == connection.principal().member;
    if (!own)
        TRY(connection.principal().require(Capability::TeamManage));
    TRY_ASSIGN(const Currency currency, currencyOf(connection));
    MemberTerms terms;
    std::optional<PersonId> person;
    MemberStatus status = MemberStatus::Active;
    QByteArray permissions;
    std::optional<bool> customerAccess;
    Instant since(0);
    {
        TRY_ASSIGN(auto query, connection.query(QByteArray(R"(
            SELECT member.user_id, coalesce(member.display_name, person.full_name), member.role, member.job_title,
                   member.permissions, member.discount_limit_bp, member.refund_limit_minor, member.skills,
                   member.working_hours, member.status, ifnull(person.role, '') = 'customer',
                   person.workspace_access_at IS NOT NULL, ifnull(member.accepted_at, member.created_at)
              FROM )") +
                                                (own ? "own_membership AS member LEFT JOIN own_profile"
                                                     : "workspace_members AS member LEFT JOIN profiles") +
                                                " AS person ON person.id = member.user_id WHERE member.id = ?"));
        query->bind(member);
        TRY_ASSIGN(const bool found, query->step());
        if (!found)
            return Error{ErrorKind::NotFound, "row.not_found", {QStringLiteral("workspace_members")}, {}};
        person = query->id<PersonId>(0);
        terms.name = query->text(1);
        TRY_ASSIGN(terms.role, access::roleFromName(query->utf8(2)));
        terms.jobTitle = query->text(3);
        permissions = query->isNull(4) ? QByteArray() : query->utf8(4);
        TRY_ASSIGN(terms.permissions, access::Permissions::fromJson(permissions));
        if (const auto limit = query->optionalInt64(5))
            terms.discountLimitBp = int(*limit);
        if (const auto limit = query->optionalInt64(6))
            terms.refundLimit = Money(*limit, currency);
        terms.skills = listFrom(query->utf8(7));
        terms.week = WorkWeek::fromJson(QJsonDocument::fromJson(query->utf8(8))[weekKey]);
        status = statusFrom(query->utf8(9));
        if (query->boolean(10))
            customerAccess = query->boolean(11);
        since = query->instant(12);
    }
    const bool showsPay = connection.principal().can(Capability::FinanceRead);
    if (showsPay) {
        TRY_ASSIGN(terms.pay, payOf(connection, member, currency));
    }
    return StoredMember{{member, *person, status, terms, showsPay, customerAccess, since}, permissions};
}

Result<void> checkTerms(const MemberTerms &terms, const Currency &currency)
{
    if (terms.name.simplified().isEmpty() || terms.name.size() > 200)
        return invalid("team.no_name");
    if (terms.discountLimitBp && (*terms.discountLimitBp < 0 || *terms.discountLimitBp > wholeBp))
        return invalid("team.bad_limit");
    if (terms.refundLimit && terms.refundLimit->minor() < 0)
        return invalid("team.bad_limit");
    if (terms.pay && terms.pay->amount && terms.pay->amount->minor() < 0)
        return invalid("team.bad_limit");
    for (const std::optional<Money> &amount : {terms.refundLimit, terms.pay ? terms.pay->amount : std::nullopt}) {
        if (amount && amount->currency() != currency)
            return invalid("team.other_currency");
    }
    for (int each = 0; each < access::capabilityCount; ++each) {
        const auto capability = Capability(each);
        if (access::neverSingle().has(capability) &&
            (terms.permissions.grants.has(capability) || terms.permissions.refusals.has(capability)))
            return invalid("team.not_single", {QString::fromLatin1(access::nameOf(capability))});
    }
    return {};
}

Result<void> requireOtherName(changes::WriteContext &context, const QString &name, const std::optional<MemberId> &of)
{
    TRY_ASSIGN(auto names, context.query(R"(
        SELECT coalesce(member.display_name, person.full_name)
          FROM workspace_members AS member LEFT JOIN profiles AS person ON person.id = member.user_id
         WHERE member.status <> 'removed' AND member.id IS NOT ?)"));
    names->bind(of);
    return access::requireOtherName(*names, name);
}

std::vector<access::Field> fieldsBetween(const StoredMember &before, const MemberTerms &terms)
{
    const MemberTerms &was = before.card.terms;
    std::vector<access::Field> fields;
    if (terms.name.simplified() != was.name)
        fields.push_back({"display_name", terms.name.simplified()});
    addRights(fields, before, terms);
    if (terms.skills != was.skills)
        fields.push_back({"skills", bytesOrNull(skillsJson(terms.skills))});
    if (terms.week != was.week)
        fields.push_back({"working_hours", bytesOrNull(weekJson(terms.week))});
    if (before.card.showsPay && terms.pay != was.pay) {
        fields.push_back({"pay_type", terms.pay ? FieldValue(codeOf(terms.pay->kind)) : FieldValue(std::nullopt)});
        fields.push_back({"pay_minor", terms.pay ? orNull(terms.pay->amount) : FieldValue(std::nullopt)});
    }
    return fields;
}

} // namespace thimblely::accounts
