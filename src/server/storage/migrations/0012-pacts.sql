-- What lists and councils signed. Rows are written once, by the act of publishing.

create table pact (
  id integer generated always as identity primary key,
  municipality_code text references municipality (code),
  grouping_siren text references grouping (siren),
  edition text not null,
  list_name text,
  leader text,
  term_from smallint not null,
  term_to smallint not null check (term_to > term_from),
  signed_on date,
  document_id integer not null references document (id),
  read_at timestamptz not null,
  reader_version text not null,
  reviewed_at timestamptz,
  reviewed_by text,
  published_at timestamptz not null,
  check ((municipality_code is null) <> (grouping_siren is null)),
  check ((reviewed_at is null) = (reviewed_by is null))
);
-- One list signs one pact against one edition in one term.
create unique index pact_once on pact (
  coalesce(municipality_code, grouping_siren), edition, term_from, lower(coalesce(list_name, ''))
);
create index pact_by_municipality on pact (municipality_code, id) where municipality_code is not null;
create index pact_by_grouping on pact (grouping_siren, id) where grouping_siren is not null;
create index pact_by_edition on pact (edition, id);
create index pact_by_document on pact (document_id);
create index pact_by_day_published on pact (published_at desc, id desc);

create table pact_principle (
  pact_id integer not null references pact (id),
  letter text not null,
  stance text not null check (stance in ('accepted', 'refused', 'partial', 'delegated', 'unspecified', 'unknown')),
  -- { observations, quotations }
  detail jsonb not null,
  primary key (pact_id, letter)
);

create table commitment (
  id integer generated always as identity primary key,
  pact_id integer not null references pact (id),
  -- Repeated from the pact: who took which level of a measure is asked of the whole country.
  edition text not null,
  measure smallint not null check (measure > 0),
  local_number text,
  title_match text not null check (title_match in ('exact', 'amended', 'shortened', 'number-only', 'unmatched')),
  stance text not null check (stance in ('accepted', 'refused', 'partial', 'delegated', 'unspecified', 'unknown')),
  amended boolean not null,
  -- One mark a level, in order: [{ level, stance, wording }]. The clauses are in `detail`.
  marks jsonb not null,
  -- Stances of levels 1 to 3, repeated as columns to be looked up; null: the text does not speak of the level.
  level1 text,
  level2 text,
  level3 text,
  competent_body text,
  competent_siren text references grouping (siren),
  -- { levels, observations, quotations, confidence, reasons }
  detail jsonb not null,
  unique (pact_id, measure)
);
create index commitment_by_measure on commitment (edition, measure, pact_id);
create index commitment_by_competent_body on commitment (competent_siren, pact_id) where competent_siren is not null;

create table local_commitment (
  id integer generated always as identity primary key,
  pact_id integer not null references pact (id),
  ordinal smallint not null,
  local_number text,
  text text not null check (text <> ''),
  related_measures smallint[] not null default '{}',
  -- { quotations }
  detail jsonb not null,
  unique (pact_id, ordinal)
);

-- The whole reading a pact or a plan came from, as the reader said it: proof, not shown in lists.
create table pact_reading (
  pact_id integer primary key references pact (id),
  -- json, not jsonb: kept character for character, and never looked into
  reading json not null
);

-- Kept by the act of publishing, so that the country is never recounted.
create table tally (
  subject text primary key,
  count integer not null check (count >= 0),
  counted_at timestamptz not null
);
create table measure_tally (
  edition text not null,
  measure smallint not null,
  -- 0: the measure as a whole
  level smallint not null check (level >= 0),
  stance text not null,
  pacts integer not null check (pacts >= 0),
  primary key (edition, measure, level, stance)
);
create table edition_tally (
  edition text primary key,
  pacts integer not null check (pacts >= 0),
  counted_at timestamptz not null
);
