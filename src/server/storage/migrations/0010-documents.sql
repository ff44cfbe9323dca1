-- Original files, kept as they came. One row for one content: the hash is the name.

create table document (
  id integer generated always as identity primary key,
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  byte_count integer not null check (byte_count = octet_length(bytes)),
  filename text not null check (filename <> ''),
  media_type text not null,
  kept_at timestamptz not null
);

-- The same file may come several times, from several places: each coming is told, none replaces another.
create table document_receipt (
  id integer generated always as identity primary key,
  document_id integer not null references document (id) on delete cascade,
  filename text not null,
  url text,
  description text,
  published_on date,
  received_at timestamptz not null
);
create index document_receipt_by_document on document_receipt (document_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'a row of % never changes', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;

create trigger document_never_changes before update on document for each row execute function refuse_change();
create trigger document_receipt_never_changes before update on document_receipt
  for each row execute function refuse_change();
