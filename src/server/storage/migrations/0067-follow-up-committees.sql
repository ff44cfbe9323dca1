-- Follow-up committees: after the signature both sides and others sit together, meet, write minutes and decide.

create table committee (
  id integer generated always as identity primary key,
  municipality_code text references municipality (code),
  grouping_siren text references grouping (siren),
  collective_id integer not null references collective (id),
  -- proposed: one side wants it and the other has not answered; closed: one side ended it, and says why.
  state text not null check (state in ('proposed', 'active', 'closed')),
  proposed_by text not null check (proposed_by in ('collective', 'town-hall')),
  words text not null default '' check (length(words) <= 2000),
  proposed_at timestamptz not null,
  accepted_at timestamptz,
  closed_at timestamptz,
  closed_by text check (closed_by in ('collective', 'town-hall')),
  closed_reason text check (length(closed_reason) <= 2000),
  check (num_nonnulls(municipality_code, grouping_siren) = 1),
  check ((state = 'closed') = (closed_at is not null)),
  check (num_nonnulls(closed_at, closed_by, closed_reason) in (0, 3)),
  check (state <> 'active' or accepted_at is not null)
);
-- One at a time at a place with one collective.
create unique index committee_once on committee (coalesce(municipality_code, grouping_siren), collective_id)
  where state <> 'closed';
create index committee_by_place on committee (coalesce(municipality_code, grouping_siren), id);
create index committee_by_collective on committee (collective_id);

create table committee_member (
  id integer generated always as identity primary key,
  committee_id integer not null references committee (id),
  quality text not null check (quality in ('collective', 'elected', 'agent', 'resident', 'association')),
  named_by text not null check (named_by in ('collective', 'town-hall')),
  name text not null check (length(name) between 1 and 120),
  organisation text not null default '' check (length(organisation) <= 160),
  -- An elected official's name is public with their mandate; anybody else's when they chose so.
  name_public boolean not null,
  -- Only while an invitation waits: the account, once accepted, knows its own.
  email text check (length(email) <= 254),
  token_hash text unique,
  expires_at timestamptz,
  person_id text references person (id) on delete set null,
  named_at timestamptz not null,
  accepted_at timestamptz,
  left_at timestamptz,
  left_how text check (left_how in ('left', 'removed')),
  check ((left_at is null) = (left_how is null)),
  check ((token_hash is null) = (expires_at is null)),
  -- Nobody of a side is made public against their choice but an elected official.
  check (quality <> 'elected' or name_public)
);
create index committee_member_by_committee on committee_member (committee_id, id);
create index committee_member_by_person on committee_member (person_id) where person_id is not null;
create unique index committee_member_once on committee_member (committee_id, person_id)
  where person_id is not null and left_at is null;

create table committee_meeting (
  id integer generated always as identity primary key,
  committee_id integer not null references committee (id),
  -- From 1 in its committee: its address.
  number integer not null,
  -- Names it in every calendar, for ever.
  uid text not null unique,
  revision integer not null default 1,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  zone text not null,
  location text not null check (length(location) <= 300),
  -- Whether everybody may come: then its place is public with its day.
  open boolean not null,
  changed_at timestamptz not null,
  cancelled_at timestamptz,
  unique (committee_id, number),
  check (ends_at > starts_at)
);

create table committee_agenda_item (
  id integer generated always as identity primary key,
  meeting_id integer not null references committee_meeting (id),
  words text not null check (length(words) between 1 and 500),
  -- The promise it is about, m15, pA, l412, of this edition; null: of none.
  edition text,
  item text check (item ~ '^(m[1-9][0-9]{0,3}|p[A-Z]{1,2}|l[1-9][0-9]{0,9})$'),
  proposed_as text not null check (proposed_as in ('collective', 'town-hall', 'member')),
  proposed_by text not null,
  proposed_at timestamptz not null,
  removed_at timestamptz,
  check ((edition is null) = (item is null))
);
create index committee_agenda_item_by_meeting on committee_agenda_item (meeting_id, id);

-- One text that both sides write in. Agreed by both in the same words, it is public and changes no more.
create table committee_minutes (
  meeting_id integer primary key references committee_meeting (id),
  revision integer not null,
  -- { text, present, decisions: [{ words, items, who, dueOn }] }
  content jsonb not null,
  written_at timestamptz not null,
  written_by text not null,
  agreed_at timestamptz
);

-- A yes is to the words of one revision: changed words need a new one.
create table committee_minutes_yes (
  meeting_id integer not null references committee_minutes (meeting_id),
  voice text not null check (voice in ('collective', 'town-hall')),
  revision integer not null,
  person_id text references person (id) on delete set null,
  said_at timestamptz not null,
  primary key (meeting_id, voice, revision)
);

-- What was decided, once the minutes are agreed: followed like any other date.
create table committee_decision (
  id integer generated always as identity primary key,
  meeting_id integer not null references committee_meeting (id),
  ordinal smallint not null,
  words text not null check (length(words) between 1 and 1000),
  edition text,
  items text[] not null default '{}',
  who text not null default '' check (length(who) <= 200),
  due_on date,
  unique (meeting_id, ordinal)
);
