CREATE INDEX auth_sessions_user ON auth_sessions (user_id, expires_at);

CREATE UNIQUE INDEX auth_users_email ON auth_users (email) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX auth_users_login_name ON auth_users (login_name) WHERE deleted_at IS NULL;

CREATE INDEX auto_splits_position ON auto_splits (workspace_id, position, id) WHERE deleted_at IS NULL;

CREATE INDEX client_interactions_client ON client_interactions (workspace_id, client_id, occurred_at);

CREATE INDEX client_interactions_item ON client_interactions (workspace_id, order_item_id)
    WHERE order_item_id IS NOT NULL;

CREATE INDEX client_interactions_order ON client_interactions (workspace_id, order_id) WHERE order_id IS NOT NULL;

CREATE INDEX client_interactions_user ON client_interactions (user_id) WHERE user_id IS NOT NULL;

CREATE INDEX client_measurements_client ON client_measurements (workspace_id, client_id, status, taken_at);

CREATE INDEX client_measurements_event ON client_measurements (workspace_id, event_id) WHERE event_id IS NOT NULL;

CREATE INDEX client_measurements_item ON client_measurements (workspace_id, order_item_id)
    WHERE order_item_id IS NOT NULL;

CREATE INDEX client_measurements_supersedes ON client_measurements (workspace_id, supersedes_id)
    WHERE supersedes_id IS NOT NULL;

CREATE INDEX client_measurements_template ON client_measurements (workspace_id, template_id)
    WHERE template_id IS NOT NULL;

CREATE INDEX clients_merged_into ON clients (workspace_id, merged_into_id) WHERE merged_into_id IS NOT NULL;

CREATE INDEX clients_name ON clients (workspace_id, name, id) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX clients_number ON clients (workspace_id, client_number)
    WHERE deleted_at IS NULL AND client_number IS NOT NULL;

CREATE INDEX clients_payer ON clients (workspace_id, payer_client_id) WHERE payer_client_id IS NOT NULL;

CREATE INDEX clients_phone ON clients (workspace_id, phone) WHERE deleted_at IS NULL AND phone IS NOT NULL;

CREATE INDEX event_reminders_due ON event_reminders (user_id, remind_at);

CREATE INDEX event_reminders_event ON event_reminders (event_id);

CREATE INDEX event_reminders_workspace ON event_reminders (workspace_id) WHERE workspace_id IS NOT NULL;

CREATE INDEX events_client ON events (workspace_id, client_id, start_at) WHERE client_id IS NOT NULL;

CREATE UNIQUE INDEX events_ical ON events (workspace_id, user_id, ical_uid, ifnull(recurrence_id, ''))
    WHERE deleted_at IS NULL AND ical_uid IS NOT NULL;

CREATE INDEX events_order ON events (workspace_id, order_id, start_at) WHERE order_id IS NOT NULL;

CREATE INDEX events_recurring ON events (workspace_id, recurs_until) WHERE rrule IS NOT NULL AND deleted_at IS NULL;

CREATE INDEX events_staff ON events (workspace_id, staff_user_id, start_at) WHERE staff_user_id IS NOT NULL;

CREATE INDEX events_user ON events (user_id, start_at);

CREATE INDEX events_workspace ON events (workspace_id, start_at, id) WHERE deleted_at IS NULL;

CREATE INDEX feed_comments_thread ON feed_comments (feed_id, parent_comment_id, created_at);

CREATE INDEX feed_comments_user ON feed_comments (user_id);

CREATE INDEX feed_comments_workspace ON feed_comments (workspace_id) WHERE workspace_id IS NOT NULL;

CREATE INDEX feed_cross_posts_connection ON feed_cross_posts (social_connection_id)
    WHERE social_connection_id IS NOT NULL;

CREATE INDEX feed_cross_posts_feed ON feed_cross_posts (feed_id);

CREATE INDEX feed_cross_posts_workspace ON feed_cross_posts (workspace_id) WHERE workspace_id IS NOT NULL;

CREATE INDEX feed_likes_user ON feed_likes (user_id);

CREATE INDEX feed_likes_workspace ON feed_likes (workspace_id) WHERE workspace_id IS NOT NULL;

CREATE INDEX feed_shares_user ON feed_shares (user_id);

CREATE INDEX feed_shares_workspace ON feed_shares (workspace_id) WHERE workspace_id IS NOT NULL;

CREATE INDEX feeds_followed ON feeds (published_at, id)
    WHERE visibility = 'followers' AND status = 'published' AND deleted_at IS NULL;

CREATE INDEX feeds_order ON feeds (workspace_id, order_id) WHERE order_id IS NOT NULL;

CREATE INDEX feeds_own ON feeds (user_id, status, published_at, id) WHERE workspace_id IS NULL AND deleted_at IS NULL;

CREATE INDEX feeds_public ON feeds (published_at, id)
    WHERE visibility = 'public' AND status = 'published' AND deleted_at IS NULL;

CREATE INDEX feeds_shop ON feeds (workspace_id, status, published_at, id) WHERE deleted_at IS NULL;

CREATE INDEX feeds_user ON feeds (user_id, created_at, id);

CREATE INDEX feeds_workspace ON feeds (workspace_id, created_at, id) WHERE workspace_id IS NOT NULL;

CREATE INDEX financial_goals_deadline ON financial_goals (workspace_id, deadline_date, id) WHERE deleted_at IS NULL;

CREATE INDEX inventory_items_barcode ON inventory_items (workspace_id, barcode)
    WHERE deleted_at IS NULL AND barcode IS NOT NULL;

CREATE INDEX inventory_items_name ON inventory_items (workspace_id, item_kind, name, id) WHERE deleted_at IS NULL;

CREATE INDEX inventory_items_parent ON inventory_items (workspace_id, parent_item_id)
    WHERE parent_item_id IS NOT NULL;

CREATE UNIQUE INDEX inventory_items_sku ON inventory_items (workspace_id, sku)
    WHERE deleted_at IS NULL AND sku IS NOT NULL;

CREATE INDEX inventory_items_status ON inventory_items (workspace_id, status, name, id) WHERE deleted_at IS NULL;

CREATE INDEX inventory_movements_item ON inventory_movements (workspace_id, inventory_item_id, occurred_at);

CREATE INDEX inventory_movements_piece ON inventory_movements (workspace_id, order_item_id)
    WHERE order_item_id IS NOT NULL;

CREATE INDEX invoices_client ON invoices (workspace_id, client_id) WHERE client_id IS NOT NULL;

CREATE INDEX invoices_corrects ON invoices (workspace_id, corrects_invoice_id) WHERE corrects_invoice_id IS NOT NULL;

CREATE INDEX invoices_issued ON invoices (workspace_id, issued_date, id) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX invoices_number ON invoices (workspace_id, invoice_number) WHERE invoice_number IS NOT NULL;

CREATE INDEX invoices_order ON invoices (workspace_id, order_id) WHERE order_id IS NOT NULL;

CREATE INDEX invoices_series ON invoices (workspace_id, series, invoice_number) WHERE invoice_number IS NOT NULL;

CREATE INDEX marketplace_products_inventory ON marketplace_products (workspace_id, inventory_item_id)
    WHERE inventory_item_id IS NOT NULL;

CREATE INDEX marketplace_products_newest ON marketplace_products (created_at, id)
    WHERE status = 'published' AND deleted_at IS NULL;

CREATE INDEX marketplace_products_price ON marketplace_products (currency, price_minor, id)
    WHERE status = 'published' AND deleted_at IS NULL;

CREATE INDEX marketplace_products_public ON marketplace_products (category, created_at, id)
    WHERE status = 'published' AND deleted_at IS NULL;

CREATE INDEX marketplace_products_seller ON marketplace_products (seller_id);

CREATE INDEX marketplace_products_shop ON marketplace_products (workspace_id, created_at, id) WHERE deleted_at IS NULL;

CREATE INDEX measurement_templates_name ON measurement_templates (workspace_id, name, id) WHERE deleted_at IS NULL;

CREATE INDEX messages_channel ON messages (workspace_id, channel_id, created_at);

CREATE INDEX messages_client ON messages (workspace_id, client_id, created_at, id) WHERE client_id IS NOT NULL;

CREATE UNIQUE INDEX messages_external ON messages (workspace_id, channel_id, external_message_id)
    WHERE external_message_id IS NOT NULL;

CREATE INDEX messages_order ON messages (workspace_id, order_id, created_at) WHERE order_id IS NOT NULL;

CREATE INDEX messages_queue ON messages (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

CREATE INDEX messages_recent ON messages (workspace_id, created_at, id) WHERE client_id IS NOT NULL;

CREATE INDEX messages_to_send ON messages (workspace_id, created_at, id) WHERE next_attempt_at IS NOT NULL;

CREATE INDEX messages_to_send_client ON messages (workspace_id, client_id, created_at, id)
    WHERE next_attempt_at IS NOT NULL;

CREATE INDEX messages_unanswered ON messages (workspace_id, created_at, id)
    WHERE direction = 'inbound' AND read_at IS NULL;

CREATE INDEX messages_unanswered_client ON messages (workspace_id, client_id, created_at, id)
    WHERE direction = 'inbound' AND read_at IS NULL;

CREATE INDEX notifications_unread ON notifications (user_id, created_at) WHERE read_at IS NULL AND deleted_at IS NULL;

CREATE INDEX notifications_user ON notifications (user_id, created_at);

CREATE INDEX notifications_workspace ON notifications (workspace_id) WHERE workspace_id IS NOT NULL;

CREATE UNIQUE INDEX oauth_connections_provider ON oauth_connections (provider, provider_user_id)
    WHERE deleted_at IS NULL;

CREATE INDEX oauth_connections_user ON oauth_connections (user_id);

CREATE INDEX order_items_assigned ON order_items (workspace_id, assigned_to, due_date) WHERE assigned_to IS NOT NULL;

CREATE INDEX order_items_inventory ON order_items (workspace_id, inventory_item_id)
    WHERE inventory_item_id IS NOT NULL;

CREATE INDEX order_items_measurement ON order_items (workspace_id, client_measurement_id)
    WHERE client_measurement_id IS NOT NULL;

CREATE INDEX order_items_order ON order_items (workspace_id, order_id, position);

CREATE INDEX order_items_payer ON order_items (payer_client_id) WHERE payer_client_id IS NOT NULL;

CREATE INDEX order_items_redo ON order_items (workspace_id, redo_of_item_id) WHERE redo_of_item_id IS NOT NULL;

CREATE INDEX order_items_stage ON order_items (workspace_id, stage, due_date)
    WHERE deleted_at IS NULL AND collected_at IS NULL AND cancelled_at IS NULL;

CREATE INDEX order_items_tag ON order_items (workspace_id, tag_code)
    WHERE deleted_at IS NULL AND tag_code IS NOT NULL;

CREATE INDEX order_items_waiting ON order_items (workspace_id, order_id) -- few: sorted when they are read
    WHERE deleted_at IS NULL AND collected_at IS NULL AND cancelled_at IS NULL AND hold IS NOT NULL;

CREATE INDEX order_items_wearer ON order_items (workspace_id, wearer_client_id) WHERE wearer_client_id IS NOT NULL;

CREATE INDEX orders_assigned ON orders (workspace_id, assigned_to) WHERE assigned_to IS NOT NULL;

CREATE INDEX orders_client ON orders (workspace_id, client_id, order_date) WHERE client_id IS NOT NULL;

CREATE INDEX orders_due ON orders (workspace_id, promised_date, ifnull(promised_time, '24:00'), id)
    WHERE deleted_at IS NULL AND status IN ('pending', 'in-progress');

CREATE INDEX orders_kept ON orders (workspace_id, completed_at, first_promised_date)
    WHERE deleted_at IS NULL AND status = 'completed';

CREATE UNIQUE INDEX orders_number ON orders (workspace_id, order_number)
    WHERE deleted_at IS NULL AND order_number IS NOT NULL;

CREATE INDEX orders_page ON orders (page_media) WHERE page_media IS NOT NULL;

CREATE INDEX orders_paper_ticket ON orders (workspace_id, paper_ticket_no)
    WHERE deleted_at IS NULL AND paper_ticket_no IS NOT NULL;

CREATE INDEX orders_parked ON orders (workspace_id, created_at, id) -- those without a number that wait, few
    WHERE deleted_at IS NULL AND order_number IS NULL AND quote_declined_at IS NULL;

CREATE INDEX orders_promised ON orders (workspace_id, promised_date, id) -- the open ones: a list of them meets no other
    WHERE deleted_at IS NULL AND collected_at IS NULL;

CREATE INDEX orders_ready ON orders (workspace_id, completed_at, id)
    WHERE deleted_at IS NULL AND collected_at IS NULL AND status = 'completed';

CREATE INDEX product_likes_product ON product_likes (workspace_id, product_id);

CREATE INDEX product_likes_user ON product_likes (user_id);

CREATE INDEX product_reviews_product ON product_reviews (workspace_id, product_id, created_at);

CREATE INDEX product_reviews_user ON product_reviews (user_id);

CREATE INDEX social_media_connections_user ON social_media_connections (user_id);

CREATE INDEX social_media_connections_workspace ON social_media_connections (workspace_id)
    WHERE workspace_id IS NOT NULL;

CREATE INDEX sys_activity_invoice ON sys_activity (workspace_id, invoice_id, occurred_at) WHERE invoice_id IS NOT NULL;

CREATE INDEX sys_activity_item ON sys_activity (workspace_id, order_item_id, occurred_at)
    WHERE order_item_id IS NOT NULL;

CREATE INDEX sys_activity_order ON sys_activity (workspace_id, order_id, occurred_at) WHERE order_id IS NOT NULL;

CREATE UNIQUE INDEX sys_activity_till ON sys_activity (workspace_id, till_id, till_seq) WHERE till_id IS NOT NULL;

CREATE INDEX sys_activity_transaction ON sys_activity (workspace_id, transaction_id, occurred_at)
    WHERE transaction_id IS NOT NULL;

CREATE UNIQUE INDEX sys_drafts_key ON sys_drafts (device_id, person_id, ifnull(workspace_id, x''), screen, key, seat);

CREATE INDEX sys_journal_operation ON sys_journal (operation_id);

CREATE INDEX sys_journal_row ON sys_journal (row_id) WHERE old IS NOT NULL;

CREATE INDEX sys_operations_history ON sys_operations (workspace_id, id);

CREATE INDEX sys_operations_undoes ON sys_operations (undoes) WHERE undoes IS NOT NULL;

CREATE INDEX sys_operations_undone_by ON sys_operations (undone_by) WHERE undone_by IS NOT NULL;

CREATE INDEX sys_order_payers_client ON sys_order_payers (workspace_id, client_id);

CREATE UNIQUE INDEX sys_search_row ON sys_search (row_id);

CREATE INDEX sys_series_device ON sys_series (device_id);

CREATE UNIQUE INDEX sys_settings_key
    ON sys_settings (workspace_id, key, ifnull(person_id, x''), ifnull(device_id, x''));

CREATE INDEX transactions_awaited ON transactions (workspace_id, till_id, till_seq) -- few
    WHERE (closing_id IS NULL OR confirmed_at IS NULL) AND payment_method IN ('transfer', 'mobile_money')
          AND transaction_type = 'income' AND deleted_at IS NULL;

CREATE INDEX transactions_client ON transactions (workspace_id, client_id, date) WHERE client_id IS NOT NULL;

CREATE INDEX transactions_date ON transactions (workspace_id, date, id) WHERE deleted_at IS NULL;

CREATE INDEX transactions_goal ON transactions (workspace_id, goal_id) WHERE goal_id IS NOT NULL;

CREATE INDEX transactions_invoice ON transactions (workspace_id, invoice_id) WHERE invoice_id IS NOT NULL;

CREATE INDEX transactions_member ON transactions (workspace_id, member_id, date) WHERE member_id IS NOT NULL;

CREATE INDEX transactions_order ON transactions (workspace_id, order_id) WHERE order_id IS NOT NULL;

CREATE INDEX transactions_receipt ON transactions (workspace_id, receipt_no) WHERE receipt_no IS NOT NULL;

CREATE INDEX transactions_reverses ON transactions (workspace_id, reverses_transaction_id)
    WHERE reverses_transaction_id IS NOT NULL;

CREATE UNIQUE INDEX transactions_till ON transactions (workspace_id, till_id, till_seq) WHERE till_id IS NOT NULL;

CREATE INDEX verification_logs_user ON verification_logs (user_id, sent_at);

CREATE INDEX workspace_members_user ON workspace_members (user_id);

CREATE INDEX workspaces_owner ON workspaces (owner_id);

CREATE UNIQUE INDEX workspaces_slug ON workspaces (slug) WHERE deleted_at IS NULL;

CREATE TABLE auth_sessions (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    user_id BLOB NOT NULL REFERENCES profiles (id),
    session_token_hash BLOB NOT NULL UNIQUE CHECK (length(session_token_hash) = 32),
    device_info TEXT CHECK (device_info IS NULL OR json_valid(device_info)),
    ip_address TEXT,
    location TEXT,
    expires_at INTEGER NOT NULL,
    last_activity_at INTEGER,
    revoked_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;

CREATE TABLE auth_users ( -- never leaves the device
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16) REFERENCES profiles (id),
    email TEXT COLLATE NOCASE,
    login_name TEXT COLLATE NOCASE,
    phone TEXT,
    password_hash TEXT,
    pin_hash TEXT,
    recovery_hashes TEXT CHECK (recovery_hashes IS NULL OR json_valid(recovery_hashes)),
    email_confirmed_at INTEGER,
    phone_confirmed_at INTEGER,
    last_sign_in_at INTEGER,
    failed_attempts INTEGER NOT NULL DEFAULT 0 CHECK (failed_attempts >= 0),
    locked_until INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    CHECK (email IS NOT NULL OR login_name IS NOT NULL)
) STRICT;

CREATE TABLE auto_splits (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB NOT NULL REFERENCES workspaces (id),
    name TEXT NOT NULL COLLATE NOCASE,
    split_type TEXT NOT NULL CHECK (split_type IN ('percentage', 'fixed_amount')),
    value INTEGER NOT NULL CHECK (value > 0), -- basis points, or minor units of the workspace's currency
    category TEXT,
    position INTEGER NOT NULL DEFAULT 1,
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    created_by BLOB CHECK (length(created_by) = 16),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (workspace_id, id),
    CHECK (split_type <> 'percentage' OR value <= 10000)
) STRICT;

CREATE TABLE client_interactions (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB NOT NULL,
    client_id BLOB NOT NULL,
    order_id BLOB,
    order_item_id BLOB,
    user_id BLOB REFERENCES profiles (id),
    interaction_type TEXT NOT NULL
        CHECK ((interaction_type = 'call' OR interaction_type = 'email' OR interaction_type = 'meeting' OR interaction_type = 'note' OR interaction_type = 'order' OR interaction_type = 'payment' OR interaction_type = 'fitting')),
    subject TEXT,
    description TEXT,
    metadata TEXT CHECK (metadata IS NULL OR json_valid(metadata)),
    occurred_at INTEGER NOT NULL,
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (workspace_id, id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES clients (workspace_id, id),
    FOREIGN KEY (workspace_id, order_id) REFERENCES orders (workspace_id, id),
    FOREIGN KEY (workspace_id, order_item_id) REFERENCES order_items (workspace_id, id)
) STRICT;

CREATE TABLE client_measurements (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB NOT NULL,
    client_id BLOB NOT NULL,
    template_id BLOB,
    order_item_id BLOB,
    event_id BLOB,
    supersedes_id BLOB,
    kind TEXT NOT NULL DEFAULT 'body' CHECK ((kind = 'body' OR kind = 'finished_garment' OR kind = 'fit_adjustment')),
    garment_type TEXT,
    status TEXT NOT NULL CHECK ((status = 'draft' OR status = 'current' OR status = 'superseded')),
    measurements TEXT NOT NULL CHECK (json_valid(measurements)),
    posture TEXT CHECK (posture IS NULL OR json_valid(posture)),
    context TEXT CHECK (context IS NULL OR json_valid(context)), -- heel, bra, over shirt
    source TEXT NOT NULL DEFAULT 'here' CHECK ((source = 'here' OR source = 'notebook' OR source = 'garment' OR source = 'client')),
    carried TEXT CHECK (carried IS NULL OR json_valid(carried)), -- {code: id of the set it was taken over from}
    media TEXT CHECK (media IS NULL OR json_valid(media)),
    change_reason TEXT,
    taken_by BLOB CHECK (length(taken_by) = 16),
    taken_at INTEGER NOT NULL,
    warnings_accepted TEXT CHECK (warnings_accepted IS NULL OR json_valid(warnings_accepted)),
    notes TEXT,
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (workspace_id, id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES clients (workspace_id, id),
    FOREIGN KEY (workspace_id, template_id) REFERENCES measurement_templates (workspace_id, id),
    FOREIGN KEY (workspace_id, order_item_id) REFERENCES order_items (workspace_id, id),
    FOREIGN KEY (workspace_id, event_id) REFERENCES events (workspace_id, id),
    FOREIGN KEY (workspace_id, supersedes_id) REFERENCES client_measurements (workspace_id, id)
) STRICT;

CREATE TABLE clients (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB NOT NULL REFERENCES workspaces (id),
    added_by BLOB CHECK (length(added_by) = 16),
    client_number TEXT,
    name TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
    email TEXT COLLATE NOCASE,
    phone TEXT,
    phone_as_typed TEXT,
    phones TEXT CHECK (phones IS NULL OR json_valid(phones)), -- {id: {number, use}}
    preferred_channel TEXT,
    locale TEXT,
    company TEXT,
    location TEXT,
    address TEXT,
    tax_id TEXT,
    avatar_media BLOB CHECK (length(avatar_media) = 32),
    payer_client_id BLOB,
    relation_to_payer TEXT,
    merged_into_id BLOB,
    priority TEXT NOT NULL DEFAULT 'medium' CHECK ((priority = 'high' OR priority = 'medium' OR priority = 'low')),
    status TEXT NOT NULL DEFAULT 'active' CHECK ((status = 'active' OR status = 'prospect' OR status = 'inactive')),
    birth_date TEXT CHECK (birth_date IS date(birth_date, '+0 days')),
    gender_for_fit TEXT CHECK ((gender_for_fit = 'female' OR gender_for_fit = 'male' OR gender_for_fit = 'unspecified')),
    notes TEXT,
    fit_notes TEXT,
    pattern_refs TEXT CHECK (pattern_refs IS NULL OR json_valid(pattern_refs)),
    tags TEXT CHECK (tags IS NULL OR json_valid(tags)),
    custom_fields TEXT CHECK (custom_fields IS NULL OR json_valid(custom_fields)),
    credit_allowed INTEGER NOT NULL DEFAULT 0 CHECK (credit_allowed IN (0, 1)),
    credit_limit_minor INTEGER CHECK (credit_limit_minor >= 0),
    marketing_consent_at INTEGER,
    message_opt_out_at INTEGER,
    photo_consent_at INTEGER,
    erased_at INTEGER,
    orders_count INTEGER NOT NULL DEFAULT 0, -- derived, as the three below: orders that have a number
    revenue_minor INTEGER NOT NULL DEFAULT 0,
    balance_minor INTEGER NOT NULL DEFAULT 0,
    last_order_date TEXT,
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER, waiting_minor INTEGER NOT NULL DEFAULT 0, overpaid_minor INTEGER NOT NULL DEFAULT 0,
    UNIQUE (workspace_id, id),
    FOREIGN KEY (workspace_id, payer_client_id) REFERENCES clients (workspace_id, id),
    FOREIGN KEY (workspace_id, merged_into_id) REFERENCES clients (workspace_id, id)
) STRICT;

CREATE TABLE communication_channels (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB NOT NULL REFERENCES workspaces (id),
    channel_type TEXT NOT NULL CHECK ((channel_type = 'whatsapp' OR channel_type = 'telegram' OR channel_type = 'sms' OR channel_type = 'email')),
    channel_name TEXT NOT NULL,
    credentials_ref TEXT,
    webhook_url TEXT,
    phone_number TEXT,
    email_address TEXT COLLATE NOCASE,
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    configuration TEXT CHECK (configuration IS NULL OR json_valid(configuration)),
    connected_by BLOB CHECK (length(connected_by) = 16),
    connected_at INTEGER,
    last_synced_at INTEGER,
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (workspace_id, id)
) STRICT;

CREATE TABLE event_reminders (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB REFERENCES workspaces (id), -- the event's (a trigger holds it)
    event_id BLOB NOT NULL REFERENCES events (id),
    user_id BLOB NOT NULL REFERENCES profiles (id),
    remind_at INTEGER NOT NULL,
    channel TEXT NOT NULL DEFAULT 'app' CHECK (channel IN ('app', 'message')),
    sent_at INTEGER,
    dismissed_at INTEGER,
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER
, lead_minutes INTEGER NOT NULL DEFAULT 0
    CHECK (lead_minutes >= 0 AND lead_minutes <= 40320)) STRICT;

CREATE TABLE events (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    user_id BLOB NOT NULL REFERENCES profiles (id),
    workspace_id BLOB REFERENCES workspaces (id), -- NULL: a personal one
    title TEXT NOT NULL,
    description TEXT,
    event_type TEXT NOT NULL
        CHECK ((event_type = 'meeting' OR event_type = 'deadline' OR event_type = 'reminder' OR event_type = 'appointment' OR event_type = 'fitting')),
    start_at INTEGER NOT NULL,
    end_at INTEGER,
    time_zone TEXT NOT NULL,
    all_day INTEGER NOT NULL DEFAULT 0 CHECK (all_day IN (0, 1)),
    rrule TEXT,
    rdates TEXT CHECK (rdates IS NULL OR json_valid(rdates)),
    exdates TEXT CHECK (exdates IS NULL OR json_valid(exdates)),
    recurs_until INTEGER, -- end of the last occurrence, made by the program from rrule; NULL: never or for ever
    recurrence_id TEXT,
    staff_user_id BLOB,
    ical_uid TEXT,
    location TEXT,
    attendees TEXT CHECK (attendees IS NULL OR json_valid(attendees)),
    client_id BLOB,
    order_id BLOB,
    order_item_ids TEXT CHECK (order_item_ids IS NULL OR json_valid(order_item_ids)),
    fitting_no INTEGER CHECK (fitting_no > 0),
    outcome TEXT CHECK (outcome IS NULL OR json_valid(outcome)), -- {came, notes}
    color TEXT,
    status TEXT NOT NULL DEFAULT 'scheduled' CHECK ((status = 'scheduled' OR status = 'completed' OR status = 'cancelled' OR status = 'missed')),
    created_by BLOB CHECK (length(created_by) = 16),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (workspace_id, id),
    CHECK (end_at IS NULL OR end_at >= start_at),
    CHECK (workspace_id IS NOT NULL OR (client_id IS NULL AND order_id IS NULL AND staff_user_id IS NULL)),
    FOREIGN KEY (workspace_id, client_id) REFERENCES clients (workspace_id, id),
    FOREIGN KEY (workspace_id, order_id) REFERENCES orders (workspace_id, id),
    FOREIGN KEY (workspace_id, staff_user_id) REFERENCES workspace_members (workspace_id, user_id)
) STRICT;

CREATE TABLE feed_comments (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB REFERENCES workspaces (id),
    feed_id BLOB NOT NULL REFERENCES feeds (id),
    user_id BLOB NOT NULL REFERENCES profiles (id),
    parent_comment_id BLOB,
    content TEXT NOT NULL,
    is_edited INTEGER NOT NULL DEFAULT 0 CHECK (is_edited IN (0, 1)),
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1)),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (feed_id, id),
    FOREIGN KEY (feed_id, parent_comment_id) REFERENCES feed_comments (feed_id, id) -- a reply stays below its post
) STRICT;

CREATE TABLE feed_cross_posts (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB REFERENCES workspaces (id), -- the feed's, as in the three tables below (a trigger holds it)
    feed_id BLOB NOT NULL REFERENCES feeds (id),
    social_connection_id BLOB REFERENCES social_media_connections (id),
    platform TEXT NOT NULL CHECK (platform IN ('instagram', 'tiktok')),
    platform_post_id TEXT,
    platform_url TEXT,
    status TEXT NOT NULL DEFAULT 'pending' CHECK ((status = 'pending' OR status = 'scheduled' OR status = 'posted' OR status = 'failed')),
    scheduled_for INTEGER,
    posted_at INTEGER,
    error_message TEXT,
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    platform_metrics TEXT CHECK (platform_metrics IS NULL OR json_valid(platform_metrics)),
    last_synced_at INTEGER,
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;

CREATE TABLE feed_likes (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- UUIDv8 of (feed, person)
    workspace_id BLOB REFERENCES workspaces (id),
    feed_id BLOB NOT NULL REFERENCES feeds (id),
    user_id BLOB NOT NULL REFERENCES profiles (id),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (feed_id, user_id)
) STRICT;

CREATE TABLE feed_shares (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- UUIDv8 of (feed, person, shared_to)
    workspace_id BLOB REFERENCES workspaces (id),
    feed_id BLOB NOT NULL REFERENCES feeds (id),
    user_id BLOB NOT NULL REFERENCES profiles (id),
    shared_to TEXT NOT NULL CHECK ((shared_to = 'instagram' OR shared_to = 'tiktok' OR shared_to = 'internal')),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (feed_id, user_id, shared_to)
) STRICT;

CREATE TABLE feeds (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    user_id BLOB NOT NULL REFERENCES profiles (id),
    workspace_id BLOB REFERENCES workspaces (id), -- NULL: a personal post
    order_id BLOB,
    consent_at INTEGER,
    feed_type TEXT NOT NULL CHECK ((feed_type = 'image' OR feed_type = 'video' OR feed_type = 'carousel')),
    caption TEXT,
    media TEXT CHECK (media IS NULL OR json_valid(media)),
    thumbnail_media BLOB CHECK (length(thumbnail_media) = 32),
    tags TEXT CHECK (tags IS NULL OR json_valid(tags)),
    location TEXT,
    visibility TEXT NOT NULL DEFAULT 'private' CHECK ((visibility = 'public' OR visibility = 'followers' OR visibility = 'private')),
    status TEXT NOT NULL DEFAULT 'draft' CHECK ((status = 'draft' OR status = 'published' OR status = 'archived' OR status = 'deleted')),
    published_at INTEGER,
    likes_count INTEGER NOT NULL DEFAULT 0, -- derived, as the two below
    comments_count INTEGER NOT NULL DEFAULT 0,
    shares_count INTEGER NOT NULL DEFAULT 0,
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    CHECK (workspace_id IS NOT NULL OR order_id IS NULL),
    CHECK (order_id IS NULL OR status = 'draft' OR consent_at IS NOT NULL),
    FOREIGN KEY (workspace_id, order_id) REFERENCES orders (workspace_id, id)
) STRICT;

CREATE TABLE financial_goals (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB NOT NULL REFERENCES workspaces (id),
    title TEXT NOT NULL,
    goal_type TEXT NOT NULL CHECK (goal_type IN ('monthly', 'yearly')),
    target_minor INTEGER NOT NULL CHECK (target_minor > 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    category TEXT,
    starts_date TEXT NOT NULL CHECK (starts_date IS date(starts_date, '+0 days')),
    deadline_date TEXT NOT NULL CHECK (deadline_date IS date(deadline_date, '+0 days')),
    status TEXT NOT NULL DEFAULT 'active' CHECK ((status = 'active' OR status = 'completed' OR status = 'archived')),
    created_by BLOB CHECK (length(created_by) = 16),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (workspace_id, id)
) STRICT;

CREATE TABLE inventory_items (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB NOT NULL REFERENCES workspaces (id),
    item_kind TEXT NOT NULL CHECK ((item_kind = 'fabric_roll' OR item_kind = 'trim' OR item_kind = 'ready_made' OR item_kind = 'service')),
    name TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
    sku TEXT COLLATE NOCASE,
    barcode TEXT,
    description TEXT,
    category TEXT,
    unit TEXT NOT NULL,
    current_stock_milli INTEGER NOT NULL DEFAULT 0, -- derived
    reserved_milli INTEGER NOT NULL DEFAULT 0,      -- derived
    min_stock_milli INTEGER,
    max_stock_milli INTEGER,
    cost_minor INTEGER CHECK (cost_minor >= 0),
    selling_price_minor INTEGER CHECK (selling_price_minor >= 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    default_minutes INTEGER CHECK (default_minutes >= 0),
    garment_types TEXT CHECK (garment_types IS NULL OR json_valid(garment_types)),
    zone TEXT,
    quick_rank INTEGER,
    needs_amount INTEGER NOT NULL DEFAULT 0 CHECK (needs_amount IN (0, 1)),
    steps TEXT CHECK (steps IS NULL OR json_valid(steps)),           -- {stage: minutes}
    step_rates TEXT CHECK (step_rates IS NULL OR json_valid(step_rates)), -- {stage: minor}
    parent_item_id BLOB,
    lot TEXT,
    location TEXT,
    bunch_ref TEXT,
    width_mm INTEGER CHECK (width_mm > 0),
    weight_gsm INTEGER CHECK (weight_gsm > 0),
    repeat_mm INTEGER CHECK (repeat_mm >= 0),
    nap TEXT,
    shrink_permille INTEGER,
    composition TEXT,
    care TEXT,
    colour TEXT,
    tax_code TEXT,
    hsn_sac TEXT,
    status TEXT NOT NULL DEFAULT 'out-of-stock'     -- derived
        CHECK ((status = 'in-stock' OR status = 'low-stock' OR status = 'out-of-stock')),
    last_counted_at INTEGER,
    supplier_name TEXT,
    supplier_contact TEXT,
    image_media BLOB CHECK (length(image_media) = 32),
    tags TEXT CHECK (tags IS NULL OR json_valid(tags)),
    created_by BLOB CHECK (length(created_by) = 16),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER, ordered_milli INTEGER CHECK (ordered_milli > 0), ordered_date TEXT,
    UNIQUE (workspace_id, id),
    FOREIGN KEY (workspace_id, parent_item_id) REFERENCES inventory_items (workspace_id, id)
) STRICT;

CREATE TABLE inventory_movements ( -- append-only
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- booked for a piece: UUIDv8 of (order_item_id, what)
    workspace_id BLOB NOT NULL,
    inventory_item_id BLOB NOT NULL,
    order_item_id BLOB,
    movement_type TEXT NOT NULL
        CHECK ((movement_type = 'stock-in' OR movement_type = 'stock-out' OR movement_type = 'adjustment' OR movement_type = 'return' OR movement_type = 'reserve' OR movement_type = 'release' OR movement_type = 'cut' OR movement_type = 'remnant' OR movement_type = 'count' OR movement_type = 'waste')),
    quantity_milli INTEGER NOT NULL,       -- signed
    previous_stock_milli INTEGER NOT NULL, -- of the reserved amount where movement_type is reserve or release
    new_stock_milli INTEGER NOT NULL,
    unit_cost_minor INTEGER CHECK (unit_cost_minor >= 0),
    reason_code TEXT,
    notes TEXT,
    moved_by BLOB CHECK (length(moved_by) = 16),
    occurred_at INTEGER NOT NULL,
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (workspace_id, id),
    CHECK (new_stock_milli = previous_stock_milli + quantity_milli),
    FOREIGN KEY (workspace_id, inventory_item_id) REFERENCES inventory_items (workspace_id, id),
    FOREIGN KEY (workspace_id, order_item_id) REFERENCES order_items (workspace_id, id)
) STRICT;

CREATE TABLE invoices (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB NOT NULL REFERENCES workspaces (id),
    order_id BLOB,
    order_ids TEXT CHECK (order_ids IS NULL OR json_valid(order_ids)), -- a note, where one invoice bills several orders
    client_id BLOB,
    kind TEXT NOT NULL DEFAULT 'invoice'
        CHECK ((kind = 'invoice' OR kind = 'credit_note' OR kind = 'receipt' OR kind = 'note' OR kind = 'deposit' OR kind = 'bill_of_supply')),
    series TEXT,         -- 'A-26'
    invoice_number TEXT  -- 'A-26-00017': the series, a hyphen, its place in it; given when issued
        CHECK (length(invoice_number) <= 16 AND invoice_number NOT GLOB '*[^A-Z0-9/-]*'),
    corrects_invoice_id BLOB,
    bills_from TEXT CHECK (bills_from IS NULL OR json_valid(bills_from)),
    bills_to TEXT CHECK (bills_to IS NULL OR json_valid(bills_to)),
    recipient_email TEXT,
    title TEXT,
    description TEXT,
    lines TEXT CHECK (lines IS NULL OR json_valid(lines)),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    subtotal_minor INTEGER NOT NULL DEFAULT 0,
    discount_minor INTEGER NOT NULL DEFAULT 0,
    tax_minor INTEGER NOT NULL DEFAULT 0,
    tax_breakdown TEXT CHECK (tax_breakdown IS NULL OR json_valid(tax_breakdown)),
    total_minor INTEGER NOT NULL DEFAULT 0,
    issued_date TEXT CHECK (issued_date IS date(issued_date, '+0 days')),
    supply_date TEXT CHECK (supply_date IS date(supply_date, '+0 days')),
    due_date TEXT CHECK (due_date IS date(due_date, '+0 days')),
    place_of_supply TEXT,
    status TEXT NOT NULL DEFAULT 'draft' CHECK ((status = 'draft' OR status = 'sent' OR status = 'paid' OR status = 'overdue' OR status = 'cancelled')),
    amount_paid_minor INTEGER NOT NULL DEFAULT 0, -- derived, with payment_status
    payment_status TEXT NOT NULL DEFAULT 'unpaid' CHECK ((payment_status = 'unpaid' OR payment_status = 'partial' OR payment_status = 'paid')),
    prev_sha256 BLOB CHECK (length(prev_sha256) = 32),
    document_sha256 BLOB CHECK (length(document_sha256) = 32),
    fiscal TEXT CHECK (fiscal IS NULL OR json_valid(fiscal)),
    notes TEXT,
    created_by BLOB CHECK (length(created_by) = 16),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (workspace_id, id),
    CHECK (invoice_number IS NULL OR (series IS NOT NULL AND issued_date IS NOT NULL AND lines IS NOT NULL)),
    FOREIGN KEY (workspace_id, order_id) REFERENCES orders (workspace_id, id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES clients (workspace_id, id),
    FOREIGN KEY (workspace_id, corrects_invoice_id) REFERENCES invoices (workspace_id, id)
) STRICT;

CREATE TABLE marketplace_products (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB NOT NULL REFERENCES workspaces (id),
    seller_id BLOB NOT NULL REFERENCES profiles (id),
    inventory_item_id BLOB,
    title TEXT NOT NULL,
    description TEXT,
    category TEXT,
    price_minor INTEGER NOT NULL CHECK (price_minor >= 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    images TEXT CHECK (images IS NULL OR json_valid(images)),
    tags TEXT CHECK (tags IS NULL OR json_valid(tags)),
    available_regions TEXT CHECK (available_regions IS NULL OR json_valid(available_regions)),
    stock_milli INTEGER,
    is_customizable INTEGER NOT NULL DEFAULT 0 CHECK (is_customizable IN (0, 1)),
    customization_options TEXT CHECK (customization_options IS NULL OR json_valid(customization_options)),
    status TEXT NOT NULL DEFAULT 'draft' CHECK ((status = 'draft' OR status = 'published' OR status = 'archived')),
    likes_count INTEGER NOT NULL DEFAULT 0, -- derived, as the two below
    reviews_count INTEGER NOT NULL DEFAULT 0,
    rating_milli INTEGER,
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (workspace_id, id),
    FOREIGN KEY (workspace_id, inventory_item_id) REFERENCES inventory_items (workspace_id, id)
) STRICT;

CREATE TABLE measurement_templates (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- built in: UUIDv8 of (workspace, key)
    workspace_id BLOB NOT NULL REFERENCES workspaces (id),
    name TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
    garment_type TEXT,
    fields TEXT NOT NULL CHECK (json_valid(fields)),
    unit_system TEXT CHECK (unit_system IN ('metric', 'imperial')),
    is_builtin INTEGER NOT NULL DEFAULT 0 CHECK (is_builtin IN (0, 1)),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (workspace_id, id)
) STRICT;

CREATE TABLE messages (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB NOT NULL,
    channel_id BLOB NOT NULL,
    client_id BLOB,
    order_id BLOB,
    direction TEXT NOT NULL CHECK (direction IN ('inbound', 'outbound')),
    message_type TEXT NOT NULL DEFAULT 'text' CHECK ((message_type = 'text' OR message_type = 'image' OR message_type = 'video' OR message_type = 'document')),
    content TEXT,
    template_key TEXT,
    media TEXT CHECK (media IS NULL OR json_valid(media)),
    external_message_id TEXT,
    sender_name TEXT,
    sender_identifier TEXT,
    recipient_name TEXT,
    recipient_identifier TEXT,
    status TEXT NOT NULL DEFAULT 'draft'
        CHECK ((status = 'draft' OR status = 'queued' OR status = 'sent' OR status = 'delivered' OR status = 'read' OR status = 'failed')),
    error TEXT,
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    next_attempt_at INTEGER,
    sent_at INTEGER,
    delivered_at INTEGER,
    read_at INTEGER,
    metadata TEXT CHECK (metadata IS NULL OR json_valid(metadata)),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (workspace_id, id),
    FOREIGN KEY (workspace_id, channel_id) REFERENCES communication_channels (workspace_id, id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES clients (workspace_id, id),
    FOREIGN KEY (workspace_id, order_id) REFERENCES orders (workspace_id, id)
) STRICT;

CREATE TABLE notifications (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    user_id BLOB NOT NULL REFERENCES profiles (id),
    workspace_id BLOB REFERENCES workspaces (id),
    notification_type TEXT NOT NULL,
    title TEXT NOT NULL,
    message TEXT,
    action TEXT CHECK (action IS NULL OR json_valid(action)),
    reference_type TEXT,
    reference_id BLOB CHECK (length(reference_id) = 16),
    is_read INTEGER NOT NULL DEFAULT 0 CHECK (is_read IN (0, 1)),
    read_at INTEGER,
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    CHECK ((reference_type IS NULL) = (reference_id IS NULL)),
    CHECK ((is_read = 1) = (read_at IS NOT NULL))
) STRICT;

CREATE TABLE oauth_connections (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    user_id BLOB NOT NULL REFERENCES profiles (id),
    provider TEXT NOT NULL CHECK (provider IN ('google', 'apple')),
    provider_user_id TEXT NOT NULL,
    email TEXT COLLATE NOCASE,
    metadata TEXT CHECK (metadata IS NULL OR json_valid(metadata)),
    connected_at INTEGER NOT NULL,
    last_used_at INTEGER,
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;

CREATE TABLE order_items (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB NOT NULL,
    order_id BLOB NOT NULL,
    wearer_client_id BLOB,
    inventory_item_id BLOB,
    client_measurement_id BLOB,
    redo_of_item_id BLOB,
    assigned_to BLOB,
    position INTEGER NOT NULL DEFAULT 1,
    item_kind TEXT NOT NULL CHECK ((item_kind = 'make' OR item_kind = 'alteration' OR item_kind = 'redo' OR item_kind = 'ready_made' OR item_kind = 'fabric' OR item_kind = 'service')),
    garment_type TEXT,
    item_name TEXT NOT NULL,
    item_description TEXT,
    style_options TEXT CHECK (style_options IS NULL OR json_valid(style_options)),
    colour TEXT,
    tag_code TEXT,
    quantity_milli INTEGER NOT NULL DEFAULT 1000 CHECK (quantity_milli > 0),
    unit TEXT NOT NULL DEFAULT 'pcs',
    unit_price_minor INTEGER NOT NULL DEFAULT 0 CHECK (unit_price_minor >= 0),
    discount_minor INTEGER NOT NULL DEFAULT 0 CHECK (discount_minor >= 0),
    total_minor INTEGER NOT NULL DEFAULT 0 CHECK (total_minor >= 0), -- after discount; holds tax where tax_inclusive
    tax_rate INTEGER NOT NULL DEFAULT 0 CHECK (tax_rate >= 0),       -- parts per million, all taxes together
    tax_code TEXT,
    taxes TEXT CHECK (taxes IS NULL OR json_valid(taxes)), -- [{name, rate, minor}]; owed is the sum of minor
    price_before_minor INTEGER CHECK (price_before_minor >= 0),
    discount_reason TEXT,
    approved_by BLOB CHECK (length(approved_by) = 16),
    tasks TEXT CHECK (tasks IS NULL OR json_valid(tasks)),             -- {id: {code, zone, side, amount, minutes}}
    task_prices TEXT CHECK (task_prices IS NULL OR json_valid(task_prices)), -- {id: minor}
    stage TEXT NOT NULL DEFAULT 'booked'              -- derived from sys_activity, as are the four below
        CHECK ((stage = 'booked' OR stage = 'measured' OR stage = 'cut' OR stage = 'stitched' OR stage = 'fitting' OR stage = 'altered' OR stage = 'finished' OR stage = 'ready' OR stage = 'collected')),
    stage_key TEXT,
    ready_at INTEGER,
    collected_at INTEGER,
    cancelled_at INTEGER,
    cancelled_reason TEXT,
    outcome TEXT CHECK ((outcome = 'donated' OR outcome = 'sold' OR outcome = 'lost' OR outcome = 'damaged' OR outcome = 'returned_unworked')),
    collected_by_name TEXT,
    rack_location TEXT,
    release TEXT CHECK (release IS NULL OR json_valid(release)),         -- {ticket_seen, identity, approved_by}
    hold TEXT CHECK (hold IS NULL OR json_valid(hold)),               -- {why, question, since, answered_at: instants}
    due_date TEXT CHECK (due_date IS date(due_date, '+0 days')),
    delay_reason TEXT,
    minutes_planned INTEGER CHECK (minutes_planned >= 0),
    minutes_spent INTEGER CHECK (minutes_spent >= 0),
    work TEXT CHECK (work IS NULL OR json_valid(work)),               -- {id: {stage, user, start, stop, minutes}}
    work_pay TEXT CHECK (work_pay IS NULL OR json_valid(work_pay)),       -- {id: {rate_minor, wage_tx}}
    qc TEXT CHECK (qc IS NULL OR json_valid(qc)),
    measurement_snapshot TEXT CHECK (measurement_snapshot IS NULL OR json_valid(measurement_snapshot)),
    condition TEXT CHECK (condition IS NULL OR json_valid(condition)),
    media TEXT CHECK (media IS NULL OR json_valid(media)),
    pattern_ref TEXT,
    fabric_source TEXT CHECK ((fabric_source = 'shop' OR fabric_source = 'client' OR fabric_source = 'merchant')),
    fabric_order TEXT CHECK (fabric_order IS NULL OR json_valid(fabric_order)), -- {merchant, bunch, milli, ordered, due, arrived}
    client_fabric_note TEXT,
    client_fabric_milli INTEGER CHECK (client_fabric_milli >= 0),
    client_fabric_used_milli INTEGER CHECK (client_fabric_used_milli >= 0),
    client_fabric_returned_milli INTEGER CHECK (client_fabric_returned_milli >= 0),
    client_fabric_media BLOB CHECK (length(client_fabric_media) = 32),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER, payer_client_id BLOB REFERENCES clients (id), charge TEXT CHECK (charge IN ('rush', 'cancellation')), set_no INTEGER CHECK (set_no > 0), set_name TEXT CHECK ((set_name IS NULL) = (set_no IS NULL)), client_fabric_initials TEXT, release_media TEXT CHECK (release_media IS NULL OR json_valid(release_media)),
    UNIQUE (workspace_id, id),
    CHECK (item_kind NOT IN ('make', 'alteration', 'redo') OR quantity_milli = 1000),
    FOREIGN KEY (workspace_id, order_id) REFERENCES orders (workspace_id, id),
    FOREIGN KEY (workspace_id, wearer_client_id) REFERENCES clients (workspace_id, id),
    FOREIGN KEY (workspace_id, inventory_item_id) REFERENCES inventory_items (workspace_id, id),
    FOREIGN KEY (workspace_id, client_measurement_id) REFERENCES client_measurements (workspace_id, id),
    FOREIGN KEY (workspace_id, redo_of_item_id) REFERENCES order_items (workspace_id, id),
    FOREIGN KEY (workspace_id, assigned_to) REFERENCES workspace_members (workspace_id, user_id)
) STRICT;

CREATE TABLE orders (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB NOT NULL REFERENCES workspaces (id),
    client_id BLOB,    -- NULL: a shop sale to nobody in particular
    order_number TEXT, -- NULL: a draft
    paper_ticket_no TEXT,
    title TEXT,
    description TEXT,
    customer_name TEXT,
    customer_email TEXT,
    customer_phone TEXT,
    status TEXT NOT NULL DEFAULT 'draft' -- derived from the pieces
        CHECK ((status = 'draft' OR status = 'pending' OR status = 'in-progress' OR status = 'completed' OR status = 'cancelled')),
    order_date TEXT NOT NULL CHECK (order_date IS date(order_date, '+0 days')),
    promised_date TEXT CHECK (promised_date IS date(promised_date, '+0 days')),
    promised_time TEXT CHECK (promised_time GLOB '[0-2][0-9]:[0-5][0-9]'),
    first_promised_date TEXT CHECK (first_promised_date IS date(first_promised_date, '+0 days')),
    promise_changes INTEGER NOT NULL DEFAULT 0,
    event_date TEXT CHECK (event_date IS date(event_date, '+0 days')),
    priority TEXT NOT NULL DEFAULT 'medium' CHECK ((priority = 'high' OR priority = 'medium' OR priority = 'low')),
    is_rush INTEGER NOT NULL DEFAULT 0 CHECK (is_rush IN (0, 1)),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    tax_inclusive INTEGER NOT NULL DEFAULT 0 CHECK (tax_inclusive IN (0, 1)),
    subtotal_minor INTEGER NOT NULL DEFAULT 0,    -- derived, as the six below
    discount_minor INTEGER NOT NULL DEFAULT 0,
    tax_minor INTEGER NOT NULL DEFAULT 0,
    total_minor INTEGER NOT NULL DEFAULT 0,
    amount_paid_minor INTEGER NOT NULL DEFAULT 0,
    balance_minor INTEGER NOT NULL DEFAULT 0,
    payment_status TEXT NOT NULL DEFAULT 'paid'   -- nothing is owed yet
        CHECK ((payment_status = 'unpaid' OR payment_status = 'partial' OR payment_status = 'paid')),
    deposit_minor INTEGER NOT NULL DEFAULT 0 CHECK (deposit_minor >= 0), -- what was asked for; paid is a transaction
    released_unpaid_by BLOB CHECK (length(released_unpaid_by) = 16),
    released_unpaid_reason TEXT,
    delivery TEXT CHECK (delivery IS NULL OR json_valid(delivery)),
    printed TEXT CHECK (printed IS NULL OR json_valid(printed)),     -- {claim, tags, receipt: {count, last_at}}
    notes TEXT,
    created_by BLOB CHECK (length(created_by) = 16),
    assigned_to BLOB,
    completed_at INTEGER,                         -- derived: when the last piece became ready
    collected_at INTEGER,                         -- derived: when the last piece was collected
    collected_by_name TEXT,
    rack_location TEXT,
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER, quoted_at INTEGER, quote_until_date TEXT CHECK (quote_until_date IS date(quote_until_date, '+0 days')), quote_declined_at INTEGER, quote_declined_reason TEXT, waiting_minor INTEGER NOT NULL DEFAULT 0, other_payers INTEGER NOT NULL DEFAULT 0, page_media BLOB CHECK (length(page_media) = 32), pay_typed TEXT CHECK (pay_typed IS NULL OR json_valid(pay_typed)),
    UNIQUE (workspace_id, id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES clients (workspace_id, id),
    FOREIGN KEY (workspace_id, assigned_to) REFERENCES workspace_members (workspace_id, user_id)
) STRICT;

CREATE TABLE product_likes (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- UUIDv8 of (product, person)
    workspace_id BLOB NOT NULL,
    product_id BLOB NOT NULL,
    user_id BLOB NOT NULL REFERENCES profiles (id),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (workspace_id, id),
    UNIQUE (product_id, user_id),
    FOREIGN KEY (workspace_id, product_id) REFERENCES marketplace_products (workspace_id, id)
) STRICT;

CREATE TABLE product_reviews (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- UUIDv8 of (product, person)
    workspace_id BLOB NOT NULL,
    product_id BLOB NOT NULL,
    user_id BLOB NOT NULL REFERENCES profiles (id),
    rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
    review_text TEXT,
    images TEXT CHECK (images IS NULL OR json_valid(images)),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (workspace_id, id),
    UNIQUE (product_id, user_id),
    FOREIGN KEY (workspace_id, product_id) REFERENCES marketplace_products (workspace_id, id)
) STRICT;

CREATE TABLE profiles (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    auth_uid BLOB UNIQUE CHECK (length(auth_uid) = 16), -- the account of auth.users on the server, once claimed
    email TEXT COLLATE NOCASE,
    phone TEXT,
    full_name TEXT NOT NULL COLLATE NOCASE,
    avatar_media BLOB CHECK (length(avatar_media) = 32),
    role TEXT NOT NULL DEFAULT 'business' CHECK ((role = 'business' OR role = 'customer' OR role = 'admin')),
    business_type TEXT CHECK ((business_type = 'tailor' OR business_type = 'fashion_designer' OR business_type = 'manufacturer' OR business_type = 'influencer')),
    country_code TEXT CHECK (length(country_code) = 2),
    region TEXT,
    data_residency_region TEXT,
    is_verified INTEGER NOT NULL DEFAULT 0 CHECK (is_verified IN (0, 1)),
    verified_at INTEGER,
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    workspace_access_at INTEGER,
    workspace_access_by BLOB CHECK (length(workspace_access_by) = 16),
    onboarding_completed INTEGER NOT NULL DEFAULT 0 CHECK (onboarding_completed IN (0, 1)),
    locale TEXT,
    unit_system TEXT CHECK (unit_system IN ('metric', 'imperial')),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;

CREATE TABLE social_media_connections (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    user_id BLOB NOT NULL REFERENCES profiles (id),
    workspace_id BLOB REFERENCES workspaces (id), -- NULL: a personal one
    platform TEXT NOT NULL CHECK (platform IN ('instagram', 'tiktok')),
    platform_user_id TEXT NOT NULL,
    username TEXT,
    access_token_ref TEXT,
    refresh_token_ref TEXT,
    token_expires_at INTEGER,
    account_type TEXT CHECK ((account_type = 'personal' OR account_type = 'business' OR account_type = 'creator')),
    permissions TEXT CHECK (permissions IS NULL OR json_valid(permissions)),
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    last_synced_at INTEGER,
    metadata TEXT CHECK (metadata IS NULL OR json_valid(metadata)),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;

CREATE TABLE sys_activity ( -- append-only, never pruned
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB NOT NULL REFERENCES workspaces (id),
    order_id BLOB,
    order_item_id BLOB,
    transaction_id BLOB,
    invoice_id BLOB,
    till_id BLOB CHECK (length(till_id) = 16),
    till_seq INTEGER CHECK (till_seq > 0), -- its place in the till's chain, which transactions share
    kind TEXT NOT NULL
        CHECK ((kind = 'stage' OR kind = 'cancelled' OR kind = 'restored' OR kind = 'assignment' OR kind = 'checklist' OR kind = 'unlock' OR kind = 'promise' OR kind = 'confirmed' OR kind = 'unconfirmed' OR kind = 'sent' OR kind = 'issued' OR kind = 'till_opened' OR kind = 'till_counted' OR kind = 'till_closed' OR kind = 'drawer' OR kind = 'note')),
    stage TEXT CHECK ((stage = 'booked' OR stage = 'measured' OR stage = 'cut' OR stage = 'stitched' OR stage = 'fitting' OR stage = 'altered' OR stage = 'finished' OR stage = 'ready' OR stage = 'collected')),
    stage_key TEXT,
    person_id BLOB CHECK (length(person_id) = 16),
    occurred_at INTEGER NOT NULL,
    data TEXT CHECK (data IS NULL OR json_valid(data)),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (workspace_id, id),
    CHECK ((order_id IS NOT NULL) + (order_item_id IS NOT NULL) + (transaction_id IS NOT NULL)
           + (invoice_id IS NOT NULL) <= 1),
    CHECK ((kind = 'stage') = (stage IS NOT NULL)),
    CHECK (kind NOT IN ('stage', 'cancelled', 'restored') OR order_item_id IS NOT NULL),
    CHECK (kind NOT IN ('confirmed', 'unconfirmed') OR transaction_id IS NOT NULL),
    FOREIGN KEY (workspace_id, order_id) REFERENCES orders (workspace_id, id),
    FOREIGN KEY (workspace_id, order_item_id) REFERENCES order_items (workspace_id, id),
    FOREIGN KEY (workspace_id, transaction_id) REFERENCES transactions (workspace_id, id),
    FOREIGN KEY (workspace_id, invoice_id) REFERENCES invoices (workspace_id, id)
) STRICT;

CREATE TABLE sys_current_operation ( -- one row; a trigger cannot read a TEMP table
    one INTEGER PRIMARY KEY CHECK (one = 1),
    operation_id INTEGER REFERENCES sys_operations (id)
) STRICT;

CREATE TABLE sys_daily_totals ( -- derived from transactions
    workspace_id BLOB NOT NULL,
    day_date TEXT NOT NULL,
    transaction_type TEXT NOT NULL,
    effect TEXT NOT NULL,
    category TEXT NOT NULL,
    payment_method TEXT NOT NULL, -- '' where no money moved
    currency TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    rows_count INTEGER NOT NULL,
    PRIMARY KEY (workspace_id, day_date, transaction_type, effect, category, payment_method, currency)
) STRICT, WITHOUT ROWID;

CREATE TABLE sys_devices (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT,
    public_key BLOB,
    first_seen_at INTEGER NOT NULL,
    last_seen_at INTEGER,
    retired_at INTEGER
) STRICT;

CREATE TABLE sys_drafts ( -- what is being typed on this device, saved within a second; never leaves it
    id INTEGER PRIMARY KEY,
    device_id BLOB NOT NULL CHECK (length(device_id) = 16),
    person_id BLOB NOT NULL CHECK (length(person_id) = 16),
    workspace_id BLOB CHECK (length(workspace_id) = 16),
    screen TEXT NOT NULL,
    key TEXT NOT NULL, -- '' where the screen has only one
    seat INTEGER NOT NULL DEFAULT 1 CHECK (seat > 0), -- of the window: two windows of a device keep theirs apart
    data TEXT NOT NULL CHECK (json_valid(data)),
    saved_at INTEGER NOT NULL
) STRICT;

CREATE TABLE sys_import ( -- by what an imported row is known again
    workspace_id BLOB NOT NULL CHECK (length(workspace_id) = 16),
    format TEXT NOT NULL,
    kind TEXT NOT NULL, -- the table
    foreign_id TEXT NOT NULL,
    row_id BLOB NOT NULL CHECK (length(row_id) = 16),
    content_sha256 BLOB CHECK (length(content_sha256) = 32), -- of what was read: unchanged or not
    PRIMARY KEY (workspace_id, format, kind, foreign_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sys_journal (
    seq INTEGER PRIMARY KEY,
    operation_id INTEGER NOT NULL REFERENCES sys_operations (id),
    table_id INTEGER NOT NULL, -- the catalogue's number
    action INTEGER NOT NULL CHECK ((action = 1 OR action = 2 OR action = 3)), -- 1 inserted, 2 updated, 3 deleted
    row_id BLOB NOT NULL,
    old TEXT -- updated: the changed columns' old values, deleted: the whole row; JSON, BLOBs as hex
) STRICT;

CREATE TABLE sys_media (
    sha256 BLOB NOT NULL PRIMARY KEY CHECK (length(sha256) = 32),
    mime TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    thumbnail BLOB,
    bytes BLOB, -- NULL: not downloaded yet
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE sys_meta ( -- file_id, device_id, created_by_version ...
    key TEXT NOT NULL PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sys_migrations (
    version INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    applied_at INTEGER NOT NULL
) STRICT;

CREATE TABLE sys_operations (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    workspace_id BLOB CHECK (length(workspace_id) = 16), -- NULL: accounts, before a workspace is chosen
    person_id BLOB CHECK (length(person_id) = 16),       -- NULL: the program itself
    device_id BLOB NOT NULL CHECK (length(device_id) = 16),
    kind TEXT NOT NULL,
    label TEXT CHECK (label IS NULL OR json_valid(label)),
    happened_at INTEGER NOT NULL,
    undoable INTEGER NOT NULL DEFAULT 1 CHECK (undoable IN (0, 1)),
    undoes INTEGER REFERENCES sys_operations (id),
    undone_by INTEGER REFERENCES sys_operations (id),
    remote INTEGER NOT NULL DEFAULT 0 CHECK (remote IN (0, 1)),
    outbox INTEGER NOT NULL DEFAULT 0 CHECK (outbox BETWEEN 0 AND 3) -- 0 pending, 1 sealed, 2 acked, 3 quarantined
) STRICT;

CREATE TABLE sys_order_payers ( -- derived: who pays for an order besides its client
    workspace_id BLOB NOT NULL,
    order_id BLOB NOT NULL,
    client_id BLOB NOT NULL,
    share_minor INTEGER NOT NULL,
    paid_minor INTEGER NOT NULL,
    waiting_minor INTEGER NOT NULL,
    PRIMARY KEY (workspace_id, order_id, client_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sys_search ( -- written by the core, which folds the text; id = scope number << 40 | (1 for orders) << 39 | n
    id INTEGER PRIMARY KEY,
    workspace_id BLOB NOT NULL CHECK (length(workspace_id) = 16),
    kind INTEGER NOT NULL, -- the catalogue's number of the table
    row_id BLOB NOT NULL CHECK (length(row_id) = 16),
    folded TEXT NOT NULL   -- words parted by single spaces
) STRICT;

CREATE VIRTUAL TABLE sys_search_fts -- written by the core with sys_search; its content is a view of figures.sql
    USING fts5 (marks, content = 'sys_search_marks', content_rowid = 'id', tokenize = 'ascii', detail = 'none', columnsize = 0);

CREATE TABLE 'sys_search_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'sys_search_fts_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'sys_search_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE sys_search_scopes ( -- the high bits of sys_search.id, so that a search is one range of rowids
    number INTEGER PRIMARY KEY,
    workspace_id BLOB NOT NULL UNIQUE CHECK (length(workspace_id) = 16),
    -- The last id of each kind that sys_search_fts holds: the newest few are looked through instead (search_index.h).
    clients_indexed INTEGER NOT NULL DEFAULT 0,
    orders_indexed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE sys_series ( -- number series, each held by one device
    id INTEGER PRIMARY KEY,
    workspace_id BLOB NOT NULL REFERENCES workspaces (id),
    device_id BLOB NOT NULL REFERENCES sys_devices (id),
    kind TEXT NOT NULL CHECK ((kind = 'order' OR kind = 'invoice' OR kind = 'receipt' OR kind = 'client')),
    series TEXT NOT NULL,               -- 'A', 'B', 'A7K' ...
    period TEXT NOT NULL DEFAULT '',    -- '26' where numbers start again each year
    next_number INTEGER NOT NULL DEFAULT 1 CHECK (next_number > 0),
    newest_issue_at INTEGER,            -- a clock before it closes the series
    closed_at INTEGER,
    UNIQUE (workspace_id, kind, series, period)
) STRICT;

CREATE TABLE sys_settings (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- UUIDv8 of (workspace, person, device, key)
    workspace_id BLOB NOT NULL REFERENCES workspaces (id),
    person_id BLOB CHECK (length(person_id) = 16), -- NULL: the whole workspace's
    device_id BLOB CHECK (length(device_id) = 16), -- NULL: on every device
    key TEXT NOT NULL CHECK (key <> ''),
    value TEXT NOT NULL CHECK (json_valid(value)),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (workspace_id, id)
) STRICT;

CREATE TABLE transactions ( -- append-only
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB NOT NULL REFERENCES workspaces (id),
    order_id BLOB,
    invoice_id BLOB,
    member_id BLOB,
    goal_id BLOB,
    client_id BLOB,
    reverses_transaction_id BLOB, -- this row takes back (part of) that one: same type and currency, counted negative
    reason TEXT,
    transaction_type TEXT NOT NULL CHECK (transaction_type IN ('income', 'expense')),
    effect TEXT NOT NULL DEFAULT 'profit' CHECK ((effect = 'profit' OR effect = 'cash_move' OR effect = 'owed')),
    category TEXT NOT NULL,
    amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    description TEXT,
    payment_method TEXT, -- cash, card, transfer, mobile_money ...; NULL where no money moved (effect owed)
    payment_ref TEXT,
    tendered_minor INTEGER CHECK (tendered_minor >= 0),
    change_minor INTEGER CHECK (change_minor >= 0),
    confirmed_at INTEGER, -- derived from sys_activity; what waits to arrive (transfer, mobile money) counts from then on
    date TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
    occurred_at INTEGER NOT NULL,
    till_id BLOB CHECK (length(till_id) = 16),
    till_seq INTEGER CHECK (till_seq > 0), -- its place in the till's chain, which sys_activity shares
    closing_id BLOB CHECK (length(closing_id) = 16),
    receipt_no TEXT,
    tax_breakdown TEXT CHECK (tax_breakdown IS NULL OR json_valid(tax_breakdown)),
    counterparty TEXT,
    document_no TEXT,
    receipt_media BLOB CHECK (length(receipt_media) = 32),
    fiscal TEXT CHECK (fiscal IS NULL OR json_valid(fiscal)), -- {prev_hash, hash, people, salt, external_no}
    metadata TEXT CHECK (metadata IS NULL OR json_valid(metadata)),
    approved_by BLOB CHECK (length(approved_by) = 16),
    created_by BLOB CHECK (length(created_by) = 16),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (workspace_id, id),
    CHECK ((order_id IS NOT NULL) + (invoice_id IS NOT NULL) + (member_id IS NOT NULL) + (goal_id IS NOT NULL) <= 1),
    CHECK (reverses_transaction_id IS NULL OR reason IS NOT NULL),
    CHECK (payment_method IS NOT NULL OR effect = 'owed'),
    CHECK (till_seq IS NULL OR till_id IS NOT NULL),
    FOREIGN KEY (workspace_id, order_id) REFERENCES orders (workspace_id, id),
    FOREIGN KEY (workspace_id, invoice_id) REFERENCES invoices (workspace_id, id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES workspace_members (workspace_id, id),
    FOREIGN KEY (workspace_id, goal_id) REFERENCES financial_goals (workspace_id, id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES clients (workspace_id, id),
    FOREIGN KEY (workspace_id, reverses_transaction_id) REFERENCES transactions (workspace_id, id)
) STRICT;

CREATE TABLE verification_logs (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    user_id BLOB NOT NULL REFERENCES profiles (id),
    verification_type TEXT NOT NULL CHECK (verification_type IN ('email', 'sms')),
    provider TEXT,
    status TEXT NOT NULL CHECK ((status = 'sent' OR status = 'delivered' OR status = 'failed' OR status = 'verified')),
    token_hash BLOB CHECK (length(token_hash) = 32),
    sent_to TEXT NOT NULL,
    sent_at INTEGER,
    verified_at INTEGER,
    metadata TEXT CHECK (metadata IS NULL OR json_valid(metadata)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;

CREATE TABLE workspace_invitations (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB NOT NULL REFERENCES workspaces (id),
    email TEXT COLLATE NOCASE,
    role TEXT NOT NULL CHECK ((role = 'admin' OR role = 'member' OR role = 'viewer')),
    invited_by BLOB NOT NULL CHECK (length(invited_by) = 16),
    token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    expires_at INTEGER NOT NULL,
    accepted_at INTEGER,
    status TEXT NOT NULL DEFAULT 'pending' CHECK ((status = 'pending' OR status = 'accepted' OR status = 'expired' OR status = 'cancelled')),
    metadata TEXT CHECK (metadata IS NULL OR json_valid(metadata)),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (workspace_id, id)
) STRICT;

CREATE TABLE workspace_members (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- UUIDv8 of (workspace, person)
    workspace_id BLOB NOT NULL REFERENCES workspaces (id),
    user_id BLOB NOT NULL REFERENCES profiles (id),
    role TEXT NOT NULL CHECK ((role = 'admin' OR role = 'member' OR role = 'viewer')),
    display_name TEXT COLLATE NOCASE,
    colour TEXT,
    job_title TEXT,
    permissions TEXT CHECK (permissions IS NULL OR json_valid(permissions)),
    permissions_version INTEGER NOT NULL DEFAULT 1,
    skills TEXT CHECK (skills IS NULL OR json_valid(skills)),
    pay_type TEXT CHECK ((pay_type = 'piece' OR pay_type = 'hour' OR pay_type = 'month')),
    pay_minor INTEGER CHECK (pay_minor >= 0),
    piece_rates TEXT CHECK (piece_rates IS NULL OR json_valid(piece_rates)),
    discount_limit_bp INTEGER CHECK (discount_limit_bp BETWEEN 0 AND 10000),
    refund_limit_minor INTEGER CHECK (refund_limit_minor >= 0),
    working_hours TEXT CHECK (working_hours IS NULL OR json_valid(working_hours)),
    ends_date TEXT CHECK (ends_date IS date(ends_date, '+0 days')),
    invited_by BLOB CHECK (length(invited_by) = 16),
    status TEXT NOT NULL DEFAULT 'active' CHECK ((status = 'pending' OR status = 'active' OR status = 'suspended' OR status = 'removed')),
    accepted_at INTEGER,
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (workspace_id, id),
    UNIQUE (workspace_id, user_id)
) STRICT;

CREATE TABLE workspaces (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    owner_id BLOB NOT NULL REFERENCES profiles (id) CHECK (length(owner_id) = 16),
    name TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
    slug TEXT NOT NULL COLLATE NOCASE CHECK (slug <> ''),
    business_type TEXT CHECK ((business_type = 'tailor' OR business_type = 'fashion_designer' OR business_type = 'manufacturer' OR business_type = 'influencer')),
    description TEXT,
    logo_media BLOB CHECK (length(logo_media) = 32),
    address TEXT,
    phone TEXT,
    email TEXT COLLATE NOCASE,
    country_code TEXT NOT NULL CHECK (length(country_code) = 2),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    locale TEXT,
    unit_system TEXT NOT NULL DEFAULT 'metric' CHECK (unit_system IN ('metric', 'imperial')),
    time_zone TEXT NOT NULL DEFAULT 'UTC',
    day_starts_at TEXT NOT NULL DEFAULT '00:00' CHECK (day_starts_at GLOB '[0-2][0-9]:[0-5][0-9]'),
    legal_name TEXT,
    registration_no TEXT,
    tax_id TEXT,
    tax_registration TEXT CHECK (tax_registration IS NULL OR json_valid(tax_registration)),
    fiscal_mode TEXT NOT NULL DEFAULT 'none' CHECK ((fiscal_mode = 'here' OR fiscal_mode = 'own_till' OR fiscal_mode = 'none')),
    books_closed_until_date TEXT CHECK (books_closed_until_date IS date(books_closed_until_date, '+0 days')),
    operating_regions TEXT CHECK (operating_regions IS NULL OR json_valid(operating_regions)),
    primary_market TEXT,
    cross_border_enabled INTEGER NOT NULL DEFAULT 0 CHECK (cross_border_enabled IN (0, 1)),
    opening_hours TEXT CHECK (opening_hours IS NULL OR json_valid(opening_hours)),
    receipt_terms TEXT,
    business_documents TEXT CHECK (business_documents IS NULL OR json_valid(business_documents)),
    subscription_tier TEXT NOT NULL DEFAULT 'basic' CHECK ((subscription_tier = 'basic' OR subscription_tier = 'pro' OR subscription_tier = 'enterprise')),
    subscription_status TEXT NOT NULL DEFAULT 'active'
        CHECK ((subscription_status = 'active' OR subscription_status = 'suspended' OR subscription_status = 'cancelled')),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    FOREIGN KEY (id, owner_id) REFERENCES workspace_members (workspace_id, user_id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TRIGGER derive_client_bill_deleted AFTER DELETE ON invoices
WHEN OLD.order_id IS NULL AND OLD.client_id IS NOT NULL
BEGIN
    UPDATE clients
       SET (balance_minor, waiting_minor, overpaid_minor) =
           (SELECT balance_minor, waiting_minor, overpaid_minor FROM sys_figure_clients AS f
             WHERE f.workspace_id = clients.workspace_id AND f.id = clients.id)
     WHERE workspace_id = OLD.workspace_id AND id = OLD.client_id;
END;

CREATE TRIGGER derive_client_billed AFTER UPDATE OF amount_paid_minor, client_id ON invoices
WHEN NEW.order_id IS NULL AND (NEW.client_id IS NOT NULL OR OLD.client_id IS NOT NULL)
BEGIN
    UPDATE clients
       SET (balance_minor, waiting_minor, overpaid_minor) =
           (SELECT balance_minor, waiting_minor, overpaid_minor FROM sys_figure_clients AS f
             WHERE f.workspace_id = clients.workspace_id AND f.id = clients.id)
     WHERE workspace_id = NEW.workspace_id AND id IN (OLD.client_id, NEW.client_id);
END;

CREATE TRIGGER derive_client_new_order AFTER INSERT ON orders
WHEN NEW.client_id IS NOT NULL AND NEW.order_number IS NOT NULL AND NEW.deleted_at IS NULL
BEGIN
    UPDATE clients
       SET orders_count = orders_count + 1,
           last_order_date = max(ifnull(last_order_date, NEW.order_date), NEW.order_date)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.client_id;
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

CREATE TRIGGER derive_confirmed AFTER INSERT ON sys_activity
WHEN NEW.kind IN ('confirmed', 'unconfirmed')
BEGIN
    UPDATE transactions
       SET confirmed_at = (SELECT confirmed_at FROM sys_figure_transactions
                            WHERE workspace_id = NEW.workspace_id AND id = NEW.transaction_id)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.transaction_id;
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

CREATE TRIGGER derive_confirmed_email_of_profiles AFTER UPDATE OF email ON profiles
WHEN NEW.email IS NOT OLD.email
BEGIN
    UPDATE auth_users
       SET email_confirmed_at = (SELECT max(verified_at) FROM verification_logs
                                  WHERE user_id = NEW.id AND verification_type = 'email' AND status = 'verified'
                                    AND sent_to = coalesce(nullif(NEW.email, ''), auth_users.email) AND deleted_at IS NULL)
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

CREATE TRIGGER derive_confirmed_phone_of_profiles AFTER UPDATE OF phone ON profiles
WHEN NEW.phone IS NOT OLD.phone
BEGIN
    UPDATE auth_users
       SET phone_confirmed_at = (SELECT max(verified_at) FROM verification_logs
                                  WHERE user_id = NEW.id AND verification_type = 'sms' AND status = 'verified'
                                    AND sent_to = coalesce(nullif(NEW.phone, ''), auth_users.phone) AND deleted_at IS NULL)
     WHERE id = NEW.id;
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

CREATE TRIGGER derive_feed_comment_changed AFTER UPDATE OF is_deleted, deleted_at ON feed_comments
BEGIN
    UPDATE feeds SET comments_count = (SELECT comments_count FROM sys_figure_feeds WHERE id = NEW.feed_id) WHERE id = NEW.feed_id;
END;

CREATE TRIGGER derive_feed_comment_deleted AFTER DELETE ON feed_comments
BEGIN
    UPDATE feeds SET comments_count = (SELECT comments_count FROM sys_figure_feeds WHERE id = OLD.feed_id) WHERE id = OLD.feed_id;
END;

CREATE TRIGGER derive_feed_comment_new AFTER INSERT ON feed_comments
WHEN NEW.deleted_at IS NULL AND NEW.is_deleted = 0
BEGIN
    UPDATE feeds SET comments_count = comments_count + 1 WHERE id = NEW.feed_id;
END;

CREATE TRIGGER derive_feed_like_changed AFTER UPDATE OF deleted_at ON feed_likes
BEGIN
    UPDATE feeds SET likes_count = (SELECT likes_count FROM sys_figure_feeds WHERE id = NEW.feed_id) WHERE id = NEW.feed_id;
END;

CREATE TRIGGER derive_feed_like_deleted AFTER DELETE ON feed_likes
BEGIN
    UPDATE feeds SET likes_count = (SELECT likes_count FROM sys_figure_feeds WHERE id = OLD.feed_id) WHERE id = OLD.feed_id;
END;

CREATE TRIGGER derive_feed_like_new AFTER INSERT ON feed_likes
WHEN NEW.deleted_at IS NULL
BEGIN
    UPDATE feeds SET likes_count = likes_count + 1 WHERE id = NEW.feed_id;
END;

CREATE TRIGGER derive_feed_share_changed AFTER UPDATE OF deleted_at ON feed_shares
BEGIN
    UPDATE feeds SET shares_count = (SELECT shares_count FROM sys_figure_feeds WHERE id = NEW.feed_id) WHERE id = NEW.feed_id;
END;

CREATE TRIGGER derive_feed_share_deleted AFTER DELETE ON feed_shares
BEGIN
    UPDATE feeds SET shares_count = (SELECT shares_count FROM sys_figure_feeds WHERE id = OLD.feed_id) WHERE id = OLD.feed_id;
END;

CREATE TRIGGER derive_feed_share_new AFTER INSERT ON feed_shares
WHEN NEW.deleted_at IS NULL
BEGIN
    UPDATE feeds SET shares_count = shares_count + 1 WHERE id = NEW.feed_id;
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

CREATE TRIGGER derive_invoice_deleted AFTER DELETE ON invoices
WHEN OLD.order_id IS NOT NULL
BEGIN
    UPDATE invoices
       SET (amount_paid_minor, payment_status) =
           (SELECT amount_paid_minor, payment_status FROM sys_figure_invoices AS f
             WHERE f.workspace_id = invoices.workspace_id AND f.id = invoices.id)
     WHERE workspace_id = OLD.workspace_id AND order_id = OLD.order_id;
END;

CREATE TRIGGER derive_invoice_new AFTER INSERT ON invoices
BEGIN
    UPDATE invoices
       SET (amount_paid_minor, payment_status) =
           (SELECT amount_paid_minor, payment_status FROM sys_figure_invoices AS f
             WHERE f.workspace_id = invoices.workspace_id AND f.id = invoices.id)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.id;
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

CREATE TRIGGER derive_invoice_paid AFTER INSERT ON transactions
WHEN NEW.invoice_id IS NOT NULL
BEGIN
    UPDATE invoices
       SET (amount_paid_minor, payment_status) =
           (SELECT amount_paid_minor, payment_status FROM sys_figure_invoices AS f
             WHERE f.workspace_id = invoices.workspace_id AND f.id = invoices.id)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.invoice_id;
END;

CREATE TRIGGER derive_order_booked AFTER INSERT ON orders
WHEN NEW.order_number IS NOT NULL AND NEW.status <> 'pending'
BEGIN
    UPDATE orders SET status = 'pending' WHERE workspace_id = NEW.workspace_id AND id = NEW.id;
END;

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

CREATE TRIGGER derive_order_waits AFTER INSERT ON transactions
WHEN NEW.order_id IS NOT NULL AND NEW.confirmed_at IS NULL AND NEW.transaction_type = 'income'
     AND NEW.payment_method IN ('transfer', 'mobile_money')
BEGIN
    UPDATE orders
       SET waiting_minor = waiting_minor
                           + iif(NEW.reverses_transaction_id IS NULL, NEW.amount_minor, -NEW.amount_minor)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.order_id;
END;

CREATE TRIGGER derive_payer_confirmed AFTER UPDATE OF confirmed_at, client_id ON transactions
WHEN NEW.order_id IS NOT NULL
     AND ((NEW.confirmed_at IS NULL) <> (OLD.confirmed_at IS NULL) OR NEW.client_id IS NOT OLD.client_id)
BEGIN
    UPDATE orders SET other_payers = -1
     WHERE workspace_id = NEW.workspace_id AND id = NEW.order_id
           AND (other_payers > 0 OR client_id IS NOT NEW.client_id OR client_id IS NOT OLD.client_id);
END;

CREATE TRIGGER derive_payer_new_piece AFTER INSERT ON order_items
WHEN NEW.payer_client_id IS NOT NULL
BEGIN
    UPDATE orders SET other_payers = -1 WHERE workspace_id = NEW.workspace_id AND id = NEW.order_id;
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

CREATE TRIGGER derive_payers_owe
AFTER UPDATE OF balance_minor, waiting_minor, client_id, order_number, deleted_at ON orders
WHEN NEW.other_payers > 0
     AND (NEW.balance_minor <> OLD.balance_minor OR NEW.waiting_minor <> OLD.waiting_minor
          OR NEW.client_id IS NOT OLD.client_id OR NEW.order_number IS NOT OLD.order_number
          OR NEW.deleted_at IS NOT OLD.deleted_at)
BEGIN
    UPDATE orders SET other_payers = -1 WHERE workspace_id = NEW.workspace_id AND id = NEW.id;
END;

CREATE TRIGGER derive_piece AFTER INSERT ON sys_activity
WHEN NEW.kind IN ('stage', 'cancelled', 'restored')
BEGIN
    UPDATE order_items
       SET (stage, stage_key, ready_at, collected_at, cancelled_at) =
           (SELECT stage, stage_key, ready_at, collected_at, cancelled_at
              FROM sys_figure_order_items WHERE workspace_id = NEW.workspace_id AND id = NEW.order_item_id)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.order_item_id;
END;

CREATE TRIGGER derive_product_like_changed AFTER UPDATE OF deleted_at ON product_likes
BEGIN
    UPDATE marketplace_products SET likes_count = (SELECT likes_count FROM sys_figure_marketplace_products WHERE id = NEW.product_id) WHERE id = NEW.product_id;
END;

CREATE TRIGGER derive_product_like_deleted AFTER DELETE ON product_likes
BEGIN
    UPDATE marketplace_products SET likes_count = (SELECT likes_count FROM sys_figure_marketplace_products WHERE id = OLD.product_id) WHERE id = OLD.product_id;
END;

CREATE TRIGGER derive_product_like_new AFTER INSERT ON product_likes
WHEN NEW.deleted_at IS NULL
BEGIN
    UPDATE marketplace_products SET likes_count = likes_count + 1 WHERE id = NEW.product_id;
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

CREATE TRIGGER derive_product_review_new AFTER INSERT ON product_reviews
BEGIN
    UPDATE marketplace_products
       SET (reviews_count, rating_milli) = (SELECT reviews_count, rating_milli FROM sys_figure_marketplace_products
                                             WHERE id = NEW.product_id)
     WHERE id = NEW.product_id;
END;

CREATE TRIGGER derive_stock_limits AFTER UPDATE OF item_kind, min_stock_milli ON inventory_items
WHEN NEW.item_kind <> OLD.item_kind OR NEW.min_stock_milli IS NOT OLD.min_stock_milli
BEGIN
    UPDATE inventory_items
       SET status = (SELECT status FROM sys_figure_inventory_items
                      WHERE workspace_id = NEW.workspace_id AND id = NEW.id)
     WHERE workspace_id = NEW.workspace_id AND id = NEW.id;
END;

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

CREATE TRIGGER guard_activity_not_deleted BEFORE DELETE ON sys_activity
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

CREATE TRIGGER guard_erased_stays BEFORE UPDATE OF name, email, phone, phones, notes, deleted_at, erased_at ON clients
WHEN OLD.erased_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'client.unknown');
END;

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

CREATE TRIGGER guard_issued_not_deleted BEFORE DELETE ON invoices
WHEN OLD.invoice_number IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'invoice.issued_stays');
END;

CREATE TRIGGER guard_issued_stays
BEFORE UPDATE OF workspace_id, series, invoice_number, kind, corrects_invoice_id, lines, currency, subtotal_minor,
                 discount_minor, tax_minor, tax_breakdown, total_minor, issued_date, supply_date, place_of_supply,
                 prev_sha256, deleted_at
ON invoices
WHEN OLD.invoice_number IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'invoice.issued_stays');
END;

CREATE TRIGGER guard_movements_not_deleted BEFORE DELETE ON inventory_movements
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

CREATE TRIGGER guard_owner_stays_delete BEFORE DELETE ON workspace_members
WHEN EXISTS (SELECT 1 FROM workspaces WHERE id = OLD.workspace_id AND owner_id = OLD.user_id)
BEGIN
    SELECT RAISE(ABORT, 'member.owner_stays');
END;

CREATE TRIGGER guard_owner_stays_update BEFORE UPDATE OF workspace_id, user_id, status, deleted_at ON workspace_members
WHEN (NEW.status <> 'active' OR NEW.deleted_at IS NOT NULL OR NEW.user_id IS NOT OLD.user_id
      OR NEW.workspace_id IS NOT OLD.workspace_id)
     AND EXISTS (SELECT 1 FROM workspaces WHERE id = OLD.workspace_id AND owner_id = OLD.user_id)
BEGIN
    SELECT RAISE(ABORT, 'member.owner_stays');
END;

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

CREATE TRIGGER guard_till_activity_stays BEFORE UPDATE OF data ON sys_activity
WHEN OLD.till_id IS NOT NULL
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

CREATE TRIGGER guard_transactions_closed_stay BEFORE UPDATE OF closing_id ON transactions
WHEN OLD.closing_id IS NOT NULL AND NEW.closing_id IS NOT OLD.closing_id
BEGIN
    SELECT RAISE(ABORT, 'ledger.append_only');
END;

CREATE TRIGGER guard_transactions_not_deleted BEFORE DELETE ON transactions
BEGIN
    SELECT RAISE(ABORT, 'ledger.append_only');
END;

CREATE TRIGGER guard_transactions_stay
BEFORE UPDATE OF id, workspace_id, order_id, invoice_id, member_id, goal_id, reverses_transaction_id, transaction_type,
                 effect, category, amount_minor, currency, payment_method, tendered_minor, change_minor, date,
                 occurred_at, till_id, till_seq, receipt_no, tax_breakdown, approved_by, created_by, created_at,
                 deleted_at
ON transactions
BEGIN
    SELECT RAISE(ABORT, 'ledger.append_only');
END;

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

CREATE VIEW sys_figure_daily_totals AS
SELECT workspace_id, date AS day_date, transaction_type, effect, category, payment_method, currency,
       sum(amount_minor) AS amount_minor, count(*) AS rows_count
  FROM sys_figure_counted_transactions
 WHERE till_id IS NOT NULL OR category NOT IN ('opening_payment', 'opening_credit') -- of the old book: no day's money
 GROUP BY workspace_id, date, transaction_type, effect, category, payment_method, currency;

CREATE VIEW sys_figure_feeds AS
SELECT f.workspace_id, f.id,
       (SELECT count(*) FROM feed_likes WHERE feed_id = f.id AND deleted_at IS NULL) AS likes_count,
       (SELECT count(*) FROM feed_comments
         WHERE feed_id = f.id AND deleted_at IS NULL AND is_deleted = 0) AS comments_count,
       (SELECT count(*) FROM feed_shares WHERE feed_id = f.id AND deleted_at IS NULL) AS shares_count
  FROM feeds AS f;

CREATE VIEW sys_figure_inventory_items AS
SELECT workspace_id, id, current_stock_milli, reserved_milli,
       CASE WHEN item_kind = 'service' THEN 'in-stock'
            WHEN current_stock_milli <= 0 THEN 'out-of-stock'
            WHEN current_stock_milli <= min_stock_milli THEN 'low-stock'
            ELSE 'in-stock' END AS status
  FROM sys_figure_stock;

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

CREATE VIEW sys_figure_marketplace_products AS
SELECT p.workspace_id, p.id,
       (SELECT count(*) FROM product_likes AS l
         WHERE l.workspace_id = p.workspace_id AND l.product_id = p.id AND l.deleted_at IS NULL) AS likes_count,
       (SELECT count(*) FROM product_reviews AS r
         WHERE r.workspace_id = p.workspace_id AND r.product_id = p.id AND r.deleted_at IS NULL) AS reviews_count,
       (SELECT sum(r.rating) * 1000 / count(*) FROM product_reviews AS r
         WHERE r.workspace_id = p.workspace_id AND r.product_id = p.id AND r.deleted_at IS NULL) AS rating_milli
  FROM marketplace_products AS p;

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

CREATE VIEW sys_figure_order_payers AS
SELECT workspace_id, order_id, client_id, sum(share_minor) AS share_minor, sum(paid_minor) AS paid_minor,
       sum(waiting_minor) AS waiting_minor
  FROM sys_figure_payer_parts
 GROUP BY workspace_id, order_id, client_id;

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

CREATE VIEW sys_figure_shared_dues AS
SELECT p.workspace_id, p.order_id, p.client_id, p.share_minor - p.paid_minor - p.waiting_minor AS due_minor,
       p.waiting_minor
  FROM sys_order_payers AS p
  JOIN orders AS o ON o.workspace_id = p.workspace_id AND o.id = p.order_id
 WHERE o.order_number IS NOT NULL AND o.deleted_at IS NULL;

CREATE VIEW sys_figure_stock AS
SELECT i.workspace_id, i.id, i.item_kind, ifnull(i.min_stock_milli, 0) AS min_stock_milli,
       ifnull(sum(m.quantity_milli) FILTER (WHERE m.movement_type NOT IN ('reserve', 'release')), 0)
           AS current_stock_milli,
       ifnull(sum(m.quantity_milli) FILTER (WHERE m.movement_type IN ('reserve', 'release')), 0) AS reserved_milli
  FROM inventory_items AS i
  LEFT JOIN inventory_movements AS m ON m.workspace_id = i.workspace_id AND m.inventory_item_id = i.id
 GROUP BY i.workspace_id, i.id;

CREATE VIEW sys_figure_transactions AS
SELECT t.workspace_id, t.id,
       (SELECT CASE kind WHEN 'confirmed' THEN occurred_at END FROM sys_activity AS a
         WHERE a.workspace_id = t.workspace_id AND a.transaction_id = t.id AND a.kind IN ('confirmed', 'unconfirmed')
         ORDER BY a.occurred_at DESC, a.id DESC LIMIT 1) AS confirmed_at
  FROM transactions AS t;

CREATE VIEW sys_figure_waiting_transactions AS
SELECT workspace_id, id, order_id, invoice_id, client_id,
       iif(reverses_transaction_id IS NULL, amount_minor, -amount_minor) AS waiting_minor
  FROM transactions
 WHERE deleted_at IS NULL AND confirmed_at IS NULL AND payment_method IN ('transfer', 'mobile_money')
   AND transaction_type = 'income';

CREATE VIEW sys_search_marks AS
SELECT id, search_marks(id, folded) AS marks
  FROM sys_search
 WHERE id <= (SELECT CASE (id >> 39) & 1 WHEN 1 THEN orders_indexed ELSE clients_indexed END
                FROM sys_search_scopes WHERE number = id >> 40);
