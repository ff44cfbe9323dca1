-- People who sign in (the tables of better-auth under our names), proofs of an e-mail address, and mails waiting to go.

create table person (
  -- random; says nothing of the person and means nothing once the row is gone
  id text primary key,
  name text not null default '',
  -- lower case, as better-auth keeps and compares it
  email text not null unique check (email = lower(email)),
  email_verified boolean not null,
  image text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table person_session (
  id text primary key,
  -- the cookie holds it with a signature made with the secret of the site, which is not in this database
  token text not null unique,
  person_id text not null references person (id) on delete cascade,
  user_agent text,
  -- always empty: addresses of visitors are not kept
  ip_address text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null
);
create index person_session_by_person on person_session (person_id);
create index person_session_by_expiry on person_session (expires_at);

-- An identity at another issuer (OpenID Connect): its number there. Their tokens are never kept.
create table person_login (
  id text primary key,
  person_id text not null references person (id) on delete cascade,
  provider_id text not null,
  account_id text not null,
  access_token text check (access_token is null),
  refresh_token text check (refresh_token is null),
  id_token text check (id_token is null),
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text check (password is null),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index person_login_by_person on person_login (person_id);

create table person_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index person_verification_by_identifier on person_verification (identifier);

create table person_passkey (
  id text primary key,
  name text,
  public_key text not null,
  person_id text not null references person (id) on delete cascade,
  credential_id text not null unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index person_passkey_by_person on person_passkey (person_id);

-- Who receives a code shows that an address is theirs. The code is hashed with the token of the page that waits for it, which
-- is not kept: the table alone opens nothing.
create table email_proof (
  id bigint generated always as identity primary key,
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  -- of the link in the same mail; the code and the link are used once between them
  link_hash text unique check (link_hash ~ '^[0-9a-f]{64}$'),
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  email text not null,
  purpose_kind text not null,
  purpose_id text not null,
  payload jsonb,
  asked_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > asked_at),
  tries integer not null default 0 check (tries between 0 and 5),
  used_at timestamptz
);
create index email_proof_by_email on email_proof (lower(email), asked_at);
create index email_proof_by_expiry on email_proof (expires_at);

-- Mails, written in the transaction of the act that sends them, then delivered by a job.
create table mail (
  id bigint generated always as identity primary key,
  recipient text not null,
  -- whose account it went to, when there is one
  person_id text references person (id) on delete cascade,
  kind text not null,
  -- what it says, as data; erased as soon as it is delivered, or given up
  content jsonb,
  queued_at timestamptz not null,
  next_try_at timestamptz,
  claimed_until timestamptz,
  tries integer not null default 0,
  sent_at timestamptz,
  failed_at timestamptz,
  -- what the mail server answered last
  last_error text,
  check (num_nonnulls(sent_at, failed_at) <= 1),
  -- waiting exactly while it has a next try
  check ((next_try_at is not null) = (sent_at is null and failed_at is null)),
  check (content is not null or next_try_at is null)
);
create index mail_waiting on mail (next_try_at) where next_try_at is not null;
create index mail_by_person on mail (person_id);
