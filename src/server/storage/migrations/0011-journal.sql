-- The append-only record of every change, chained by hashes. What an event says stands beside it with its
-- salt, so that personal words can be erased and the chain still verifies.

create table journal_event (
  sequence bigint primary key check (sequence > 0),
  happened_at timestamptz not null,
  act text not null,
  actor text not null,
  subject_kind text not null,
  subject_id text not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  previous_hash text not null check (previous_hash ~ '^[0-9a-f]{64}$'),
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$')
);
create index journal_event_by_subject on journal_event (subject_kind, subject_id, sequence);

create table journal_content (
  sequence bigint primary key references journal_event (sequence),
  salt text,
  says text,
  erased_at timestamptz,
  check ((erased_at is null) = (says is not null) and (says is null) = (salt is null))
);

-- One row: the end of the chain. Locking it puts writers in line.
create table journal_head (
  id boolean primary key default true check (id),
  sequence bigint not null,
  hash text not null
);
insert into journal_head (sequence, hash) values (0, repeat('0', 64));

create trigger journal_event_never_changes before update or delete on journal_event
  for each row execute function refuse_change();
create trigger journal_event_never_emptied before truncate on journal_event execute function refuse_change();

-- The words of an event may be erased, never rewritten.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.erased_at is null and new.says is null and new.sequence = old.sequence then
    return new;
  end if;
  raise exception 'the words of the journal are erased or kept, never changed'
    using errcode = 'integrity_constraint_violation';
end
$$;
create trigger journal_content_never_rewritten before update or delete on journal_content
  for each row execute function refuse_rewriting();
