-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 Thimblely
--
-- What each derived figure is, said once: a view sys_figure_<table> gives the derived columns of the catalogue for
-- every row. Triggers count again from them where a change is rare, and verify compares them with what stands. Made
-- anew after every migration.

-- A piece is where its latest activity says, by (occurred_at, id). Ready since it last became so; a piece handed over
-- without that stage was ready then.
CREATE VIEW sys_figure_order_items AS
SELECT i.workspace_id, i.id,
       ifnull(s.stage, 'booked') AS stage,
       s.stage_key AS stage_key,
       CASE WHEN s.stage IN ('ready', 'collected') THEN ifnull(
           (SELECT max(occurred_at) FROM sys_activity
             WHERE workspace_id = i.workspace_id AND order_item_id = i.id AND stage = 'ready'),
           (SELECT max(occurred_at) FROM sys_activity
             WHERE workspace_id = i.workspace_id AND order_item_id = i.id AND stage = 'collected')) END AS ready_at,
       CASE s.stage WHEN 'collected' THEN
           (SELECT max(occurred_at) FROM sys_activity
             WHERE workspace_id = i.workspace_id AND order_item_id = i.id AND stage = 'collected') END AS collected_at,
       (SELECT CASE kind WHEN 'cancelled' THEN occurred_at END FROM sys_activity
         WHERE workspace_id = i.workspace_id AND order_item_id = i.id AND kind IN ('cancelled', 'restored')
         ORDER BY occurred_at DESC, id DESC LIMIT 1) AS cancelled_at
  FROM order_items AS i
  LEFT JOIN sys_activity AS s
    ON s.rowid = (SELECT rowid FROM sys_activity
                   WHERE workspace_id = i.workspace_id AND order_item_id = i.id AND kind = 'stage'
                   ORDER BY occurred_at DESC, id DESC LIMIT 1);

-- Which rows of the till count, and with which sign: a reversal takes back what it reverses; an incoming transfer
-- or mobile money counts once somebody has seen it arrive.
CREATE VIEW sys_figure_counted_transactions AS
SELECT workspace_id, id, order_id, invoice_id, client_id, till_id, date, transaction_type, effect, category,
       ifnull(payment_method, '') AS payment_method, currency,
       CASE WHEN reverses_transaction_id IS NULL THEN amount_minor ELSE -amount_minor END AS amount_minor,
       CASE WHEN effect = 'owed' THEN 0
            WHEN (transaction_type = 'income') = (reverses_transaction_id IS NULL) THEN amount_minor
            ELSE -amount_minor END AS received_minor
  FROM transactions
 WHERE deleted_at IS NULL
   AND (ifnull(payment_method, '') NOT IN ('transfer', 'mobile_money') OR transaction_type = 'expense'
        OR confirmed_at IS NOT NULL);

-- Money that was announced and has not come in: asked for no more, and not paid either.
CREATE VIEW sys_figure_waiting_transactions AS
SELECT workspace_id, id, order_id, invoice_id, client_id,
       iif(reverses_transaction_id IS NULL, amount_minor, -amount_minor) AS waiting_minor
  FROM transactions
 WHERE deleted_at IS NULL AND confirmed_at IS NULL AND payment_method IN ('transfer', 'mobile_money')
   AND transaction_type = 'income';

-- Who pays for an order besides its client, part by part: their pieces, and what they paid. The client's share is the
-- rest, charges and discounts with it, so the shares are always the whole.
CREATE VIEW sys_figure_payer_parts AS
SELECT i.workspace_id, i.order_id, i.payer_client_id AS client_id,
       iif(i.cancelled_at IS NULL,
           i.total_minor + iif(o.tax_inclusive, 0,
                               (SELECT ifnull(sum(value ->> 'minor'), 0) FROM json_each(i.taxes))), 0) AS share_minor,
       0 AS paid_minor, 0 AS waiting_minor
  FROM order_items AS i
  JOIN orders AS o ON o.workspace_id = i.workspace_id AND o.id = i.order_id
 WHERE i.deleted_at IS NULL AND i.payer_client_id IS NOT NULL AND i.payer_client_id IS NOT o.client_id
UNION ALL
SELECT t.workspace_id, t.order_id, t.client_id, 0, t.received_minor, 0
  FROM sys_figure_counted_transactions AS t
  JOIN orders AS o ON o.workspace_id = t.workspace_id AND o.id = t.order_id
 WHERE t.client_id IS NOT NULL AND t.client_id IS NOT o.client_id
UNION ALL
SELECT t.workspace_id, t.order_id, t.client_id, 0, 0, t.waiting_minor
  FROM sys_figure_waiting_transactions AS t
  JOIN orders AS o ON o.workspace_id = t.workspace_id AND o.id = t.order_id
 WHERE t.client_id IS NOT NULL AND t.client_id IS NOT o.client_id;

CREATE VIEW sys_figure_order_payers AS
SELECT workspace_id, order_id, client_id, sum(share_minor) AS share_minor, sum(paid_minor) AS paid_minor,
       sum(waiting_minor) AS waiting_minor
  FROM sys_figure_payer_parts
 GROUP BY workspace_id, order_id, client_id;

-- An order is the sum of its pieces that are neither cancelled nor in the bin, and of its charges; how far it is, its
-- pieces alone say.
CREATE VIEW sys_figure_order_pieces AS
SELECT o.workspace_id, o.id, o.order_number, o.tax_inclusive, o.total_minor,
       count(i.id) FILTER (WHERE i.charge IS NULL) AS pieces,
       count(i.id) FILTER (WHERE i.charge IS NULL AND i.cancelled_at IS NULL) AS standing,
       count(i.id) FILTER (WHERE i.charge IS NULL AND i.cancelled_at IS NULL
                                 AND i.stage IN ('ready', 'collected')) AS ready,
       count(i.id) FILTER (WHERE i.charge IS NULL AND i.cancelled_at IS NULL AND i.stage = 'collected') AS collected,
       count(i.id) FILTER (WHERE i.charge IS NULL AND i.cancelled_at IS NULL
                                 AND i.stage NOT IN ('booked', 'measured')) AS begun,
       max(i.ready_at) FILTER (WHERE i.charge IS NULL AND i.cancelled_at IS NULL) AS last_ready_at,
       max(i.collected_at) FILTER (WHERE i.charge IS NULL AND i.cancelled_at IS NULL) AS last_collected_at,
       ifnull(sum(i.total_minor) FILTER (WHERE i.cancelled_at IS NULL), 0) AS net_minor,
       ifnull(sum(i.discount_minor) FILTER (WHERE i.cancelled_at IS NULL), 0) AS discount_minor,
       ifnull(sum((SELECT sum(value ->> 'minor') FROM json_each(i.taxes)))
                  FILTER (WHERE i.cancelled_at IS NULL AND i.taxes IS NOT NULL), 0) AS tax_minor,
       (SELECT ifnull(sum(received_minor), 0) FROM sys_figure_counted_transactions AS t
         WHERE t.workspace_id = o.workspace_id AND t.order_id = o.id) AS amount_paid_minor,
       (SELECT ifnull(sum(waiting_minor), 0) FROM sys_figure_waiting_transactions AS t
         WHERE t.workspace_id = o.workspace_id AND t.order_id = o.id) AS waiting_minor,
       (SELECT count(*) FROM sys_order_payers AS p
         WHERE p.workspace_id = o.workspace_id AND p.order_id = o.id) AS other_payers
  FROM orders AS o
  LEFT JOIN order_items AS i
    ON i.workspace_id = o.workspace_id AND i.order_id = o.id AND i.deleted_at IS NULL
 GROUP BY o.workspace_id, o.id;

CREATE VIEW sys_figure_orders AS
SELECT workspace_id, id,
       CASE WHEN order_number IS NULL THEN 'draft'
            WHEN pieces > 0 AND standing = 0 THEN 'cancelled'
            WHEN standing > 0 AND ready = standing THEN 'completed'
            WHEN begun > 0 THEN 'in-progress'
            ELSE 'pending' END AS status,
       net_minor + discount_minor AS subtotal_minor,
       discount_minor,
       tax_minor,
       net_minor + iif(tax_inclusive, 0, tax_minor) AS total_minor,
       amount_paid_minor,
       net_minor + iif(tax_inclusive, 0, tax_minor) - amount_paid_minor AS balance_minor,
       CASE WHEN net_minor + iif(tax_inclusive, 0, tax_minor) <= amount_paid_minor THEN 'paid'
            WHEN amount_paid_minor <= 0 THEN 'unpaid'
            ELSE 'partial' END AS payment_status,
       iif(standing > 0 AND ready = standing, last_ready_at, NULL) AS completed_at,
       iif(standing > 0 AND collected = standing, last_collected_at, NULL) AS collected_at,
       waiting_minor,
       other_payers
  FROM sys_figure_order_pieces;

-- What is still asked of whoever a booked order is for, and what of theirs is on its way; then the same of each other who
-- pays for it. Two views, and no UNION of them: SQLite looks for a client's rows in each by its index, but would read a
-- compound from end to end for every client that it is asked of.
CREATE VIEW sys_figure_own_dues AS
SELECT o.workspace_id, o.id AS order_id, o.client_id,
       o.balance_minor - o.waiting_minor
       - iif(o.other_payers = 0, 0, (SELECT ifnull(sum(share_minor - paid_minor - waiting_minor), 0)
                                       FROM sys_order_payers AS p
                                      WHERE p.workspace_id = o.workspace_id AND p.order_id = o.id)) AS due_minor,
       o.waiting_minor
       - iif(o.other_payers = 0, 0, (SELECT ifnull(sum(waiting_minor), 0) FROM sys_order_payers AS p
                                      WHERE p.workspace_id = o.workspace_id AND p.order_id = o.id)) AS waiting_minor
  FROM orders AS o
 WHERE o.client_id IS NOT NULL AND o.order_number IS NOT NULL AND o.deleted_at IS NULL;

CREATE VIEW sys_figure_shared_dues AS
SELECT p.workspace_id, p.order_id, p.client_id, p.share_minor - p.paid_minor - p.waiting_minor AS due_minor,
       p.waiting_minor
  FROM sys_order_payers AS p
  JOIN orders AS o ON o.workspace_id = p.workspace_id AND o.id = p.order_id
 WHERE o.order_number IS NOT NULL AND o.deleted_at IS NULL;

-- What is still asked for an issued invoice of no order, and what of it is on its way.
CREATE VIEW sys_figure_invoice_dues AS
SELECT v.workspace_id, v.id AS invoice_id, v.client_id,
       v.total_minor - v.amount_paid_minor
       - (SELECT ifnull(sum(n.total_minor), 0) FROM invoices AS n
           WHERE n.workspace_id = v.workspace_id AND n.corrects_invoice_id = v.id AND n.kind = 'credit_note'
             AND n.invoice_number IS NOT NULL AND n.status <> 'cancelled' AND n.deleted_at IS NULL)
       - (SELECT ifnull(sum(waiting_minor), 0) FROM sys_figure_waiting_transactions AS t
           WHERE t.workspace_id = v.workspace_id AND t.invoice_id = v.id) AS due_minor,
       (SELECT ifnull(sum(waiting_minor), 0) FROM sys_figure_waiting_transactions AS t
         WHERE t.workspace_id = v.workspace_id AND t.invoice_id = v.id) AS waiting_minor
  FROM invoices AS v
 WHERE v.order_id IS NULL AND v.kind = 'invoice' AND v.invoice_number IS NOT NULL AND v.status <> 'cancelled'
   AND v.client_id IS NOT NULL AND v.deleted_at IS NULL;

-- A client's orders are those that have a number; what they owe is of these and of invoices of no order.
CREATE VIEW sys_figure_clients AS
SELECT c.workspace_id, c.id,
       count(o.id) AS orders_count,
       ifnull(sum(o.total_minor), 0) AS revenue_minor,
       (SELECT ifnull(sum(max(due_minor, 0)), 0) FROM sys_figure_own_dues AS d
         WHERE d.workspace_id = c.workspace_id AND d.client_id = c.id)
       + (SELECT ifnull(sum(max(due_minor, 0)), 0) FROM sys_figure_shared_dues AS d
           WHERE d.workspace_id = c.workspace_id AND d.client_id = c.id)
       + (SELECT ifnull(sum(max(due_minor, 0)), 0) FROM sys_figure_invoice_dues AS d
           WHERE d.workspace_id = c.workspace_id AND d.client_id = c.id) AS balance_minor,
       max(o.order_date) AS last_order_date,
       (SELECT ifnull(sum(waiting_minor), 0) FROM sys_figure_own_dues AS d
         WHERE d.workspace_id = c.workspace_id AND d.client_id = c.id)
       + (SELECT ifnull(sum(waiting_minor), 0) FROM sys_figure_shared_dues AS d
           WHERE d.workspace_id = c.workspace_id AND d.client_id = c.id)
       + (SELECT ifnull(sum(waiting_minor), 0) FROM sys_figure_invoice_dues AS d
           WHERE d.workspace_id = c.workspace_id AND d.client_id = c.id) AS waiting_minor,
       (SELECT ifnull(sum(max(-due_minor, 0)), 0) FROM sys_figure_own_dues AS d
         WHERE d.workspace_id = c.workspace_id AND d.client_id = c.id)
       + (SELECT ifnull(sum(max(-due_minor, 0)), 0) FROM sys_figure_shared_dues AS d
           WHERE d.workspace_id = c.workspace_id AND d.client_id = c.id)
       + (SELECT ifnull(sum(max(-due_minor, 0)), 0) FROM sys_figure_invoice_dues AS d
           WHERE d.workspace_id = c.workspace_id AND d.client_id = c.id) AS overpaid_minor
  FROM clients AS c
  LEFT JOIN orders AS o
    ON o.workspace_id = c.workspace_id AND o.client_id = c.id AND o.order_number IS NOT NULL AND o.deleted_at IS NULL
 GROUP BY c.workspace_id, c.id;

CREATE VIEW sys_figure_stock AS
SELECT i.workspace_id, i.id, i.item_kind, ifnull(i.min_stock_milli, 0) AS min_stock_milli,
       ifnull(sum(m.quantity_milli) FILTER (WHERE m.movement_type NOT IN ('reserve', 'release')), 0)
           AS current_stock_milli,
       ifnull(sum(m.quantity_milli) FILTER (WHERE m.movement_type IN ('reserve', 'release')), 0) AS reserved_milli
  FROM inventory_items AS i
  LEFT JOIN inventory_movements AS m ON m.workspace_id = i.workspace_id AND m.inventory_item_id = i.id
 GROUP BY i.workspace_id, i.id;

CREATE VIEW sys_figure_inventory_items AS
SELECT workspace_id, id, current_stock_milli, reserved_milli,
       CASE WHEN item_kind = 'service' THEN 'in-stock'
            WHEN current_stock_milli <= 0 THEN 'out-of-stock'
            WHEN current_stock_milli <= min_stock_milli THEN 'low-stock'
            ELSE 'in-stock' END AS status
  FROM sys_figure_stock;

CREATE VIEW sys_figure_transactions AS
SELECT t.workspace_id, t.id,
       (SELECT CASE kind WHEN 'confirmed' THEN occurred_at END FROM sys_activity AS a
         WHERE a.workspace_id = t.workspace_id AND a.transaction_id = t.id AND a.kind IN ('confirmed', 'unconfirmed')
         ORDER BY a.occurred_at DESC, a.id DESC LIMIT 1) AS confirmed_at
  FROM transactions AS t;

-- What was paid on an invoice itself, and of what who it bills paid on its order the part that earlier papers of its kind have
-- not used up.
CREATE VIEW sys_figure_invoice_payments AS
SELECT v.workspace_id, v.id, v.total_minor,
       (SELECT ifnull(sum(received_minor), 0) FROM sys_figure_counted_transactions AS t
         WHERE t.workspace_id = v.workspace_id AND t.invoice_id = v.id)
       + CASE WHEN v.order_id IS NULL OR v.invoice_number IS NULL OR v.kind = 'credit_note' OR v.status = 'cancelled'
              THEN 0
              ELSE max(0, min(v.total_minor,
                  ifnull((SELECT p.paid_minor FROM sys_order_payers AS p
                           WHERE p.workspace_id = v.workspace_id AND p.order_id = v.order_id
                                 AND p.client_id = v.client_id),
                         (SELECT o.amount_paid_minor FROM orders AS o
                           WHERE o.workspace_id = v.workspace_id AND o.id = v.order_id)
                         - (SELECT ifnull(sum(p.paid_minor), 0) FROM sys_order_payers AS p
                             WHERE p.workspace_id = v.workspace_id AND p.order_id = v.order_id))
                  - (SELECT ifnull(sum(e.total_minor), 0) FROM invoices AS e
                      WHERE e.workspace_id = v.workspace_id AND e.order_id = v.order_id AND e.id < v.id
                        AND e.kind = v.kind AND e.client_id IS v.client_id AND e.invoice_number IS NOT NULL AND e.status <> 'cancelled'
                        AND e.deleted_at IS NULL))) END AS amount_paid_minor,
       (SELECT ifnull(sum(n.total_minor), 0) FROM invoices AS n
         WHERE n.workspace_id = v.workspace_id AND n.corrects_invoice_id = v.id AND n.kind = 'credit_note'
           AND n.invoice_number IS NOT NULL AND n.status <> 'cancelled' AND n.deleted_at IS NULL) AS credited_minor
  FROM invoices AS v;

CREATE VIEW sys_figure_invoices AS
SELECT workspace_id, id, amount_paid_minor,
       CASE WHEN total_minor - credited_minor <= amount_paid_minor THEN 'paid'
            WHEN amount_paid_minor <= 0 THEN 'unpaid'
            ELSE 'partial' END AS payment_status
  FROM sys_figure_invoice_payments;

CREATE VIEW sys_figure_feeds AS
SELECT f.workspace_id, f.id,
       (SELECT count(*) FROM feed_likes WHERE feed_id = f.id AND deleted_at IS NULL) AS likes_count,
       (SELECT count(*) FROM feed_comments
         WHERE feed_id = f.id AND deleted_at IS NULL AND is_deleted = 0) AS comments_count,
       (SELECT count(*) FROM feed_shares WHERE feed_id = f.id AND deleted_at IS NULL) AS shares_count
  FROM feeds AS f;

CREATE VIEW sys_figure_marketplace_products AS
SELECT p.workspace_id, p.id,
       (SELECT count(*) FROM product_likes AS l
         WHERE l.workspace_id = p.workspace_id AND l.product_id = p.id AND l.deleted_at IS NULL) AS likes_count,
       (SELECT count(*) FROM product_reviews AS r
         WHERE r.workspace_id = p.workspace_id AND r.product_id = p.id AND r.deleted_at IS NULL) AS reviews_count,
       (SELECT sum(r.rating) * 1000 / count(*) FROM product_reviews AS r
         WHERE r.workspace_id = p.workspace_id AND r.product_id = p.id AND r.deleted_at IS NULL) AS rating_milli
  FROM marketplace_products AS p;

CREATE VIEW sys_figure_daily_totals AS
SELECT workspace_id, date AS day_date, transaction_type, effect, category, payment_method, currency,
       sum(amount_minor) AS amount_minor, count(*) AS rows_count
  FROM sys_figure_counted_transactions
 WHERE till_id IS NOT NULL OR category NOT IN ('opening_payment', 'opening_credit') -- of the old book: no day's money
 GROUP BY workspace_id, date, transaction_type, effect, category, payment_method, currency;

-- Search: what is indexed of a row; core/storage/search_marks.h, whose function this calls, says why ---------------------

CREATE VIEW sys_search_marks AS
SELECT id, search_marks(id, folded) AS marks
  FROM sys_search
 WHERE id <= (SELECT CASE (id >> 39) & 1 WHEN 1 THEN orders_indexed ELSE clients_indexed END
                FROM sys_search_scopes WHERE number = id >> 40);
