-- What inhabitants say: that they want a pact where they live, and which measures matter here.
-- Nothing is kept before the address was proved by its code.

create table pact_wish (
  id integer generated always as identity primary key,
  municipality_code text not null references municipality (code),
  -- Kept to tell what becomes of the wish, until its person says stop; never shown.
  email text not null,
  readiness text not null check (readiness in ('be-told', 'sign', 'take-part', 'found')),
  wished_at timestamptz not null,
  -- In the link that takes the wish back.
  stop_token text not null unique,
  -- When the person was told that a collective is possible, and that one is there.
  told_possible_at timestamptz,
  told_founded_at timestamptz
);
-- One wish for one address and commune.
create unique index pact_wish_once on pact_wish (municipality_code, lower(email));

create table priority_vote (
  id integer generated always as identity primary key,
  collective_id integer not null references collective (id),
  edition text not null,
  -- Measures of the charter and local measures that can be chosen: [{ kind: 'measure', number } | { kind: 'local', id, number, text }]
  options jsonb not null,
  -- How many one may choose at most.
  choices smallint not null check (choices between 1 and 100),
  -- Days included, in the zone of the commune.
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  zone text not null,
  -- Instants of the same: from, and until before.
  opens_at timestamptz not null,
  closes_at timestamptz not null check (closes_at > opens_at),
  -- Inhabitants of its communes when it was opened: what the turnout is told beside; null: no census.
  population integer check (population > 0),
  -- Chance that goes into the digests of its ballots; erased with them by the counting.
  digest_key bytea,
  announced_at timestamptz not null,
  cancelled_at timestamptz,
  -- Counted once, after the closing: { ballots, counts: [{ option, ballots }] }
  result jsonb,
  counted_at timestamptz,
  check ((result is null) = (counted_at is null))
);
create index priority_vote_by_collective on priority_vote (collective_id, id);
create index priority_vote_to_count on priority_vote (closes_at) where counted_at is null and cancelled_at is null;

create table priority_ballot (
  id integer generated always as identity primary key,
  vote_id integer not null references priority_vote (id),
  -- HMAC of the address: one ballot for one address, replaced until the closing. Erased by the counting, so that nobody
  -- can ever learn who chose what.
  email_digest text,
  -- Keys of options: `m15`, `l3`
  options text[] not null,
  cast_at timestamptz not null
);
create unique index priority_ballot_once on priority_ballot (vote_id, email_digest) where email_digest is not null;
create index priority_ballot_by_vote on priority_ballot (vote_id);

-- What a collective decided to propose first, in its order: its negotiations start from there.
create table collective_priority (
  collective_id integer not null references collective (id),
  ordinal smallint not null check (ordinal > 0),
  edition text not null,
  measure smallint check (measure > 0),
  local_measure_id integer references local_measure (id),
  primary key (collective_id, ordinal),
  check ((measure is null) <> (local_measure_id is null))
);
create unique index collective_priority_measure_once on collective_priority (collective_id, edition, measure)
  where measure is not null;
create unique index collective_priority_local_once on collective_priority (collective_id, local_measure_id)
  where local_measure_id is not null;
