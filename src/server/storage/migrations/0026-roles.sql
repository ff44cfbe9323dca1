-- Who may speak for a list, a town hall or the national team; and what was asked to become so. Nobody holds a place
-- because it was empty: every row of the three tables of holders comes from a request that somebody confirmed.

create table role_request (
  id integer generated always as identity primary key,
  person_id text not null references person (id) on delete cascade,
  role text not null check (role in ('list-representative', 'municipal-agent', 'elected-official', 'national-team')),
  list_id integer references candidate_list (id) on delete cascade,
  municipality_code text references municipality (code),
  grouping_siren text references grouping (siren),
  -- What the person says to those who decide.
  words text not null default '' check (length(words) <= 1000),
  asked_at timestamptz not null,
  state text not null default 'asked' check (state in ('asked', 'confirmed', 'refused', 'dropped', 'ended')),
  -- The code sent to a public address: its hash, never itself.
  code_hash text,
  code_address_id integer references public_address (id) on delete set null,
  code_sent_at timestamptz,
  code_tries smallint not null default 0,
  way text check (way in ('public-address', 'holder', 'national-team', 'operator')),
  -- An account, or the name that the operator gave; null once the account is erased.
  decided_by text,
  decided_at timestamptz,
  reason text check (length(reason) <= 1000),
  ended_at timestamptz,
  ended_by text,
  end_reason text check (length(end_reason) <= 1000),
  check (
    case role
      when 'national-team' then num_nonnulls(list_id, municipality_code, grouping_siren) = 0
      when 'list-representative' then list_id is not null and num_nonnulls(municipality_code, grouping_siren) = 0
      else list_id is null and num_nonnulls(municipality_code, grouping_siren) = 1
    end
  )
);
-- One request at a time for one role.
create unique index role_request_once on role_request (
  person_id, role, coalesce(list_id, 0), coalesce(municipality_code, ''), coalesce(grouping_siren, '')
) where state in ('asked', 'confirmed');
create index role_request_waiting on role_request (asked_at) where state = 'asked';
create index role_request_by_list on role_request (list_id) where list_id is not null;

create table list_representative (
  person_id text not null references person (id) on delete cascade,
  list_id integer not null references candidate_list (id) on delete cascade,
  request_id integer not null references role_request (id) on delete cascade,
  since timestamptz not null,
  primary key (person_id, list_id)
);
create index list_representative_by_list on list_representative (list_id);

create table town_hall_member (
  id integer generated always as identity primary key,
  person_id text not null references person (id) on delete cascade,
  role text not null check (role in ('municipal-agent', 'elected-official')),
  municipality_code text references municipality (code),
  grouping_siren text references grouping (siren),
  request_id integer not null references role_request (id) on delete cascade,
  since timestamptz not null,
  check (num_nonnulls(municipality_code, grouping_siren) = 1)
);
create unique index town_hall_member_once on town_hall_member (
  person_id, role, coalesce(municipality_code, ''), coalesce(grouping_siren, '')
);
create index town_hall_member_by_municipality on town_hall_member (municipality_code);

create table national_team_member (
  person_id text primary key references person (id) on delete cascade,
  request_id integer not null references role_request (id) on delete cascade,
  since timestamptz not null
);
