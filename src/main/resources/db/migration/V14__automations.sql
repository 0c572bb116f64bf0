-- What the portal does by itself: automations, the contacts inside them, and what became of each step.

create table automation (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    -- The ready-made recipe it was made of.
    recipe text not null,
    state text not null check (state in ('active', 'paused')),
    version int not null,
    created_at timestamptz not null,
    -- What older transactions recorded triggers nothing.
    begins xid8 not null default pg_current_xact_id(),
    primary key (workspace_id, id),
    unique (workspace_id, recipe)
);
call portico_isolate('automation', workers => true);

-- Every version is kept: who is inside goes on by the one they entered.
create table automation_version (
    workspace_id uuid not null,
    automation_id uuid not null,
    version int not null,
    definition jsonb not null,
    primary key (workspace_id, automation_id, version),
    foreign key (workspace_id, automation_id) references automation on delete cascade
);
call portico_isolate('automation_version', workers => true);

create table automation_entry (
    workspace_id uuid not null,
    id uuid not null,
    automation_id uuid not null,
    version int not null,
    contact_id uuid not null,
    state text not null check (state in ('inside', 'finished', 'stopped')),
    -- The step that is next, and when; a step that waits for an event is woken by it.
    step int not null default 0,
    due_at timestamptz not null,
    waits_for text,
    woken boolean not null default false,
    -- How many automations led to one another before it.
    depth int not null,
    entered_at timestamptz not null,
    ended_at timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, automation_id) references automation on delete cascade
);
call portico_isolate('automation_entry', workers => true);
create unique index automation_entry_inside on automation_entry (workspace_id, automation_id, contact_id)
    where state = 'inside';
create index automation_entry_by_contact on automation_entry (workspace_id, contact_id, entered_at desc);
create index automation_entry_due on automation_entry (due_at) where state = 'inside';
create index automation_entry_by_automation on automation_entry (workspace_id, automation_id, state);

create table automation_step (
    workspace_id uuid not null,
    entry_id uuid not null,
    n int not null,
    contact_id uuid not null,
    step text not null,
    outcome text not null,
    at timestamptz not null,
    primary key (workspace_id, entry_id, n),
    foreign key (workspace_id, entry_id) references automation_entry on delete cascade
);
call portico_isolate('automation_step', workers => true);
create index automation_step_mails on automation_step (workspace_id, contact_id, at) where outcome = 'mailed';

-- The transactions in which automations did something: what they recorded leads one deeper.
create table automation_trace (
    workspace_id uuid not null,
    xact xid8 not null default pg_current_xact_id(),
    depth int not null,
    at timestamptz not null,
    primary key (workspace_id, xact)
);
call portico_isolate('automation_trace', workers => true);
create index automation_trace_by_time on automation_trace (at);

-- How far into the log the entries stand. Written with them, so that nothing enters twice, however often it comes.
create table automation_position (
    one boolean primary key default true check (one),
    xact xid8 not null,
    id bigint not null
);
insert into automation_position (xact, id) values ('0', 0);
