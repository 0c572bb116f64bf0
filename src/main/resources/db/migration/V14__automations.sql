-- What the portal does by itself: automations, the contacts inside them, and what became of each step.

create table automation (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    name text not null,
    -- The ready-made recipe it was made of.
    recipe text,
    state text not null check (state in ('draft', 'active', 'paused')),
    -- The version that contacts enter, 0 for none yet; the draft becomes the next one.
    version int not null default 0,
    draft jsonb not null,
    -- Counts the changes of the draft.
    edition int not null default 1,
    -- The secret in the address that other programs call.
    hook_hash bytea,
    created_at timestamptz not null,
    -- What older transactions recorded triggers nothing: since it was last switched on.
    begins xid8 not null default pg_current_xact_id(),
    primary key (workspace_id, id),
    unique (workspace_id, recipe)
);
call portico_isolate('automation', workers => true);
create unique index automation_by_hook on automation (hook_hash) where hook_hash is not null;

-- Calls of other programs, by the word that tells a call from its repetition.
create table automation_call (
    workspace_id uuid not null,
    automation_id uuid not null,
    word text not null,
    at timestamptz not null,
    primary key (workspace_id, automation_id, word),
    foreign key (workspace_id, automation_id) references automation on delete cascade
);
call portico_isolate('automation_call', workers => true);
create index automation_call_by_time on automation_call (at);

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
    -- The signal it waits for, empty for time alone; older transactions' do not count.
    waits_for text,
    waits_since xid8,
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
create index automation_entry_due on automation_entry (workspace_id, due_at) where state = 'inside';
create index automation_entry_by_automation on automation_entry (workspace_id, automation_id, state);

create table automation_step (
    workspace_id uuid not null,
    entry_id uuid not null,
    n int not null,
    -- The entry's.
    automation_id uuid not null,
    contact_id uuid not null,
    step text not null,
    outcome text not null,
    detail text not null default '',
    at timestamptz not null,
    primary key (workspace_id, entry_id, n),
    foreign key (workspace_id, entry_id) references automation_entry on delete cascade
);
call portico_isolate('automation_step', workers => true);
create index automation_step_latest on automation_step (workspace_id, automation_id, at, entry_id, n);
create index automation_step_mails on automation_step (workspace_id, contact_id, at) where outcome = 'mailed';
create index automation_step_notices on automation_step (workspace_id, at) where outcome = 'notified';

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
