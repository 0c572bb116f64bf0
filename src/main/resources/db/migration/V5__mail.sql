-- Mails: the outbox is queue, ledger and log in one; a row never holds a secret or a rendered body.

create table mail_batch (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    state text not null check (state in ('running', 'paused', 'cancelled')),
    primary key (workspace_id, id)
);
call portico_isolate('mail_batch', workers => true);

create table outbox (
    workspace_id uuid not null references workspace on delete cascade,
    -- UUID version 7: sorts by the time of the order, and within a millisecond by chance.
    id uuid not null,
    -- In the order of the orders: what a run's ledger is read by.
    n bigint not null generated always as identity,
    kind text not null,
    batch_id uuid,
    -- Whom the mail is for, as the room that ordered it knows them. Mail knows no contacts.
    recipient_id uuid,
    address text,
    order_details jsonb not null default '{}',
    priority smallint not null,
    state text not null check (state in ('queued', 'claimed', 'sent', 'deferred', 'failed', 'skipped', 'cancelled')),
    -- Its batch is paused: not to be claimed.
    held boolean not null default false,
    reason text,
    due_at timestamptz not null,
    give_up_at timestamptz not null,
    lease_until timestamptz,
    -- Counts claims. Whoever settles a mail names the claim it was made under, so one that lost its lease changes nothing.
    attempts int not null default 0,
    message_id text,
    server_reply text,
    delivered_to_mailbox boolean not null default false,
    created_at timestamptz not null,
    settled_at timestamptz,
    primary key (workspace_id, id)
);
call portico_isolate('outbox', workers => true);
create index outbox_due on outbox (priority, due_at) where state in ('queued', 'deferred') and not held;
create index outbox_leases on outbox (lease_until) where state = 'claimed';
create index outbox_waiting on outbox (workspace_id) where state in ('queued', 'deferred', 'claimed');
create index outbox_by_batch on outbox (workspace_id, batch_id, state, n) where batch_id is not null;
create index outbox_by_batch_entry on outbox (workspace_id, batch_id, n) where batch_id is not null;
create index outbox_by_recipient on outbox (workspace_id, recipient_id, id desc);

-- At most one row: since when the mail server takes nothing from this installation, and why.
create table mail_outage (
    only_one boolean primary key default true check (only_one),
    since timestamptz not null,
    fault text not null,
    server_reply text not null,
    tried_at timestamptz not null
);

create table suppression (
    workspace_id uuid not null references workspace on delete cascade,
    email_key text not null,
    reason text not null,
    server_reply text,
    created_at timestamptz not null,
    primary key (workspace_id, email_key)
);
call portico_isolate('suppression');

-- In whose name and from which address a workspace's mails go; without a row, in its own name from the installation's.
create table sender (
    workspace_id uuid primary key references workspace on delete cascade,
    -- Null: the workspace's name.
    name text,
    reply_to text,
    -- The sending domain in use, and what stands before the @; null: the installation's address.
    domain text,
    local_part text,
    check ((domain is null) = (local_part is null))
);
call portico_isolate('sender');

-- The keys with which mails of a sending domain are signed (DKIM). The newest is the one in use; older ones stay, so that
-- what they signed can be told apart.
create table dkim_key (
    workspace_id uuid not null references workspace on delete cascade,
    domain text not null,
    selector text not null,
    public_key bytea not null,
    -- AES-256-GCM under the installation's key, bound to workspace, domain and selector.
    private_key_sealed bytea not null,
    made_at timestamptz not null,
    primary key (workspace_id, domain, selector)
);
call portico_isolate('dkim_key');

-- The same for the installation's own address. Of no workspace.
create table installation_dkim_key (
    domain text primary key,
    selector text not null,
    public_key bytea not null,
    private_key_sealed bytea not null,
    made_at timestamptz not null
);

-- The mails that let in which each address got during the last day, of all kinds together. Outlives the contact.
create table login_mail (
    workspace_id uuid not null references workspace on delete cascade,
    email_key text not null,
    mail_id uuid not null,
    -- Somebody asked for it on the portal's sign-in page.
    by_request boolean not null,
    written_at timestamptz not null,
    primary key (workspace_id, email_key, mail_id)
);
call portico_isolate('login_mail');
create index login_mail_by_time on login_mail (workspace_id, written_at);

-- Where mails go while no mail server is set: the installation's own mailbox, read by owners.
create table mailbox_mail (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    recipient text not null,
    subject text not null,
    source text not null,
    received_at timestamptz not null,
    primary key (workspace_id, id)
);
call portico_isolate('mailbox_mail');
create index mailbox_mail_by_time on mailbox_mail (workspace_id, received_at desc, id desc);
