// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/draft_store.h"

#include <QJsonDocument>

namespace thimblely::changes {

Result<void> DraftStore::save(const QByteArray &screen, const QString &subject, const QJsonObject &content)
{
    const QByteArray text = QJsonDocument(content).toJson(QJsonDocument::Compact);
    const access::Principal &principal = m_connection.principal();
    TRY_ASSIGN(auto query, m_connection.gatedQuery(access::GateKey(), R"(
        INSERT INTO main.sys_drafts (device_id, person_id, workspace_id, screen, key, data, saved_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (device_id, person_id, ifnull(workspace_id, x''), screen, key)
        DO UPDATE SET data = excluded.data, saved_at = excluded.saved_at)"));
    query->bind(principal.device, principal.person, principal.workspace)
        .bindUtf8(screen)
        .bind(subject)
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
         WHERE device_id = ? AND person_id = ? AND ifnull(workspace_id, x'') = ? AND screen = ? AND key = ? AND data = ?)"));
    query->bind(principal.device, principal.person, principal.workspace).bindUtf8(screen).bind(subject).bindUtf8(seen);
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
    const access::Principal &principal = m_connection.principal();
    TRY_ASSIGN(auto query, m_connection.gatedQuery(access::GateKey(), R"(
        SELECT screen, key, data, saved_at FROM main.sys_drafts
         WHERE device_id = ? AND person_id = ? AND ifnull(workspace_id, x'') = ? ORDER BY saved_at DESC)"));
    query->bind(principal.device, principal.person, principal.workspace);
    std::vector<Draft> drafts;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return drafts;
        m_seen.insert({query->utf8(0), query->text(1)}, query->utf8(2));
        drafts.push_back(
            {query->utf8(0), query->text(1), QJsonDocument::fromJson(query->utf8(2)).object(), query->instant(3)});
    }
}

} // namespace thimblely::changes
