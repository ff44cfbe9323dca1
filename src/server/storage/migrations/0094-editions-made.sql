-- Editions of charters made here: worked on in the workbench, then frozen at their own address. docs/decisions/0034.

create table edition_draft (
  id integer generated always as identity primary key,
  -- Its address once published: pacte-transition-2032.
  edition_id text not null check (edition_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(edition_id) <= 80),
  -- What its editions have in common: pacte-transition.
  charter text not null check (charter <> ''),
  -- Null: written from nothing, or from a document.
  based_on text,
  -- Null: the national team's.
  collective_id integer references collective (id),
  title text not null check (title <> ''),
  year integer not null check (year between 1900 and 2200),
  -- src/domain/workbench/draft.ts, DraftHead.
  head jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  published_at timestamptz,
  abandoned_at timestamptz,
  check (published_at is null or abandoned_at is null)
);
-- An address is held by one draft at a time; one that was given up leaves it to others.
create unique index edition_draft_address on edition_draft (edition_id) where abandoned_at is null;
create index edition_draft_of_collective on edition_draft (collective_id) where collective_id is not null;

create table draft_measure (
  id integer generated always as identity primary key,
  draft_id integer not null references edition_draft (id),
  -- Order on the page; several may share one, then by id.
  position integer not null,
  -- Null while removed.
  number integer check (number between 1 and 999),
  -- [{edition, measure}]: what it comes from, in their order. Empty: added.
  origins jsonb not null,
  -- src/domain/workbench/draft.ts, MeasureWords. Null: removed.
  words jsonb,
  -- {grouping id: theme id}
  themes jsonb not null default '{}',
  -- What was decided of notes (figures, checks, law) whose clause changed.
  notes jsonb not null default '[]',
  reason text not null default '',
  version integer not null default 1,
  -- Its words stand in another measure now, with its origins.
  merged_into integer references draft_measure (id),
  check (merged_into is null or words is null)
);
create index draft_measure_of on draft_measure (draft_id, position, id);

create table edition (
  id text primary key,
  -- An Edition of src/domain/charter, whole. Never changed.
  content jsonb not null,
  -- Of its canonical JSON (src/domain/shared/canonical-json.ts).
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  published_at timestamptz not null,
  -- In which role: the name of the person is in the journal alone.
  published_as text not null,
  draft_id integer not null unique references edition_draft (id),
  -- No new negotiation with it from then on; its address and its pacts stay.
  withdrawn_at timestamptz
);

-- What became of each measure, as said by the act of publishing. `measure` null: removed. `from_measure` null: added.
create table measure_origin (
  edition text not null references edition (id),
  measure integer,
  from_edition text,
  from_measure integer,
  change text not null check (change in ('kept', 'modified', 'merged', 'split', 'removed', 'added')),
  reason text not null,
  check ((from_edition is null) = (from_measure is null)),
  check (measure is not null or from_measure is not null)
);
create unique index measure_origin_once on measure_origin (edition, measure, from_edition, from_measure) nulls not distinct;
create index measure_origin_from on measure_origin (from_edition, from_measure);
