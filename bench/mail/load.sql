-- A workspace "bench" with contacts who get login e-mails. Each run of the benchmark takes contacts of its own, as nobody
-- gets two such mails within a minute.
set session_replication_role = replica;

insert into workspace (id, slug, name, language, time_zone, created_at)
values ('00000000-0000-7000-8000-000000000001', 'bench', 'Bench', 'en', 'UTC', now());

insert into sub_domain (slug, workspace_id, changed_at)
values ('bench', '00000000-0000-7000-8000-000000000001', now());

insert into contact (workspace_id, id, first_name, last_name, email, email_key, source, created_at, updated_at, joined_at)
select '00000000-0000-7000-8000-000000000001', ('00000000-0000-7000-9000-' || lpad(to_hex(i), 12, '0'))::uuid,
    'First' || i, 'Last' || i, 'person' || i || '@example.com', 'person' || i || '@example.com', 'bench', now(), now(), now()
from generate_series(0, :contacts - 1) i;

vacuum analyze;
checkpoint;
