// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/member_service.h"

#include "core/access/member_rules.h"
#include "core/accounts/member_rows.h"

#include <algorithm>

namespace thimblely {

namespace {

using access::Capability;
using access::Role;
using accounts::StoredMember;
using changes::Operation;
using changes::WriteContext;
using storage::Table;

Error conflict(const char *code)
{
    return {ErrorKind::Conflict, code, {}, {}};
}

Result<Currency> shopCurrency(access::ScopedConnection &connection)
{
    TRY_ASSIGN(auto query, connection.query("SELECT currency FROM workspaces"));
    TRY(query->step());
    return Currency::parse(query->text(0));
}

//! Wages are no right, but nobody sets their own either.
Result<void> checkOwnPay(const access::Principal &own, const StoredMember &before, const MemberTerms &terms)
{
    const bool isOwn = before.card.person == own.person && own.role != Role::Owner;
    if (isOwn && before.card.showsPay && terms.pay != before.card.terms.pay)
        return Error{ErrorKind::Forbidden, "team.own_rights", {}, {}};
    return {};
}

Result<void> changeMember(WriteContext &context, MemberId member, const MemberTerms &terms)
{
    TRY(context.principal().require(Capability::TeamManage));
    TRY_ASSIGN(const StoredMember before, accounts::loadMember(context.connection(), member));
    if (before.card.terms.role > context.principal().role)
        return Error{ErrorKind::Forbidden, "team.of_higher", {}, {}};
    if (before.card.status == MemberStatus::Removed)
        return conflict("team.not_active");
    TRY_ASSIGN(const Currency currency, shopCurrency(context.connection()));
    TRY(accounts::checkTerms(terms, currency));
    TRY(checkOwnPay(context.principal(), before, terms));
    if (terms.name.simplified() != before.card.terms.name)
        TRY(accounts::requireOtherName(context, terms.name, member));
    const std::vector<access::Field> fields = accounts::fieldsBetween(before, terms);
    context.nameIt({terms.name.simplified()});
    return fields.empty() ? Result<void>() : context.rows().update(Table::WorkspaceMembers, member, fields);
}

//! From one of `from` to `to`; who is there already is no change.
Result<void> setStatus(WriteContext &context, MemberId member, std::initializer_list<MemberStatus> from, const char *to)
{
    TRY(context.principal().require(Capability::TeamManage));
    TRY_ASSIGN(const StoredMember before, accounts::loadMember(context.connection(), member));
    // Who goes by themselves leaves (ownership_service.h); the owner is kept by the file itself.
    if (before.card.person == context.principal().person && context.principal().role != Role::Owner)
        return Error{ErrorKind::Forbidden, "team.own_rights", {}, {}};
    if (std::find(from.begin(), from.end(), before.card.status) == from.end())
        return conflict("team.not_active");
    context.nameIt({before.card.terms.name});
    return context.rows().update(Table::WorkspaceMembers, member, {{"status", to}});
}

//! Work goes to somebody who is there to do it.
Result<void> requireActive(WriteContext &context, PersonId person)
{
    TRY_ASSIGN(auto query, context.query("SELECT 1 FROM workspace_members WHERE user_id = ? AND status = 'active'"));
    query->bind(person);
    TRY_ASSIGN(const bool found, query->step());
    return found ? Result<void>() : conflict("team.heir_gone");
}

Result<accounts::OpenWork> removeMember(WriteContext &context, MemberId member, const std::optional<PersonId> &heir)
{
    TRY(setStatus(context, member, {MemberStatus::Active, MemberStatus::Suspended, MemberStatus::Pending}, "removed"));
    TRY_ASSIGN(const StoredMember gone, accounts::loadMember(context.connection(), member));
    if (heir)
        TRY(requireActive(context, *heir));
    return accounts::handOverWork(context, gone.card.person, heir);
}

Result<void> giveAccess(WriteContext &context, MemberId member)
{
    TRY(context.principal().require(Capability::WorkspaceManage));
    TRY_ASSIGN(const StoredMember before, accounts::loadMember(context.connection(), member));
    if (before.card.customerAccess.value_or(true))
        return conflict("team.no_customer");
    context.nameIt({before.card.terms.name});
    return context.rows().update(
        Table::Profiles, before.card.person,
        {{"workspace_access_at", context.clock().now()}, {"workspace_access_by", context.principal().person}});
}

} // namespace

Result<MemberCard> MemberService::card(MemberId member) const
{
    TRY_ASSIGN(const StoredMember stored, accounts::loadMember(m_session.reader(), member));
    return stored.card;
}

CardReach MemberService::reach(const MemberCard &card) const
{
    const access::Principal &own = m_session.principal();
    if (!own.can(Capability::TeamManage) || card.terms.role > own.role)
        return CardReach::Nothing;
    // An owner may do everything whatever stands there, and nobody sets their own rights.
    return card.person == own.person ? CardReach::Facts : CardReach::All;
}

bool MemberService::mayDismiss(const MemberCard &card) const
{
    return reach(card) == CardReach::All && card.terms.role != Role::Owner;
}

std::optional<Capability> MemberService::beyondOwn(const MemberTerms &terms) const
{
    return access::beyond(m_session.principal().capabilities, terms.capabilities());
}

QFuture<Result<void>> MemberService::change(MemberId member, MemberTerms terms)
{
    return m_door.write<void>(Operation{"team.change"}, [member, terms = std::move(terms)](WriteContext &context) {
        return changeMember(context, member, terms);
    });
}

bool MemberService::mayGiveWorkspaceAccess(const MemberCard &card) const
{
    const access::Principal &own = m_session.principal();
    return card.customerAccess == std::optional(false) && card.person != own.person &&
           own.can(Capability::WorkspaceManage);
}

QFuture<Result<void>> MemberService::giveWorkspaceAccess(MemberId member)
{
    return m_door.write<void>(Operation{"team.access"},
                              [member](WriteContext &context) { return giveAccess(context, member); });
}

QFuture<Result<void>> MemberService::suspend(MemberId member)
{
    return m_door.write<void>(Operation{"team.suspend"}, [member](WriteContext &context) {
        return setStatus(context, member, {MemberStatus::Active}, "suspended");
    });
}

QFuture<Result<void>> MemberService::bringBack(MemberId member)
{
    return m_door.write<void>(Operation{"team.bring_back"}, [member](WriteContext &context) {
        return setStatus(context, member, {MemberStatus::Suspended, MemberStatus::Removed}, "active");
    });
}

Result<accounts::OpenWork> MemberService::openWork(PersonId person) const
{
    return accounts::openWorkOf(m_session.reader(), person, m_door.clock().now());
}

QFuture<Result<accounts::OpenWork>> MemberService::remove(MemberId member, std::optional<PersonId> heir)
{
    return m_door.write<accounts::OpenWork>(Operation{"team.remove"}, [member, heir](WriteContext &context) {
        return removeMember(context, member, heir);
    });
}

} // namespace thimblely
