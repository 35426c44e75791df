// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/changes/write_door.h"

#include <QFuture>
#include <QStringList>

#include <optional>
#include <vector>

namespace thimblely {

enum class SocialPlatform { Instagram, TikTok };
enum class SocialAccountType { Personal, Business, Creator };

QByteArray toCode(SocialPlatform platform); //!< as in the file: "instagram", "tiktok"
QByteArray toCode(SocialAccountType type);  //!< "personal", "business", "creator"

//! An account elsewhere under which somebody, or the shop, shows what is made here.
struct SocialAccount {
    RowId id;
    SocialPlatform platform;
    QString username; //!< without the '@'
    std::optional<SocialAccountType> type;
    bool isShops; //!< else it is the person's own, and nobody else sees it
    bool isActive;
    std::optional<Instant> syncedAt;  //!< none: never
    std::optional<Instant> expiresAt; //!< when the permission to post runs out
    QStringList permissions = {};     //!< what it was allowed; empty where nothing was, or it may not be read
    bool isLetIn = false;             //!< a key to it lies in the keychain; false too where that may not be read
};

struct SocialAccountDraft {
    SocialPlatform platform = SocialPlatform::Instagram;
    QString username = {}; //!< as typed: with or without '@', or the address of the page
    std::optional<SocialAccountType> type = {};
    bool isShops = false;
};

/*!
 * The accounts at Instagram and TikTok: a person's own, which are theirs alone, and the shop's, which everybody sees who
 * reads the feed and who manages the workspace changes. They are written down by hand; posting to them by itself takes a
 * server. Of the keys to one the file holds only under which names they lie in the keychain (see tokenName). Reads answer
 * at once, on the session's thread; remove() waits for the keychain on a thread of its own. One operation each.
 *
 * Errors: Invalid "social.bad_name"; Conflict "social.known" where the same one is written down already; NotFound
 * "social.not_found"; Forbidden with workspace:manage; of remove() those of SecretStore, but "secrets.none_here".
 */
class SocialAccountsService {
public:
    SocialAccountsService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! One's own first, then the shop's, each by platform and name.
    Result<std::vector<SocialAccount>> all() const;
    bool mayWriteShops() const { return m_session.principal().can(access::Capability::WorkspaceManage); }

    QFuture<Result<RowId>> add(const SocialAccountDraft &draft);
    //! Out of use for now: nothing is offered for it.
    QFuture<Result<void>> setActive(RowId account, bool active);
    //! The keys to it go from the keychain first; where that does not answer, all stays as it was. Undoable where it had none.
    QFuture<Result<void>> remove(RowId account);

    //! Under which the key to an account lies in the keychain; nothing else is ever taken out of it on an account's behalf.
    static QString tokenName(RowId account, bool refresh);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

//! What was typed as a name: "@bello.tailors", "instagram.com/bello.tailors/"; "social.bad_name".
Result<QString> socialName(SocialPlatform platform, const QString &typed);

} // namespace thimblely
