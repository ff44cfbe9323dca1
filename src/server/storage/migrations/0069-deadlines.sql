-- Who asked to be reminded of the deadlines of a place, and of what they were told: nobody is told twice.

-- Files of events are their letters, made again from their words.
alter table follow_up_event drop column document_id;

create table deadline_follower (
  id integer generated always as identity primary key,
  municipality_code text references municipality (code),
  grouping_siren text references grouping (siren),
  email text not null check (length(email) <= 254),
  stop_token text not null unique,
  followed_at timestamptz not null,
  check (num_nonnulls(municipality_code, grouping_siren) = 1)
);
create unique index deadline_follower_once on deadline_follower (coalesce(municipality_code, grouping_siren), lower(email));
create index deadline_follower_by_email on deadline_follower (lower(email));

create table deadline_reminder (
  follower_id integer not null references deadline_follower (id) on delete cascade,
  -- Names the deadline, for ever (src/domain/deadlines/deadline.ts); its day may move.
  deadline text not null,
  due_on date not null,
  stage text not null check (stage in ('month', 'week', 'moved')),
  told_at timestamptz not null,
  primary key (follower_id, deadline, due_on, stage)
);
