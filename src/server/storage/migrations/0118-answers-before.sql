-- An answer to a contribution that another took the place of: public, with the days when it was given and replaced.

alter table contribution add column answers integer not null default 0 check (answers >= 0);
comment on column contribution.answers is 'How many answers were given: what a form shows it has read.';
update contribution set answers = 1 where answered_at is not null;

create table contribution_answer_before (
  id integer generated always as identity primary key,
  contribution_id integer not null references contribution (id),
  answer text not null check (answer in ('taken', 'partly', 'not')),
  words text not null,
  measure_id integer,
  answered_at timestamptz not null,
  replaced_at timestamptz not null
);
create index contribution_answer_before_of on contribution_answer_before (contribution_id, id);
