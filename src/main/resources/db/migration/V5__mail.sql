-- Mails: the outbox is queue, ledger and log in one; a row never holds a secret or a rendered body.

create table mail_batch (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    state text not null check (state in ('running', 'paused', 'cancelled')),
    -- When the first of its mails may leave, where that is later than the order.
    starts_at timestamptz,
    -- When the last of its mails was settled; null while one waits, and again when failed ones are tried once more.
    finished_at timestamptz,
    -- How fast its mails leave, as it was last looked at: how many had left until then, and how many a minute do.
    looked_at timestamptz,
    gone_then bigint not null default 0,
    per_minute double precision not null default 0,
    primary key (workspace_id, id)
);
call portico_isolate('mail_batch', workers => true);
create index mail_batch_open on mail_batch (workspace_id, id) where finished_at is null;

-- How many mails of a run stand in each state, as differences that are summed up now and then: to count a run costs the
-- same however large it is, and no two workers meet in one row. The database keeps it for whoever writes mails.
create table mail_batch_tally (
    workspace_id uuid not null,
    batch_id uuid not null,
    id bigint not null generated always as identity,
    state text not null,
    reason text not null,
    mails bigint not null,
    primary key (workspace_id, batch_id, id)
);
call portico_isolate('mail_batch_tally', workers => true);

create table outbox (
    -- Without a foreign key: to check it once a row makes starting a large run half as slow again.
    workspace_id uuid not null,
    -- UUID version 7: sorts by the time of the order, and within a millisecond by chance.
    id uuid not null,
    -- In the order of the orders: what a run's ledger is read by.
    n bigint not null generated always as identity,
    kind text not null,
    batch_id uuid,
    -- Whom the mail is for, as the room that ordered it knows them. Mail knows no contacts.
    recipient_id uuid,
    address text,
    domain text generated always as (split_part(address, '@', 2)) stored,
    order_details jsonb not null default '{}',
    priority smallint not null,
    state text not null check (state in ('queued', 'claimed', 'sent', 'deferred', 'failed', 'skipped', 'cancelled')),
    -- What keeps it from being claimed, a bit each: 1 its batch is paused, 2 it waits for its turn under a limit,
    -- 4 the room that ordered it has still to do something first, 8 its batch is cancelled.
    held_by smallint not null default 0,
    held boolean not null generated always as (held_by <> 0) stored,
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
create index outbox_waiting on outbox (workspace_id, recipient_id) where state in ('queued', 'deferred', 'claimed');
create index outbox_by_batch_state on outbox (workspace_id, batch_id, state, n)
    where batch_id is not null and state in ('deferred', 'failed', 'skipped', 'cancelled');
create index outbox_by_batch_entry on outbox (workspace_id, batch_id, n) where batch_id is not null;
create index outbox_unprepared on outbox (workspace_id, batch_id, n) where held_by & 4 <> 0 and state = 'queued';
create index outbox_paced on outbox (workspace_id, domain, due_at, n)
    where held_by = 2 and state in ('queued', 'deferred');
create index outbox_to_nobody on outbox (created_at)
    where state = 'skipped' and recipient_id is null and batch_id is null;
-- With outbox_waiting all of a recipient's mails: in one index, each of a run's would be entered twice while it waits.
create index outbox_settled on outbox (workspace_id, recipient_id, id desc)
    where state in ('sent', 'failed', 'skipped', 'cancelled');

create function outbox_mails_come() returns trigger
    language plpgsql
    as $$
    begin
        insert into mail_batch_tally (workspace_id, batch_id, state, reason, mails)
        select workspace_id, batch_id, state, coalesce(reason, ''), count(*)
        from come where batch_id is not null group by 1, 2, 3, 4;
        return null;
    end
    $$;
create trigger mails_come after insert on outbox
    referencing new table as come for each statement execute function outbox_mails_come();

create function outbox_mails_change() returns trigger
    language plpgsql
    as $$
    begin
        insert into mail_batch_tally (workspace_id, batch_id, state, reason, mails)
        select workspace_id, batch_id, state, reason, sum(mails) from (
            select workspace_id, batch_id, state, coalesce(reason, '') as reason, 1 as mails
            from come where batch_id is not null
            union all
            select workspace_id, batch_id, state, coalesce(reason, ''), -1 from gone where batch_id is not null) moved
        group by 1, 2, 3, 4 having sum(mails) <> 0;
        return null;
    end
    $$;
create trigger mails_change after update on outbox
    referencing old table as gone new table as come for each statement execute function outbox_mails_change();

-- How fast the mails of runs may leave, a workspace; null for no limit. Personal mails know none.
create table mail_pace (
    workspace_id uuid primary key references workspace on delete cascade,
    per_minute int check (per_minute > 0),
    per_domain int check (per_domain > 0)
);
call portico_isolate('mail_pace', workers => true);

-- From when on the next mail may leave, to each domain; the empty one stands for all together.
create table mail_lane (
    workspace_id uuid not null references workspace on delete cascade,
    domain text not null,
    free_at timestamptz not null,
    primary key (workspace_id, domain)
);
call portico_isolate('mail_lane', workers => true);

-- A mail that is tried again waits for its turn again.
create function outbox_takes_a_turn_again() returns trigger
    language plpgsql
    as $$
    begin
        if exists (select from mail_pace where workspace_id = new.workspace_id) then
            new.held_by := new.held_by | 2;
        end if;
        return new;
    end
    $$;
create trigger takes_a_turn_again before update on outbox for each row
    when (new.state = 'deferred' and old.state <> 'deferred' and new.priority >= 10)
    execute function outbox_takes_a_turn_again();

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
create table access_mail (
    workspace_id uuid not null references workspace on delete cascade,
    email_key text not null,
    mail_id uuid not null,
    -- Somebody asked for it on the portal's sign-in page.
    by_request boolean not null,
    written_at timestamptz not null,
    primary key (workspace_id, email_key, mail_id)
);
call portico_isolate('access_mail');
create index access_mail_by_time on access_mail (workspace_id, written_at);

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

-- What a workspace defined as custom_values.KEY: the same for every recipient.
create table custom_value (
    workspace_id uuid not null references workspace on delete cascade,
    key text not null,
    value text not null,
    changed_at timestamptz not null,
    primary key (workspace_id, key)
);
call portico_isolate('custom_value');

-- What mails say in the workspace's own words: every version, the newest in force.
create table mail_template_version (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    n bigint not null generated always as identity,
    template text not null,
    language text not null,
    -- The four are null together: back to Portico's own texts.
    subject text,
    preheader text,
    body text,
    button text,
    -- An operator, or a program by its key.
    saved_by uuid,
    saved_by_key uuid,
    saved_at timestamptz not null,
    primary key (workspace_id, id)
);
call portico_isolate('mail_template_version');
create index mail_template_version_latest on mail_template_version (workspace_id, template, language, n desc);

-- The words of mails that are no template's, once for all mails that say the same.
create table mail_words (
    workspace_id uuid not null references workspace on delete cascade,
    hash text not null,
    subject text not null,
    preheader text not null,
    body text not null,
    button text not null,
    kept_at timestamptz not null,
    primary key (workspace_id, hash)
);
call portico_isolate('mail_words');

-- What came back about mails that had left, each kind of report once a mail.
create table mail_return (
    workspace_id uuid not null references workspace on delete cascade,
    mail_id uuid not null,
    batch_id uuid,
    kind text not null check (kind in ('complained', 'bounced', 'not-delivered', 'delayed')),
    said text not null,
    received_at timestamptz not null,
    primary key (workspace_id, mail_id, kind)
);
call portico_isolate('mail_return');
create index mail_return_by_batch on mail_return (workspace_id, batch_id, kind) where batch_id is not null;
