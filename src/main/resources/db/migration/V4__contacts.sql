-- The people a workspace knows, with their standing in the portal, and the imports that brought them.

-- Korean names are written family name first and without a space.
create function portico_person_name(first_name text, last_name text) returns text
    language sql immutable parallel safe
    return case when last_name ~ '[가-힣]' and first_name ~ '[가-힣]' then last_name || first_name
        else trim(first_name || ' ' || last_name) end;

create table contact (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    first_name text not null default '',
    last_name text not null default '',
    email text,
    email_key text,
    email_verified boolean not null default false,
    phone text,
    language text,
    time_zone text,
    tags text[] not null default '{}',
    custom jsonb not null default '{}',
    source text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    invitation text check (invitation in ('pending', 'expired', 'revoked', 'bounced')),
    invited_at timestamptz,
    joined_at timestamptz,
    disabled_at timestamptz,
    last_seen_on date,
    name text not null generated always as (portico_person_name(first_name, last_name)) stored,
    -- What a list is sorted by and continued from. A column of its own: beneath row-level security an index takes
    -- conditions on columns and on "case", but not on functions that are not leakproof, and not on "coalesce".
    name_key text not null generated always as (
        lower(coalesce(nullif(portico_person_name(first_name, last_name), ''), email, phone, ''))) stored,
    state text not null generated always as (
        case when disabled_at is not null then 'disabled'
             when joined_at is not null then 'joined'
             when invitation = 'pending' then 'invited'
             else coalesce(invitation, 'none') end) stored,
    haystack text not null generated always as (
        lower(first_name || ' ' || last_name || ' ' || last_name || first_name || ' '
            || coalesce(email, '') || ' ' || coalesce(phone, '') || ' '
            || regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g'))) stored,
    primary key (workspace_id, id),
    unique (workspace_id, email_key)
    -- Room on each page for a new version of a row whose standing changes: so it stays there, and no index hears of it.
) with (fillfactor = 85);
call portico_isolate('contact');
create index contact_by_search on contact using gin (workspace_id, haystack gin_trgm_ops);
create index contact_by_tag on contact using gin (workspace_id, tags);
create index contact_by_name on contact (workspace_id, name_key, id);
create index contact_by_creation on contact (workspace_id, created_at, id);
create index contact_by_state on contact (workspace_id, state, name_key, id);

-- When each contact last signed in; "-infinity" for never. A table of its own, as people are sorted by it and every
-- sign-in changes it: an index over it on table contact would have each sign-in write all of that table's indexes. The
-- database keeps the rows, one for each contact.
create table contact_sign_in (
    workspace_id uuid not null,
    contact_id uuid not null,
    at timestamptz not null default '-infinity',
    primary key (workspace_id, contact_id)
);
call portico_isolate('contact_sign_in');
create index contact_sign_in_by_time on contact_sign_in (workspace_id, at, contact_id);

create function contact_sign_in_comes() returns trigger
    language plpgsql
    as $$
    begin
        insert into contact_sign_in (workspace_id, contact_id) select workspace_id, id from come;
        return null;
    end
    $$;
create trigger sign_in_comes after insert on contact
    referencing new table as come for each statement execute function contact_sign_in_comes();

create function contact_sign_in_goes() returns trigger
    language plpgsql
    as $$
    begin
        delete from contact_sign_in where workspace_id = old.workspace_id and contact_id = old.id;
        return null;
    end
    $$;
create trigger sign_in_goes after delete on contact for each row execute function contact_sign_in_goes();

-- A contact's standing as facts carry it: what the record Standing is as JSON.
create function portico_standing(
        invitation text, invited_at timestamptz, joined_at timestamptz, disabled_at timestamptz, last_seen_on date)
    returns jsonb
    language sql stable parallel safe
    return jsonb_strip_nulls(jsonb_build_object(
        'invitation', invitation, 'invitedAt', portico_instant(invited_at), 'joinedAt', portico_instant(joined_at),
        'disabledAt', portico_instant(disabled_at), 'lastSeenOn', last_seen_on));

-- The tags of contacts once more, by tag: which tags are in use is found by leaping from one to the next. The database
-- keeps it for whoever writes contacts, in their transaction.
create table contact_tag (
    workspace_id uuid not null references workspace on delete cascade,
    tag text not null,
    contact_id uuid not null,
    primary key (workspace_id, tag, contact_id)
);
call portico_isolate('contact_tag');

create function contact_tags_come() returns trigger
    language plpgsql
    as $$
    begin
        insert into contact_tag (workspace_id, tag, contact_id)
        select workspace_id, unnest(tags), id from come on conflict do nothing;
        return null;
    end
    $$;
create trigger tags_come after insert on contact
    referencing new table as come for each statement execute function contact_tags_come();

create function contact_tags_change() returns trigger
    language plpgsql
    as $$
    begin
        delete from contact_tag
        where workspace_id = old.workspace_id and tag = any(old.tags) and contact_id = old.id;
        if tg_op = 'UPDATE' then
            insert into contact_tag (workspace_id, tag, contact_id)
            select new.workspace_id, unnest(new.tags), new.id on conflict do nothing;
        end if;
        return null;
    end
    $$;
create trigger tags_change after update of tags on contact
    for each row when (old.tags is distinct from new.tags) execute function contact_tags_change();
create trigger tags_go after delete on contact
    for each row when (old.tags <> '{}') execute function contact_tags_change();

-- The names of custom fields that contacts have or had, so that nobody must read all contacts to know them. Kept by the
-- database like the tags; a name that is known already costs no write.
create table contact_field (
    workspace_id uuid not null references workspace on delete cascade,
    name text not null,
    primary key (workspace_id, name)
);
call portico_isolate('contact_field');

create function contact_fields_come() returns trigger
    language plpgsql
    as $$
    begin
        insert into contact_field (workspace_id, name)
        select distinct workspace_id, field from come, jsonb_object_keys(custom) as field
        where custom <> '{}' and not exists (
            select from contact_field k where k.workspace_id = come.workspace_id and k.name = field)
        order by 1, 2 on conflict do nothing;
        return null;
    end
    $$;
create trigger fields_come after insert on contact
    referencing new table as come for each statement execute function contact_fields_come();

create function contact_fields_change() returns trigger
    language plpgsql
    as $$
    begin
        insert into contact_field (workspace_id, name)
        select new.workspace_id, field from jsonb_object_keys(new.custom) as field
        where not exists (
            select from contact_field k where k.workspace_id = new.workspace_id and k.name = field)
        order by 2 on conflict do nothing;
        return null;
    end
    $$;
create trigger fields_change after update of custom on contact
    for each row when (old.custom is distinct from new.custom) execute function contact_fields_change();

create table contact_import (
    workspace_id uuid not null references workspace on delete cascade,
    id uuid not null,
    file_name text not null,
    bytes bigint not null,
    encoding text not null,
    delimiter text not null,
    has_header boolean not null,
    -- Where the columns go, from left to right; empty until it is started.
    targets text[] not null default '{}',
    tags text[] not null default '{}',
    state text not null check (state in ('draft', 'running', 'finished', 'cancelled', 'failed')),
    rows_total int not null,
    rows_broken int not null,
    -- Of the broken ones, those with bytes that are no text in this encoding.
    rows_unreadable int not null,
    first_faults jsonb not null,
    rows_done int not null default 0,
    created_by uuid not null,
    created_at timestamptz not null,
    finished_at timestamptz,
    primary key (workspace_id, id)
);
-- Old ones are deleted over all workspaces.
call portico_isolate('contact_import', workers => true);
create index contact_import_by_age on contact_import (workspace_id, created_at desc);

-- The uploaded file, in pieces of at most 1 MiB, so that neither upload nor job ever holds it whole.
create table contact_import_chunk (
    workspace_id uuid not null,
    import_id uuid not null,
    n int not null,
    bytes bytea not null,
    primary key (workspace_id, import_id, n),
    foreign key (workspace_id, import_id) references contact_import on delete cascade
);
call portico_isolate('contact_import_chunk');

create table contact_import_row (
    workspace_id uuid not null,
    import_id uuid not null,
    n int not null,
    verdict text not null check (verdict in ('created', 'updated', 'unchanged', 'duplicate', 'invalid')),
    problems jsonb not null,
    email text,
    email_key text,
    primary key (workspace_id, import_id, n),
    foreign key (workspace_id, import_id) references contact_import on delete cascade
);
call portico_isolate('contact_import_row');
create index contact_import_row_by_email on contact_import_row (workspace_id, import_id, email_key);
create index contact_import_row_by_verdict on contact_import_row (workspace_id, import_id, verdict);
