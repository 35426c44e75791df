-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 Thimblely
--
-- Posts and products as they are looked through, page by page: those of a shop and of a person by what became of them, for
-- those who share a workspace, and products by when they came and by price.

CREATE INDEX feeds_shop ON feeds (workspace_id, status, published_at, id) WHERE deleted_at IS NULL;
CREATE INDEX feeds_own ON feeds (user_id, status, published_at, id) WHERE workspace_id IS NULL AND deleted_at IS NULL;
CREATE INDEX feeds_followed ON feeds (published_at, id)
    WHERE visibility = 'followers' AND status = 'published' AND deleted_at IS NULL;
CREATE INDEX marketplace_products_newest ON marketplace_products (created_at, id)
    WHERE status = 'published' AND deleted_at IS NULL;
CREATE INDEX marketplace_products_price ON marketplace_products (currency, price_minor, id)
    WHERE status = 'published' AND deleted_at IS NULL;
