-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 Thimblely
--
-- What the client brought is accounted for when it goes back, and what leaves is looked at: who says so, and pictures.

-- Who took back what was left of the cloth, or who of the shop counted it: initials.
ALTER TABLE order_items ADD COLUMN client_fabric_initials TEXT;
-- As it left the shop: SHA-256 in hexadecimal, the first ones first; "media" is how it came in.
ALTER TABLE order_items ADD COLUMN release_media TEXT CHECK (release_media IS NULL OR json_valid(release_media));
