-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 Thimblely
--
-- What a column may hold is listed in the migrations as `word IN ('a', 'b', 'c')`, which is read best; in the file it is
-- said as comparisons, which are checked quickest: core/storage/plain_checks.h.

PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = plain_checks(sql) WHERE type = 'table';
PRAGMA writable_schema = RESET;
