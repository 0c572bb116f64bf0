-- A workspace "bench" with contacts who are members already, live links for each, and some live sessions.
set session_replication_role = replica;

insert into workspace (id, slug, name, language, time_zone, created_at)
values ('00000000-0000-7000-8000-000000000001', 'bench', 'Bench', 'en', 'UTC', now());

insert into sub_domain (slug, workspace_id, changed_at)
values ('bench', '00000000-0000-7000-8000-000000000001', now());

insert into contact (workspace_id, id, first_name, last_name, email, email_key, source, created_at, updated_at, joined_at)
select '00000000-0000-7000-8000-000000000001', ('00000000-0000-7000-9000-' || lpad(to_hex(i), 12, '0'))::uuid,
    'First' || i, 'Last' || i, 'person' || i || '@example.com', 'person' || i || '@example.com', 'bench', now(), now(), now()
from generate_series(0, :contacts - 1) i;

insert into contact_sign_in (workspace_id, contact_id) select workspace_id, id from contact;

-- The secrets, for the benchmark alone; Portico never keeps one.
create table bench_link as
select i, translate(encode(sha256(('link ' || i)::bytea), 'base64'), '+/=', '-_') as token
from generate_series(0, :contacts * :links_each - 1) i;
create unique index on bench_link (i);

insert into magic_link (workspace_id, id, contact_id, purpose, token_hash, target, created_at, expires_at)
select '00000000-0000-7000-8000-000000000001', ('00000000-0000-7000-a000-' || lpad(to_hex(i), 12, '0'))::uuid,
    ('00000000-0000-7000-9000-' || lpad(to_hex(i % :contacts), 12, '0'))::uuid,
    'operator', sha256(token::bytea), '/', now(), now() + interval '1 day'
from bench_link;

create table bench_session as
select i, translate(encode(sha256(('session ' || i)::bytea), 'base64'), '+/=', '-_') as token
from generate_series(0, 999) i;

insert into session (workspace_id, id, token_hash, contact_id, created_at, last_used_at, expires_at, address, user_agent)
select '00000000-0000-7000-8000-000000000001', ('00000000-0000-7000-b000-' || lpad(to_hex(i), 12, '0'))::uuid,
    sha256(token::bytea), ('00000000-0000-7000-9000-' || lpad(to_hex(i), 12, '0'))::uuid,
    now(), now(), now() + interval '90 days', '127.0.0.1', 'bench'
from bench_session;

vacuum analyze;
checkpoint;
