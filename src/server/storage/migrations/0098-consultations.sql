-- Consultations on editions being written: what people vote and write for a fixed time, what is counted, what is answered.
-- docs/decisions/0035.

create table consultation (
  id integer generated always as identity primary key,
  draft_id integer not null references edition_draft (id),
  title text not null check (title <> ''),
  -- What it asks.
  words text not null default '',
  -- Days included, in Paris; the instants are the same: from, and until before.
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  opens_at timestamptz not null,
  closes_at timestamptz not null check (closes_at > opens_at),
  announced_at timestamptz not null,
  cancelled_at timestamptz,
  cancelled_reason text,
  -- Chance that goes into the digests of addresses; erased with them by the count or by cancelling.
  digest_key bytea,
  -- src/domain/consultation/count.ts, FrozenCount; the hash is of its canonical JSON.
  frozen jsonb,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  counted_at timestamptz,
  check ((cancelled_at is null) = (cancelled_reason is null)),
  check ((frozen is null) = (counted_at is null) and (frozen is null) = (sha256 is null)),
  check (counted_at is null or cancelled_at is null)
);
create index consultation_of_draft on consultation (draft_id, id);
create index consultation_to_count on consultation (closes_at) where counted_at is null and cancelled_at is null;
-- One at a time on a draft: two would be confused.
create unique index consultation_under_way on consultation (draft_id) where counted_at is null and cancelled_at is null;

-- The words that it is about, as the draft had them when it was announced: they do not move with the workbench.
create table consultation_measure (
  consultation_id integer not null references consultation (id),
  -- The number of its row in the draft, kept when the row goes.
  draft_measure_id integer not null,
  position integer not null,
  number integer,
  -- Null: the draft takes it out.
  words jsonb,
  origins jsonb not null,
  change text not null check (change in ('kept', 'modified', 'merged', 'split', 'removed', 'added')),
  reason text not null,
  primary key (consultation_id, draft_measure_id)
);

-- Moderators took participations out of the votes: what everybody reads of it.
create table participation_withdrawal (
  id integer generated always as identity primary key,
  consultation_id integer not null references consultation (id),
  reason text not null check (reason <> ''),
  participations integer not null check (participations > 0),
  ballots integer not null check (ballots >= 0),
  withdrawn_at timestamptz not null
);
create index participation_withdrawal_of on participation_withdrawal (consultation_id, id);

-- One address that was confirmed.
create table participation (
  id integer generated always as identity primary key,
  consultation_id integer not null references consultation (id),
  -- Keyed digest of the box that the address reaches, and its domain, for moderators alone. Both erased by the count.
  box_digest text,
  domain text,
  -- Signed in when it was confirmed. Kept after the count only where the person wrote a contribution.
  person_id text references person (id) on delete set null,
  confirmed_at timestamptz not null,
  withdrawal_id integer references participation_withdrawal (id)
);
create unique index participation_once on participation (consultation_id, box_digest) where box_digest is not null;
create index participation_of on participation (consultation_id, confirmed_at);
create index participation_of_person on participation (person_id) where person_id is not null;

-- What a browser holds to show that it confirmed that address: several may, each its own.
create table participation_pass (
  token_hash text primary key,
  participation_id integer not null references participation (id),
  given_at timestamptz not null
);
create index participation_pass_of on participation_pass (participation_id);

create table consultation_vote (
  consultation_id integer not null references consultation (id),
  -- Null since the count: nobody can learn who chose what.
  participation_id integer references participation (id),
  -- `m12` a measure (its row in the draft), `c45` a contribution.
  object text not null check (object ~ '^[mc][1-9][0-9]*$'),
  choice text not null check (choice in ('for', 'against', 'undecided')),
  -- Said by the count.
  standing text not null default 'counted' check (standing in ('counted', 'burst', 'withdrawn'))
);
create unique index consultation_vote_once on consultation_vote (participation_id, object) where participation_id is not null;
create index consultation_vote_of on consultation_vote (consultation_id, object);

create table contribution (
  id integer generated always as identity primary key,
  consultation_id integer not null references consultation (id),
  kind text not null check (kind in ('comment', 'amendment', 'new-measure')),
  draft_measure_id integer,
  -- The part of the measure that would be said otherwise, and the words that it had.
  spot text,
  base text,
  title text,
  words text not null check (words <> ''),
  because text not null default '',
  -- As they sign; null: unsigned.
  shown_name text,
  participation_id integer not null references participation (id),
  said_at timestamptz not null,
  -- Kept to tell them the answer once; erased when it is told, or when they say stop.
  told_to text,
  withdrawn_at timestamptz,
  hidden_at timestamptz,
  hidden_reason text,
  answer text check (answer in ('taken', 'partly', 'not')),
  answer_words text,
  -- The measure of the draft that it changed.
  answer_measure_id integer,
  answered_at timestamptz,
  foreign key (consultation_id, draft_measure_id) references consultation_measure (consultation_id, draft_measure_id),
  check ((kind = 'new-measure') = (draft_measure_id is null) and (kind = 'new-measure') = (title is not null)),
  check ((kind = 'amendment') = (spot is not null) and (kind = 'amendment') = (base is not null)),
  check ((hidden_at is null) = (hidden_reason is null)),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answer_words is null))
);
create index contribution_of on contribution (consultation_id, id);
create index contribution_of_measure on contribution (consultation_id, draft_measure_id, id);
create index contribution_unanswered on contribution (consultation_id)
  where answered_at is null and withdrawn_at is null and hidden_at is null and kind <> 'comment';
create index contribution_by on contribution (participation_id, said_at);
create index contribution_told_to on contribution (lower(told_to)) where told_to is not null;

-- Who reported is not kept.
create table contribution_report (
  id integer generated always as identity primary key,
  contribution_id integer not null references contribution (id),
  reason text not null check (reason <> ''),
  reported_at timestamptz not null,
  settled_at timestamptz
);
create index contribution_report_waiting on contribution_report (id) where settled_at is null;
create index contribution_report_of on contribution_report (contribution_id);
