-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 Thimblely
--
-- What was typed about the payment of an order before it was parked: how it is paid, a transfer's reference, the cash
-- laid down, and the same of each who pays for their own. It waits with the order and is no fact of it: booked, it is
-- rows of transactions.

ALTER TABLE orders ADD COLUMN pay_typed TEXT CHECK (pay_typed IS NULL OR json_valid(pay_typed));
