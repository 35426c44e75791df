-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 Thimblely
--
-- What hung in the shop when it began with this program. What was paid for it before, and what clients owed or had with
-- the shop, is money of no till and of no day: rows of the categories 'opening_payment' and 'opening_credit', which no
-- daily total counts (figures.sql).

-- The page of the old book that an order stands on, beside those of others: a hash of sys_media.
ALTER TABLE orders ADD COLUMN page_media BLOB CHECK (length(page_media) = 32);
CREATE INDEX orders_page ON orders (page_media) WHERE page_media IS NOT NULL; -- few; an erasure asks who else is on it
