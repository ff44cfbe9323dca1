-- What the reader doubted in a charter that became a draft of an edition: settled by people before it is published.

create table reading_doubt (
  id integer generated always as identity primary key,
  draft_id integer not null references edition_draft (id),
  ordinal integer not null check (ordinal >= 1),
  measure_id integer references draft_measure (id) on delete set null,
  kind text not null check (kind in ('warning', 'preamble', 'unread', 'no-clause', 'number-skipped')),
  said text not null,
  quote text not null,
  settled_at timestamptz,
  -- How, in words; may be empty.
  settled_words text not null default '',
  -- A form sent twice adds them once.
  unique (draft_id, ordinal)
);
