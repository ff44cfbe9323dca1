-- A person says that an action carries out a promise: a measure, a principle or a local commitment, all in the same way.
-- item: m15, pA, l412 (src/domain/follow-up/commitment-key.ts).
alter table action_measure rename to action_commitment;
alter table action_commitment add column item text;
update action_commitment set item = 'm' || measure;
alter table action_commitment alter column item set not null;
alter table action_commitment drop constraint action_measure_pkey;
alter table action_commitment drop column measure;
alter table action_commitment add primary key (action_id, edition, item);
alter table action_commitment add constraint action_commitment_item
  check (item ~ '^(m[1-9][0-9]{0,3}|p[A-Z]{1,2}|l[1-9][0-9]{0,9})$');
alter table action_commitment rename constraint action_measure_action_id_fkey to action_commitment_action_id_fkey;
create index action_commitment_by_item on action_commitment (edition, item);

-- A likeness that somebody looked at and found wrong: it is not proposed again.
create table dismissed_link (
  action_id integer not null references working_action (id),
  edition text not null,
  item text not null check (item ~ '^(m[1-9][0-9]{0,3}|p[A-Z]{1,2}|l[1-9][0-9]{0,9})$'),
  dismissed_by text not null,
  dismissed_at timestamptz not null,
  primary key (action_id, edition, item)
);
