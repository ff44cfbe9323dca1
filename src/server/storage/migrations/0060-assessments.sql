-- What two voices say of each promise, once signed: append-only, each beside the other. No foreign key to the pact: one that is
-- withdrawn goes from its table, what was said of it stays.

create table assessment (
  id integer generated always as identity primary key,
  pact_id integer not null,
  -- m15, pA, l412: src/domain/follow-up/commitment-key.ts
  item text not null check (item ~ '^(m[1-9][0-9]{0,3}|p[A-Z]{1,2}|l[1-9][0-9]{0,9})$'),
  voice text not null check (voice in ('collective', 'town-hall')),
  -- What this voice said of this promise, in order: 1, 2…
  version integer not null check (version > 0),
  status text not null
    check (status in ('not-started', 'underway', 'partly-kept', 'kept', 'broken', 'cannot-assess', 'not-competent')),
  -- [{ level, status }], in order; empty: the promise as a whole
  levels jsonb not null,
  before_mandate boolean not null,
  sentence text not null check (length(sentence) between 1 and 2000),
  -- [EvidenceItem]: src/domain/follow-up/evidence.ts
  evidence jsonb not null,
  assessed_on date not null,
  said_at timestamptz not null,
  -- In which role, and for whom under the name of that day: the collective, the list or the place.
  said_as text not null,
  said_for text not null check (said_for <> ''),
  collective_id integer references collective (id),
  -- Which version of the published method it follows.
  method text not null,
  -- The review that published it. No foreign key: reviews come after.
  review_id integer,
  -- What the other voice had said, when this answers it.
  answers_to integer references assessment (id),
  unique (pact_id, item, voice, version),
  check (not before_mandate or status in ('kept', 'partly-kept')),
  check ((voice = 'collective') = (collective_id is not null))
);
create index assessment_by_collective on assessment (collective_id, id) where collective_id is not null;
create index assessment_by_review on assessment (review_id) where review_id is not null;
create index assessment_by_answered on assessment (answers_to) where answers_to is not null;
create trigger assessment_never_changes before update or delete on assessment
  for each row execute function refuse_change();

-- Who typed it: goes with the account.
create table assessment_author (
  assessment_id integer primary key references assessment (id),
  person_id text not null references person (id) on delete cascade
);
create index assessment_author_by_person on assessment_author (person_id);

-- « Toujours exact » : the same thing, seen again on another day.
create table assessment_confirmation (
  id integer generated always as identity primary key,
  assessment_id integer not null references assessment (id),
  confirmed_on date not null,
  confirmed_at timestamptz not null,
  said_as text not null,
  said_for text not null,
  person_id text references person (id) on delete set null,
  unique (assessment_id, confirmed_on)
);
create index assessment_confirmation_by_person on assessment_confirmation (person_id) where person_id is not null;

-- The last thing that each voice said of a promise, kept by the act: a page never looks through all that was said.
create table latest_assessment (
  pact_id integer not null,
  item text not null,
  voice text not null,
  assessment_id integer not null references assessment (id),
  status text not null,
  before_mandate boolean not null,
  -- The day it speaks of, or the last on which it was said to be still so.
  looked_on date not null,
  primary key (pact_id, item, voice)
);

-- Somebody else who knows: signed in, named, beside the two voices.
create table remark (
  id integer generated always as identity primary key,
  pact_id integer not null,
  item text not null check (item ~ '^(m[1-9][0-9]{0,3}|p[A-Z]{1,2}|l[1-9][0-9]{0,9})$'),
  -- As they sign: a name and who they are here (« présidente de l’association Vélo 94 »). Null: erased with the account.
  name text check (length(name) between 1 and 120),
  quality text not null default '' check (length(quality) <= 160),
  sentence text not null check (length(sentence) between 1 and 2000),
  evidence jsonb not null,
  said_at timestamptz not null,
  person_id text references person (id) on delete set null,
  withdrawn_at timestamptz,
  hidden_at timestamptz,
  hidden_reason text check (length(hidden_reason) between 1 and 1000),
  check ((hidden_at is null) = (hidden_reason is null))
);
create index remark_by_commitment on remark (pact_id, item, id);
create index remark_by_person on remark (person_id) where person_id is not null;

create table remark_report (
  id integer generated always as identity primary key,
  remark_id integer not null references remark (id),
  reason text not null check (length(reason) between 1 and 1000),
  reported_at timestamptz not null
);
create index remark_report_by_remark on remark_report (remark_id);

-- Files that what people said rests on: never cleaned away. `used_by`: « assessment 12 », « remark 3 », « review-entry 4 ».
create table evidence_document (
  document_id integer not null references document (id),
  used_by text not null,
  -- Taken out of sight by the national team, with its reason: the words stay.
  hidden_at timestamptz,
  hidden_reason text check (length(hidden_reason) between 1 and 1000),
  primary key (document_id, used_by),
  check ((hidden_at is null) = (hidden_reason is null))
);
create index evidence_document_by_use on evidence_document (used_by);

-- Which side was told of the other's words, and when: one mail in some hours, whatever the number of promises looked at.
create table reply_right_told (
  pact_id integer not null,
  voice text not null,
  told_at timestamptz not null,
  primary key (pact_id, voice)
);
