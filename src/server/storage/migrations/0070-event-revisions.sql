-- What everybody read of an event before its side corrected it: what was public is never silently replaced.
-- Never `who_private`, nor what the event said while it was private.
create table follow_up_event_revision (
  event_id integer not null references follow_up_event (id) on delete cascade,
  revision integer not null check (revision >= 1),
  happened_on date not null,
  title text not null,
  words text not null,
  who text not null,
  edition text,
  items text[] not null,
  replaced_at timestamptz not null,
  primary key (event_id, revision)
);
