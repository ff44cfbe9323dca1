-- Correspondences between charters, and with the Sustainable Development Goals. docs/decisions/0036.

create table crosswalk_link (
  id integer generated always as identity primary key,
  from_edition text not null check (from_edition <> ''),
  -- m15, pA
  from_item text not null check (from_item ~ '^(m[1-9][0-9]{0,3}|p[A-Z]{1,2})$'),
  to_edition text,
  to_item text check (to_item ~ '^(m[1-9][0-9]{0,3}|p[A-Z]{1,2})$'),
  to_goal smallint check (to_goal between 1 and 17),
  state text not null check (state in ('link-proposed', 'link-confirmed', 'link-refused', 'link-withdrawn')),
  version integer not null default 1,
  origin text not null check (origin in ('reader', 'person')),
  -- What "to" is to "from".
  relation text check (relation in ('same', 'wider', 'narrower', 'overlaps')),
  reason text not null default '',
  -- src/domain/crosswalk/likeness.ts: why the reader proposes it, and where both are nearest.
  likeness jsonb not null default '[]',
  near jsonb,
  score real not null default 0 check (score between 0 and 1),
  -- Of the words of both sides as they were when compared.
  words_sha256 text not null check (words_sha256 ~ '^[0-9a-f]{64}$'),
  proposed_at timestamptz not null,
  decided_at timestamptz,
  check ((to_edition is null) = (to_item is null)),
  check ((to_goal is null) <> (to_edition is null)),
  check (to_edition is null or (from_edition <> to_edition and from_edition || ' ' || from_item < (to_edition || ' ' || to_item) collate "C")),
  check (relation is null or to_goal is null),
  check (state <> 'link-confirmed' or to_goal is not null or relation is not null),
  check ((state = 'link-proposed') = (decided_at is null))
);
-- A pair is one line, whoever proposes it.
create unique index crosswalk_link_pair on crosswalk_link (from_edition, from_item, to_edition, to_item, to_goal) nulls not distinct;
create index crosswalk_link_to on crosswalk_link (to_edition, to_item) where to_edition is not null;
create index crosswalk_link_queue on crosswalk_link (state, score desc, id);

-- What everybody reads: what people confirmed, and what a published edition says of the one before, from both sides.
create view crosswalk_relation as
select 'link-' || id as key, from_edition, from_item, to_edition, to_item, to_goal,
  coalesce(relation, 'contributes') as relation, reason, decided_at as since, true as forward
from crosswalk_link where state = 'link-confirmed'
union all
select 'link-' || id, to_edition, to_item, from_edition, from_item, null,
  case relation when 'wider' then 'narrower' when 'narrower' then 'wider' else relation end, reason, decided_at, false
from crosswalk_link where state = 'link-confirmed' and to_edition is not null
union all
select o.edition || '-' || o.measure || '-' || o.from_edition || '-' || o.from_measure,
  o.from_edition, 'm' || o.from_measure, o.edition, 'm' || o.measure, null, 'became', o.reason, e.published_at, true
from measure_origin o join edition e on e.id = o.edition
where o.measure is not null and o.from_measure is not null
union all
select o.edition || '-' || o.measure || '-' || o.from_edition || '-' || o.from_measure,
  o.edition, 'm' || o.measure, o.from_edition, 'm' || o.from_measure, null, 'came-from', o.reason, e.published_at, false
from measure_origin o join edition e on e.id = o.edition
where o.measure is not null and o.from_measure is not null;

-- Frozen: the bytes that are downloaded, with their hash.
create table crosswalk_version (
  number integer primary key check (number >= 1),
  content text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  published_at timestamptz not null
);
