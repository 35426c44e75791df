-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 Thimblely
--
-- The 34 tables of a shop's file and what the program itself keeps beside them (sys_*).
-- Triggers are not here: guards.sql, derived.sql and the generated journal are made anew after every migration.
--
-- * id: 16 bytes, UUIDv7, or UUIDv8 where two devices must make the same row. *_minor money, *_milli thousandths of a
--   unit, *_at milliseconds since 1970 UTC, *_date YYYY-MM-DD in the shop's day, *_media the SHA-256 of sys_media.
-- * date(x) alone lets 2026-02-30 pass; with a modifier it becomes another day.
-- * json_valid(NULL) is 0 in SQLite 3.40, hence "IS NULL OR".
-- * A child refers to its parent by (workspace_id, parent_id). Where that pair is NOT NULL it also proves that the
--   workspace exists, so the child has no key of its own to workspaces.
-- * Who wrote a row (created_by, added_by, taken_by, moved_by, approved_by, invited_by, connected_by, ..._by) is a
--   stamp, not a relation: nobody walks from a person to these rows, so they carry no foreign key and no index. Whoever
--   work is given to (assigned_to, staff_user_id) must be a member of the workspace and has both.
-- * Partial indexes ask only IS NULL and IS NOT NULL: a bound parameter compared with a column that a partial index
--   compares with a literal makes SQLite prepare the statement again at each bind. The two indexes of published rows
--   are the exception; their views say both literals.

-- Accounts -----------------------------------------------------------------------------------------------------------

CREATE TABLE profiles (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    auth_uid BLOB UNIQUE CHECK (length(auth_uid) = 16), -- the account of auth.users on the server, once claimed
    email TEXT COLLATE NOCASE,
    phone TEXT,
    full_name TEXT NOT NULL COLLATE NOCASE,
    avatar_media BLOB CHECK (length(avatar_media) = 32),
    role TEXT NOT NULL DEFAULT 'business' CHECK (role IN ('business', 'customer', 'admin')),
    business_type TEXT CHECK (business_type IN ('tailor', 'fashion_designer', 'manufacturer', 'influencer')),
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
CREATE UNIQUE INDEX auth_users_email ON auth_users (email) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX auth_users_login_name ON auth_users (login_name) WHERE deleted_at IS NULL;

CREATE TABLE verification_logs (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    user_id BLOB NOT NULL REFERENCES profiles (id),
    verification_type TEXT NOT NULL CHECK (verification_type IN ('email', 'sms')),
    provider TEXT,
    status TEXT NOT NULL CHECK (status IN ('sent', 'delivered', 'failed', 'verified')),
    token_hash BLOB CHECK (length(token_hash) = 32),
    sent_to TEXT NOT NULL,
    sent_at INTEGER,
    verified_at INTEGER,
    metadata TEXT CHECK (metadata IS NULL OR json_valid(metadata)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;
CREATE INDEX verification_logs_user ON verification_logs (user_id, sent_at);

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
CREATE INDEX auth_sessions_user ON auth_sessions (user_id, expires_at);

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
CREATE UNIQUE INDEX oauth_connections_provider ON oauth_connections (provider, provider_user_id)
    WHERE deleted_at IS NULL;
CREATE INDEX oauth_connections_user ON oauth_connections (user_id);

-- Workspaces ---------------------------------------------------------------------------------------------------------

CREATE TABLE workspaces (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    owner_id BLOB NOT NULL REFERENCES profiles (id) CHECK (length(owner_id) = 16),
    name TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
    slug TEXT NOT NULL COLLATE NOCASE CHECK (slug <> ''),
    business_type TEXT CHECK (business_type IN ('tailor', 'fashion_designer', 'manufacturer', 'influencer')),
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
    fiscal_mode TEXT NOT NULL DEFAULT 'none' CHECK (fiscal_mode IN ('here', 'own_till', 'none')),
    books_closed_until_date TEXT CHECK (books_closed_until_date IS date(books_closed_until_date, '+0 days')),
    operating_regions TEXT CHECK (operating_regions IS NULL OR json_valid(operating_regions)),
    primary_market TEXT,
    cross_border_enabled INTEGER NOT NULL DEFAULT 0 CHECK (cross_border_enabled IN (0, 1)),
    opening_hours TEXT CHECK (opening_hours IS NULL OR json_valid(opening_hours)),
    receipt_terms TEXT,
    business_documents TEXT CHECK (business_documents IS NULL OR json_valid(business_documents)),
    subscription_tier TEXT NOT NULL DEFAULT 'basic' CHECK (subscription_tier IN ('basic', 'pro', 'enterprise')),
    subscription_status TEXT NOT NULL DEFAULT 'active'
        CHECK (subscription_status IN ('active', 'suspended', 'cancelled')),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    FOREIGN KEY (id, owner_id) REFERENCES workspace_members (workspace_id, user_id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE UNIQUE INDEX workspaces_slug ON workspaces (slug) WHERE deleted_at IS NULL;
CREATE INDEX workspaces_owner ON workspaces (owner_id);

CREATE TABLE workspace_members (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- UUIDv8 of (workspace, person)
    workspace_id BLOB NOT NULL REFERENCES workspaces (id),
    user_id BLOB NOT NULL REFERENCES profiles (id),
    role TEXT NOT NULL CHECK (role IN ('admin', 'member', 'viewer')),
    display_name TEXT COLLATE NOCASE,
    colour TEXT,
    job_title TEXT,
    permissions TEXT CHECK (permissions IS NULL OR json_valid(permissions)),
    permissions_version INTEGER NOT NULL DEFAULT 1,
    skills TEXT CHECK (skills IS NULL OR json_valid(skills)),
    pay_type TEXT CHECK (pay_type IN ('piece', 'hour', 'month')),
    pay_minor INTEGER CHECK (pay_minor >= 0),
    piece_rates TEXT CHECK (piece_rates IS NULL OR json_valid(piece_rates)),
    discount_limit_bp INTEGER CHECK (discount_limit_bp BETWEEN 0 AND 10000),
    refund_limit_minor INTEGER CHECK (refund_limit_minor >= 0),
    working_hours TEXT CHECK (working_hours IS NULL OR json_valid(working_hours)),
    ends_date TEXT CHECK (ends_date IS date(ends_date, '+0 days')),
    invited_by BLOB CHECK (length(invited_by) = 16),
    status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('pending', 'active', 'suspended', 'removed')),
    accepted_at INTEGER,
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (workspace_id, id),
    UNIQUE (workspace_id, user_id)
) STRICT;
CREATE INDEX workspace_members_user ON workspace_members (user_id);

CREATE TABLE workspace_invitations (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB NOT NULL REFERENCES workspaces (id),
    email TEXT COLLATE NOCASE,
    role TEXT NOT NULL CHECK (role IN ('admin', 'member', 'viewer')),
    invited_by BLOB NOT NULL CHECK (length(invited_by) = 16),
    token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    expires_at INTEGER NOT NULL,
    accepted_at INTEGER,
    status TEXT NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'accepted', 'expired', 'cancelled')),
    metadata TEXT CHECK (metadata IS NULL OR json_valid(metadata)),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (workspace_id, id)
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
    account_type TEXT CHECK (account_type IN ('personal', 'business', 'creator')),
    permissions TEXT CHECK (permissions IS NULL OR json_valid(permissions)),
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    last_synced_at INTEGER,
    metadata TEXT CHECK (metadata IS NULL OR json_valid(metadata)),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;
CREATE INDEX social_media_connections_user ON social_media_connections (user_id);
CREATE INDEX social_media_connections_workspace ON social_media_connections (workspace_id)
    WHERE workspace_id IS NOT NULL;

-- Clients and measurements -------------------------------------------------------------------------------------------

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
    priority TEXT NOT NULL DEFAULT 'medium' CHECK (priority IN ('high', 'medium', 'low')),
    status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'prospect', 'inactive')),
    birth_date TEXT CHECK (birth_date IS date(birth_date, '+0 days')),
    gender_for_fit TEXT CHECK (gender_for_fit IN ('female', 'male', 'unspecified')),
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
    deleted_at INTEGER,
    UNIQUE (workspace_id, id),
    FOREIGN KEY (workspace_id, payer_client_id) REFERENCES clients (workspace_id, id),
    FOREIGN KEY (workspace_id, merged_into_id) REFERENCES clients (workspace_id, id)
) STRICT;
CREATE UNIQUE INDEX clients_number ON clients (workspace_id, client_number)
    WHERE deleted_at IS NULL AND client_number IS NOT NULL;
CREATE INDEX clients_name ON clients (workspace_id, name, id) WHERE deleted_at IS NULL;
CREATE INDEX clients_phone ON clients (workspace_id, phone) WHERE deleted_at IS NULL AND phone IS NOT NULL;
CREATE INDEX clients_payer ON clients (workspace_id, payer_client_id) WHERE payer_client_id IS NOT NULL;
CREATE INDEX clients_merged_into ON clients (workspace_id, merged_into_id) WHERE merged_into_id IS NOT NULL;

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
CREATE INDEX measurement_templates_name ON measurement_templates (workspace_id, name, id) WHERE deleted_at IS NULL;

-- Inventory ----------------------------------------------------------------------------------------------------------

CREATE TABLE inventory_items (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB NOT NULL REFERENCES workspaces (id),
    item_kind TEXT NOT NULL CHECK (item_kind IN ('fabric_roll', 'trim', 'ready_made', 'service')),
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
        CHECK (status IN ('in-stock', 'low-stock', 'out-of-stock')),
    last_counted_at INTEGER,
    supplier_name TEXT,
    supplier_contact TEXT,
    image_media BLOB CHECK (length(image_media) = 32),
    tags TEXT CHECK (tags IS NULL OR json_valid(tags)),
    created_by BLOB CHECK (length(created_by) = 16),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (workspace_id, id),
    FOREIGN KEY (workspace_id, parent_item_id) REFERENCES inventory_items (workspace_id, id)
) STRICT;
CREATE UNIQUE INDEX inventory_items_sku ON inventory_items (workspace_id, sku)
    WHERE deleted_at IS NULL AND sku IS NOT NULL;
CREATE INDEX inventory_items_name ON inventory_items (workspace_id, item_kind, name, id) WHERE deleted_at IS NULL;
CREATE INDEX inventory_items_status ON inventory_items (workspace_id, status, name, id) WHERE deleted_at IS NULL;
CREATE INDEX inventory_items_barcode ON inventory_items (workspace_id, barcode)
    WHERE deleted_at IS NULL AND barcode IS NOT NULL;
CREATE INDEX inventory_items_parent ON inventory_items (workspace_id, parent_item_id)
    WHERE parent_item_id IS NOT NULL;

-- Orders -------------------------------------------------------------------------------------------------------------

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
        CHECK (status IN ('draft', 'pending', 'in-progress', 'completed', 'cancelled')),
    order_date TEXT NOT NULL CHECK (order_date IS date(order_date, '+0 days')),
    promised_date TEXT CHECK (promised_date IS date(promised_date, '+0 days')),
    promised_time TEXT CHECK (promised_time GLOB '[0-2][0-9]:[0-5][0-9]'),
    first_promised_date TEXT CHECK (first_promised_date IS date(first_promised_date, '+0 days')),
    promise_changes INTEGER NOT NULL DEFAULT 0,
    event_date TEXT CHECK (event_date IS date(event_date, '+0 days')),
    priority TEXT NOT NULL DEFAULT 'medium' CHECK (priority IN ('high', 'medium', 'low')),
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
        CHECK (payment_status IN ('unpaid', 'partial', 'paid')),
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
    deleted_at INTEGER,
    UNIQUE (workspace_id, id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES clients (workspace_id, id),
    FOREIGN KEY (workspace_id, assigned_to) REFERENCES workspace_members (workspace_id, user_id)
) STRICT;
CREATE UNIQUE INDEX orders_number ON orders (workspace_id, order_number)
    WHERE deleted_at IS NULL AND order_number IS NOT NULL;
CREATE INDEX orders_promised ON orders (workspace_id, promised_date, id) -- the open ones: a list of them meets no other
    WHERE deleted_at IS NULL AND collected_at IS NULL;
-- The open ones again, in work and ready apart: what is counted every minute is walked without meeting the others.
CREATE INDEX orders_due ON orders (workspace_id, promised_date, ifnull(promised_time, '24:00'), id)
    WHERE deleted_at IS NULL AND status IN ('pending', 'in-progress');
CREATE INDEX orders_ready ON orders (workspace_id, completed_at, id)
    WHERE deleted_at IS NULL AND collected_at IS NULL AND status = 'completed';
CREATE INDEX orders_parked ON orders (workspace_id, created_at, id) -- those without a number, few
    WHERE deleted_at IS NULL AND order_number IS NULL;
CREATE INDEX orders_client ON orders (workspace_id, client_id, order_date) WHERE client_id IS NOT NULL;
CREATE INDEX orders_assigned ON orders (workspace_id, assigned_to) WHERE assigned_to IS NOT NULL;
CREATE INDEX orders_paper_ticket ON orders (workspace_id, paper_ticket_no)
    WHERE deleted_at IS NULL AND paper_ticket_no IS NOT NULL;

-- Calendar (before the measurements, which may hang on a fitting) ----------------------------------------------------

CREATE TABLE events (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    user_id BLOB NOT NULL REFERENCES profiles (id),
    workspace_id BLOB REFERENCES workspaces (id), -- NULL: a personal one
    title TEXT NOT NULL,
    description TEXT,
    event_type TEXT NOT NULL
        CHECK (event_type IN ('meeting', 'deadline', 'reminder', 'appointment', 'fitting')),
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
    status TEXT NOT NULL DEFAULT 'scheduled' CHECK (status IN ('scheduled', 'completed', 'cancelled', 'missed')),
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
CREATE INDEX events_workspace ON events (workspace_id, start_at, id) WHERE deleted_at IS NULL;
CREATE INDEX events_recurring ON events (workspace_id, recurs_until) WHERE rrule IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX events_user ON events (user_id, start_at);
CREATE INDEX events_client ON events (workspace_id, client_id, start_at) WHERE client_id IS NOT NULL;
CREATE INDEX events_order ON events (workspace_id, order_id, start_at) WHERE order_id IS NOT NULL;
CREATE INDEX events_staff ON events (workspace_id, staff_user_id, start_at) WHERE staff_user_id IS NOT NULL;
CREATE UNIQUE INDEX events_ical ON events (workspace_id, user_id, ical_uid, ifnull(recurrence_id, ''))
    WHERE deleted_at IS NULL AND ical_uid IS NOT NULL;

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
) STRICT;
CREATE INDEX event_reminders_workspace ON event_reminders (workspace_id) WHERE workspace_id IS NOT NULL;
CREATE INDEX event_reminders_event ON event_reminders (event_id);
CREATE INDEX event_reminders_due ON event_reminders (user_id, remind_at);

-- Measurements and pieces refer to each other: a piece to the set it is cut by, a fitting's delta to its piece.

CREATE TABLE client_measurements (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB NOT NULL,
    client_id BLOB NOT NULL,
    template_id BLOB,
    order_item_id BLOB,
    event_id BLOB,
    supersedes_id BLOB,
    kind TEXT NOT NULL DEFAULT 'body' CHECK (kind IN ('body', 'finished_garment', 'fit_adjustment')),
    garment_type TEXT,
    status TEXT NOT NULL CHECK (status IN ('draft', 'current', 'superseded')),
    measurements TEXT NOT NULL CHECK (json_valid(measurements)),
    posture TEXT CHECK (posture IS NULL OR json_valid(posture)),
    context TEXT CHECK (context IS NULL OR json_valid(context)), -- heel, bra, over shirt
    source TEXT NOT NULL DEFAULT 'here' CHECK (source IN ('here', 'notebook', 'garment', 'client')),
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
-- 'current' < 'draft' < 'superseded', so a client's card reads this index in its own order.
CREATE INDEX client_measurements_client ON client_measurements (workspace_id, client_id, status, taken_at);
CREATE INDEX client_measurements_template ON client_measurements (workspace_id, template_id)
    WHERE template_id IS NOT NULL;
CREATE INDEX client_measurements_item ON client_measurements (workspace_id, order_item_id)
    WHERE order_item_id IS NOT NULL;
CREATE INDEX client_measurements_event ON client_measurements (workspace_id, event_id) WHERE event_id IS NOT NULL;
CREATE INDEX client_measurements_supersedes ON client_measurements (workspace_id, supersedes_id)
    WHERE supersedes_id IS NOT NULL;

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
    item_kind TEXT NOT NULL CHECK (item_kind IN ('make', 'alteration', 'redo', 'ready_made', 'fabric', 'service')),
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
        CHECK (stage IN ('booked', 'measured', 'cut', 'stitched', 'fitting', 'altered', 'finished', 'ready',
                         'collected')),
    stage_key TEXT,
    ready_at INTEGER,
    collected_at INTEGER,
    cancelled_at INTEGER,
    cancelled_reason TEXT,
    outcome TEXT CHECK (outcome IN ('donated', 'sold', 'lost', 'damaged', 'returned_unworked')),
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
    fabric_source TEXT CHECK (fabric_source IN ('shop', 'client', 'merchant')),
    fabric_order TEXT CHECK (fabric_order IS NULL OR json_valid(fabric_order)), -- {merchant, bunch, milli, ordered, due, arrived}
    client_fabric_note TEXT,
    client_fabric_milli INTEGER CHECK (client_fabric_milli >= 0),
    client_fabric_used_milli INTEGER CHECK (client_fabric_used_milli >= 0),
    client_fabric_returned_milli INTEGER CHECK (client_fabric_returned_milli >= 0),
    client_fabric_media BLOB CHECK (length(client_fabric_media) = 32),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (workspace_id, id),
    CHECK (item_kind NOT IN ('make', 'alteration', 'redo') OR quantity_milli = 1000),
    FOREIGN KEY (workspace_id, order_id) REFERENCES orders (workspace_id, id),
    FOREIGN KEY (workspace_id, wearer_client_id) REFERENCES clients (workspace_id, id),
    FOREIGN KEY (workspace_id, inventory_item_id) REFERENCES inventory_items (workspace_id, id),
    FOREIGN KEY (workspace_id, client_measurement_id) REFERENCES client_measurements (workspace_id, id),
    FOREIGN KEY (workspace_id, redo_of_item_id) REFERENCES order_items (workspace_id, id),
    FOREIGN KEY (workspace_id, assigned_to) REFERENCES workspace_members (workspace_id, user_id)
) STRICT;
CREATE INDEX order_items_order ON order_items (workspace_id, order_id, position);
-- Only what still hangs in the shop: collected and cancelled pieces leave it.
CREATE INDEX order_items_stage ON order_items (workspace_id, stage, due_date)
    WHERE deleted_at IS NULL AND collected_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX order_items_waiting ON order_items (workspace_id, order_id) -- few: sorted when they are read
    WHERE deleted_at IS NULL AND collected_at IS NULL AND cancelled_at IS NULL AND hold IS NOT NULL;
CREATE INDEX order_items_tag ON order_items (workspace_id, tag_code)
    WHERE deleted_at IS NULL AND tag_code IS NOT NULL;
CREATE INDEX order_items_assigned ON order_items (workspace_id, assigned_to, due_date) WHERE assigned_to IS NOT NULL;
CREATE INDEX order_items_wearer ON order_items (workspace_id, wearer_client_id) WHERE wearer_client_id IS NOT NULL;
CREATE INDEX order_items_inventory ON order_items (workspace_id, inventory_item_id)
    WHERE inventory_item_id IS NOT NULL;
CREATE INDEX order_items_measurement ON order_items (workspace_id, client_measurement_id)
    WHERE client_measurement_id IS NOT NULL;
CREATE INDEX order_items_redo ON order_items (workspace_id, redo_of_item_id) WHERE redo_of_item_id IS NOT NULL;

CREATE TABLE client_interactions (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB NOT NULL,
    client_id BLOB NOT NULL,
    order_id BLOB,
    order_item_id BLOB,
    user_id BLOB REFERENCES profiles (id),
    interaction_type TEXT NOT NULL
        CHECK (interaction_type IN ('call', 'email', 'meeting', 'note', 'order', 'payment', 'fitting')),
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
CREATE INDEX client_interactions_client ON client_interactions (workspace_id, client_id, occurred_at);
CREATE INDEX client_interactions_order ON client_interactions (workspace_id, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX client_interactions_item ON client_interactions (workspace_id, order_item_id)
    WHERE order_item_id IS NOT NULL;
CREATE INDEX client_interactions_user ON client_interactions (user_id) WHERE user_id IS NOT NULL;

CREATE TABLE inventory_movements ( -- append-only
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- booked for a piece: UUIDv8 of (order_item_id, what)
    workspace_id BLOB NOT NULL,
    inventory_item_id BLOB NOT NULL,
    order_item_id BLOB,
    movement_type TEXT NOT NULL
        CHECK (movement_type IN ('stock-in', 'stock-out', 'adjustment', 'return', 'reserve', 'release', 'cut', 'remnant',
                                 'count', 'waste')),
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
CREATE INDEX inventory_movements_item ON inventory_movements (workspace_id, inventory_item_id, occurred_at);
CREATE INDEX inventory_movements_piece ON inventory_movements (workspace_id, order_item_id)
    WHERE order_item_id IS NOT NULL;

-- Finance ------------------------------------------------------------------------------------------------------------

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
    status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'completed', 'archived')),
    created_by BLOB CHECK (length(created_by) = 16),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (workspace_id, id)
) STRICT;
CREATE INDEX financial_goals_deadline ON financial_goals (workspace_id, deadline_date, id) WHERE deleted_at IS NULL;

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
CREATE INDEX auto_splits_position ON auto_splits (workspace_id, position, id) WHERE deleted_at IS NULL;

CREATE TABLE invoices (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB NOT NULL REFERENCES workspaces (id),
    order_id BLOB,
    order_ids TEXT CHECK (order_ids IS NULL OR json_valid(order_ids)), -- a note, where one invoice bills several orders
    client_id BLOB,
    kind TEXT NOT NULL DEFAULT 'invoice'
        CHECK (kind IN ('invoice', 'credit_note', 'receipt', 'note', 'deposit', 'bill_of_supply')),
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
    status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'sent', 'paid', 'overdue', 'cancelled')),
    amount_paid_minor INTEGER NOT NULL DEFAULT 0, -- derived, with payment_status
    payment_status TEXT NOT NULL DEFAULT 'unpaid' CHECK (payment_status IN ('unpaid', 'partial', 'paid')),
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
-- Never reused, not even after a tombstone: full, unlike other natural keys.
CREATE UNIQUE INDEX invoices_number ON invoices (workspace_id, invoice_number) WHERE invoice_number IS NOT NULL;
CREATE INDEX invoices_series ON invoices (workspace_id, series, invoice_number) WHERE invoice_number IS NOT NULL;
CREATE INDEX invoices_issued ON invoices (workspace_id, issued_date, id) WHERE deleted_at IS NULL;
CREATE INDEX invoices_order ON invoices (workspace_id, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX invoices_client ON invoices (workspace_id, client_id) WHERE client_id IS NOT NULL;
CREATE INDEX invoices_corrects ON invoices (workspace_id, corrects_invoice_id) WHERE corrects_invoice_id IS NOT NULL;

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
    effect TEXT NOT NULL DEFAULT 'profit' CHECK (effect IN ('profit', 'cash_move', 'owed')),
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
CREATE INDEX transactions_date ON transactions (workspace_id, date, id) WHERE deleted_at IS NULL;
CREATE INDEX transactions_order ON transactions (workspace_id, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX transactions_invoice ON transactions (workspace_id, invoice_id) WHERE invoice_id IS NOT NULL;
CREATE INDEX transactions_member ON transactions (workspace_id, member_id, date) WHERE member_id IS NOT NULL;
CREATE INDEX transactions_goal ON transactions (workspace_id, goal_id) WHERE goal_id IS NOT NULL;
CREATE INDEX transactions_client ON transactions (workspace_id, client_id, date) WHERE client_id IS NOT NULL;
CREATE INDEX transactions_reverses ON transactions (workspace_id, reverses_transaction_id)
    WHERE reverses_transaction_id IS NOT NULL;
CREATE INDEX transactions_receipt ON transactions (workspace_id, receipt_no) WHERE receipt_no IS NOT NULL;
CREATE UNIQUE INDEX transactions_till ON transactions (workspace_id, till_id, till_seq) WHERE till_id IS NOT NULL;

-- Communication ------------------------------------------------------------------------------------------------------

CREATE TABLE communication_channels (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB NOT NULL REFERENCES workspaces (id),
    channel_type TEXT NOT NULL CHECK (channel_type IN ('whatsapp', 'telegram', 'sms', 'email')),
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

CREATE TABLE messages (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB NOT NULL,
    channel_id BLOB NOT NULL,
    client_id BLOB,
    order_id BLOB,
    direction TEXT NOT NULL CHECK (direction IN ('inbound', 'outbound')),
    message_type TEXT NOT NULL DEFAULT 'text' CHECK (message_type IN ('text', 'image', 'video', 'document')),
    content TEXT,
    template_key TEXT,
    media TEXT CHECK (media IS NULL OR json_valid(media)),
    external_message_id TEXT,
    sender_name TEXT,
    sender_identifier TEXT,
    recipient_name TEXT,
    recipient_identifier TEXT,
    status TEXT NOT NULL DEFAULT 'draft'
        CHECK (status IN ('draft', 'queued', 'sent', 'delivered', 'read', 'failed')),
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
-- Full: the same message never lands twice, not even after it was put into the bin.
CREATE UNIQUE INDEX messages_external ON messages (workspace_id, channel_id, external_message_id)
    WHERE external_message_id IS NOT NULL;
CREATE INDEX messages_channel ON messages (workspace_id, channel_id, created_at);
CREATE INDEX messages_client ON messages (workspace_id, client_id, created_at) WHERE client_id IS NOT NULL;
CREATE INDEX messages_order ON messages (workspace_id, order_id, created_at) WHERE order_id IS NOT NULL;
CREATE INDEX messages_queue ON messages (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

-- Social feeds -------------------------------------------------------------------------------------------------------

CREATE TABLE feeds (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    user_id BLOB NOT NULL REFERENCES profiles (id),
    workspace_id BLOB REFERENCES workspaces (id), -- NULL: a personal post
    order_id BLOB,
    consent_at INTEGER,
    feed_type TEXT NOT NULL CHECK (feed_type IN ('image', 'video', 'carousel')),
    caption TEXT,
    media TEXT CHECK (media IS NULL OR json_valid(media)),
    thumbnail_media BLOB CHECK (length(thumbnail_media) = 32),
    tags TEXT CHECK (tags IS NULL OR json_valid(tags)),
    location TEXT,
    visibility TEXT NOT NULL DEFAULT 'private' CHECK (visibility IN ('public', 'followers', 'private')),
    status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'published', 'archived', 'deleted')),
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
CREATE INDEX feeds_public ON feeds (published_at, id)
    WHERE visibility = 'public' AND status = 'published' AND deleted_at IS NULL;
CREATE INDEX feeds_workspace ON feeds (workspace_id, created_at, id) WHERE workspace_id IS NOT NULL;
CREATE INDEX feeds_user ON feeds (user_id, created_at, id);
CREATE INDEX feeds_order ON feeds (workspace_id, order_id) WHERE order_id IS NOT NULL;

CREATE TABLE feed_cross_posts (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    workspace_id BLOB REFERENCES workspaces (id), -- the feed's, as in the three tables below (a trigger holds it)
    feed_id BLOB NOT NULL REFERENCES feeds (id),
    social_connection_id BLOB REFERENCES social_media_connections (id),
    platform TEXT NOT NULL CHECK (platform IN ('instagram', 'tiktok')),
    platform_post_id TEXT,
    platform_url TEXT,
    status TEXT NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'scheduled', 'posted', 'failed')),
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
CREATE INDEX feed_cross_posts_feed ON feed_cross_posts (feed_id);
CREATE INDEX feed_cross_posts_connection ON feed_cross_posts (social_connection_id)
    WHERE social_connection_id IS NOT NULL;
CREATE INDEX feed_cross_posts_workspace ON feed_cross_posts (workspace_id) WHERE workspace_id IS NOT NULL;

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
CREATE INDEX feed_likes_user ON feed_likes (user_id);
CREATE INDEX feed_likes_workspace ON feed_likes (workspace_id) WHERE workspace_id IS NOT NULL;

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
CREATE INDEX feed_comments_thread ON feed_comments (feed_id, parent_comment_id, created_at);
CREATE INDEX feed_comments_user ON feed_comments (user_id);
CREATE INDEX feed_comments_workspace ON feed_comments (workspace_id) WHERE workspace_id IS NOT NULL;

CREATE TABLE feed_shares (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- UUIDv8 of (feed, person, shared_to)
    workspace_id BLOB REFERENCES workspaces (id),
    feed_id BLOB NOT NULL REFERENCES feeds (id),
    user_id BLOB NOT NULL REFERENCES profiles (id),
    shared_to TEXT NOT NULL CHECK (shared_to IN ('instagram', 'tiktok', 'internal')),
    origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'published')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    UNIQUE (feed_id, user_id, shared_to)
) STRICT;
CREATE INDEX feed_shares_user ON feed_shares (user_id);
CREATE INDEX feed_shares_workspace ON feed_shares (workspace_id) WHERE workspace_id IS NOT NULL;

-- Marketplace --------------------------------------------------------------------------------------------------------

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
    status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'published', 'archived')),
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
CREATE INDEX marketplace_products_public ON marketplace_products (category, created_at, id)
    WHERE status = 'published' AND deleted_at IS NULL;
CREATE INDEX marketplace_products_shop ON marketplace_products (workspace_id, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX marketplace_products_seller ON marketplace_products (seller_id);
CREATE INDEX marketplace_products_inventory ON marketplace_products (workspace_id, inventory_item_id)
    WHERE inventory_item_id IS NOT NULL;

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
CREATE INDEX product_reviews_product ON product_reviews (workspace_id, product_id, created_at);
CREATE INDEX product_reviews_user ON product_reviews (user_id);

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
CREATE INDEX product_likes_product ON product_likes (workspace_id, product_id);
CREATE INDEX product_likes_user ON product_likes (user_id);

-- Notifications ------------------------------------------------------------------------------------------------------

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
CREATE INDEX notifications_user ON notifications (user_id, created_at);
CREATE INDEX notifications_unread ON notifications (user_id, created_at) WHERE read_at IS NULL AND deleted_at IS NULL;
CREATE INDEX notifications_workspace ON notifications (workspace_id) WHERE workspace_id IS NOT NULL;

-- What belongs to a workspace and syncs, beside the 34 ---------------------------------------------------------------

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
        CHECK (kind IN ('stage', 'cancelled', 'restored', 'assignment', 'checklist', 'unlock', 'promise', 'confirmed',
                        'unconfirmed', 'sent', 'issued', 'till_opened', 'till_counted', 'till_closed', 'drawer', 'note')),
    stage TEXT CHECK (stage IN ('booked', 'measured', 'cut', 'stitched', 'fitting', 'altered', 'finished', 'ready',
                                'collected')),
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
CREATE INDEX sys_activity_order ON sys_activity (workspace_id, order_id, occurred_at) WHERE order_id IS NOT NULL;
CREATE INDEX sys_activity_item ON sys_activity (workspace_id, order_item_id, occurred_at)
    WHERE order_item_id IS NOT NULL;
CREATE INDEX sys_activity_transaction ON sys_activity (workspace_id, transaction_id, occurred_at)
    WHERE transaction_id IS NOT NULL;
CREATE INDEX sys_activity_invoice ON sys_activity (workspace_id, invoice_id, occurred_at) WHERE invoice_id IS NOT NULL;
CREATE UNIQUE INDEX sys_activity_till ON sys_activity (workspace_id, till_id, till_seq) WHERE till_id IS NOT NULL;

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
CREATE UNIQUE INDEX sys_settings_key
    ON sys_settings (workspace_id, key, ifnull(person_id, x''), ifnull(device_id, x''));

-- What the program itself keeps --------------------------------------------------------------------------------------

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

CREATE TABLE sys_devices (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT,
    public_key BLOB,
    first_seen_at INTEGER NOT NULL,
    last_seen_at INTEGER,
    retired_at INTEGER
) STRICT;

CREATE TABLE sys_series ( -- number series, each held by one device
    id INTEGER PRIMARY KEY,
    workspace_id BLOB NOT NULL REFERENCES workspaces (id),
    device_id BLOB NOT NULL REFERENCES sys_devices (id),
    kind TEXT NOT NULL CHECK (kind IN ('order', 'invoice', 'receipt', 'client')),
    series TEXT NOT NULL,               -- 'A', 'B', 'A7K' ...
    period TEXT NOT NULL DEFAULT '',    -- '26' where numbers start again each year
    next_number INTEGER NOT NULL DEFAULT 1 CHECK (next_number > 0),
    newest_issue_at INTEGER,            -- a clock before it closes the series
    closed_at INTEGER,
    UNIQUE (workspace_id, kind, series, period)
) STRICT;
CREATE INDEX sys_series_device ON sys_series (device_id);

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
CREATE INDEX sys_operations_history ON sys_operations (workspace_id, id);
CREATE INDEX sys_operations_undoes ON sys_operations (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX sys_operations_undone_by ON sys_operations (undone_by) WHERE undone_by IS NOT NULL;

CREATE TABLE sys_current_operation ( -- one row; a trigger cannot read a TEMP table
    one INTEGER PRIMARY KEY CHECK (one = 1),
    operation_id INTEGER REFERENCES sys_operations (id)
) STRICT;
INSERT INTO sys_current_operation (one, operation_id) VALUES (1, NULL);

CREATE TABLE sys_journal (
    seq INTEGER PRIMARY KEY,
    operation_id INTEGER NOT NULL REFERENCES sys_operations (id),
    table_id INTEGER NOT NULL, -- the catalogue's number
    action INTEGER NOT NULL CHECK (action IN (1, 2, 3)), -- 1 inserted, 2 updated, 3 deleted
    row_id BLOB NOT NULL,
    old TEXT -- updated: the changed columns' old values, deleted: the whole row; JSON, BLOBs as hex
) STRICT;
CREATE INDEX sys_journal_operation ON sys_journal (operation_id);
-- "Changed since?" asks for what came after the insert; leaving inserts out saves 4 % of an order's bytes.
CREATE INDEX sys_journal_row ON sys_journal (row_id) WHERE old IS NOT NULL;

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

CREATE TABLE sys_search_scopes ( -- the high bits of sys_search.id, so that a search is one range of rowids
    number INTEGER PRIMARY KEY,
    workspace_id BLOB NOT NULL UNIQUE CHECK (length(workspace_id) = 16),
    -- The last id of each kind that sys_search_fts holds: the newest few are looked through instead (search_index.h).
    clients_indexed INTEGER NOT NULL DEFAULT 0,
    orders_indexed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE sys_search ( -- written by the core, which folds the text; id = scope number << 40 | (1 for orders) << 39 | n
    id INTEGER PRIMARY KEY,
    workspace_id BLOB NOT NULL CHECK (length(workspace_id) = 16),
    kind INTEGER NOT NULL, -- the catalogue's number of the table
    row_id BLOB NOT NULL CHECK (length(row_id) = 16),
    folded TEXT NOT NULL   -- words parted by single spaces
) STRICT;
CREATE UNIQUE INDEX sys_search_row ON sys_search (row_id);
CREATE VIRTUAL TABLE sys_search_fts -- written by the core with sys_search; its content is a view of figures.sql
    USING fts5 (marks, content = 'sys_search_marks', content_rowid = 'id', tokenize = 'ascii', detail = 'none', columnsize = 0);

CREATE TABLE sys_import ( -- by what an imported row is known again
    workspace_id BLOB NOT NULL CHECK (length(workspace_id) = 16),
    format TEXT NOT NULL,
    kind TEXT NOT NULL, -- the table
    foreign_id TEXT NOT NULL,
    row_id BLOB NOT NULL CHECK (length(row_id) = 16),
    content_sha256 BLOB CHECK (length(content_sha256) = 32), -- of what was read: unchanged or not
    PRIMARY KEY (workspace_id, format, kind, foreign_id)
) STRICT, WITHOUT ROWID;

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
CREATE UNIQUE INDEX sys_drafts_key ON sys_drafts (device_id, person_id, ifnull(workspace_id, x''), screen, key, seat);

CREATE TABLE sys_media (
    sha256 BLOB NOT NULL PRIMARY KEY CHECK (length(sha256) = 32),
    mime TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    thumbnail BLOB,
    bytes BLOB, -- NULL: not downloaded yet
    created_at INTEGER NOT NULL
) STRICT;
