-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 Thimblely
--
-- What is booked is changed, moved and cancelled: how often the first promise was kept is counted from what became ready.
CREATE INDEX orders_kept ON orders (workspace_id, completed_at, first_promised_date)
    WHERE deleted_at IS NULL AND status = 'completed';
