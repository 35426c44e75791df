-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 Thimblely
--
-- How long before its event a person wants to be told. The moment alone does not do: a colleague may move the event and
-- not the reminder, which is somebody else's, and a series takes place again and again.

ALTER TABLE event_reminders ADD COLUMN lead_minutes INTEGER NOT NULL DEFAULT 0
    CHECK (lead_minutes >= 0 AND lead_minutes <= 40320);
