-- Hosts of workspaces' own for their portals.

create table portal_host (
    workspace_id uuid not null references workspace on delete cascade,
    host text not null,
    state text not null check (state in ('claimed', 'verified', 'failing', 'removed')),
    -- What must stand in DNS: made for this workspace and this claim.
    token text not null,
    -- Links are built with it, as long as it is verified.
    chosen boolean not null default false,
    claimed_at timestamptz not null,
    verified_at timestamptz,
    failing_since timestamptz,
    -- Checks in a row that did not find what is needed, and those among them that got no answer at all.
    failures int not null default 0,
    unanswered int not null default 0,
    -- What the last check found.
    checked_at timestamptz,
    address_state text,
    address_found text[] not null default '{}',
    token_state text,
    token_found text[] not null default '{}',
    tls_state text,
    tls_issuer text,
    tls_expires_at timestamptz,
    -- Null when nobody needs to look any more.
    next_check_at timestamptz,
    changed_at timestamptz not null,
    primary key (workspace_id, host)
);
-- A host belongs to one workspace: of two that prove it at once, this index lets one through.
create unique index portal_host_holder on portal_host (host) where state in ('verified', 'failing');
create unique index portal_host_chosen on portal_host (workspace_id) where chosen;
create index portal_host_due on portal_host (next_check_at) where next_check_at is not null;
create index portal_host_by_change on portal_host (changed_at);
call portico_isolate('portal_host', workers => true);

-- The domain from which a workspace's mails are to leave; one at a time.
create table sending_domain (
    workspace_id uuid primary key references workspace on delete cascade,
    domain text not null,
    -- What stands before the @.
    local_part text not null,
    state text not null check (state in ('claimed', 'verified', 'failing')),
    claimed_at timestamptz not null,
    failing_since timestamptz,
    failures int not null default 0,
    unanswered int not null default 0,
    checked_at timestamptz,
    spf_state text,
    spf_found text[] not null default '{}',
    dkim_state text,
    dkim_found text[] not null default '{}',
    dmarc_state text,
    dmarc_found text[] not null default '{}',
    next_check_at timestamptz
);
create index sending_domain_due on sending_domain (next_check_at) where next_check_at is not null;
call portico_isolate('sending_domain', workers => true);
