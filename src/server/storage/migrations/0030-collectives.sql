-- Collectives: the citizen groups of one commune or several, their members, and what they do together.
-- Members are told apart by the random id of their account; how the others call them stands beside it.

create table collective (
  id integer generated always as identity primary key,
  name text not null check (name <> '' and length(name) <= 120),
  slug text not null,
  description text not null default '' check (length(description) <= 4000),
  -- closed: declined by the national team, or ended by its last members; its pacts and its past stay.
  state text not null check (state in ('requested', 'active', 'dormant', 'closed')),
  -- Which version of the collectives' charter it accepted.
  charter_version text not null,
  requested_at timestamptz not null,
  -- How it was confirmed, as its page says.
  confirmed_at timestamptz,
  confirmed_by text check (confirmed_by in ('national-team', 'operator')),
  dormant_since timestamptz,
  -- The neighbour whose coordinators keep it going, after it slept.
  carried_by integer references collective (id),
  carried_since timestamptz,
  closed_at timestamptz,
  closed_reason text,
  check ((confirmed_at is null) = (confirmed_by is null)),
  check (state in ('requested', 'closed') or confirmed_at is not null),
  check ((state = 'dormant') = (dormant_since is not null)),
  check ((state = 'closed') = (closed_at is not null)),
  check ((carried_by is null) = (carried_since is null)),
  check (carried_by <> id)
);
create index collective_by_state on collective (state, id);

create table collective_place (
  collective_id integer not null references collective (id),
  municipality_code text references municipality (code),
  grouping_siren text references grouping (siren),
  check ((municipality_code is null) <> (grouping_siren is null))
);
create unique index collective_place_once on collective_place (collective_id, coalesce(municipality_code, grouping_siren));
create index collective_place_by_municipality on collective_place (municipality_code) where municipality_code is not null;
create index collective_place_by_grouping on collective_place (grouping_siren) where grouping_siren is not null;

create table collective_member (
  collective_id integer not null references collective (id),
  person_id text not null references person (id) on delete cascade,
  role text not null check (role in ('member', 'coordinator')),
  -- How the other members know this person; on the public page only when the person chose so.
  name text not null check (name <> '' and length(name) <= 120),
  name_public boolean not null default false,
  joined_at timestamptz not null,
  -- Lists on which somebody of this name stands: [{ list, name, term }]; null: none known.
  found_on_lists jsonb,
  found_on_lists_at timestamptz,
  -- A coordinator looked: somebody else of the same name.
  namesake_since timestamptz,
  primary key (collective_id, person_id),
  check ((found_on_lists is null) = (found_on_lists_at is null))
);
create index collective_member_by_person on collective_member (person_id);

create table collective_invitation (
  id integer generated always as identity primary key,
  collective_id integer not null references collective (id),
  -- SHA-256 of the token in the link: a stolen backup opens nothing.
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  -- Erased as soon as the link is used, withdrawn or late.
  email text,
  invited_by text not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > invited_at),
  used_at timestamptz,
  withdrawn_at timestamptz,
  check (num_nonnulls(used_at, withdrawn_at) <= 1)
);
create index collective_invitation_by_collective on collective_invitation (collective_id, id);

create table collective_join_request (
  id integer generated always as identity primary key,
  collective_id integer not null references collective (id),
  person_id text not null references person (id) on delete cascade,
  name text not null check (name <> '' and length(name) <= 120),
  message text not null check (length(message) <= 1000),
  found_on_lists jsonb,
  asked_at timestamptz not null,
  answer text check (answer in ('accepted', 'declined', 'withdrawn')),
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null))
);
create unique index collective_join_request_once on collective_join_request (collective_id, person_id)
  where answer is null;

-- Taking the coordination away from somebody: the other coordinators together, or the national team.
create table coordinator_removal (
  id integer generated always as identity primary key,
  collective_id integer not null references collective (id),
  person_id text not null references person (id) on delete cascade,
  asked_by text not null,
  asked_at timestamptz not null,
  reason text not null check (reason <> '' and length(reason) <= 1000),
  outcome text check (outcome in ('removed', 'kept', 'withdrawn')),
  settled_by text check (settled_by in ('coordinators', 'national-team')),
  settled_at timestamptz,
  check ((outcome is null) = (settled_at is null) and (outcome is null) = (settled_by is null))
);
create unique index coordinator_removal_once on coordinator_removal (collective_id, person_id) where outcome is null;

create table coordinator_removal_voice (
  removal_id integer not null references coordinator_removal (id) on delete cascade,
  person_id text not null references person (id) on delete cascade,
  agrees boolean not null,
  said_at timestamptz not null,
  primary key (removal_id, person_id)
);

create table collective_takeover (
  id integer generated always as identity primary key,
  -- The one that sleeps, and the neighbour that is asked.
  collective_id integer not null references collective (id),
  neighbour_id integer not null references collective (id),
  proposed_at timestamptz not null,
  message text not null default '' check (length(message) <= 1000),
  answer text check (answer in ('accepted', 'declined', 'withdrawn')),
  answered_at timestamptz,
  check (collective_id <> neighbour_id),
  check ((answer is null) = (answered_at is null))
);
create unique index collective_takeover_once on collective_takeover (collective_id, neighbour_id) where answer is null;
create index collective_takeover_by_neighbour on collective_takeover (neighbour_id, id);

create table agenda_entry (
  id integer generated always as identity primary key,
  collective_id integer not null references collective (id),
  -- Names the entry in every calendar that took it, for ever.
  uid text not null unique,
  -- Grows with each change: calendars take the latest.
  revision integer not null default 0,
  title text not null check (title <> '' and length(title) <= 160),
  location text not null default '' check (length(location) <= 300),
  description text not null default '' check (length(description) <= 4000),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  -- Where the clock on the wall is read: Europe/Paris, Indian/Reunion…
  zone text not null,
  changed_at timestamptz not null,
  cancelled_at timestamptz
);
create index agenda_entry_by_collective on agenda_entry (collective_id, starts_at);

-- What a collective wants beyond the charter.
create table local_measure (
  id integer generated always as identity primary key,
  collective_id integer not null references collective (id),
  number smallint not null check (number > 0),
  text text not null check (text <> '' and length(text) <= 2000),
  -- Of which charter, and which of its measures it goes with.
  edition text not null,
  related_measures smallint[] not null default '{}',
  written_at timestamptz not null,
  withdrawn_at timestamptz,
  unique (collective_id, number)
);
