-- Negotiations between a collective and a list or a council. Private, but for being open, asked, declined or unanswered.

create table negotiation (
  id integer generated always as identity primary key,
  collective_id integer not null references collective (id),
  -- Null: the council of the place.
  list_id integer references candidate_list (id),
  municipality_code text references municipality (code),
  grouping_siren text references grouping (siren),
  edition text not null,
  -- The mandate that it is about.
  term_from smallint not null,
  term_to smallint not null check (term_to > term_from),
  state text not null check (state in ('prepared', 'asked', 'under-way', 'frozen', 'declined', 'ended')),
  -- { kind, … }: what it began with
  starting_point jsonb not null,
  opened_by text not null,
  opened_at timestamptz not null,
  asked_at timestamptz,
  -- The last time the counterpart was written to.
  told_at timestamptz,
  started_at timestamptz,
  -- Somebody of the counterpart came here themselves: from then on nobody speaks for it.
  joined_at timestamptz,
  declined_at timestamptz,
  declined_reason text,
  ended_at timestamptz,
  ended_side text check (ended_side in ('carrier', 'counterpart')),
  ended_reason text,
  frozen_at timestamptz,
  -- Grows with every change: pages that stay open compare it.
  revision integer not null default 1,
  check ((municipality_code is null) <> (grouping_siren is null)),
  check (state <> 'asked' or asked_at is not null),
  check (state not in ('under-way', 'frozen') or started_at is not null),
  check ((state = 'declined') = (declined_at is not null)),
  check ((state = 'ended') = (ended_at is not null)),
  check ((state = 'frozen') = (frozen_at is not null))
);
-- One at a time between the same two, against one edition.
create unique index negotiation_once on negotiation (
  collective_id, coalesce(list_id, 0), coalesce(municipality_code, grouping_siren), edition
) where state in ('prepared', 'asked', 'under-way');
create index negotiation_by_collective on negotiation (collective_id, id);
create index negotiation_by_list on negotiation (list_id, id) where list_id is not null;
create index negotiation_by_municipality on negotiation (municipality_code, id) where municipality_code is not null;
create index negotiation_by_grouping on negotiation (grouping_siren, id) where grouping_siren is not null;

-- Every version of what each side said of each item; the highest version counts. The key refuses two writers at once.
create table negotiation_saying (
  -- Grows with every saying: tells who spoke last.
  id integer generated always as identity primary key,
  negotiation_id integer not null references negotiation (id),
  item text not null check (item ~ '^(p[A-Z]{1,2}|[mrl][0-9]{1,4}|m[0-9]{1,4}-[0-9]-[0-9]{1,2})$'),
  side text not null check (side in ('carrier', 'counterpart')),
  version integer not null check (version > 0),
  -- { stance, wording, observation }; null: taken back
  position jsonb,
  -- own: the side itself. reported: said to the collective, which wrote it down. start: what the negotiation began with.
  origin text not null check (origin in ('own', 'reported', 'start')),
  said_by text not null,
  said_at timestamptz not null,
  unique (negotiation_id, item, side, version)
);

-- Measures beyond the charter, with the words they were first proposed in.
create table negotiation_local (
  negotiation_id integer not null references negotiation (id),
  number smallint not null check (number > 0),
  side text not null check (side in ('carrier', 'counterpart')),
  text text not null check (text <> '' and length(text) <= 4000),
  related_measures smallint[] not null default '{}',
  -- Of the collective's own, when it came from there.
  local_measure_id integer references local_measure (id),
  proposed_at timestamptz not null,
  primary key (negotiation_id, number)
);

-- A side sent its answers.
create table negotiation_round (
  negotiation_id integer not null references negotiation (id),
  number smallint not null check (number > 0),
  side text not null check (side in ('carrier', 'counterpart')),
  words text check (length(words) <= 2000),
  -- How many items it answered since its round before.
  answers integer not null check (answers >= 0),
  sent_by text not null,
  sent_at timestamptz not null,
  primary key (negotiation_id, number)
);

create table negotiation_comment (
  id integer generated always as identity primary key,
  negotiation_id integer not null references negotiation (id),
  -- Null: on the whole.
  measure smallint check (measure > 0),
  side text not null check (side in ('carrier', 'counterpart')),
  text text not null check (text <> '' and length(text) <= 4000),
  said_by text not null,
  said_at timestamptz not null
);
create index negotiation_comment_by_negotiation on negotiation_comment (negotiation_id, measure, id);

-- A side said yes: to the text of this fingerprint (it is worth nothing for any other), or to opening it again.
create table negotiation_yes (
  negotiation_id integer not null references negotiation (id),
  side text not null check (side in ('carrier', 'counterpart')),
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  origin text not null check (origin in ('own', 'reported')),
  said_by text not null,
  said_at timestamptz not null,
  primary key (negotiation_id, side)
);

-- Words that somebody found insulting: the national team hides them, or not. They stay in the journal.
create table negotiation_report (
  id integer generated always as identity primary key,
  negotiation_id integer not null references negotiation (id),
  saying_id integer references negotiation_saying (id),
  comment_id integer references negotiation_comment (id),
  reason text not null check (reason <> '' and length(reason) <= 1000),
  reported_by text not null,
  reported_at timestamptz not null,
  outcome text check (outcome in ('hidden', 'kept')),
  -- Shown in place of what is hidden.
  notice text check (length(notice) <= 500),
  settled_at timestamptz,
  check (num_nonnulls(saying_id, comment_id) = 1),
  check ((outcome is null) = (settled_at is null))
);
create index negotiation_report_waiting on negotiation_report (reported_at) where outcome is null;
create index negotiation_report_by_negotiation on negotiation_report (negotiation_id);
create unique index negotiation_report_once on negotiation_report (
  reported_by, coalesce(saying_id, 0), coalesce(comment_id, 0)
) where outcome is null;
