-- How operators prove who they are, beside the password: two-step sign-in and passkeys.

-- One row while two-step sign-in is on. The secret is sealed with the installation's key.
create table operator_totp (
    operator_id uuid primary key references operator on delete cascade,
    secret bytea not null,
    -- The time step (RFC 6238) of the last accepted code: it and those before are not accepted again.
    last_step bigint not null,
    created_at timestamptz not null
);

-- A code that was used is gone.
create table operator_recovery_code (
    operator_id uuid not null references operator on delete cascade,
    code_hmac bytea not null,
    created_at timestamptz not null,
    primary key (operator_id, code_hmac)
);

-- The password was right and the second step is missing: no session yet.
create table operator_half_way (
    token_hash bytea primary key,
    operator_id uuid not null references operator on delete cascade,
    expires_at timestamptz not null
);
create index operator_half_way_by_operator on operator_half_way (operator_id);

create table operator_passkey (
    id uuid primary key,
    operator_id uuid not null references operator on delete cascade,
    name text not null,
    credential_id bytea not null unique,
    -- Attested credential data (WebAuthn, 6.5.1): authenticator, credential id, public key.
    credential bytea not null,
    sign_count bigint not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    created_at timestamptz not null,
    last_used_at timestamptz
);
create index operator_passkey_by_operator on operator_passkey (operator_id, created_at);

-- Challenges that were answered rightly, until they expire: none is answered twice.
create table passkey_challenge_spent (
    challenge_hash bytea primary key,
    expires_at timestamptz not null
);
create index passkey_challenge_spent_by_age on passkey_challenge_spent (expires_at);
