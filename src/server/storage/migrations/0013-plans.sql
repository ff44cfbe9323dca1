-- Municipal action plans, in their own words.

create table plan (
  id integer generated always as identity primary key,
  municipality_code text references municipality (code),
  grouping_siren text references grouping (siren),
  title text not null check (title <> ''),
  council_date text,
  council_item text,
  council_rapporteur text,
  council_decision text,
  axis_count integer not null,
  action_count integer not null,
  document_id integer not null references document (id),
  read_at timestamptz not null,
  reader_version text not null,
  reviewed_at timestamptz,
  reviewed_by text,
  published_at timestamptz not null,
  check ((municipality_code is null) <> (grouping_siren is null)),
  check ((reviewed_at is null) = (reviewed_by is null))
);
-- The same file is one plan of one place.
create unique index plan_once on plan (coalesce(municipality_code, grouping_siren), document_id);
create index plan_by_municipality on plan (municipality_code, id) where municipality_code is not null;
create index plan_by_grouping on plan (grouping_siren, id) where grouping_siren is not null;
create index plan_by_document on plan (document_id);
create index plan_by_day_published on plan (published_at desc, id desc);

create table axis (
  plan_id integer not null references plan (id),
  ordinal smallint not null,
  number text not null,
  title text not null,
  -- [{ title }]
  sub_axes jsonb not null,
  primary key (plan_id, ordinal)
);

create table action (
  id integer generated always as identity primary key,
  plan_id integer not null references plan (id),
  ordinal smallint not null,
  number text not null,
  printed_number text not null,
  title text not null,
  axis text,
  sub_axis text,
  labels text[] not null,
  calendar text,
  -- { context, description, objectives, leads, means, calendar, method, indicators }: as written, or null
  fields jsonb not null,
  -- [{ text, euros }], [{ text, day }]
  amounts jsonb not null,
  dates jsonb not null,
  related_actions text[] not null,
  quotations jsonb not null,
  unique (plan_id, ordinal),
  unique (plan_id, number)
);

create table plan_reading (
  plan_id integer primary key references plan (id),
  -- json, not jsonb: kept character for character, and never looked into
  reading json not null
);

-- A person said that an action carries out a measure. Nothing else fills this table.
create table action_measure (
  action_id integer not null references action (id),
  edition text not null,
  measure smallint not null check (measure > 0),
  linked_by text not null,
  linked_at timestamptz not null,
  primary key (action_id, edition, measure)
);
create index action_measure_by_measure on action_measure (edition, measure);
