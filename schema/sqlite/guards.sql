-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 Thimblely
--
-- What no key and no CHECK can forbid. Made anew after every migration. Each RAISE is the code of an Error.

-- The owner of a workspace is an active member of it, whoever asks.
CREATE TRIGGER guard_owner_stays_update BEFORE UPDATE OF workspace_id, user_id, status, deleted_at ON workspace_members
WHEN (NEW.status <> 'active' OR NEW.deleted_at IS NOT NULL OR NEW.user_id IS NOT OLD.user_id
      OR NEW.workspace_id IS NOT OLD.workspace_id)
     AND EXISTS (SELECT 1 FROM workspaces WHERE id = OLD.workspace_id AND owner_id = OLD.user_id)
BEGIN
    SELECT RAISE(ABORT, 'member.owner_stays');
END;

CREATE TRIGGER guard_owner_stays_delete BEFORE DELETE ON workspace_members
WHEN EXISTS (SELECT 1 FROM workspaces WHERE id = OLD.workspace_id AND owner_id = OLD.user_id)
BEGIN
    SELECT RAISE(ABORT, 'member.owner_stays');
END;

-- Who becomes the owner is an active member already; at the founding the membership follows, and is looked at then.
CREATE TRIGGER guard_owner_is_active BEFORE UPDATE OF owner_id ON workspaces
WHEN NEW.owner_id IS NOT OLD.owner_id
     AND NOT EXISTS (SELECT 1 FROM workspace_members
                      WHERE workspace_id = NEW.id AND user_id = NEW.owner_id AND status = 'active'
                        AND deleted_at IS NULL)
BEGIN
    SELECT RAISE(ABORT, 'member.owner_not_active');
END;

CREATE TRIGGER guard_owner_joins_active BEFORE INSERT ON workspace_members
WHEN (NEW.status <> 'active' OR NEW.deleted_at IS NOT NULL)
     AND EXISTS (SELECT 1 FROM workspaces WHERE id = NEW.workspace_id AND owner_id = NEW.user_id)
BEGIN
    SELECT RAISE(ABORT, 'member.owner_not_active');
END;

-- Ledgers: a mistake is taken back by another row. Left open are the derived column of a transaction, and the texts
-- in which a person may stand and which an erasure empties.
CREATE TRIGGER guard_transactions_stay
BEFORE UPDATE OF id, workspace_id, order_id, invoice_id, member_id, goal_id, reverses_transaction_id, transaction_type,
                 effect, category, amount_minor, currency, payment_method, tendered_minor, change_minor, date,
                 occurred_at, till_id, till_seq, receipt_no, tax_breakdown, approved_by, created_by, created_at,
                 deleted_at
ON transactions
BEGIN
    SELECT RAISE(ABORT, 'ledger.append_only');
END;

-- A till's day is closed once, and its chain is written once; what may leave it is the salt, by an erasure.
CREATE TRIGGER guard_transactions_closed_stay BEFORE UPDATE OF closing_id ON transactions
WHEN OLD.closing_id IS NOT NULL AND NEW.closing_id IS NOT OLD.closing_id
BEGIN
    SELECT RAISE(ABORT, 'ledger.append_only');
END;

CREATE TRIGGER guard_transactions_chain_stays BEFORE UPDATE OF fiscal ON transactions
WHEN OLD.till_seq IS NOT NULL
     AND (NEW.fiscal ->> 'hash' IS NOT OLD.fiscal ->> 'hash' OR NEW.fiscal ->> 'people' IS NOT OLD.fiscal ->> 'people'
          OR NEW.fiscal ->> 'prev_hash' IS NOT OLD.fiscal ->> 'prev_hash')
BEGIN
    SELECT RAISE(ABORT, 'ledger.append_only');
END;

CREATE TRIGGER guard_transactions_not_deleted BEFORE DELETE ON transactions
BEGIN
    SELECT RAISE(ABORT, 'ledger.append_only');
END;

CREATE TRIGGER guard_movements_stay
BEFORE UPDATE OF id, workspace_id, inventory_item_id, order_item_id, movement_type, quantity_milli,
                 previous_stock_milli, new_stock_milli, unit_cost_minor, reason_code, moved_by, occurred_at, created_at,
                 deleted_at
ON inventory_movements
BEGIN
    SELECT RAISE(ABORT, 'ledger.append_only');
END;

CREATE TRIGGER guard_movements_not_deleted BEFORE DELETE ON inventory_movements
BEGIN
    SELECT RAISE(ABORT, 'ledger.append_only');
END;

CREATE TRIGGER guard_activity_stays
BEFORE UPDATE OF id, workspace_id, order_id, order_item_id, transaction_id, invoice_id, till_id, till_seq, kind, stage,
                 stage_key, person_id, occurred_at, created_at, deleted_at
ON sys_activity
BEGIN
    SELECT RAISE(ABORT, 'ledger.append_only');
END;

CREATE TRIGGER guard_till_activity_stays BEFORE UPDATE OF data ON sys_activity
WHEN OLD.till_id IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'ledger.append_only');
END;

CREATE TRIGGER guard_activity_not_deleted BEFORE DELETE ON sys_activity
BEGIN
    SELECT RAISE(ABORT, 'ledger.append_only');
END;

-- A reversal takes back what is there, of the same kind and currency, and never more than it was.
CREATE TRIGGER guard_reversal BEFORE INSERT ON transactions
WHEN NEW.reverses_transaction_id IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'transaction.reversal_differs')
     WHERE EXISTS (SELECT 1 FROM transactions
                    WHERE workspace_id = NEW.workspace_id AND id = NEW.reverses_transaction_id
                      AND (transaction_type <> NEW.transaction_type OR currency <> NEW.currency
                           OR effect <> NEW.effect OR order_id IS NOT NEW.order_id
                           OR invoice_id IS NOT NEW.invoice_id OR member_id IS NOT NEW.member_id
                           OR reverses_transaction_id IS NOT NULL));
    SELECT RAISE(ABORT, 'transaction.reversed_already')
     WHERE (SELECT amount_minor FROM transactions
             WHERE workspace_id = NEW.workspace_id AND id = NEW.reverses_transaction_id)
           < NEW.amount_minor + (SELECT ifnull(sum(amount_minor), 0) FROM transactions
                                  WHERE workspace_id = NEW.workspace_id
                                    AND reverses_transaction_id = NEW.reverses_transaction_id);
END;

-- A paper that was issued stays as it was handed out.
CREATE TRIGGER guard_issued_stays
BEFORE UPDATE OF workspace_id, series, invoice_number, kind, corrects_invoice_id, lines, currency, subtotal_minor,
                 discount_minor, tax_minor, tax_breakdown, total_minor, issued_date, supply_date, place_of_supply,
                 prev_sha256, deleted_at
ON invoices
WHEN OLD.invoice_number IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'invoice.issued_stays');
END;

CREATE TRIGGER guard_issued_not_deleted BEFORE DELETE ON invoices
WHEN OLD.invoice_number IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'invoice.issued_stays');
END;

-- What an issued invoice bills stays in the order: neither the piece nor work on it is taken back beneath the paper,
-- beyond what a credit note takes off it.
CREATE TRIGGER guard_billed_piece_stays BEFORE UPDATE OF total_minor, deleted_at ON order_items
WHEN (NEW.deleted_at IS NOT NULL AND OLD.deleted_at IS NULL OR NEW.total_minor < OLD.total_minor)
     AND iif(NEW.deleted_at IS NULL, NEW.total_minor, 0)
         < (SELECT ifnull(sum(iif(invoice.kind = 'invoice', 1, -1) * (line.value ->> 'total')), 0)
              FROM invoices AS invoice, json_each(invoice.lines, '$.rows') AS line
             WHERE invoice.workspace_id = OLD.workspace_id AND invoice.order_id = OLD.order_id
               AND invoice.kind IN ('invoice', 'credit_note') AND invoice.invoice_number IS NOT NULL
               AND invoice.status <> 'cancelled'
               AND line.value ->> 'position' = OLD.position)
BEGIN
    SELECT RAISE(ABORT, 'invoice.bills_piece');
END;

-- Who was erased comes back neither from the bin nor under another name.
CREATE TRIGGER guard_erased_stays BEFORE UPDATE OF name, email, phone, phones, notes, deleted_at, erased_at ON clients
WHEN OLD.erased_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'client.unknown');
END;

-- Where the parent's workspace may be NULL no composite key can hold the child to it.
CREATE TRIGGER guard_event_reminders_workspace_insert BEFORE INSERT ON event_reminders
WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.event_id AND workspace_id IS NOT NEW.workspace_id)
BEGIN
    SELECT RAISE(ABORT, 'workspace.differs_from_parent');
END;

CREATE TRIGGER guard_event_reminders_workspace_update BEFORE UPDATE OF workspace_id, event_id ON event_reminders
WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.event_id AND workspace_id IS NOT NEW.workspace_id)
BEGIN
    SELECT RAISE(ABORT, 'workspace.differs_from_parent');
END;

CREATE TRIGGER guard_feed_cross_posts_workspace_insert BEFORE INSERT ON feed_cross_posts
WHEN EXISTS (SELECT 1 FROM feeds WHERE id = NEW.feed_id AND workspace_id IS NOT NEW.workspace_id)
     OR EXISTS (SELECT 1 FROM social_media_connections
                 WHERE id = NEW.social_connection_id AND workspace_id IS NOT NEW.workspace_id)
BEGIN
    SELECT RAISE(ABORT, 'workspace.differs_from_parent');
END;

CREATE TRIGGER guard_feed_cross_posts_workspace_update BEFORE UPDATE OF workspace_id, feed_id, social_connection_id
ON feed_cross_posts
WHEN EXISTS (SELECT 1 FROM feeds WHERE id = NEW.feed_id AND workspace_id IS NOT NEW.workspace_id)
     OR EXISTS (SELECT 1 FROM social_media_connections
                 WHERE id = NEW.social_connection_id AND workspace_id IS NOT NEW.workspace_id)
BEGIN
    SELECT RAISE(ABORT, 'workspace.differs_from_parent');
END;

CREATE TRIGGER guard_feed_likes_workspace_insert BEFORE INSERT ON feed_likes
WHEN EXISTS (SELECT 1 FROM feeds WHERE id = NEW.feed_id AND workspace_id IS NOT NEW.workspace_id)
BEGIN
    SELECT RAISE(ABORT, 'workspace.differs_from_parent');
END;

CREATE TRIGGER guard_feed_likes_workspace_update BEFORE UPDATE OF workspace_id, feed_id ON feed_likes
WHEN EXISTS (SELECT 1 FROM feeds WHERE id = NEW.feed_id AND workspace_id IS NOT NEW.workspace_id)
BEGIN
    SELECT RAISE(ABORT, 'workspace.differs_from_parent');
END;

CREATE TRIGGER guard_feed_comments_workspace_insert BEFORE INSERT ON feed_comments
WHEN EXISTS (SELECT 1 FROM feeds WHERE id = NEW.feed_id AND workspace_id IS NOT NEW.workspace_id)
BEGIN
    SELECT RAISE(ABORT, 'workspace.differs_from_parent');
END;

CREATE TRIGGER guard_feed_comments_workspace_update BEFORE UPDATE OF workspace_id, feed_id ON feed_comments
WHEN EXISTS (SELECT 1 FROM feeds WHERE id = NEW.feed_id AND workspace_id IS NOT NEW.workspace_id)
BEGIN
    SELECT RAISE(ABORT, 'workspace.differs_from_parent');
END;

CREATE TRIGGER guard_feed_shares_workspace_insert BEFORE INSERT ON feed_shares
WHEN EXISTS (SELECT 1 FROM feeds WHERE id = NEW.feed_id AND workspace_id IS NOT NEW.workspace_id)
BEGIN
    SELECT RAISE(ABORT, 'workspace.differs_from_parent');
END;

CREATE TRIGGER guard_feed_shares_workspace_update BEFORE UPDATE OF workspace_id, feed_id ON feed_shares
WHEN EXISTS (SELECT 1 FROM feeds WHERE id = NEW.feed_id AND workspace_id IS NOT NEW.workspace_id)
BEGIN
    SELECT RAISE(ABORT, 'workspace.differs_from_parent');
END;

-- Who pays for a piece is a client of its workspace.
CREATE TRIGGER guard_payer_here_insert BEFORE INSERT ON order_items
WHEN NEW.payer_client_id IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM clients WHERE workspace_id = NEW.workspace_id AND id = NEW.payer_client_id)
BEGIN
    SELECT RAISE(ABORT, 'client.unknown');
END;

CREATE TRIGGER guard_payer_here_update BEFORE UPDATE OF workspace_id, payer_client_id ON order_items
WHEN NEW.payer_client_id IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM clients WHERE workspace_id = NEW.workspace_id AND id = NEW.payer_client_id)
BEGIN
    SELECT RAISE(ABORT, 'client.unknown');
END;

-- What an order became is shown while everybody it dresses agrees to it: who pays, and who wears a piece of it.
CREATE TRIGGER guard_feed_consent_insert BEFORE INSERT ON feeds
WHEN NEW.status = 'published' AND NEW.order_id IS NOT NULL
     AND (EXISTS (SELECT 1 FROM orders AS booked
                    LEFT JOIN clients AS payer ON payer.workspace_id = booked.workspace_id AND payer.id = booked.client_id
                   WHERE booked.workspace_id = NEW.workspace_id AND booked.id = NEW.order_id
                     AND payer.photo_consent_at IS NULL)
          OR EXISTS (SELECT 1 FROM order_items AS piece
                       JOIN clients AS wearer ON wearer.workspace_id = piece.workspace_id
                                             AND wearer.id = piece.wearer_client_id
                      WHERE piece.workspace_id = NEW.workspace_id AND piece.order_id = NEW.order_id
                        AND piece.cancelled_at IS NULL AND piece.deleted_at IS NULL
                        AND wearer.photo_consent_at IS NULL))
BEGIN
    SELECT RAISE(ABORT, 'feed.no_consent');
END;

CREATE TRIGGER guard_feed_consent_update BEFORE UPDATE OF status, order_id, workspace_id, deleted_at ON feeds
WHEN NEW.status = 'published' AND NEW.order_id IS NOT NULL AND NEW.deleted_at IS NULL
     AND (EXISTS (SELECT 1 FROM orders AS booked
                    LEFT JOIN clients AS payer ON payer.workspace_id = booked.workspace_id AND payer.id = booked.client_id
                   WHERE booked.workspace_id = NEW.workspace_id AND booked.id = NEW.order_id
                     AND payer.photo_consent_at IS NULL)
          OR EXISTS (SELECT 1 FROM order_items AS piece
                       JOIN clients AS wearer ON wearer.workspace_id = piece.workspace_id
                                             AND wearer.id = piece.wearer_client_id
                      WHERE piece.workspace_id = NEW.workspace_id AND piece.order_id = NEW.order_id
                        AND piece.cancelled_at IS NULL AND piece.deleted_at IS NULL
                        AND wearer.photo_consent_at IS NULL))
BEGIN
    SELECT RAISE(ABORT, 'feed.no_consent');
END;

-- Who takes their consent back is shown no more, whatever takes it: the card, an erasure, an import. Before the card's own
-- row changes, so that an undo, which goes backwards, gives the consent back first.
CREATE TRIGGER guard_feed_consent_withdrawn BEFORE UPDATE OF photo_consent_at ON clients
WHEN OLD.photo_consent_at IS NOT NULL AND NEW.photo_consent_at IS NULL
BEGIN
    UPDATE feeds SET status = 'archived', updated_at = NEW.updated_at
     WHERE workspace_id = NEW.workspace_id AND status = 'published' AND deleted_at IS NULL
       AND order_id IN (SELECT id FROM orders WHERE workspace_id = NEW.workspace_id AND client_id = NEW.id
                        UNION ALL
                        SELECT order_id FROM order_items
                         WHERE workspace_id = NEW.workspace_id AND wearer_client_id = NEW.id);
END;
