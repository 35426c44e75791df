-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 Thimblely
--
-- What is on its way from the supplier, and since when: the purchase list asks for what is missing beyond it, and what
-- comes in is taken off it.

ALTER TABLE inventory_items ADD COLUMN ordered_milli INTEGER CHECK (ordered_milli > 0);
ALTER TABLE inventory_items ADD COLUMN ordered_date TEXT;
