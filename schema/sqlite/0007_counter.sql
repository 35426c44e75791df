-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 Thimblely
--
-- What is sold at the counter: what the shop keeps of a cancelled order, and pieces that are sold as one set.

-- Kept for work that was begun, it is billed and is no piece: an order of which nothing else stands is cancelled, and
-- not one that was collected. A CHECK cannot be changed, so the column is made anew.
ALTER TABLE order_items ADD COLUMN billed_as TEXT CHECK (billed_as IN ('rush', 'cancellation'));
UPDATE order_items SET billed_as = charge WHERE charge IS NOT NULL;
ALTER TABLE order_items DROP COLUMN charge;
ALTER TABLE order_items RENAME COLUMN billed_as TO charge;

-- A suit is two pieces, each with its stage, tag and place. They know each other by a number within their order, and the
-- set by its name. The first of them carries the price that was agreed: it is one price, and no share of it is made up.
ALTER TABLE order_items ADD COLUMN set_no INTEGER CHECK (set_no > 0);
ALTER TABLE order_items ADD COLUMN set_name TEXT CHECK ((set_name IS NULL) = (set_no IS NULL));
