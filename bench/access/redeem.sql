-- What signing in by a link must make durable, and no more, as one transaction per link.
\set n :n + 1
\set i :first + :client_id * :each + :n
begin;
update magic_link set redeemed_at = now(), redeemed_from = '127.0.0.1'
where workspace_id = '00000000-0000-7000-8000-000000000001'
    and token_hash = sha256((select token from bench_link where i = :i)::bytea)
    and redeemed_at is null and revoked_at is null and expires_at > now()
returning id as link_id, contact_id \gset
update contact set last_seen_on = current_date
where workspace_id = '00000000-0000-7000-8000-000000000001' and id = :contact_id::uuid and disabled_at is null
    and last_seen_on is distinct from current_date;
update contact_sign_in set at = now()
where workspace_id = '00000000-0000-7000-8000-000000000001' and contact_id = :contact_id::uuid;
insert into session (workspace_id, id, token_hash, contact_id, magic_link_id, created_at, last_used_at, expires_at,
    address, user_agent)
values ('00000000-0000-7000-8000-000000000001', gen_random_uuid(), sha256((:link_id)::text::bytea), (:contact_id)::uuid, (:link_id)::uuid,
    now(), now(), now() + interval '90 days', '127.0.0.1', 'bench');
insert into activity (workspace_id, at, kind, contact_id, actor_kind, actor_id, address, details)
values ('00000000-0000-7000-8000-000000000001', now(), 'contact.signed_in', (:contact_id)::uuid, 'contact', (:contact_id)::uuid,
    '127.0.0.1', '{"contact": "00000000-0000-7000-8000-000000000001"}');
commit;
