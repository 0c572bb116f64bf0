-- The portal as an app: what was set up for the stores, and who opened it from a home screen.

create table store_app (
    workspace_id uuid not null references workspace on delete cascade,
    platform text not null check (platform in ('ios', 'android')),
    state text not null check (state in ('submitted', 'live', 'paused')),
    -- Bundle id or package.
    app_id text not null,
    -- The team, or the SHA-256 fingerprints of the certificates.
    signers text[] not null,
    link text not null default '',
    version text not null default '',
    minimum_version text not null default '',
    notes text not null default '',
    primary key (workspace_id, platform)
);
call portico_isolate('store_app');

-- A contact counts once a month.
create table app_opening (
    workspace_id uuid not null,
    contact_id uuid not null,
    month date not null,
    primary key (workspace_id, contact_id, month),
    foreign key (workspace_id, contact_id) references contact on delete cascade
);
call portico_isolate('app_opening');
