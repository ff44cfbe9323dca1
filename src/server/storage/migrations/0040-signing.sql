-- Signing an agreed text: who is to sign, how they did, the papers that show it, and what came after.

create table signing (
  agreed_text_id integer primary key references agreed_text (id),
  opened_at timestamptz not null,
  -- Where the days below are counted: Europe/Paris, Indian/Reunion…
  zone text not null,
  -- The last day on which one may sign, and the instant at which it is over there.
  expires_on date not null,
  expires_at timestamptz not null,
  -- Both sides were told that it is over.
  expired_told_at timestamptz,
  -- One side asked to go back to the negotiation; the other has to agree.
  cancel_asked_by text check (cancel_asked_by in ('carrier', 'counterpart')),
  cancel_asked_at timestamptz,
  cancel_reason text check (length(cancel_reason) between 1 and 1000),
  cancelled_at timestamptz,
  -- Everybody signed; from then on only the seal is added.
  completed_at timestamptz,
  seal_tries integer not null default 0,
  sealed_at timestamptz,
  sealed_document_id integer references document (id),
  check ((cancel_asked_by is null) = (cancel_asked_at is null) and (cancel_asked_by is null) = (cancel_reason is null)),
  check (num_nonnulls(cancelled_at, completed_at) <= 1),
  check ((sealed_at is null) = (sealed_document_id is null)),
  check (sealed_at is null or completed_at is not null)
);
create index signing_to_seal on signing (completed_at) where completed_at is not null and sealed_at is null;
create index signing_open on signing (expires_at) where completed_at is null and cancelled_at is null;

create table signatory (
  id integer generated always as identity primary key,
  agreed_text_id integer not null references signing (agreed_text_id),
  side text not null check (side in ('carrier', 'counterpart')),
  -- Null once erased: found not to be the person who was named.
  name text check (length(name) between 1 and 120),
  role text check (length(role) between 1 and 120),
  -- Erased thirty days after the end.
  email text,
  state text not null check (state in ('invited', 'signed', 'declined', 'contested', 'removed')),
  named_at timestamptz not null,
  -- The day of the invitation at the place; null: signs on paper.
  invited_on date,
  reminded text[] not null default '{}',
  -- Token of the page that waits for the code asked last; the code itself is kept nowhere.
  proof text,
  means text check (means in ('online', 'paper', 'council-vote')),
  signed_at timestamptz,
  email_proved boolean not null default false,
  paper_id integer,
  declined_at timestamptz,
  decline_reason text check (length(decline_reason) <= 1000),
  contested_at timestamptz,
  -- Where it stood before, to go back to.
  contested_from text check (contested_from in ('invited', 'signed', 'declined')),
  contest_words text check (length(contest_words) <= 1000),
  contest_settled_at timestamptz,
  contest_outcome text check (contest_outcome in ('upheld', 'dismissed')),
  removed_at timestamptz,
  check ((name is null) = (role is null)),
  check (name is not null or state = 'removed'),
  check ((state = 'removed') = (removed_at is not null)),
  check ((means is null) = (signed_at is null)),
  check (state <> 'signed' or means is not null),
  check (state <> 'declined' or declined_at is not null),
  check (state <> 'contested' or (contested_at is not null and contested_from is not null)),
  check ((contest_settled_at is null) = (contest_outcome is null))
);
create index signatory_by_text on signatory (agreed_text_id, id);
-- Nobody is named twice on one side.
create unique index signatory_once on signatory (agreed_text_id, side, lower(name)) where state <> 'removed';

-- The secret links of a signatory: one for the invitation, one for each reminder. Only their hashes are kept.
create table signatory_link (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  signatory_id integer not null references signatory (id),
  made_at timestamptz not null
);
create index signatory_link_by_signatory on signatory_link (signatory_id);

-- A paper that was signed, or the deliberation of a council. Private: it bears handwritten signatures.
create table signature_paper (
  id integer generated always as identity primary key,
  agreed_text_id integer not null references signing (agreed_text_id),
  kind text not null check (kind in ('paper', 'deliberation')),
  signed_on date not null,
  -- Of the deliberation, as the council writes it.
  number text check (length(number) between 1 and 80),
  brought_side text not null check (brought_side in ('carrier', 'counterpart')),
  brought_by_person text,
  brought_by_signatory integer references signatory (id),
  brought_at timestamptz not null,
  confirmed_at timestamptz,
  dropped_at timestamptz,
  drop_reason text check (length(drop_reason) between 1 and 1000),
  check (num_nonnulls(brought_by_person, brought_by_signatory) <= 1),
  check ((kind = 'deliberation') = (number is not null)),
  check (num_nonnulls(confirmed_at, dropped_at) <= 1),
  check ((dropped_at is null) = (drop_reason is null))
);
create index signature_paper_by_text on signature_paper (agreed_text_id, id);
alter table signatory add foreign key (paper_id) references signature_paper (id);

create table signature_paper_page (
  paper_id integer not null references signature_paper (id),
  ordinal smallint not null check (ordinal > 0),
  -- The file as it came: the evidence.
  document_id integer not null references document (id),
  -- What is shown: upright, of a reasonable size, without what the camera wrote in it. Null: the file itself (PDF).
  shown bytea,
  width integer,
  height integer,
  added_at timestamptz not null,
  primary key (paper_id, ordinal),
  unique (paper_id, document_id)
);
create index signature_paper_page_by_document on signature_paper_page (document_id);

create table signature_paper_signatory (
  paper_id integer not null references signature_paper (id),
  signatory_id integer not null references signatory (id),
  primary key (paper_id, signatory_id)
);

-- Who looked at a paper and says that it is the same text: two make it count.
create table signature_paper_witness (
  paper_id integer not null references signature_paper (id),
  person_id text,
  signatory_id integer references signatory (id),
  side text not null check (side in ('carrier', 'counterpart')),
  -- The same for one person, by account or by link.
  who text not null,
  looked_at timestamptz not null,
  check (num_nonnulls(person_id, signatory_id) <= 1),
  primary key (paper_id, who)
);

-- Both sides chose to show the scans to everybody.
create table signature_scans_shown (
  agreed_text_id integer not null references signing (agreed_text_id),
  side text not null check (side in ('carrier', 'counterpart')),
  chosen_at timestamptz not null,
  primary key (agreed_text_id, side)
);

-- "This is not me", said by somebody who read a signed text; the national team looks. The address is erased once settled.
create table signature_report (
  id integer generated always as identity primary key,
  signatory_id integer not null references signatory (id),
  words text not null check (length(words) between 1 and 1000),
  email text,
  reported_at timestamptz not null,
  settled_at timestamptz,
  outcome text check (outcome in ('upheld', 'dismissed')),
  check ((settled_at is null) = (outcome is null)),
  check ((settled_at is null) = (email is not null))
);
create index signature_report_waiting on signature_report (reported_at) where settled_at is null;

-- A party says that it no longer holds to a pact: shown beside it, for ever.
create table renunciation (
  id integer generated always as identity primary key,
  agreed_text_id integer not null references signing (agreed_text_id),
  side text not null check (side in ('carrier', 'counterpart')),
  renounced_on date not null,
  reason text not null check (length(reason) between 1 and 2000),
  said_at timestamptz not null,
  unique (agreed_text_id, side)
);
create trigger renunciation_never_changes before update or delete on renunciation
  for each row execute function refuse_change();
