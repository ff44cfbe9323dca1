-- The division of the country: replaced as a whole by each release of the data, never edited by hand.

create table territory_release (
  release text primary key,
  loaded_at timestamptz not null default now()
);
-- One release at a time.
create unique index territory_release_single on territory_release ((true));

create table region (
  code text primary key,
  name text not null
);

create table department (
  code text primary key,
  name text not null,
  region_code text references region (code)
);

create table grouping (
  siren text primary key check (siren ~ '^[0-9]{9}$'),
  name text not null,
  slug text not null,
  kind text not null check (kind in ('cc', 'ca', 'cu', 'metropole', 'metropole-de-lyon', 'ept')),
  population integer not null check (population >= 0),
  -- false: dissolved or merged since; kept because pacts may name it
  current boolean not null default true
);

create table municipality (
  code text primary key check (code ~ '^([0-9]{5}|2[AB][0-9]{3})$'),
  name text not null,
  slug text not null,
  siren text,
  population integer check (population >= 0),
  postcodes text[] not null default '{}',
  department_code text not null references department (code),
  region_code text references region (code),
  intercommunality_siren text references grouping (siren),
  territorial_establishment_siren text references grouping (siren),
  -- false: merged into another since; kept because its pacts keep their address
  current boolean not null default true
);
create index municipality_by_intercommunality on municipality (intercommunality_siren);
create index municipality_by_territorial_establishment on municipality (territorial_establishment_siren)
  where territorial_establishment_siren is not null;
-- Neighbours by size inside a département.
create index municipality_by_department_population on municipality (department_code, population);

create table municipality_former_name (
  code text primary key,
  municipality_code text not null references municipality (code),
  name text not null,
  kind text not null check (kind in ('delegated', 'associated', 'arrondissement')),
  postcodes text[] not null default '{}'
);
create index municipality_former_name_by_municipality on municipality_former_name (municipality_code);
