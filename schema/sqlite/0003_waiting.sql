-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 Thimblely
--
-- What was announced and has not come in waits longer than a day: it is found after its day was closed, too.
CREATE INDEX transactions_waiting ON transactions (workspace_id, till_id, till_seq) -- few
    WHERE confirmed_at IS NULL AND payment_method IN ('transfer', 'mobile_money') AND transaction_type = 'income'
          AND reverses_transaction_id IS NULL AND closing_id IS NOT NULL AND deleted_at IS NULL;
