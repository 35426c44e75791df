-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 Thimblely
--
-- What was announced and has not come in is in no closing: it joins the day on which it is seen to arrive. So it is
-- found, whatever its own day was, until a closing holds it; and what an older closing holds, until it arrives.
DROP INDEX transactions_waiting;
CREATE INDEX transactions_awaited ON transactions (workspace_id, till_id, till_seq) -- few
    WHERE (closing_id IS NULL OR confirmed_at IS NULL) AND payment_method IN ('transfer', 'mobile_money')
          AND transaction_type = 'income' AND deleted_at IS NULL;
