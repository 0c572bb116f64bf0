-- Addresses of other programs that are told of events, the events, and what became of telling them.

create table webhook (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    url text not null,
    name text not null,
    events text[] not null,
    state text not null check (state in ('active', 'paused', 'disabled')),
    -- Why it is disabled, as a word.
    reason text,
    -- Sealed with the installation's key; the former one signs beside it until its time is over.
    secret bytea not null,
    former_secret bytea,
    former_secret_until timestamptz,
    -- Since when every call has failed.
    failing_since timestamptz,
    created_at timestamptz not null,
    -- What older transactions recorded is not told.
    begins xid8 not null default pg_current_xact_id(),
    primary key (workspace_id, id)
);
call portico_isolate('webhook', workers => true);

create table webhook_event (
    workspace_id uuid not null,
    id uuid not null,
    event text not null,
    contact_id uuid,
    at timestamptz not null,
    -- What the log says of it.
    details jsonb not null,
    -- What is sent, made at the first try and the same at every other.
    payload text,
    primary key (workspace_id, id)
);
call portico_isolate('webhook_event', workers => true);
create index webhook_event_by_time on webhook_event (at);

create table webhook_delivery (
    workspace_id uuid not null,
    id uuid not null,
    webhook_id uuid not null,
    event_id uuid not null,
    event text not null,
    -- Whom it is about; what is about the same is told in order.
    lane uuid not null,
    seq bigint not null generated always as identity,
    -- "open" is on its way, the only one of its lane; "waiting" stands behind it.
    state text not null check (state in ('waiting', 'open', 'delivered', 'failed')),
    due_at timestamptz not null,
    tries int not null default 0,
    -- Tries before it was sent again on demand, which begins the pauses anew.
    tries_before int not null default 0,
    first_tried_at timestamptz,
    ended_at timestamptz,
    created_at timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, webhook_id) references webhook on delete cascade,
    foreign key (workspace_id, event_id) references webhook_event on delete cascade
);
call portico_isolate('webhook_delivery', workers => true);
create unique index webhook_delivery_lane on webhook_delivery (workspace_id, webhook_id, lane) where state = 'open';
create index webhook_delivery_due on webhook_delivery (workspace_id, webhook_id, due_at) where state = 'open';
create index webhook_delivery_waiting on webhook_delivery (workspace_id, webhook_id, lane, seq) where state = 'waiting';
create index webhook_delivery_by_time on webhook_delivery (workspace_id, webhook_id, seq desc);
create index webhook_delivery_by_event on webhook_delivery (workspace_id, event_id);

create table webhook_try (
    workspace_id uuid not null,
    delivery_id uuid not null,
    n int not null,
    at timestamptz not null,
    millis int not null,
    -- The answer, or what stood in its way.
    status int,
    answer text,
    fault text,
    primary key (workspace_id, delivery_id, n),
    foreign key (workspace_id, delivery_id) references webhook_delivery on delete cascade
);
call portico_isolate('webhook_try', workers => true);
