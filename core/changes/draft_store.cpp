// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/draft_store.h"

#include <QJsonDocument>

namespace thimblely::changes {

namespace {

QByteArray textOf(const QJsonObject &content)
{
    return QJsonDocument(content).toJson(QJsonDocument::Compact);
}

} // namespace

Result<void> DraftStore::save(const QByteArray &screen, const QString &subject, const QJsonObject &content)
{
    const QByteArray text = textOf(content);
    const access::Principal &principal = m_connection.principal();
    TRY_ASSIGN(auto query, m_connection.gatedQuery(access::GateKey(), R"(
        INSERT INTO main.sys_drafts (device_id, person_id, workspace_id, screen, key, seat, data, saved_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (device_id, person_id, ifnull(workspace_id, x''), screen, key, seat)
        DO UPDATE SET data = excluded.data, saved_at = excluded.saved_at)"));
    query->bind(principal.device, principal.person, principal.workspace)
        .bindUtf8(screen)
        .bind(subject, m_seat)
        .bindUtf8(text)
        .bind(m_clock.now());
    TRY(query->run());
    m_seen.insert({screen, subject}, text);
    return {};
}

Result<void> DraftStore::discard(const QByteArray &screen, const QString &subject)
{
    const QByteArray seen = m_seen.take({screen, subject});
    if (seen.isEmpty())
        return {};
    const access::Principal &principal = m_connection.principal();
    TRY_ASSIGN(auto query, m_connection.gatedQuery(access::GateKey(), R"(
        DELETE FROM main.sys_drafts
         WHERE device_id = ? AND person_id = ? AND ifnull(workspace_id, x'') = ? AND screen = ? AND key = ? AND seat = ?
               AND data = ?)"));
    query->bind(principal.device, principal.person, principal.workspace)
        .bindUtf8(screen)
        .bind(subject, m_seat)
        .bindUtf8(seen);
    return query->run();
}

Result<std::optional<DraftStore::Draft>> DraftStore::load(const QByteArray &screen, const QString &subject)
{
    TRY_ASSIGN(const std::vector<Draft> drafts, all());
    for (const Draft &draft : drafts) {
        if (draft.screen == screen && draft.subject == subject)
            return std::optional(draft);
    }
    return std::optional<Draft>();
}

Result<std::vector<DraftStore::Draft>> DraftStore::all()
{
    return read("seat = ?");
}

Result<std::vector<DraftStore::Draft>> DraftStore::ofOtherSeats()
{
    return read("seat <> ?");
}

Result<std::vector<DraftStore::Draft>> DraftStore::read(const char *whichSeats)
{
    const access::Principal &principal = m_connection.principal();
    TRY_ASSIGN(auto query, m_connection.gatedQuery(access::GateKey(), QByteArray(R"(
        SELECT screen, key, data, saved_at, seat FROM main.sys_drafts
         WHERE device_id = ? AND person_id = ? AND ifnull(workspace_id, x'') = ? AND )") +
                                                                          whichSeats + " ORDER BY saved_at DESC"));
    query->bind(principal.device, principal.person, principal.workspace, m_seat);
    std::vector<Draft> drafts;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return drafts;
        const int seat = int(query->int64(4));
        if (seat == m_seat)
            m_seen.insert({query->utf8(0), query->text(1)}, query->utf8(2));
        drafts.push_back({query->utf8(0), query->text(1), QJsonDocument::fromJson(query->utf8(2)).object(),
                          query->instant(3), seat});
    }
}

Result<bool> DraftStore::take(const Draft &draft)
{
    TRY(discard(draft.screen, draft.subject));
    const QByteArray text = textOf(draft.content);
    const access::Principal &principal = m_connection.principal();
    TRY_ASSIGN(auto query, m_connection.gatedQuery(access::GateKey(), R"(
        UPDATE main.sys_drafts SET seat = ?
         WHERE device_id = ? AND person_id = ? AND ifnull(workspace_id, x'') = ? AND screen = ? AND key = ? AND seat = ?
               AND data = ?
        RETURNING 1)"));
    query->bind(m_seat, principal.device, principal.person, principal.workspace)
        .bindUtf8(draft.screen)
        .bind(draft.subject, draft.seat)
        .bindUtf8(text);
    TRY_ASSIGN(const bool taken, query->step());
    if (!taken)
        return false;
    TRY(query->step()); // to its end, which commits it
    m_seen.insert({draft.screen, draft.subject}, text);
    return true;
}

} // namespace thimblely::changes
