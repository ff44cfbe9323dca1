-- Plans that a town hall publishes here have no document; their actions are typed, and stand beside what a document says.

alter table plan alter column document_id drop not null;
alter table plan alter column reader_version drop not null;
-- The number of the version shown; null: nothing but what a document says.
alter table plan add column version integer check (version > 0);
alter table plan add column introduction text check (length(introduction) <= 20000);
-- The council that adopted a version of it, the last time it did.
alter table plan add column adopted_on date;
alter table plan add column deliberation text check (length(deliberation) <= 300);
alter table plan add constraint plan_read_or_published_here check (document_id is not null or version is not null);
alter table plan add constraint plan_read_whole check ((document_id is null) = (reader_version is null));

-- All null: its plan was read from a document and nobody of the town hall has published it since.
alter table action add column status text
  check (status in ('planned', 'ongoing', 'done', 'paused', 'abandoned', 'blocked'));
alter table action add column blocked jsonb;
alter table action add column priority text check (priority in ('high', 'medium', 'low'));
alter table action add column starts_on date;
alter table action add column ends_on date;
alter table action add column participation text
  check (participation in ('none', 'information', 'consultation', 'concertation', 'co-construction'));
alter table action add column news_at timestamptz;
-- src/domain/plan/published-sheet.ts: the whole sheet as it may be shown, names in place of numbers.
alter table action add column sheet jsonb;
create index action_by_end on action (ends_on) where ends_on is not null;

-- Numbers of actions are looked for when one is given by hand.
create index working_action_by_number on working_action (plan_id, number) where removed_at is null;
