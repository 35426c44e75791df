-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 Thimblely
--
-- Several people pay one order, each for their pieces; and what was announced stands apart from what is still asked.

-- NULL: who the order is of. Of the order's workspace, as guards.sql has it: a key over two columns cannot be added.
ALTER TABLE order_items ADD COLUMN payer_client_id BLOB REFERENCES clients (id);
CREATE INDEX order_items_payer ON order_items (payer_client_id) WHERE payer_client_id IS NOT NULL; -- few

ALTER TABLE orders ADD COLUMN waiting_minor INTEGER NOT NULL DEFAULT 0; -- derived: announced, has not come in
ALTER TABLE orders ADD COLUMN other_payers INTEGER NOT NULL DEFAULT 0;  -- derived: how many besides its client

-- Derived. A client's balance is from now on what is asked of them: each order's part that is still due, without what
-- is on its way; what was paid too much of one order pays for no other, and stands beside it.
ALTER TABLE clients ADD COLUMN waiting_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE clients ADD COLUMN overpaid_minor INTEGER NOT NULL DEFAULT 0;

CREATE TABLE sys_order_payers ( -- derived: who pays for an order besides its client
    workspace_id BLOB NOT NULL,
    order_id BLOB NOT NULL,
    client_id BLOB NOT NULL,
    share_minor INTEGER NOT NULL,
    paid_minor INTEGER NOT NULL,
    waiting_minor INTEGER NOT NULL,
    PRIMARY KEY (workspace_id, order_id, client_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sys_order_payers_client ON sys_order_payers (workspace_id, client_id);

UPDATE orders
   SET waiting_minor = waits.minor
  FROM (SELECT order_id, sum(iif(reverses_transaction_id IS NULL, amount_minor, -amount_minor)) AS minor
          FROM transactions
         WHERE order_id IS NOT NULL AND confirmed_at IS NULL AND payment_method IN ('transfer', 'mobile_money')
               AND transaction_type = 'income' AND deleted_at IS NULL
         GROUP BY order_id) AS waits
 WHERE id = waits.order_id;

UPDATE clients
   SET balance_minor = asked.due, waiting_minor = asked.waiting, overpaid_minor = asked.overpaid
  FROM (SELECT client_id, sum(max(balance_minor - waiting_minor, 0)) AS due, sum(waiting_minor) AS waiting,
               sum(max(waiting_minor - balance_minor, 0)) AS overpaid
          FROM orders
         WHERE client_id IS NOT NULL AND order_number IS NOT NULL AND deleted_at IS NULL
         GROUP BY client_id) AS asked
 WHERE id = asked.client_id;
