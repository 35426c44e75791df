// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/sign_in_service.h"

#include "core/access/privileged/oauth_store.h"
#include "core/accounts/attempt.h"
#include "core/accounts/background.h"
#include "core/accounts/faces.h"
#include "core/accounts/password_hash.h"
#include "core/accounts/pin_check.h"

#include <algorithm>
#include <optional>

namespace thimblely {

namespace {

using access::PrincipalStore;
using Principal = access::Principal;

using accounts::checkPassword;
using accounts::checkPin;
using accounts::checkPinOrPassword;
using accounts::wrongSecret;

//! Of a PIN that was right. Waits for the keychain, which is asked since the faces stand there.
PinNeed needOf(const PinHash &hash, const QByteArray &fileId, const QString &pin)
{
    if (hash.given)
        return PinNeed::Given;
    if (hash.needsKey() || validatePin(pin, shortestPin(false)))
        return PinNeed::None;
    const auto key = DeviceKeys::ofThisComputer().find(fileId);
    return !key && key.error().code == noKeychainHere().code ? PinNeed::TooShort : PinNeed::None;
}

Result<DeviceId> deviceOf(PrincipalStore &store, const Clock &clock)
{
    TRY_ASSIGN(const std::optional<DeviceId> known, store.device());
    if (known)
        return *known;
    const DeviceId made = DeviceId::make(clock);
    TRY(store.setDevice(made, {}, clock.now()));
    return made;
}

//! A workspace of theirs: the one they wanted, else as with a password.
Result<WorkspaceId> workspaceOf(PrincipalStore &store, const std::vector<Face> &faces, PersonId person,
                                const std::optional<WorkspaceId> &shop)
{
    const bool works =
        std::ranges::any_of(faces, [&](const Face &face) { return face.person == person && shop == face.workspace; });
    return works ? Result<WorkspaceId>(*shop) : store.workspaceFor(person);
}

Result<ByIdentity> enterBy(PrincipalStore &store, const QString &path, const Clock &clock,
                           const VerifiedIdentity &identity, const std::optional<WorkspaceId> &shop)
{
    TRY_ASSIGN(const auto links, access::OauthStore::open(storage::OpenOptions{path}));
    TRY_ASSIGN(const std::optional<PersonId> person, links->personOf(identity.provider(), identity.subject()));
    if (!person)
        return Error{ErrorKind::NotFound, "oauth.not_linked", {identity.email()}, {}};
    TRY(accounts::Attempt(store, clock, *person).letIn());
    TRY_ASSIGN(const std::vector<Face> faces, accounts::facesOf(store));
    TRY_ASSIGN(const WorkspaceId workspace, workspaceOf(store, faces, *person, shop));
    TRY_ASSIGN(const DeviceId device, deviceOf(store, clock));
    TRY_ASSIGN(const Principal principal, store.load(*person, workspace, device));
    TRY(links->noteUse({*person, workspace, device}, identity.provider(), identity.subject(), clock));
    const auto face = std::ranges::find_if(
        faces, [&](const Face &each) { return each.person == *person && each.workspace == workspace; });
    return ByIdentity{principal, face == faces.end() ? QString() : face->name};
}

} // namespace

Result<std::vector<Face>> accounts::facesOf(PrincipalStore &store)
{
    TRY_ASSIGN(const auto found, store.faces());
    std::vector<Face> faces;
    faces.reserve(found.size());
    for (const access::SignInFace &face : found)
        faces.push_back({face.person, face.workspace, face.name, face.colour, face.login, face.role, face.job,
                         face.hasPin, face.workspaceName, face.workspaceSlug, face.since, face.hasNamesake});
    return faces;
}

struct SignInService::State {
    State(const QString &filePath, const Clock &theClock) : path(filePath), clock(theClock)
    {
        pool.setMaxThreadCount(1); // one after the other: 64 MiB at a time, and no race for free tries
    }

    Result<std::unique_ptr<PrincipalStore>> open() const { return PrincipalStore::open(storage::OpenOptions{path}); }

    const QString path;
    const Clock &clock;
    QThreadPool pool;
};

SignInService::SignInService(const QString &path, const Clock &clock) : m_state(std::make_shared<State>(path, clock)) {}

SignInService::~SignInService()
{
    m_state->pool.waitForDone();
}

QFuture<Result<std::vector<Face>>> SignInService::faces()
{
    return accounts::runOn<Result<std::vector<Face>>>(m_state->pool,
                                                      [state = m_state.get()]() -> Result<std::vector<Face>> {
                                                          TRY_ASSIGN(auto store, state->open());
                                                          return accounts::facesOf(*store);
                                                      });
}

QFuture<Result<Principal>> SignInService::withPassword(const QString &login, const QString &password,
                                                       const QString &slug)
{
    return accounts::runOn<Result<Principal>>(
        m_state->pool, [state = m_state.get(), login, password, slug]() -> Result<Principal> {
            TRY_ASSIGN(auto store, state->open());
            TRY_ASSIGN(const std::optional<PersonId> person, store->findByLogin(login));
            if (!person) {
                verifySecret(hashOfNothing(), password);
                return wrongSecret();
            }
            TRY(checkPassword(*store, state->clock, *person, password));
            TRY_ASSIGN(const WorkspaceId workspace, store->workspaceFor(*person, slug));
            TRY_ASSIGN(const DeviceId device, deviceOf(*store, state->clock));
            return store->load(*person, workspace, device);
        });
}

QFuture<Result<std::vector<QByteArray>>> SignInService::linkedProviders()
{
    return accounts::runOn<Result<std::vector<QByteArray>>>(
        m_state->pool, [state = m_state.get()]() -> Result<std::vector<QByteArray>> {
            TRY_ASSIGN(const auto store, access::OauthStore::open(storage::OpenOptions{state->path}));
            return store->linkedProviders();
        });
}

QFuture<Result<ByIdentity>> SignInService::withIdentity(const VerifiedIdentity &identity,
                                                        const std::optional<WorkspaceId> &shop)
{
    return accounts::runOn<Result<ByIdentity>>(m_state->pool,
                                               [state = m_state.get(), identity, shop]() -> Result<ByIdentity> {
                                                   TRY_ASSIGN(auto store, state->open());
                                                   return enterBy(*store, state->path, state->clock, identity, shop);
                                               });
}

void SignInService::prepare()
{
    m_state->pool.start([state = m_state.get()] {
        const auto store = state->open();
        const auto fileId = store ? (*store)->fileId() : Result<QByteArray>(store.error());
        if (fileId)
            DeviceKeys::ofThisComputer().prepare(*fileId);
    });
}

QFuture<Result<SignedIn>> SignInService::withPin(PersonId person, WorkspaceId workspace, const QString &pin)
{
    return accounts::runOn<Result<SignedIn>>(
        m_state->pool, [state = m_state.get(), person, workspace, pin]() -> Result<SignedIn> {
            TRY_ASSIGN(auto store, state->open());
            TRY_ASSIGN(const PinHash hash, checkPin(*store, state->clock, person, pin));
            TRY_ASSIGN(const DeviceId device, deviceOf(*store, state->clock));
            TRY_ASSIGN(const Principal principal, store->load(person, workspace, device));
            TRY_ASSIGN(const QByteArray fileId, store->fileId());
            const PinNeed need = needOf(hash, fileId, pin);
            if (!hash.needsKey() && need == PinNeed::None)
                accounts::protectPinLater(state->path, fileId, person, pin, state->clock.now());
            return SignedIn{principal, need};
        });
}

QFuture<Result<std::vector<Face>>> SignInService::approvers(WorkspaceId workspace,
                                                            std::vector<access::Capability> capabilities)
{
    return accounts::runOn<Result<std::vector<Face>>>(
        m_state->pool,
        [state = m_state.get(), workspace, capabilities = std::move(capabilities)]() -> Result<std::vector<Face>> {
            TRY_ASSIGN(auto store, state->open());
            TRY_ASSIGN(const DeviceId device, deviceOf(*store, state->clock));
            TRY_ASSIGN(std::vector<Face> able, accounts::facesOf(*store));
            std::erase_if(able, [&](const Face &face) {
                if (face.workspace != workspace)
                    return true;
                const auto principal = store->load(face.person, workspace, device);
                const auto secrets = store->secrets(face.person);
                const bool hasSecret = secrets && (secrets->pinHash || secrets->passwordHash);
                const auto lacks = [&](access::Capability each) { return !principal->can(each); };
                return !hasSecret || !principal || std::ranges::any_of(capabilities, lacks);
            });
            return able;
        });
}

QFuture<Result<access::Approvals>> SignInService::approve(PersonId person, WorkspaceId workspace, const QString &secret,
                                                          std::vector<access::Capability> capabilities)
{
    return accounts::runOn<Result<access::Approvals>>(
        m_state->pool,
        [state = m_state.get(), person, workspace, secret,
         capabilities = std::move(capabilities)]() -> Result<access::Approvals> {
            TRY_ASSIGN(auto store, state->open());
            TRY(checkPinOrPassword(*store, state->clock, person, secret));
            TRY_ASSIGN(const DeviceId device, deviceOf(*store, state->clock));
            access::Approvals given;
            for (const access::Capability capability : capabilities) {
                TRY_ASSIGN(access::Approval one,
                           store->approve(person, workspace, device, capability, state->clock.now()));
                given.push_back(std::move(one));
            }
            return given;
        });
}

QFuture<Result<access::Approval>> SignInService::confirm(const Principal &person, const QString &secret,
                                                         access::Capability capability)
{
    return accounts::runOn<Result<access::Approval>>(
        m_state->pool, [state = m_state.get(), person, secret, capability]() -> Result<access::Approval> {
            TRY_ASSIGN(auto store, state->open());
            TRY(checkPinOrPassword(*store, state->clock, person.person, secret));
            return store->confirm(person.person, person.workspace, person.device, capability, state->clock.now());
        });
}

QFuture<Result<void>> SignInService::setPin(PersonId person, const QString &secret, const QString &pin)
{
    return accounts::runOn<Result<void>>(m_state->pool, [state = m_state.get(), person, secret, pin]() -> Result<void> {
        TRY_ASSIGN(auto store, state->open());
        TRY_ASSIGN(const QByteArray fileId, store->fileId());
        TRY_ASSIGN(const PinHash hash, hashNewPin(fileId, pin));
        TRY(checkPinOrPassword(*store, state->clock, person, secret));
        if (secret == pin)
            return Error{ErrorKind::Invalid, "accounts.pin_same", {}, {}};
        return store->setPinHash(person, hash.toText(), state->clock.now());
    });
}

QFuture<Result<QString>> SignInService::resetPin(const Principal &by, const QString &secret, PersonId person,
                                                 const QString &pin)
{
    return accounts::runOn<Result<QString>>(
        m_state->pool, [state = m_state.get(), by, secret, person, pin]() -> Result<QString> {
            const bool given = pin.isEmpty();
            const QString fresh = given ? randomPin() : pin;
            TRY_ASSIGN(auto store, state->open());
            TRY_ASSIGN(const QByteArray fileId, store->fileId());
            TRY_ASSIGN(PinHash hash, hashNewPin(fileId, fresh));
            hash.given = given;
            TRY(checkPinOrPassword(*store, state->clock, by.person, secret));
            TRY_ASSIGN(
                const access::Approval confirmed,
                store->confirm(by.person, by.workspace, by.device, access::Capability::TeamManage, state->clock.now()));
            TRY(store->resetPinHash(by, confirmed, person, hash.toText(), state->clock));
            return fresh;
        });
}

QFuture<Result<void>> SignInService::setPassword(PersonId person, const QString &oldPassword,
                                                 const QString &newPassword)
{
    return accounts::runOn<Result<void>>(m_state->pool,
                                         [state = m_state.get(), person, oldPassword, newPassword]() -> Result<void> {
                                             TRY(validatePassword(newPassword));
                                             TRY_ASSIGN(auto store, state->open());
                                             TRY(checkPassword(*store, state->clock, person, oldPassword));
                                             TRY_ASSIGN(const QByteArray hash, hashSecret(newPassword));
                                             return store->setPasswordHash(person, hash, state->clock.now());
                                         });
}

} // namespace thimblely
