-- Bulk entry: many pacts that the national team brings at once, in one file, reviewed in a queue that several people share.

create table bulk_entry (
  id integer generated always as identity primary key,
  -- A ZIP of documents with a table, or our own table of the levels of measures.
  kind text not null check (kind in ('documents', 'table')),
  filename text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  byte_count integer not null check (byte_count > 0),
  -- The account, or the name of the operator.
  brought_by text not null,
  brought_at timestamptz not null,
  -- What was never published is forgotten then.
  expires_at timestamptz not null check (expires_at > brought_at),
  forgotten_at timestamptz,
  -- What the file was: its table, its headers, what was left out of it and why.
  said jsonb not null
);
create index bulk_entry_by_expiry on bulk_entry (expires_at) where forgotten_at is null;

create table bulk_entry_item (
  id integer generated always as identity primary key,
  entry_id integer not null references bulk_entry (id),
  -- From 1, in the order of the file.
  position integer not null check (position > 0),
  -- Line of the table; null: a document that no line names.
  line integer check (line > 0),
  -- What the line says, as written, by field.
  said jsonb not null,
  -- What is wrong with it, each with its line and column.
  problems jsonb not null,
  filename text,
  document_id integer references document (id),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  municipality_code text references municipality (code),
  edition text,
  signed_on date,
  state text not null check (state in
    ('waiting', 'reading', 'read', 'unreadable', 'without-document', 'published', 'set-aside', 'already-there', 'forgotten')),
  -- Why it cannot be read, what is there already, why it was set aside.
  why jsonb,
  -- When the reading that is under way began, and how many began.
  started_at timestamptz,
  tries integer not null default 0,
  draft_id integer references draft (id) on delete set null,
  pact_id integer references pact (id) on delete set null,
  claimed_by text,
  claimed_at timestamptz,
  unique (entry_id, position),
  check ((claimed_by is null) = (claimed_at is null)),
  check (state not in ('waiting', 'reading') or document_id is not null)
);
create index bulk_entry_item_to_read on bulk_entry_item (id) where state in ('waiting', 'reading');
create index bulk_entry_item_by_document on bulk_entry_item (document_id);
create index bulk_entry_item_by_draft on bulk_entry_item (draft_id);
create index bulk_entry_item_by_sha256 on bulk_entry_item (sha256);

-- A draft that a bulk entry waits for: the national team publishes it, and it lives as long as its entry.
alter table draft add column queued boolean not null default false;
