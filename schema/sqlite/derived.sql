-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 Thimblely
--
-- The figures that nobody types (the catalogue's `derived`), kept by triggers; what each one is stands in figures.sql.
-- Made anew after every migration. On the path of a new order, a payment or a movement they add to what stands; on any
-- rarer change they count again what hangs on one row.

-- Pieces --------------------------------------------------------------------------------------------------------------

CREATE TRIGGER derive_piece AFTER INSERT ON sys_activity
WHEN NEW.kind IN ('stage', 'cancelled', 'restored')
BEGIN
    UPDATE order_items
       SET (stage, stage_key, ready_at, collected_at, cancelled_at) =
           (SELECT stage, stage_key, ready_at, collected_at, cancelled_at
              FROM sys_figure_order_items WHERE workspace_id = NEW.workspace_id AND id = NEW.order_item_id)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.order_item_id;
END;

-- Orders, from their pieces -------------------------------------------------------------------------------------------

-- A new piece is booked and nothing else: adding is enough. A charge changes nothing of how far the order is.
CREATE TRIGGER derive_order_new_piece AFTER INSERT ON order_items
WHEN NEW.deleted_at IS NULL AND NEW.taxes IS NULL
BEGIN
    UPDATE orders
       SET subtotal_minor = subtotal_minor + NEW.total_minor + NEW.discount_minor,
           discount_minor = discount_minor + NEW.discount_minor,
           total_minor = total_minor + NEW.total_minor,
           balance_minor = balance_minor + NEW.total_minor,
           payment_status = CASE WHEN total_minor + NEW.total_minor <= amount_paid_minor THEN 'paid'
                                 WHEN amount_paid_minor <= 0 THEN 'unpaid'
                                 ELSE 'partial' END
     WHERE workspace_id = NEW.workspace_id AND id = NEW.order_id;
END;

CREATE TRIGGER derive_order_new_taxed_piece AFTER INSERT ON order_items
WHEN NEW.deleted_at IS NULL AND NEW.taxes IS NOT NULL
BEGIN
    UPDATE orders
       SET subtotal_minor = subtotal_minor + NEW.total_minor + NEW.discount_minor,
           discount_minor = orders.discount_minor + NEW.discount_minor,
           tax_minor = orders.tax_minor + piece.tax,
           total_minor = total_minor + NEW.total_minor + iif(tax_inclusive, 0, piece.tax),
           balance_minor = balance_minor + NEW.total_minor + iif(tax_inclusive, 0, piece.tax),
           payment_status = CASE WHEN total_minor + NEW.total_minor + iif(tax_inclusive, 0, piece.tax)
                                      <= amount_paid_minor THEN 'paid'
                                 WHEN amount_paid_minor <= 0 THEN 'unpaid'
                                 ELSE 'partial' END
      FROM (SELECT ifnull(sum(value ->> 'minor'), 0) AS tax FROM json_each(NEW.taxes)) AS piece
     WHERE workspace_id = NEW.workspace_id AND id = NEW.order_id;
END;

-- With a new piece an order that was ready, collected or cancelled is open again. Apart from the sums: SQLite writes every
-- index anew in which a column stands that is set, be it to what it was, and these stand in three.
CREATE TRIGGER derive_order_open_again AFTER INSERT ON order_items
WHEN NEW.deleted_at IS NULL AND NEW.charge IS NULL
BEGIN
    UPDATE orders
       SET status = CASE WHEN order_number IS NULL THEN 'draft'
                         WHEN status IN ('in-progress', 'completed') THEN 'in-progress'
                         ELSE 'pending' END,
           completed_at = NULL,
           collected_at = NULL
     WHERE workspace_id = NEW.workspace_id AND id = NEW.order_id
           AND (status = 'completed' OR status = 'cancelled' OR completed_at IS NOT NULL OR collected_at IS NOT NULL
                OR (status = 'draft') <> (order_number IS NULL));
END;

CREATE TRIGGER derive_order_piece_changed
AFTER UPDATE OF order_id, total_minor, discount_minor, taxes, stage, ready_at, collected_at, cancelled_at, deleted_at
ON order_items
WHEN NEW.order_id IS NOT OLD.order_id OR NEW.total_minor <> OLD.total_minor
     OR NEW.discount_minor <> OLD.discount_minor OR NEW.taxes IS NOT OLD.taxes OR NEW.stage <> OLD.stage
     OR NEW.ready_at IS NOT OLD.ready_at OR NEW.collected_at IS NOT OLD.collected_at
     OR NEW.cancelled_at IS NOT OLD.cancelled_at OR NEW.deleted_at IS NOT OLD.deleted_at
BEGIN
    UPDATE orders
       SET (status, subtotal_minor, discount_minor, tax_minor, total_minor, amount_paid_minor, balance_minor,
            payment_status, completed_at, collected_at, waiting_minor) =
           (SELECT status, subtotal_minor, discount_minor, tax_minor, total_minor, amount_paid_minor, balance_minor,
                   payment_status, completed_at, collected_at, waiting_minor
              FROM sys_figure_orders WHERE workspace_id = NEW.workspace_id AND id = NEW.order_id)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.order_id;
END;

CREATE TRIGGER derive_order_piece_moved AFTER UPDATE OF order_id ON order_items
WHEN NEW.order_id IS NOT OLD.order_id
BEGIN
    UPDATE orders
       SET (status, subtotal_minor, discount_minor, tax_minor, total_minor, amount_paid_minor, balance_minor,
            payment_status, completed_at, collected_at, waiting_minor) =
           (SELECT status, subtotal_minor, discount_minor, tax_minor, total_minor, amount_paid_minor, balance_minor,
                   payment_status, completed_at, collected_at, waiting_minor
              FROM sys_figure_orders WHERE workspace_id = OLD.workspace_id AND id = OLD.order_id)
     WHERE workspace_id = OLD.workspace_id AND id = OLD.order_id;
END;

CREATE TRIGGER derive_order_piece_deleted AFTER DELETE ON order_items
BEGIN
    UPDATE orders
       SET (status, subtotal_minor, discount_minor, tax_minor, total_minor, amount_paid_minor, balance_minor,
            payment_status, completed_at, collected_at, waiting_minor) =
           (SELECT status, subtotal_minor, discount_minor, tax_minor, total_minor, amount_paid_minor, balance_minor,
                   payment_status, completed_at, collected_at, waiting_minor
              FROM sys_figure_orders WHERE workspace_id = OLD.workspace_id AND id = OLD.order_id)
     WHERE workspace_id = OLD.workspace_id AND id = OLD.order_id;
END;

-- A draft gets its number; an order is told to hold its taxes within the prices.
CREATE TRIGGER derive_order_numbered AFTER UPDATE OF order_number, tax_inclusive ON orders
WHEN (NEW.order_number IS NULL) <> (OLD.order_number IS NULL) OR NEW.tax_inclusive <> OLD.tax_inclusive
BEGIN
    UPDATE orders
       SET (status, subtotal_minor, discount_minor, tax_minor, total_minor, amount_paid_minor, balance_minor,
            payment_status, completed_at, collected_at, waiting_minor) =
           (SELECT status, subtotal_minor, discount_minor, tax_minor, total_minor, amount_paid_minor, balance_minor,
                   payment_status, completed_at, collected_at, waiting_minor
              FROM sys_figure_orders WHERE workspace_id = NEW.workspace_id AND id = NEW.id)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.id;
END;

CREATE TRIGGER derive_order_booked AFTER INSERT ON orders
WHEN NEW.order_number IS NOT NULL AND NEW.status <> 'pending'
BEGIN
    UPDATE orders SET status = 'pending' WHERE workspace_id = NEW.workspace_id AND id = NEW.id;
END;

-- Who pays for an order besides its client ------------------------------------------------------------------------------

-- Few orders have any. Asked for by other_payers = -1: the rows are counted again, and with them what each who pays or
-- paid is asked for; a row that goes is emptied first, so that its client is counted with the others.
CREATE TRIGGER derive_order_payers AFTER UPDATE OF other_payers ON orders
WHEN NEW.other_payers = -1
BEGIN
    INSERT INTO sys_order_payers
    SELECT workspace_id, order_id, client_id, share_minor, paid_minor, waiting_minor
      FROM sys_figure_order_payers
     WHERE workspace_id = NEW.workspace_id AND order_id = NEW.id
        ON CONFLICT DO UPDATE SET share_minor = excluded.share_minor, paid_minor = excluded.paid_minor,
                                  waiting_minor = excluded.waiting_minor;
    UPDATE sys_order_payers SET share_minor = 0, paid_minor = 0, waiting_minor = 0
     WHERE workspace_id = NEW.workspace_id AND order_id = NEW.id
           AND client_id NOT IN (SELECT client_id FROM sys_figure_order_payers
                                  WHERE workspace_id = NEW.workspace_id AND order_id = NEW.id);
    UPDATE clients
       SET (balance_minor, waiting_minor, overpaid_minor) =
           (SELECT balance_minor, waiting_minor, overpaid_minor FROM sys_figure_clients AS f
             WHERE f.workspace_id = clients.workspace_id AND f.id = clients.id)
     WHERE workspace_id = NEW.workspace_id
           AND id IN (SELECT client_id FROM sys_order_payers
                       WHERE workspace_id = NEW.workspace_id AND order_id = NEW.id
                      UNION ALL
                      SELECT NEW.client_id);
    DELETE FROM sys_order_payers
     WHERE workspace_id = NEW.workspace_id AND order_id = NEW.id
           AND client_id NOT IN (SELECT client_id FROM sys_figure_order_payers
                                  WHERE workspace_id = NEW.workspace_id AND order_id = NEW.id);
    UPDATE orders
       SET other_payers = (SELECT count(*) FROM sys_order_payers
                            WHERE workspace_id = NEW.workspace_id AND order_id = NEW.id)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.id;
    UPDATE invoices
       SET (amount_paid_minor, payment_status) =
           (SELECT amount_paid_minor, payment_status FROM sys_figure_invoices AS f
             WHERE f.workspace_id = invoices.workspace_id AND f.id = invoices.id)
     WHERE workspace_id = NEW.workspace_id AND order_id = NEW.id;
END;

CREATE TRIGGER derive_payer_new_piece AFTER INSERT ON order_items
WHEN NEW.payer_client_id IS NOT NULL
BEGIN
    UPDATE orders SET other_payers = -1 WHERE workspace_id = NEW.workspace_id AND id = NEW.order_id;
END;

CREATE TRIGGER derive_payer_piece_changed
AFTER UPDATE OF order_id, payer_client_id, total_minor, taxes, cancelled_at, deleted_at ON order_items
WHEN (NEW.payer_client_id IS NOT NULL OR OLD.payer_client_id IS NOT NULL)
     AND (NEW.order_id IS NOT OLD.order_id OR NEW.payer_client_id IS NOT OLD.payer_client_id
          OR NEW.total_minor <> OLD.total_minor OR NEW.taxes IS NOT OLD.taxes
          OR NEW.cancelled_at IS NOT OLD.cancelled_at OR NEW.deleted_at IS NOT OLD.deleted_at)
BEGIN
    UPDATE orders SET other_payers = -1
     WHERE workspace_id = NEW.workspace_id AND id IN (OLD.order_id, NEW.order_id);
END;

CREATE TRIGGER derive_payer_piece_deleted AFTER DELETE ON order_items
WHEN OLD.payer_client_id IS NOT NULL
BEGIN
    UPDATE orders SET other_payers = -1 WHERE workspace_id = OLD.workspace_id AND id = OLD.order_id;
END;

CREATE TRIGGER derive_payer_of_order AFTER UPDATE OF client_id, tax_inclusive ON orders
WHEN NEW.client_id IS NOT OLD.client_id OR NEW.tax_inclusive <> OLD.tax_inclusive
BEGIN
    UPDATE orders SET other_payers = -1 WHERE workspace_id = NEW.workspace_id AND id = NEW.id;
END;

CREATE TRIGGER derive_payer_paid AFTER INSERT ON transactions
WHEN NEW.order_id IS NOT NULL AND NEW.client_id IS NOT NULL
     AND NEW.client_id IS NOT (SELECT client_id FROM orders WHERE workspace_id = NEW.workspace_id AND id = NEW.order_id)
BEGIN
    UPDATE orders SET other_payers = -1 WHERE workspace_id = NEW.workspace_id AND id = NEW.order_id;
END;

-- What came in, or is of another card since two became one.
CREATE TRIGGER derive_payer_confirmed AFTER UPDATE OF confirmed_at, client_id ON transactions
WHEN NEW.order_id IS NOT NULL
     AND ((NEW.confirmed_at IS NULL) <> (OLD.confirmed_at IS NULL) OR NEW.client_id IS NOT OLD.client_id)
BEGIN
    UPDATE orders SET other_payers = -1
     WHERE workspace_id = NEW.workspace_id AND id = NEW.order_id
           AND (other_payers > 0 OR client_id IS NOT NEW.client_id OR client_id IS NOT OLD.client_id);
END;

-- Clients, from their orders ------------------------------------------------------------------------------------------

CREATE TRIGGER derive_client_new_order AFTER INSERT ON orders
WHEN NEW.client_id IS NOT NULL AND NEW.order_number IS NOT NULL AND NEW.deleted_at IS NULL
BEGIN
    UPDATE clients
       SET orders_count = orders_count + 1,
           last_order_date = max(ifnull(last_order_date, NEW.order_date), NEW.order_date)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.client_id;
END;

CREATE TRIGGER derive_client_owes AFTER UPDATE OF total_minor, balance_minor, waiting_minor ON orders
WHEN (NEW.total_minor <> OLD.total_minor OR NEW.balance_minor <> OLD.balance_minor
      OR NEW.waiting_minor <> OLD.waiting_minor)
     AND NEW.client_id IS NOT NULL AND NEW.order_number IS NOT NULL AND NEW.deleted_at IS NULL
BEGIN
    UPDATE clients
       SET revenue_minor = revenue_minor + NEW.total_minor - OLD.total_minor,
           balance_minor = balance_minor + alone * (max(NEW.balance_minor - NEW.waiting_minor, 0)
                                                    - max(OLD.balance_minor - OLD.waiting_minor, 0)),
           waiting_minor = waiting_minor + alone * (NEW.waiting_minor - OLD.waiting_minor),
           overpaid_minor = overpaid_minor + alone * (max(NEW.waiting_minor - NEW.balance_minor, 0)
                                                      - max(OLD.waiting_minor - OLD.balance_minor, 0))
      FROM (SELECT NEW.other_payers = 0 AS alone)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.client_id;
END;

-- Where several pay, it is counted again for each of them.
CREATE TRIGGER derive_payers_owe
AFTER UPDATE OF balance_minor, waiting_minor, client_id, order_number, deleted_at ON orders
WHEN NEW.other_payers > 0
     AND (NEW.balance_minor <> OLD.balance_minor OR NEW.waiting_minor <> OLD.waiting_minor
          OR NEW.client_id IS NOT OLD.client_id OR NEW.order_number IS NOT OLD.order_number
          OR NEW.deleted_at IS NOT OLD.deleted_at)
BEGIN
    UPDATE orders SET other_payers = -1 WHERE workspace_id = NEW.workspace_id AND id = NEW.id;
END;

CREATE TRIGGER derive_client_order_changed
AFTER UPDATE OF client_id, order_number, order_date, deleted_at ON orders
WHEN NEW.client_id IS NOT OLD.client_id OR NEW.order_number IS NOT OLD.order_number
     OR NEW.order_date IS NOT OLD.order_date OR NEW.deleted_at IS NOT OLD.deleted_at
BEGIN
    UPDATE clients
       SET (orders_count, revenue_minor, balance_minor, last_order_date, waiting_minor,
            overpaid_minor) =
           (SELECT orders_count, revenue_minor, balance_minor, last_order_date, waiting_minor, overpaid_minor
              FROM sys_figure_clients WHERE workspace_id = OLD.workspace_id AND id = OLD.client_id)
     WHERE workspace_id = OLD.workspace_id AND id = OLD.client_id;
    UPDATE clients
       SET (orders_count, revenue_minor, balance_minor, last_order_date, waiting_minor,
            overpaid_minor) =
           (SELECT orders_count, revenue_minor, balance_minor, last_order_date, waiting_minor, overpaid_minor
              FROM sys_figure_clients WHERE workspace_id = NEW.workspace_id AND id = NEW.client_id)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.client_id;
END;

CREATE TRIGGER derive_client_order_deleted AFTER DELETE ON orders
WHEN OLD.client_id IS NOT NULL
BEGIN
    UPDATE clients
       SET (orders_count, revenue_minor, balance_minor, last_order_date, waiting_minor,
            overpaid_minor) =
           (SELECT orders_count, revenue_minor, balance_minor, last_order_date, waiting_minor, overpaid_minor
              FROM sys_figure_clients WHERE workspace_id = OLD.workspace_id AND id = OLD.client_id)
     WHERE workspace_id = OLD.workspace_id AND id = OLD.client_id;
END;

-- Stock, from its movements -------------------------------------------------------------------------------------------

CREATE TRIGGER derive_stock_moved AFTER INSERT ON inventory_movements
WHEN NEW.movement_type NOT IN ('reserve', 'release')
BEGIN
    UPDATE inventory_items
       SET current_stock_milli = current_stock_milli + NEW.quantity_milli,
           status = CASE WHEN item_kind = 'service' THEN 'in-stock'
                         WHEN current_stock_milli + NEW.quantity_milli <= 0 THEN 'out-of-stock'
                         WHEN current_stock_milli + NEW.quantity_milli <= ifnull(min_stock_milli, 0) THEN 'low-stock'
                         ELSE 'in-stock' END
     WHERE workspace_id = NEW.workspace_id AND id = NEW.inventory_item_id;
END;

CREATE TRIGGER derive_stock_reserved AFTER INSERT ON inventory_movements
WHEN NEW.movement_type IN ('reserve', 'release')
BEGIN
    UPDATE inventory_items
       SET reserved_milli = reserved_milli + NEW.quantity_milli
     WHERE workspace_id = NEW.workspace_id AND id = NEW.inventory_item_id;
END;

CREATE TRIGGER derive_stock_service AFTER INSERT ON inventory_items
WHEN NEW.item_kind = 'service'
BEGIN
    UPDATE inventory_items SET status = 'in-stock' WHERE workspace_id = NEW.workspace_id AND id = NEW.id;
END;

CREATE TRIGGER derive_stock_limits AFTER UPDATE OF item_kind, min_stock_milli ON inventory_items
WHEN NEW.item_kind <> OLD.item_kind OR NEW.min_stock_milli IS NOT OLD.min_stock_milli
BEGIN
    UPDATE inventory_items
       SET status = (SELECT status FROM sys_figure_inventory_items
                      WHERE workspace_id = NEW.workspace_id AND id = NEW.id)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.id;
END;

-- Money ---------------------------------------------------------------------------------------------------------------

CREATE TRIGGER derive_confirmed AFTER INSERT ON sys_activity
WHEN NEW.kind IN ('confirmed', 'unconfirmed')
BEGIN
    UPDATE transactions
       SET confirmed_at = (SELECT confirmed_at FROM sys_figure_transactions
                            WHERE workspace_id = NEW.workspace_id AND id = NEW.transaction_id)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.transaction_id;
END;

CREATE TRIGGER derive_order_paid AFTER INSERT ON transactions
WHEN NEW.order_id IS NOT NULL
BEGIN
    UPDATE orders
       SET amount_paid_minor = amount_paid_minor + paid.received_minor,
           balance_minor = balance_minor - paid.received_minor,
           payment_status = CASE WHEN total_minor <= amount_paid_minor + paid.received_minor THEN 'paid'
                                 WHEN amount_paid_minor + paid.received_minor <= 0 THEN 'unpaid'
                                 ELSE 'partial' END
      FROM (SELECT received_minor FROM sys_figure_counted_transactions
             WHERE workspace_id = NEW.workspace_id AND id = NEW.id) AS paid
     WHERE workspace_id = NEW.workspace_id AND id = NEW.order_id;
END;

CREATE TRIGGER derive_order_waits AFTER INSERT ON transactions
WHEN NEW.order_id IS NOT NULL AND NEW.confirmed_at IS NULL AND NEW.transaction_type = 'income'
     AND NEW.payment_method IN ('transfer', 'mobile_money')
BEGIN
    UPDATE orders
       SET waiting_minor = waiting_minor
                           + iif(NEW.reverses_transaction_id IS NULL, NEW.amount_minor, -NEW.amount_minor)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.order_id;
END;

CREATE TRIGGER derive_invoice_paid AFTER INSERT ON transactions
WHEN NEW.invoice_id IS NOT NULL
BEGIN
    UPDATE invoices
       SET (amount_paid_minor, payment_status) =
           (SELECT amount_paid_minor, payment_status FROM sys_figure_invoices AS f
             WHERE f.workspace_id = invoices.workspace_id AND f.id = invoices.id)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.invoice_id;
END;

CREATE TRIGGER derive_daily_total AFTER INSERT ON transactions
WHEN NEW.till_id IS NOT NULL OR NEW.category NOT IN ('opening_payment', 'opening_credit')
BEGIN
    INSERT INTO sys_daily_totals
    SELECT workspace_id, date, transaction_type, effect, category, payment_method, currency, amount_minor, 1
      FROM sys_figure_counted_transactions
     WHERE workspace_id = NEW.workspace_id AND id = NEW.id
        ON CONFLICT DO UPDATE SET amount_minor = sys_daily_totals.amount_minor + excluded.amount_minor,
                                  rows_count = rows_count + 1;
END;

CREATE TRIGGER derive_confirmation_counts AFTER UPDATE OF confirmed_at ON transactions
WHEN (NEW.confirmed_at IS NULL) <> (OLD.confirmed_at IS NULL)
BEGIN
    UPDATE orders
       SET (status, subtotal_minor, discount_minor, tax_minor, total_minor, amount_paid_minor, balance_minor,
            payment_status, completed_at, collected_at, waiting_minor) =
           (SELECT status, subtotal_minor, discount_minor, tax_minor, total_minor, amount_paid_minor, balance_minor,
                   payment_status, completed_at, collected_at, waiting_minor
              FROM sys_figure_orders WHERE workspace_id = NEW.workspace_id AND id = NEW.order_id)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.order_id;
    UPDATE invoices
       SET (amount_paid_minor, payment_status) =
           (SELECT amount_paid_minor, payment_status FROM sys_figure_invoices AS f
             WHERE f.workspace_id = invoices.workspace_id AND f.id = invoices.id)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.invoice_id;
    DELETE FROM sys_daily_totals
     WHERE workspace_id = NEW.workspace_id AND day_date = NEW.date AND transaction_type = NEW.transaction_type
       AND effect = NEW.effect AND category = NEW.category AND payment_method = ifnull(NEW.payment_method, '')
       AND currency = NEW.currency;
    INSERT INTO sys_daily_totals
    SELECT workspace_id, date, transaction_type, effect, category, payment_method, currency, sum(amount_minor), count(*)
      FROM sys_figure_counted_transactions
     WHERE workspace_id = NEW.workspace_id AND date = NEW.date AND transaction_type = NEW.transaction_type
       AND effect = NEW.effect AND category = NEW.category AND payment_method = ifnull(NEW.payment_method, '')
       AND currency = NEW.currency
    HAVING count(*) > 0;
END;

CREATE TRIGGER derive_invoice_order_paid AFTER UPDATE OF amount_paid_minor ON orders
WHEN NEW.amount_paid_minor <> OLD.amount_paid_minor
BEGIN
    UPDATE invoices
       SET (amount_paid_minor, payment_status) =
           (SELECT amount_paid_minor, payment_status FROM sys_figure_invoices AS f
             WHERE f.workspace_id = invoices.workspace_id AND f.id = invoices.id)
     WHERE workspace_id = NEW.workspace_id AND order_id = NEW.id;
END;

CREATE TRIGGER derive_invoice_new AFTER INSERT ON invoices
BEGIN
    UPDATE invoices
       SET (amount_paid_minor, payment_status) =
           (SELECT amount_paid_minor, payment_status FROM sys_figure_invoices AS f
             WHERE f.workspace_id = invoices.workspace_id AND f.id = invoices.id)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.id;
END;

-- What a credit note takes off is asked for no more: the invoice may be paid with it, though no money moved.
CREATE TRIGGER derive_invoice_credited AFTER INSERT ON invoices
WHEN NEW.kind = 'credit_note'
BEGIN
    UPDATE invoices
       SET (amount_paid_minor, payment_status) =
           (SELECT amount_paid_minor, payment_status FROM sys_figure_invoices AS f
             WHERE f.workspace_id = invoices.workspace_id AND f.id = invoices.id)
     WHERE workspace_id = NEW.workspace_id AND order_id = NEW.order_id;
    UPDATE invoices
       SET (amount_paid_minor, payment_status) =
           (SELECT amount_paid_minor, payment_status FROM sys_figure_invoices AS f
             WHERE f.workspace_id = invoices.workspace_id AND f.id = invoices.id)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.corrects_invoice_id AND order_id IS NULL;
END;

CREATE TRIGGER derive_invoice_changed
AFTER UPDATE OF order_id, kind, invoice_number, total_minor, status, deleted_at ON invoices
WHEN NEW.order_id IS NOT OLD.order_id OR NEW.kind <> OLD.kind OR NEW.invoice_number IS NOT OLD.invoice_number
     OR NEW.total_minor <> OLD.total_minor OR NEW.status <> OLD.status OR NEW.deleted_at IS NOT OLD.deleted_at
BEGIN
    UPDATE invoices
       SET (amount_paid_minor, payment_status) =
           (SELECT amount_paid_minor, payment_status FROM sys_figure_invoices AS f
             WHERE f.workspace_id = invoices.workspace_id AND f.id = invoices.id)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.id;
    UPDATE invoices
       SET (amount_paid_minor, payment_status) =
           (SELECT amount_paid_minor, payment_status FROM sys_figure_invoices AS f
             WHERE f.workspace_id = invoices.workspace_id AND f.id = invoices.id)
     WHERE workspace_id = NEW.workspace_id AND order_id = NEW.order_id;
    UPDATE invoices
       SET (amount_paid_minor, payment_status) =
           (SELECT amount_paid_minor, payment_status FROM sys_figure_invoices AS f
             WHERE f.workspace_id = invoices.workspace_id AND f.id = invoices.id)
     WHERE workspace_id = OLD.workspace_id AND order_id = OLD.order_id;
    UPDATE invoices
       SET (amount_paid_minor, payment_status) =
           (SELECT amount_paid_minor, payment_status FROM sys_figure_invoices AS f
             WHERE f.workspace_id = invoices.workspace_id AND f.id = invoices.id)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.corrects_invoice_id AND order_id IS NULL;
END;

-- The client's figures hold what is asked for an invoice of no order: counted again whenever its own are, which is after
-- each payment, credit note and change of it.
CREATE TRIGGER derive_client_billed AFTER UPDATE OF amount_paid_minor, client_id ON invoices
WHEN NEW.order_id IS NULL AND (NEW.client_id IS NOT NULL OR OLD.client_id IS NOT NULL)
BEGIN
    UPDATE clients
       SET (balance_minor, waiting_minor, overpaid_minor) =
           (SELECT balance_minor, waiting_minor, overpaid_minor FROM sys_figure_clients AS f
             WHERE f.workspace_id = clients.workspace_id AND f.id = clients.id)
     WHERE workspace_id = NEW.workspace_id AND id IN (OLD.client_id, NEW.client_id);
END;

CREATE TRIGGER derive_client_bill_deleted AFTER DELETE ON invoices
WHEN OLD.order_id IS NULL AND OLD.client_id IS NOT NULL
BEGIN
    UPDATE clients
       SET (balance_minor, waiting_minor, overpaid_minor) =
           (SELECT balance_minor, waiting_minor, overpaid_minor FROM sys_figure_clients AS f
             WHERE f.workspace_id = clients.workspace_id AND f.id = clients.id)
     WHERE workspace_id = OLD.workspace_id AND id = OLD.client_id;
END;

CREATE TRIGGER derive_invoice_deleted AFTER DELETE ON invoices
WHEN OLD.order_id IS NOT NULL
BEGIN
    UPDATE invoices
       SET (amount_paid_minor, payment_status) =
           (SELECT amount_paid_minor, payment_status FROM sys_figure_invoices AS f
             WHERE f.workspace_id = invoices.workspace_id AND f.id = invoices.id)
     WHERE workspace_id = OLD.workspace_id AND order_id = OLD.order_id;
END;

-- Feeds and products --------------------------------------------------------------------------------------------------

CREATE TRIGGER derive_feed_like_new AFTER INSERT ON feed_likes
WHEN NEW.deleted_at IS NULL
BEGIN
    UPDATE feeds SET likes_count = likes_count + 1 WHERE id = NEW.feed_id;
END;

CREATE TRIGGER derive_feed_like_changed AFTER UPDATE OF deleted_at ON feed_likes
BEGIN
    UPDATE feeds SET likes_count = (SELECT likes_count FROM sys_figure_feeds WHERE id = NEW.feed_id) WHERE id = NEW.feed_id;
END;

CREATE TRIGGER derive_feed_like_deleted AFTER DELETE ON feed_likes
BEGIN
    UPDATE feeds SET likes_count = (SELECT likes_count FROM sys_figure_feeds WHERE id = OLD.feed_id) WHERE id = OLD.feed_id;
END;

CREATE TRIGGER derive_feed_comment_new AFTER INSERT ON feed_comments
WHEN NEW.deleted_at IS NULL AND NEW.is_deleted = 0
BEGIN
    UPDATE feeds SET comments_count = comments_count + 1 WHERE id = NEW.feed_id;
END;

CREATE TRIGGER derive_feed_comment_changed AFTER UPDATE OF is_deleted, deleted_at ON feed_comments
BEGIN
    UPDATE feeds SET comments_count = (SELECT comments_count FROM sys_figure_feeds WHERE id = NEW.feed_id) WHERE id = NEW.feed_id;
END;

CREATE TRIGGER derive_feed_comment_deleted AFTER DELETE ON feed_comments
BEGIN
    UPDATE feeds SET comments_count = (SELECT comments_count FROM sys_figure_feeds WHERE id = OLD.feed_id) WHERE id = OLD.feed_id;
END;

CREATE TRIGGER derive_feed_share_new AFTER INSERT ON feed_shares
WHEN NEW.deleted_at IS NULL
BEGIN
    UPDATE feeds SET shares_count = shares_count + 1 WHERE id = NEW.feed_id;
END;

CREATE TRIGGER derive_feed_share_changed AFTER UPDATE OF deleted_at ON feed_shares
BEGIN
    UPDATE feeds SET shares_count = (SELECT shares_count FROM sys_figure_feeds WHERE id = NEW.feed_id) WHERE id = NEW.feed_id;
END;

CREATE TRIGGER derive_feed_share_deleted AFTER DELETE ON feed_shares
BEGIN
    UPDATE feeds SET shares_count = (SELECT shares_count FROM sys_figure_feeds WHERE id = OLD.feed_id) WHERE id = OLD.feed_id;
END;

CREATE TRIGGER derive_product_like_new AFTER INSERT ON product_likes
WHEN NEW.deleted_at IS NULL
BEGIN
    UPDATE marketplace_products SET likes_count = likes_count + 1 WHERE id = NEW.product_id;
END;

CREATE TRIGGER derive_product_like_changed AFTER UPDATE OF deleted_at ON product_likes
BEGIN
    UPDATE marketplace_products SET likes_count = (SELECT likes_count FROM sys_figure_marketplace_products WHERE id = NEW.product_id) WHERE id = NEW.product_id;
END;

CREATE TRIGGER derive_product_like_deleted AFTER DELETE ON product_likes
BEGIN
    UPDATE marketplace_products SET likes_count = (SELECT likes_count FROM sys_figure_marketplace_products WHERE id = OLD.product_id) WHERE id = OLD.product_id;
END;

CREATE TRIGGER derive_product_review_new AFTER INSERT ON product_reviews
BEGIN
    UPDATE marketplace_products
       SET (reviews_count, rating_milli) = (SELECT reviews_count, rating_milli FROM sys_figure_marketplace_products
                                             WHERE id = NEW.product_id)
     WHERE id = NEW.product_id;
END;

CREATE TRIGGER derive_product_review_changed AFTER UPDATE OF rating, deleted_at ON product_reviews
BEGIN
    UPDATE marketplace_products
       SET (reviews_count, rating_milli) = (SELECT reviews_count, rating_milli FROM sys_figure_marketplace_products
                                             WHERE id = NEW.product_id)
     WHERE id = NEW.product_id;
END;

CREATE TRIGGER derive_product_review_deleted AFTER DELETE ON product_reviews
BEGIN
    UPDATE marketplace_products
       SET (reviews_count, rating_milli) = (SELECT reviews_count, rating_milli FROM sys_figure_marketplace_products
                                             WHERE id = OLD.product_id)
     WHERE id = OLD.product_id;
END;

-- People --------------------------------------------------------------------------------------------------------------

-- What was confirmed is an address: another one is confirmed by a code of its own or not at all, and the one before,
-- written again, still by the code that came back from it. A login's own stands where the profile names none.

CREATE TRIGGER derive_confirmed_email_of_profiles AFTER UPDATE OF email ON profiles
WHEN NEW.email IS NOT OLD.email
BEGIN
    UPDATE auth_users
       SET email_confirmed_at = (SELECT max(verified_at) FROM verification_logs
                                  WHERE user_id = NEW.id AND verification_type = 'email' AND status = 'verified'
                                    AND sent_to = coalesce(nullif(NEW.email, ''), auth_users.email) AND deleted_at IS NULL)
     WHERE id = NEW.id;
END;

CREATE TRIGGER derive_confirmed_email_of_auth_users AFTER UPDATE OF email ON auth_users
WHEN NEW.email IS NOT OLD.email
BEGIN
    UPDATE auth_users
       SET email_confirmed_at = (SELECT max(verified_at) FROM verification_logs
                                  WHERE user_id = NEW.id AND verification_type = 'email' AND status = 'verified'
                                    AND sent_to = NEW.email AND deleted_at IS NULL)
     WHERE id = NEW.id;
END;

CREATE TRIGGER derive_confirmed_phone_of_profiles AFTER UPDATE OF phone ON profiles
WHEN NEW.phone IS NOT OLD.phone
BEGIN
    UPDATE auth_users
       SET phone_confirmed_at = (SELECT max(verified_at) FROM verification_logs
                                  WHERE user_id = NEW.id AND verification_type = 'sms' AND status = 'verified'
                                    AND sent_to = coalesce(nullif(NEW.phone, ''), auth_users.phone) AND deleted_at IS NULL)
     WHERE id = NEW.id;
END;

CREATE TRIGGER derive_confirmed_phone_of_auth_users AFTER UPDATE OF phone ON auth_users
WHEN NEW.phone IS NOT OLD.phone
BEGIN
    UPDATE auth_users
       SET phone_confirmed_at = (SELECT max(verified_at) FROM verification_logs
                                  WHERE user_id = NEW.id AND verification_type = 'sms' AND status = 'verified'
                                    AND sent_to = NEW.phone AND deleted_at IS NULL)
     WHERE id = NEW.id;
END;
