-- Who stands where. General elections are data of the program (data/elections); by-elections are entered here.

create table by_election (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
  municipality_code text not null references municipality (code),
  year smallint not null check (year between 1945 and 2200),
  -- null: not set yet
  first_round_on date,
  second_round_on date check (second_round_on > first_round_on),
  -- Where one can read that it is held.
  source text not null check (source <> ''),
  source_url text,
  entered_by text not null,
  entered_at timestamptz not null
);
create index by_election_by_municipality on by_election (municipality_code);

create table candidate_list (
  id integer generated always as identity primary key,
  election_id text not null check (election_id ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
  -- The municipality of today; what it was on the day of the election is in `constituency`.
  municipality_code text not null references municipality (code),
  -- '' or the sector or arrondissement (Paris, Lyon, Marseille) or the commune of that time, by its code
  constituency_code text not null default '',
  constituency_name text,
  name text not null check (name <> ''),
  -- Compared with, never shown: no accent, no case, single spaces.
  name_key text not null,
  short_name text,
  nuance text,
  -- Head of list, given name first. Null: unknown.
  leader text,
  leader_key text not null default '',
  -- The first round it stood in: 2 for a list born of a merger.
  first_round smallint not null default 1 check (first_round in (1, 2)),
  source text not null check (source <> ''),
  entered_as text not null check (entered_as in ('import', 'collective', 'national-team', 'operator')),
  entered_at timestamptz not null,
  changed_at timestamptz not null,
  withdrawn_on date,
  -- Into which list it merged between the rounds.
  merged_into integer references candidate_list (id),
  merged_on date,
  seats smallint check (seats >= 0),
  outcome text check (outcome in ('majority', 'opposition', 'not-elected')),
  -- Null: proposed from the figures, nobody has confirmed it.
  outcome_confirmed_at timestamptz,
  check (merged_into is null or merged_into <> id),
  check ((merged_into is null) = (merged_on is null)),
  check (outcome is not null or outcome_confirmed_at is null)
);
create unique index candidate_list_once on candidate_list (election_id, municipality_code, constituency_code, name_key, leader_key);
create index candidate_list_by_municipality on candidate_list (municipality_code, election_id);
create index candidate_list_by_election on candidate_list (election_id, id);
create index candidate_list_merged on candidate_list (merged_into) where merged_into is not null;

create table candidate_list_round (
  list_id integer not null references candidate_list (id) on delete cascade,
  round smallint not null check (round in (1, 2)),
  panel_number smallint check (panel_number > 0),
  votes integer check (votes >= 0),
  -- Votes cast for some list in that constituency.
  votes_cast integer check (votes_cast >= votes),
  primary key (list_id, round)
);

-- Kept to know who may not join a collective; only heads of list are shown. Forgotten in time: docs/decisions/0017.
create table candidate (
  list_id integer not null references candidate_list (id) on delete cascade,
  round smallint not null check (round in (1, 2)),
  position smallint not null check (position > 0),
  family_name text not null,
  given_name text not null,
  primary key (list_id, round, position)
);

-- A file of lists or of results, between its preview and the moment somebody writes it. Emptied then, or a day later.
create table list_file (
  id integer generated always as identity primary key,
  election_id text not null,
  kind text not null check (kind in ('lists', 'results')),
  round smallint not null check (round in (1, 2)),
  filename text not null,
  bytes bytea not null,
  columns jsonb not null,
  kept_by text not null,
  kept_at timestamptz not null
);

-- Which of the published lists signed a pact, once a person has said so. Beside the pact and not in it: the journal holds
-- the hash of every pact as its row says it.
create table pact_list (
  pact_id integer primary key references pact (id) on delete cascade,
  candidate_list_id integer not null references candidate_list (id),
  linked_by text not null,
  linked_at timestamptz not null
);
create index pact_list_by_list on pact_list (candidate_list_id);

-- E-mail addresses that a list or a town hall gives to everybody. Never shown whole: they serve to confirm a role.
create table public_address (
  id integer generated always as identity primary key,
  list_id integer references candidate_list (id) on delete cascade,
  municipality_code text references municipality (code),
  grouping_siren text references grouping (siren),
  email text not null,
  source text not null,
  entered_by text not null,
  entered_at timestamptz not null,
  check (num_nonnulls(list_id, municipality_code, grouping_siren) = 1)
);
create unique index public_address_once on public_address (
  coalesce(list_id, 0), coalesce(municipality_code, ''), coalesce(grouping_siren, ''), lower(email)
);
