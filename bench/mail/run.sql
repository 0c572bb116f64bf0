-- A run as the console starts one: its row, its batch, and a line of the ledger for each recipient. :n runs were made before.
begin;
insert into run (workspace_id, id, kind, created_at, note)
values ('00000000-0000-7000-8000-000000000001', ('00000000-0000-7000-a000-' || lpad(to_hex(:n), 12, '0'))::uuid,
    'login-emails', now(), repeat('We have moved your documents to the new portal, where you find them by year. ', 8));
insert into mail_batch (workspace_id, id, state)
values ('00000000-0000-7000-8000-000000000001', ('00000000-0000-7000-a000-' || lpad(to_hex(:n), 12, '0'))::uuid, 'running');
insert into outbox (workspace_id, id, kind, batch_id, recipient_id, address, order_details, priority, state,
    due_at, give_up_at, created_at)
select '00000000-0000-7000-8000-000000000001', ('00000000-0000-7000-b000-' || lpad(to_hex(i), 12, '0'))::uuid,
    'login-email', ('00000000-0000-7000-a000-' || lpad(to_hex(:n), 12, '0'))::uuid, c.id, c.email,
    jsonb_build_object('run', '00000000-0000-7000-a000-' || lpad(to_hex(:n), 12, '0')), 1, 'queued',
    now(), now() + interval '1 day', now()
from generate_series(:first, :first + :recipients - 1) i
join contact c on c.id = ('00000000-0000-7000-9000-' || lpad(to_hex(i), 12, '0'))::uuid;
commit;
analyze (skip_locked) outbox (workspace_id, batch_id, recipient_id, priority, state, due_at);
