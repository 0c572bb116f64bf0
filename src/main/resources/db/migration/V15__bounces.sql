-- The tokens of Mailgun's signatures that were used, for as long as they would be good. Of no workspace.
create table mailgun_token (
    token_hash bytea primary key,
    seen_at timestamptz not null
);
create index mailgun_token_by_time on mailgun_token (seen_at);
