-- Reviews: what a collective says of every promise of a pact at one moment. Filled in by its members, then published.

create table review (
  id integer generated always as identity primary key,
  collective_id integer not null references collective (id),
  -- No foreign key: a published review stays when the pact is withdrawn.
  pact_id integer not null,
  municipality_code text references municipality (code),
  grouping_siren text references grouping (siren),
  occasion text not null check (occasion in ('yearly', 'mid-term', 'end-of-term', 'other')),
  introduction text not null default '' check (length(introduction) <= 6000),
  started_from integer references review (id),
  opened_at timestamptz not null,
  opened_by text not null,
  -- One more at each change of anything in it.
  changes integer not null default 1,
  given_up_at timestamptz,
  published_at timestamptz,
  published_by text,
  number integer check (number > 0),
  method text,
  -- json, not jsonb: kept character for character
  content json,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  check (num_nonnulls(municipality_code, grouping_siren) = 1),
  check (num_nonnulls(published_at, published_by, number, method, content, sha256) in (0, 6)),
  check (given_up_at is null or published_at is null)
);
create unique index review_number on review (pact_id, number) where number is not null;
-- One at a time: two would be filled in apart, and one of them for nothing.
create unique index review_open_once on review (collective_id, pact_id) where published_at is null and given_up_at is null;
create index review_by_collective on review (collective_id, id);
create index review_by_municipality on review (municipality_code, id) where municipality_code is not null;
create index review_by_grouping on review (grouping_siren, id) where grouping_siren is not null;

-- Every version of what is said of a promise: nothing written over, the last one counts.
create table review_entry (
  review_id integer not null references review (id),
  -- m15, pA, l412: src/domain/follow-up/commitment-key.ts
  item text not null check (item ~ '^(m[1-9][0-9]{0,3}|p[A-Z]{1,2}|l[1-9][0-9]{0,9})$'),
  version integer not null check (version > 0),
  -- ReviewEntry
  words jsonb not null,
  said_by text not null,
  said_at timestamptz not null,
  primary key (review_id, item, version)
);

-- What somebody typed and did not save: theirs alone, found again on any device, gone once saved.
create table review_scratch (
  review_id integer not null references review (id),
  item text not null,
  person_id text not null references person (id) on delete cascade,
  -- The fields of the form, by name.
  typed jsonb not null,
  -- The version of the entry that they saw.
  version integer not null,
  typed_at timestamptz not null,
  primary key (review_id, item, person_id)
);

-- Who looks at which promise.
create table review_assignment (
  review_id integer not null references review (id),
  item text not null,
  person_id text not null references person (id) on delete cascade,
  assigned_at timestamptz not null,
  primary key (review_id, item)
);

-- Beside a published review, never in it.
create table review_erratum (
  id integer generated always as identity primary key,
  review_id integer not null references review (id),
  -- Null: of the review as a whole.
  item text,
  words text not null check (length(words) between 1 and 4000),
  written_at timestamptz not null,
  written_by text not null
);
create index review_erratum_by_review on review_erratum (review_id, id);

-- What the side that made the promises answers to the review as a whole; to each promise: assessment.
create table review_reply (
  id integer generated always as identity primary key,
  review_id integer not null references review (id),
  words text not null check (length(words) between 1 and 10000),
  replied_at timestamptz not null,
  replied_by text not null,
  -- As the person was then: an agent, an elected official, the representative of the list.
  role text not null check (role in ('municipal-agent', 'elected-official', 'list-representative'))
);
create index review_reply_by_review on review_reply (review_id, id);
