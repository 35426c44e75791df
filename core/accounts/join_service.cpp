// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/join_service.h"

#include "core/access/privileged/invitation_store.h"
#include "core/accounts/background.h"
#include "core/accounts/login_names.h"
#include "core/accounts/pin_check.h"
#include "core/accounts/pin_hash.h"
#include "core/accounts/secret_rules.h"

namespace thimblely {

namespace {

using access::InvitationStore;
using access::Joiner;
using access::PrincipalStore;
using access::StoredInvitation;
using accounts::InvitationPaper;

Error error(ErrorKind kind, const char *code, const QStringList &args = {})
{
    return {kind, code, args, {}};
}

//! An invitation that stands in the file as it was signed.
struct Found {
    StoredInvitation stored;
    InvitationPaper paper;
};

Result<void> checkStatus(const StoredInvitation &stored, Instant now)
{
    if (stored.status == "accepted")
        return error(ErrorKind::Conflict, "invitation.used");
    if (stored.status == "cancelled")
        return error(ErrorKind::Conflict, "invitation.withdrawn");
    if (stored.status == "expired" || stored.expiresAt <= now)
        return error(ErrorKind::Conflict, "invitation.expired");
    return {};
}

Result<Found> find(InvitationStore &store, const QByteArray &presented, Instant now)
{
    TRY_ASSIGN(const accounts::PresentedInvitation shown, accounts::readInvitation(presented));
    if (shown.paper) {
        TRY_ASSIGN(const bool here, store.holdsWorkspace(shown.paper->workspace));
        if (!here)
            return error(ErrorKind::NotFound, "invitation.other_shop", {shown.paper->shop});
    }
    TRY_ASSIGN(const std::optional<StoredInvitation> stored, store.byTokenHash(shown.tokenHash));
    if (!stored)
        return error(ErrorKind::NotFound, "invitation.unknown");
    const accounts::StoredSeal kept = accounts::readInvitationMetadata(stored->metadata);
    InvitationPaper paper{InvitationId(stored->id.bytes()),
                          stored->workspace,
                          kept.shop,
                          stored->role,
                          kept.jobTitle,
                          stored->email,
                          kept.inviter,
                          stored->expiresAt,
                          shown.tokenHash};
    // Neither the paper nor the row may have been given more than was signed.
    if (!kept.seal.fits(paper) || (shown.paper && shown.paper->signedBytes() != paper.signedBytes()))
        return error(ErrorKind::Invalid, "invitation.tampered");
    TRY(checkStatus(*stored, now));
    return Found{*stored, std::move(paper)};
}

Result<DeviceId> deviceOf(PrincipalStore &store, const Clock &clock)
{
    TRY_ASSIGN(const std::optional<DeviceId> known, store.device());
    return known ? *known : DeviceId::make(clock);
}

Result<Joined> join(const QString &path, const Clock &clock, PrincipalStore &people, const QByteArray &presented,
                    const Joiner &joiner)
{
    TRY_ASSIGN(auto store, InvitationStore::open(storage::OpenOptions{path}));
    TRY_ASSIGN(const Found found, find(*store, presented, clock.now()));
    TRY_ASSIGN(const DeviceId device, deviceOf(people, clock));
    TRY_ASSIGN(const PersonId person, store->accept(found.stored, found.paper.jobTitle, joiner, device, clock));
    return Joined{person, found.stored.workspace};
}

//! So that nobody is asked for a secret, or hashes one, for a paper that lets nobody in.
Result<void> lookFirst(const QString &path, const Clock &clock, const QByteArray &presented)
{
    TRY_ASSIGN(auto store, InvitationStore::open(storage::OpenOptions{path}));
    TRY(find(*store, presented, clock.now()));
    return {};
}

} // namespace

JoinService::JoinService(QString path, const Clock &clock) : m_path(std::move(path)), m_clock(clock)
{
    m_pool.setMaxThreadCount(1);
}

JoinService::~JoinService()
{
    m_pool.waitForDone();
}

QFuture<Result<InvitationOffer>> JoinService::look(const QByteArray &presented)
{
    return accounts::runOn<Result<InvitationOffer>>(m_pool, [this, presented]() -> Result<InvitationOffer> {
        TRY_ASSIGN(auto store, InvitationStore::open(storage::OpenOptions{m_path}));
        TRY_ASSIGN(const Found found, find(*store, presented, m_clock.now()));
        return InvitationOffer{found.stored.workspace, found.stored.workspaceName, found.paper.inviter,
                               found.paper.role,       found.paper.jobTitle,       found.paper.email,
                               found.paper.expiresAt};
    });
}

QFuture<Result<Joined>> JoinService::joinNew(const QByteArray &presented, const QString &name, const QString &pin)
{
    return accounts::runOn<Result<Joined>>(m_pool, [this, presented, name, pin]() -> Result<Joined> {
        TRY(lookFirst(m_path, m_clock, presented));
        if (name.simplified().isEmpty() || name.size() > 200)
            return error(ErrorKind::Invalid, "team.no_name");
        TRY(validatePin(pin));
        TRY_ASSIGN(auto people, PrincipalStore::open(storage::OpenOptions{m_path}));
        TRY_ASSIGN(const QByteArray fileId, people->fileId());
        TRY_ASSIGN(const PinHash hash, hashNewPin(fileId, pin));
        TRY_ASSIGN(const QString login, accounts::freeLoginName(*people, name));
        return join(m_path, m_clock, *people, presented, {std::nullopt, name.simplified(), login, hash.toText()});
    });
}

QFuture<Result<Joined>> JoinService::joinAs(const QByteArray &presented, PersonId person, const QString &secret)
{
    return accounts::runOn<Result<Joined>>(m_pool, [this, presented, person, secret]() -> Result<Joined> {
        TRY(lookFirst(m_path, m_clock, presented));
        TRY_ASSIGN(auto people, PrincipalStore::open(storage::OpenOptions{m_path}));
        TRY(accounts::checkPinOrPassword(*people, m_clock, person, secret));
        return join(m_path, m_clock, *people, presented, {person});
    });
}

} // namespace thimblely
