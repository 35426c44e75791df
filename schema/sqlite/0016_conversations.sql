-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 Thimblely
--
-- The list of conversations comes in the order of its last messages, and those that wait in theirs, however many there
-- are; the thread of a client in one order to the last message.

CREATE INDEX messages_recent ON messages (workspace_id, created_at, id) WHERE client_id IS NOT NULL;
CREATE INDEX messages_to_send ON messages (workspace_id, created_at, id) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX messages_to_send_client ON messages (workspace_id, client_id, created_at, id)
    WHERE next_attempt_at IS NOT NULL;
CREATE INDEX messages_unanswered ON messages (workspace_id, created_at, id)
    WHERE direction = 'inbound' AND read_at IS NULL;
CREATE INDEX messages_unanswered_client ON messages (workspace_id, client_id, created_at, id)
    WHERE direction = 'inbound' AND read_at IS NULL;

DROP INDEX messages_client;
CREATE INDEX messages_client ON messages (workspace_id, client_id, created_at, id) WHERE client_id IS NOT NULL;
