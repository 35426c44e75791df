// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/attack/doors/door.h"

#include "core/accounts/invitation_service.h"
#include "core/accounts/join_service.h"
#include "core/accounts/linked_accounts_service.h"
#include "core/accounts/member_service.h"
#include "core/accounts/own_sign_ins_service.h"
#include "core/accounts/own_workspaces_service.h"
#include "core/accounts/ownership_service.h"
#include "core/accounts/recovery_service.h"
#include "core/accounts/residency_service.h"
#include "core/accounts/social_accounts_service.h"
#include "core/accounts/team_service.h"
#include "core/accounts/verification_log_service.h"
#include "core/accounts/verification_service.h"

namespace thimblely::test {

namespace {

using A = Asking;

MemberService members(A &a)
{
    return MemberService(a.session, a.door);
}

InvitationService invitations(A &a)
{
    return InvitationService(a.session, a.door);
}

//! Somebody of the workspace who is nobody's owner, so that they can be removed.
MemberId colleague(const A &a)
{
    const QByteArray shop = a.rows.file.workspaces().first();
    return MemberId(markedId(shop + ":member:cutter"));
}

//! Who is only a customer of that workspace's owner.
MemberId customer(const A &a)
{
    const MemberId owner = a.rows.member();
    return a.rows.shop.isEmpty() ? owner : MemberId(markedId(a.rows.shop + ":member:customer"));
}

OwnWorkspacesService ownWorkspaces(A &a)
{
    return OwnWorkspacesService(a.session.path(), a.session.principal(), a.clock);
}

//! As nothing carries a code in the program.
VerificationService verification(A &a)
{
    return VerificationService(a.session.path(), a.session.principal(), a.clock, {});
}

const QString why = QStringLiteral("because");
const QString secret = QStringLiteral("correct horse battery");
const QString pin = QStringLiteral("739154");

//! Such as nobody made: who has none learns nothing by trying.
QByteArray guessedCode()
{
    return accounts::newInvitationCode().toLatin1();
}

const std::vector<Door> doors = {
    {"TeamService::members", [](A &a) { return answered(TeamService(a.session, a.door).members()); }},
    {"TeamService::left", [](A &a) { return answered(TeamService(a.session, a.door).left()); }},
    {"ResidencyService::load", [](A &a) { return answered(ResidencyService(a.session, a.door).load()); }},
    {"ResidencyService::save",
     [](A &a) { return answered(ResidencyService(a.session, a.door).save({.country = QStringLiteral("GH")})); }},
    {"TeamService::add",
     [](A &a) { return answered(TeamService(a.session, a.door).add({.name = QStringLiteral("New"), .pin = pin})); }},

    {"MemberService::card", [](A &a) { return answered(members(a).card(a.rows.member())); }},
    {"MemberService::own", [](A &a) { return answered(members(a).own()); }},
    {"MemberService::openWork", [](A &a) { return answered(members(a).openWork(a.rows.person())); }},
    {"MemberService::change", [](A &a) { return answered(members(a).change(a.rows.member(), {.name = why})); }},
    {"MemberService::giveWorkspaceAccess", [](A &a) { return answered(members(a).giveWorkspaceAccess(customer(a))); }},
    {"MemberService::suspend", [](A &a) { return answered(members(a).suspend(a.rows.member())); }},
    {"MemberService::bringBack", [](A &a) { return answered(members(a).bringBack(a.rows.member())); }},
    {"MemberService::remove", [](A &a) { return answered(members(a).remove(a.rows.member(), std::nullopt)); }},
    // Their work may go to nobody of another workspace.
    {"MemberService::remove", [](A &a) { return answered(members(a).remove(colleague(a), a.rows.person())); }},

    {"InvitationService::open", [](A &a) { return answered(invitations(a).open()); }},
    {"InvitationService::make", [](A &a) { return answered(invitations(a).make({.jobTitle = why})); }},
    {"InvitationService::withdraw",
     [](A &a) { return answered(invitations(a).withdraw(a.rows.of<InvitationId>(Table::WorkspaceInvitations))); }},

    {"JoinService::look", [](A &a) { return answered(JoinService(a.session.path(), a.clock).look(guessedCode())); }},
    {"JoinService::joinNew",
     [](A &a) { return answered(JoinService(a.session.path(), a.clock).joinNew(guessedCode(), why, pin)); }},
    {"JoinService::joinAs",
     [](A &a) { return answered(JoinService(a.session.path(), a.clock).joinAs(guessedCode(), a.rows.person(), pin)); }},

    {"OwnershipService::transfer",
     [](A &a) { return answered(OwnershipService(a.session, a.door).transfer(a.rows.person(), pin, pin)); }},
    {"OwnershipService::remove", [](A &a) { return answered(OwnershipService(a.session, a.door).remove(why)); }},
    {"OwnershipService::openWork", [](A &a) { return answered(OwnershipService(a.session, a.door).openWork()); }},
    {"OwnWorkspacesService::all", [](A &a) { return answered(ownWorkspaces(a).all()); }},
    {"OwnWorkspacesService::mayCreate", [](A &a) { return answered(ownWorkspaces(a).mayCreate()); }},
    {"OwnWorkspacesService::create",
     [](A &a) {
         return answered(
             ownWorkspaces(a).create({why, QStringLiteral("NG"), QStringLiteral("NGN"), UnitSystem::Metric, {}, {}}));
     }},
    {"OwnWorkspacesService::enter",
     [](A &a) { return answered(ownWorkspaces(a).enter(a.rows.of<WorkspaceId>(Table::Workspaces))); }},
    {"OwnWorkspacesService::bringBack",
     [](A &a) { return answered(ownWorkspaces(a).bringBack(a.rows.of<WorkspaceId>(Table::Workspaces))); }},
    {"OwnWorkspacesService::bringBackLast",
     [](A &a) { return answered(OwnWorkspacesService::bringBackLast(a.session.path(), a.clock, a.typed, secret)); }},

    {"OwnSignInsService::open", [](A &a) { return answered(OwnSignInsService(a.session, a.door).open()); }},
    {"OwnSignInsService::end",
     [](A &a) { return answered(OwnSignInsService(a.session, a.door).end(a.rows.of<RowId>(Table::AuthSessions))); }},
    {"OwnSignInsService::endOthers",
     [](A &a) {
         return answered(OwnSignInsService(a.session, a.door).endOthers(a.rows.of<RowId>(Table::AuthSessions)));
     }},
    {"LinkedAccountsService::all", [](A &a) { return answered(LinkedAccountsService(a.session, a.door).all()); }},
    {"LinkedAccountsService::unlink",
     [](A &a) {
         const LinkedAccount account{a.rows.of<RowId>(Table::OauthConnections), "google", why, a.clock.now(), {}};
         return answered(LinkedAccountsService(a.session, a.door).unlink(account));
     }},
    {"SocialAccountsService::all", [](A &a) { return answered(SocialAccountsService(a.session, a.door).all()); }},
    {"SocialAccountsService::add",
     [](A &a) {
         SocialAccountDraft draft;
         draft.username = why;
         draft.isShops = true;
         return answered(SocialAccountsService(a.session, a.door).add(draft));
     }},
    {"SocialAccountsService::setActive",
     [](A &a) {
         return answered(SocialAccountsService(a.session, a.door)
                             .setActive(a.rows.of<RowId>(Table::SocialMediaConnections), false));
     }},
    {"SocialAccountsService::remove",
     [](A &a) {
         return answered(
             SocialAccountsService(a.session, a.door).remove(a.rows.of<RowId>(Table::SocialMediaConnections)));
     }},
    {"VerificationLogService::page",
     [](A &a) {
         const VerificationPlace after{a.clock.now(), a.rows.of<RowId>(Table::VerificationLogs)};
         return answered(VerificationLogService(a.session).page(after, 500));
     }},
    {"VerificationService::addresses", [](A &a) { return answered(verification(a).addresses()); }},
    {"VerificationService::send", [](A &a) { return answered(verification(a).send(access::AddressKind::Email)); }},
    {"VerificationService::confirm",
     [](A &a) { return answered(verification(a).confirm(access::AddressKind::Email, pin)); }},

    {"RecoveryService::sheet",
     [](A &a) { return answered(RecoveryService(a.session.path(), a.clock).sheet(a.session.principal().person)); }},
    {"RecoveryService::setOnPaper",
     [](A &a) {
         return answered(RecoveryService(a.session.path(), a.clock).setOnPaper(a.session.principal().person));
     }},
    // The last of all: who has left does nothing more.
    {"OwnershipService::leave", [](A &a) { return answered(OwnershipService(a.session, a.door).leave()); }},
};

} // namespace

std::span<const Door> teamDoors()
{
    return doors;
}

} // namespace thimblely::test
