-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 Thimblely
--
-- What is said when an order is taken in: a charge of the order itself, and an offer that waits for an answer.

-- A line that is billed and is no piece: it has no tag and no stage, and is not counted among the pieces.
ALTER TABLE order_items ADD COLUMN charge TEXT CHECK (charge IN ('rush'));

-- A quote is a draft: without a number of the order's series until it is accepted.
ALTER TABLE orders ADD COLUMN quoted_at INTEGER;
ALTER TABLE orders ADD COLUMN quote_until_date TEXT CHECK (quote_until_date IS date(quote_until_date, '+0 days'));
ALTER TABLE orders ADD COLUMN quote_declined_at INTEGER;
ALTER TABLE orders ADD COLUMN quote_declined_reason TEXT;

-- Quotes that were declined stay to be looked at; the list of those that wait never meets them.
DROP INDEX orders_parked;
CREATE INDEX orders_parked ON orders (workspace_id, created_at, id) -- those without a number that wait, few
    WHERE deleted_at IS NULL AND order_number IS NULL AND quote_declined_at IS NULL;
