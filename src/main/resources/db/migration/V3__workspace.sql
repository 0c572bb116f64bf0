-- Workspaces and the people who run them.

create table workspace (
    id uuid primary key,
    slug text not null unique,
    name text not null,
    language text not null,
    time_zone text not null,
    accent text not null default '#2f5bd0',
    -- The whole brand once one was published; name and accent then say the same.
    brand jsonb,
    settings jsonb not null default '{}',
    created_at timestamptz not null,
    suspended_at timestamptz,
    -- When the last suspension ended: mails that waited have some time left after that.
    resumed_at timestamptz
);

-- Every sub-domain a workspace is at or was at before: the key says whose it is, for good.
create table sub_domain (
    slug text primary key,
    workspace_id uuid not null references workspace on delete cascade,
    changed_at timestamptz not null
);
create index sub_domain_by_workspace on sub_domain (workspace_id);
create index sub_domain_by_change on sub_domain (changed_at);
call portico_isolate('sub_domain', workers => true);

create table operator (
    id uuid primary key,
    email text not null,
    email_key text not null unique,
    name text not null,
    password_hash text not null,
    language text not null,
    created_at timestamptz not null
);

create table workspace_operator (
    workspace_id uuid not null references workspace on delete cascade,
    operator_id uuid not null references operator on delete cascade,
    role text not null check (role in ('owner', 'admin', 'member', 'viewer')),
    joined_at timestamptz not null,
    primary key (workspace_id, operator_id)
);
alter table workspace_operator enable row level security;
alter table workspace_operator force row level security;
create policy workspace on workspace_operator
    using (workspace_id = portico_workspace() or operator_id = portico_operator());
create index workspace_operator_by_operator on workspace_operator (operator_id);

create table operator_invitation (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    email text not null,
    email_key text not null,
    role text not null check (role in ('owner', 'admin', 'member', 'viewer')),
    -- Null until the mail is composed; a later mail's secret takes the place of the one before.
    token_hash bytea unique,
    invited_by uuid not null,
    created_at timestamptz not null,
    ordered_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    revoked_at timestamptz,
    primary key (workspace_id, id)
);
create unique index operator_invitation_open on operator_invitation (workspace_id, email_key)
    where accepted_at is null and revoked_at is null;
-- The invited person is a stranger: the secret in the link, not a workspace, opens the row.
alter table operator_invitation enable row level security;
alter table operator_invitation force row level security;
create policy workspace on operator_invitation
    using (workspace_id = portico_workspace()
        or token_hash = decode(nullif(current_setting('portico.token_hash', true), ''), 'hex'));

-- What operators prepare and clients do not see yet.
create table brand_draft (
    workspace_id uuid primary key references workspace on delete cascade,
    brand jsonb not null,
    changed_at timestamptz not null
);
call portico_isolate('brand_draft');

-- Pictures that Portico encoded itself, by the SHA-256 of their content.
create table brand_image (
    workspace_id uuid not null references workspace on delete cascade,
    hash text not null,
    content bytea not null,
    created_at timestamptz not null,
    -- When it was last published; null while it was only drafted.
    shown_at timestamptz,
    primary key (workspace_id, hash)
);
call portico_isolate('brand_image');
