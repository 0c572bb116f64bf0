-- What every room stands on: search extensions, the settings that row-level security reads, durable jobs, limits.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- The workspace this transaction is bound to. Unset means null, and null equals no row: fails closed.
create function portico_workspace() returns uuid
    language sql stable parallel safe
    as $$ select nullif(current_setting('portico.workspace_id', true), '')::uuid $$;

-- The operator this transaction reads for, when somebody's own memberships are asked across workspaces.
create function portico_operator() returns uuid
    language sql stable parallel safe
    as $$ select nullif(current_setting('portico.operator_id', true), '')::uuid $$;

-- True only in a transaction that a worker opened over all workspaces (claiming mails, reading the log).
create function portico_everywhere() returns boolean
    language sql stable parallel safe
    as $$ select coalesce(current_setting('portico.everywhere', true), '') = 'on' $$;

-- Forces row-level security on a tenant table; "everywhere" opens it to the workers that serve all workspaces.
create procedure portico_isolate(tenant_table regclass, workers boolean default false)
    language plpgsql
    as $$
    begin
        execute format('alter table %s enable row level security', tenant_table);
        execute format('alter table %s force row level security', tenant_table);
        execute format(
            'create policy workspace on %s using (workspace_id = portico_workspace()%s)',
            tenant_table, case when workers then ' or portico_everywhere()' else '' end);
    end
    $$;

-- What the kernel's Uuid7 makes, for statements that make many rows at once.
create function portico_uuid7(milliseconds bigint) returns uuid
    language sql volatile parallel safe
    return (substr(lpad(to_hex(milliseconds), 12, '0'), 1, 8) || '-' || substr(lpad(to_hex(milliseconds), 12, '0'), 9)
        || '-7' || substr(gen_random_uuid()::text, 16))::uuid;

-- A moment as java.time.Instant writes it: no fraction, or three digits of it, or six.
create function portico_instant(moment timestamptz) returns text
    language sql stable parallel safe
    return to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')
        || case when extract(microseconds from moment)::int % 1000000 = 0 then ''
                when extract(microseconds from moment)::int % 1000 = 0 then to_char(moment, '.MS')
                else to_char(moment, '.US') end
        || 'Z';

create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index on scheduled_tasks (execution_time);
create index on scheduled_tasks (last_heartbeat);
create index on scheduled_tasks (priority desc, execution_time asc);

-- How often somebody knocked at a door: one row for each network, address, contact or workspace that is counted.
create table limit_tally (
    -- Half a SHA-256 of door and what is counted: no address stands here.
    key uuid primary key,
    -- How long one knock weighs, in microseconds.
    weight bigint not null,
    -- When nothing weighs any more, in microseconds of the epoch.
    free_at bigint not null
) with (fillfactor = 60);
