// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/social_accounts_service.h"

#include "core/accounts/background.h"
#include "core/accounts/device_key.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace thimblely {

namespace {

using access::Capability;
using access::ScopedConnection;
using changes::Operation;
using changes::WriteContext;
using storage::Statement;
using storage::Table;

constexpr auto table = Table::SocialMediaConnections;
constexpr std::array platforms = {"instagram", "tiktok"};
constexpr std::array types = {"personal", "business", "creator"};
// Without the name: the history is read by others too, and a person's own is theirs alone.
constexpr const char *addKind = "social.add";
constexpr const char *pauseKind = "social.pause";
constexpr const char *resumeKind = "social.resume";
constexpr const char *removeKind = "social.remove";

Error refusal(ErrorKind kind, const char *code)
{
    return {kind, code, {}, {}};
}

template <typename Enum, typename Names>
std::optional<Enum> named(const Names &names, const QByteArray &name)
{
    const auto found = std::ranges::find_if(names, [&](const char *each) { return name == each; });
    return found == names.end() ? std::nullopt : std::optional(Enum(found - names.begin()));
}

QStringList permissionsIn(const QByteArray &json)
{
    QStringList permissions;
    const QJsonArray all = QJsonDocument::fromJson(json).array();
    for (const auto &each : all)
        permissions.append(each.toString());
    return permissions;
}

//! What of it is nobody's but the owner's or the managers' is absent for others, and NULL here.
QByteArray columns(bool whole)
{
    return QByteArray("SELECT id, platform, username, account_type, is_active, last_synced_at, token_expires_at, ") +
           (whole ? "permissions, access_token_ref, refresh_token_ref" : "NULL, NULL, NULL");
}

SocialAccount accountOf(const Statement &row, bool isShops)
{
    return {row.id<RowId>(0),
            named<SocialPlatform>(platforms, row.utf8(1)).value_or(SocialPlatform::Instagram),
            row.text(2),
            named<SocialAccountType>(types, row.utf8(3)),
            isShops,
            row.boolean(4),
            row.optionalInstant(5),
            row.optionalInstant(6),
            permissionsIn(row.utf8(7)),
            !row.isNull(8)};
}

//! The view of the person's own, or of the shop's; none: it may not be read.
std::optional<QByteArray> selectionOf(const access::Principal &principal, bool isShops)
{
    if (!isShops)
        return columns(true) + " FROM social_media_connections_personal";
    const bool whole = principal.can(Capability::WorkspaceManage);
    if (!whole && !principal.can(Capability::FeedsRead))
        return std::nullopt;
    return columns(whole) + " FROM social_media_connections";
}

Result<std::vector<SocialAccount>> read(ScopedConnection &connection, bool isShops)
{
    std::vector<SocialAccount> found;
    const auto selection = selectionOf(connection.principal(), isShops);
    if (!selection)
        return found;
    TRY_ASSIGN(auto query, connection.query(*selection + " ORDER BY platform, username COLLATE NOCASE, id"));
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return found;
        found.push_back(accountOf(*query, isShops));
    }
}

Result<std::optional<SocialAccount>> find(ScopedConnection &connection, RowId account)
{
    for (const bool isShops : {false, true}) {
        TRY_ASSIGN(const auto all, read(connection, isShops));
        const auto found = std::ranges::find(all, account, &SocialAccount::id);
        if (found != all.end())
            return std::optional(*found);
    }
    return std::optional<SocialAccount>();
}

Result<SocialAccount> require(WriteContext &context, RowId account)
{
    TRY_ASSIGN(const auto found, find(context.connection(), account));
    if (!found)
        return refusal(ErrorKind::NotFound, "social.not_found");
    return *found;
}

Result<void> refuseKnown(WriteContext &context, const SocialAccountDraft &draft, const QString &name)
{
    TRY_ASSIGN(const auto all, read(context.connection(), draft.isShops));
    const bool known = std::ranges::any_of(all, [&](const SocialAccount &each) {
        return each.platform == draft.platform && each.username.compare(name, Qt::CaseInsensitive) == 0;
    });
    return known ? Result<void>(refusal(ErrorKind::Conflict, "social.known")) : Result<void>();
}

//! Who wrote it down knows its name and not the platform's number of it; the server sets that when it is let in.
Result<RowId> write(WriteContext &context, const SocialAccountDraft &draft, const QString &name)
{
    if (draft.isShops)
        TRY(context.principal().require(Capability::WorkspaceManage));
    TRY(refuseKnown(context, draft, name));
    const RowId id = RowId::make(context.clock());
    std::vector<access::Field> fields{
        {"platform", toCode(draft.platform)},
        {"platform_user_id", name.toLower()},
        {"username", name},
        {"account_type", draft.type ? access::FieldValue(toCode(*draft.type)) : access::FieldValue(std::nullopt)},
        {"metadata", R"({"by_hand":true})"}};
    if (!draft.isShops)
        fields.push_back({"workspace_id", std::nullopt});
    TRY(context.rows().insert(table, id, fields));
    return id;
}

//! Of what the row names only what is an account's own key: a row that came from elsewhere may name anything.
QStringList keysOf(RowId account)
{
    return {SocialAccountsService::tokenName(account, false), SocialAccountsService::tokenName(account, true)};
}

Result<void> forgetKeys(RowId account)
{
    const auto keychain = DeviceKeys::ofThisComputer().keychain();
    if (!keychain)
        return {};
    const QStringList names = keysOf(account);
    for (const QString &name : names) {
        auto gone = keychain->remove(name);
        gone.waitForFinished();
        if (gone.isCanceled())
            return keychainLocked(QStringLiteral("the program ends"));
        const Result<void> done = gone.result();
        if (!done && done.error().code != noKeychainHere().code)
            return done;
    }
    return {};
}

} // namespace

QByteArray toCode(SocialPlatform platform)
{
    return platforms[size_t(platform)];
}

QByteArray toCode(SocialAccountType type)
{
    return types[size_t(type)];
}

Result<QString> socialName(SocialPlatform platform, const QString &typed)
{
    static const QRegularExpression address(
        QStringLiteral("^(?:https?://)?(?:www\\.|m\\.)?(?:instagram|tiktok)\\.com/"),
        QRegularExpression::CaseInsensitiveOption);
    // As both platforms allow them: letters, digits, points and lines, at most 30 and 24.
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9._]+$"));
    QString name = typed.trimmed();
    name.remove(address);
    name = name.section(u'/', 0, 0).section(u'?', 0, 0);
    if (name.startsWith(u'@'))
        name.remove(0, 1);
    const int longest = platform == SocialPlatform::Instagram ? 30 : 24;
    if (name.size() > longest || !plain.match(name).hasMatch())
        return refusal(ErrorKind::Invalid, "social.bad_name");
    return name;
}

QString SocialAccountsService::tokenName(RowId account, bool refresh)
{
    return QStringLiteral("social/%1/%2")
        .arg(account.toString(), refresh ? QStringLiteral("refresh") : QStringLiteral("access"));
}

Result<std::vector<SocialAccount>> SocialAccountsService::all() const
{
    TRY_ASSIGN(const auto moment, m_session.reader().snapshot());
    TRY_ASSIGN(std::vector<SocialAccount> all, read(m_session.reader(), false));
    TRY_ASSIGN(std::vector<SocialAccount> shops, read(m_session.reader(), true));
    all.insert(all.end(), std::make_move_iterator(shops.begin()), std::make_move_iterator(shops.end()));
    return all;
}

QFuture<Result<RowId>> SocialAccountsService::add(const SocialAccountDraft &draft)
{
    return m_door.write<RowId>(Operation{addKind}, [draft](WriteContext &context) -> Result<RowId> {
        TRY_ASSIGN(const QString name, socialName(draft.platform, draft.username));
        return write(context, draft, name);
    });
}

QFuture<Result<void>> SocialAccountsService::setActive(RowId account, bool active)
{
    return m_door.write<void>(Operation{active ? resumeKind : pauseKind}, [=](WriteContext &context) -> Result<void> {
        TRY_ASSIGN(const SocialAccount found, require(context, account));
        if (found.isActive == active)
            return {};
        return context.rows().update(table, account, {{"is_active", active}});
    });
}

QFuture<Result<void>> SocialAccountsService::remove(RowId account)
{
    const auto found = find(m_session.reader(), account);
    return accounts::runOn<Result<void>>(
        *QThreadPool::globalInstance(), [found, account, &door = m_door]() -> Result<void> {
            if (!found)
                return found.error();
            if (!*found)
                return refusal(ErrorKind::NotFound, "social.not_found");
            TRY(forgetKeys(account));
            return changes::await(door.write<void>(
                Operation{removeKind, {}, !(*found)->isLetIn}, [account](WriteContext &context) -> Result<void> {
                    TRY_ASSIGN(const SocialAccount there, require(context, account));
                    if (there.isLetIn)
                        TRY(context.rows().update(
                            table, account, {{"access_token_ref", std::nullopt}, {"refresh_token_ref", std::nullopt}}));
                    return context.rows().remove(table, account.bytes());
                }));
        });
}

} // namespace thimblely
