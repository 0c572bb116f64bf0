-- Who gets in: magic links with their codes, sessions, and the secrets of operators. Only hashes are stored.

-- How long links and sessions of contacts live, in seconds, as a workspace has set it; without a row, as usual.
create table access_policy (
    workspace_id uuid primary key references workspace on delete cascade,
    operator_link int not null check (operator_link between 300 and 30 * 86400),
    chosen_link int not null check (chosen_link between operator_link and 30 * 86400),
    self_link int not null check (self_link between 300 and 3600),
    login_email_link int not null check (login_email_link between 300 and 7 * 86400),
    invitation_link int not null check (invitation_link between 300 and 30 * 86400),
    automation_link int not null check (automation_link between 300 and 7 * 86400),
    session_idle int not null check (session_idle between 900 and 90 * 86400),
    session_absolute int not null check (session_absolute between session_idle and 365 * 86400)
);
call portico_isolate('access_policy');

create table magic_link (
    workspace_id uuid not null,
    id uuid not null,
    contact_id uuid not null,
    purpose text not null check (purpose in ('operator', 'self', 'login-email', 'invitation', 'automation')),
    token_hash bytea not null,
    code_hmac bytea,
    code_expires_at timestamptz,
    target text not null,
    -- The address the link was mailed to; null when an operator copied it, which proves no mailbox.
    mailed_to text,
    -- The operator who made it, or the program by its key.
    created_by uuid,
    created_by_key uuid,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    viewed_at timestamptz,
    viewed_from inet,
    viewed_agent text,
    redeemed_at timestamptz,
    redeemed_from inet,
    redeemed_agent text,
    revoked_at timestamptz,
    refused_at timestamptz,
    primary key (workspace_id, id),
    unique (workspace_id, token_hash),
    foreign key (workspace_id, contact_id) references contact on delete cascade
) with (fillfactor = 85);
call portico_isolate('magic_link');
-- Of no column that is written later, so that showing, spending and revoking a link touches no index.
create index magic_link_by_contact on magic_link (workspace_id, contact_id, created_at);

create table session (
    workspace_id uuid not null,
    id uuid not null,
    token_hash bytea not null,
    contact_id uuid not null,
    magic_link_id uuid,
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    address inet,
    user_agent text,
    primary key (workspace_id, id),
    unique (workspace_id, token_hash),
    foreign key (workspace_id, contact_id) references contact on delete cascade
);
call portico_isolate('session');
create index session_live on session (workspace_id, contact_id, last_used_at desc) where ended_at is null;

-- When codes were typed for an address during the last minutes, whether a contact has it or not: all are counted alike.
create table code_try (
    workspace_id uuid not null references workspace on delete cascade,
    address_hash bytea not null,
    tries timestamptz[] not null,
    tried_at timestamptz not null,
    primary key (workspace_id, address_hash)
);
call portico_isolate('code_try');
create index code_try_by_time on code_try (workspace_id, tried_at);

create table operator_session (
    id uuid primary key,
    token_hash bytea not null unique,
    operator_id uuid not null references operator on delete cascade,
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    -- When the operator last proved who they are: at sign-in, or when asked again.
    proven_at timestamptz not null,
    -- Whether it was opened, or proven later, with more than a password.
    second_step boolean not null default false,
    expires_at timestamptz not null,
    address inet,
    user_agent text
);
create index operator_session_by_operator on operator_session (operator_id);

-- The workspaces that let in only operators who took a second step.
create table second_step_rule (
    workspace_id uuid primary key references workspace on delete cascade,
    required_at timestamptz not null
);
call portico_isolate('second_step_rule');

create table set_up_link (
    token_hash bytea primary key,
    created_at timestamptz not null,
    expires_at timestamptz not null
);

create table password_reset (
    id uuid primary key,
    operator_id uuid not null references operator on delete cascade,
    -- Null until the mail is composed.
    token_hash bytea unique,
    requested_at timestamptz not null,
    expires_at timestamptz not null
);
create index password_reset_by_operator on password_reset (operator_id, requested_at);

-- Failed sign-ins by the hash of the address, whether an operator has it or not: both are counted alike.
create table operator_sign_in_try (
    address_hash bytea primary key,
    failed_tries int not null,
    last_try_at timestamptz not null,
    locked_until timestamptz
);
create index operator_sign_in_try_by_age on operator_sign_in_try (last_try_at);

-- Keys of programs. A revoked one stays, as the log names it.
create table api_key (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    name text not null,
    -- How the key begins, for people to tell keys apart.
    hint text not null,
    token_hash bytea not null unique,
    scopes text[] not null,
    created_by uuid,
    created_at timestamptz not null,
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz,
    primary key (workspace_id, id)
);
-- The key itself, not a workspace, opens the row at first.
alter table api_key enable row level security;
alter table api_key force row level security;
create policy workspace on api_key
    using (workspace_id = portico_workspace()
        or token_hash = decode(nullif(current_setting('portico.token_hash', true), ''), 'hex'));
