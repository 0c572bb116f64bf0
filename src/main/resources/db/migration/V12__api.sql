-- What programs were answered, for a day, so that a repeated request does its work once.

create table api_answer (
    workspace_id uuid not null references workspace on delete cascade,
    key_id uuid not null,
    -- The program's own name for its request: the header Idempotency-Key.
    word text not null,
    -- SHA-256 of the request.
    asked bytea not null,
    -- May hold a magic link: sealed with the installation's key.
    answer bytea not null,
    created_at timestamptz not null,
    primary key (workspace_id, key_id, word)
);
-- Old ones are deleted over all workspaces.
call portico_isolate('api_answer', workers => true);
create index api_answer_by_age on api_answer (created_at);
