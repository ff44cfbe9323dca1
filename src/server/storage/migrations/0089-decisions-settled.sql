-- What became of a decision that both sides agreed to: until one of them says so, it is to do.
alter table committee_decision
  add column state text not null default 'to-do' check (state in ('to-do', 'done', 'abandoned')),
  add column state_at timestamptz,
  add column state_voice text check (state_voice in ('collective', 'town-hall')),
  add column state_by text references person (id) on delete set null,
  add check ((state_at is null) = (state_voice is null)),
  add check (state_at is not null or (state = 'to-do' and state_by is null));
