-- Figures that a town hall follows. Seen by everybody once it chose so; each figure stays, with who gave it and when.
create table indicator (
  id integer generated always as identity primary key,
  plan_id integer not null references working_plan (id),
  title text not null check (length(title) between 1 and 200),
  unit text not null check (length(unit) between 1 and 40),
  source text not null default '' check (length(source) <= 300),
  description text not null default '' check (length(description) <= 2000),
  goal text check (goal in ('at-least', 'at-most', 'exactly')),
  -- Words of the charter that it was made from: { edition, measure, level, clause, quote }.
  offered jsonb,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  removed_at timestamptz
);
create index indicator_by_plan on indicator (plan_id, id) where removed_at is null;

create table indicator_action (
  indicator_id integer not null references indicator (id),
  action_id integer not null references working_action (id),
  primary key (indicator_id, action_id)
);
create index indicator_action_by_action on indicator_action (action_id);

create table indicator_commitment (
  indicator_id integer not null references indicator (id),
  edition text not null,
  item text not null check (item ~ '^(m[1-9][0-9]{0,3}|p[A-Z]{1,2}|l[1-9][0-9]{0,9})$'),
  primary key (indicator_id, edition, item)
);
create index indicator_commitment_by_item on indicator_commitment (edition, item);

create table indicator_value (
  id integer generated always as identity primary key,
  indicator_id integer not null references indicator (id),
  kind text not null check (kind in ('result', 'target')),
  -- Empty: the whole place.
  territory text not null default '' check (length(territory) <= 80),
  -- The last day of what was said; null: a target without a date.
  period_on date check (period_on between '1900-01-01' and '2200-12-31'),
  precision text check (precision in ('day', 'month', 'year')),
  value numeric(20, 4) not null,
  entered_at timestamptz not null,
  entered_by text not null,
  -- Another figure took its place, or it was taken back.
  ended_at timestamptz,
  ended_by text,
  check ((period_on is null) = (precision is null)),
  check (kind = 'target' or period_on is not null),
  check ((ended_at is null) = (ended_by is null))
);
create unique index indicator_value_once on indicator_value (
  indicator_id, kind, lower(territory), coalesce(period_on, '0001-01-01'), coalesce(precision, '')
) where ended_at is null;
create index indicator_value_by_indicator on indicator_value (indicator_id, id);
