-- The append-only log of everything that happened.

create table activity (
    workspace_id uuid not null,
    id bigint not null generated always as identity,
    -- The writing transaction: a reader that has passed it can miss nothing that commits later.
    xact xid8 not null default pg_current_xact_id(),
    at timestamptz not null,
    kind text not null,
    contact_id uuid,
    actor_kind text not null,
    actor_id uuid,
    address inet,
    details jsonb not null default '{}',
    primary key (workspace_id, id)
);
call portico_isolate('activity', workers => true);
create index activity_by_contact on activity (workspace_id, contact_id, id desc);
create index activity_by_transaction on activity (xact, id);

create function activity_is_append_only() returns trigger
    language plpgsql
    as $$ begin raise exception 'activity is append-only: % refused', tg_op; end $$;
create trigger append_only before update or delete on activity
    for each statement execute function activity_is_append_only();

-- Where each reader of the log stands, and how far it ever came: it may begin anew.
create table activity_cursor (
    reader text primary key,
    xact xid8 not null default '0',
    id bigint not null default 0,
    furthest_xact xid8 not null default '0',
    furthest_id bigint not null default 0
);
