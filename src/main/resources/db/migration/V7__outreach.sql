-- Invitations and runs. A run's ledger is its batch in the outbox.

create table invitation (
    workspace_id uuid not null,
    id uuid not null,
    contact_id uuid not null,
    -- An operator, or a program by its key.
    invited_by uuid,
    invited_by_key uuid,
    first_sent_at timestamptz not null,
    last_sent_at timestamptz not null,
    times int not null default 1,
    expires_at timestamptz not null,
    state text not null check (state in ('pending', 'accepted', 'expired', 'revoked', 'bounced')),
    primary key (workspace_id, id),
    unique (workspace_id, contact_id),
    foreign key (workspace_id, contact_id) references contact on delete cascade
);
call portico_isolate('invitation', workers => true);
create index invitation_expiry on invitation (expires_at) where state = 'pending';

create table run (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    kind text not null check (kind in ('invitations', 'login-emails')),
    created_by uuid,
    created_by_key uuid,
    created_at timestamptz not null,
    note text,
    language text,
    primary key (workspace_id, id)
);
call portico_isolate('run');
