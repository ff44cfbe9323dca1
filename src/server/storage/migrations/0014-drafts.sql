-- Documents being reviewed. Private: found by the hash of an unguessable token, forgotten after 30 days.

create table draft (
  id integer generated always as identity primary key,
  -- SHA-256 of the token: a stolen backup opens no draft.
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  document_id integer not null references document (id),
  kind text not null check (kind in ('pact', 'plan', 'charter')),
  -- json, not jsonb: kept character for character, and never looked into
  reading json not null,
  reader_version text not null,
  read_at timestamptz not null,
  -- { edition, place, listName, leader, signedOn, termFrom }: what the person chose
  choices jsonb not null,
  choices_version integer not null default 1,
  opened_by text not null,
  opened_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > opened_at),
  published_pact_id integer references pact (id),
  published_plan_id integer references plan (id),
  published_at timestamptz,
  check (num_nonnulls(published_pact_id, published_plan_id) = num_nonnulls(published_at))
);
create index draft_by_expiry on draft (expires_at);
create index draft_by_document on draft (document_id);

-- Every decision is kept; the one with the highest version counts. The key refuses two writers at once.
create table draft_decision (
  draft_id integer not null references draft (id) on delete cascade,
  proposal text not null,
  version integer not null check (version > 0),
  decision jsonb not null,
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (draft_id, proposal, version)
);
