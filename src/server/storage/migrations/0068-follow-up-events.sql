-- What happens between the signature and the next election: meetings, letters and their replies, questions asked; and what
-- nobody answered, which is computed (src/domain/events/silence.ts) and never typed.

-- An erased account leaves its seat without a name.
alter table committee_member drop constraint committee_member_name_check;
alter table committee_member add check (length(name) <= 120);

create table follow_up_event (
  id integer generated always as identity primary key,
  municipality_code text references municipality (code),
  grouping_siren text references grouping (siren),
  -- Who tells it: each side its own events, nobody those of the other.
  voice text not null check (voice in ('collective', 'town-hall')),
  collective_id integer references collective (id),
  kind text not null check (kind in ('meeting', 'letter', 'reply')),
  happened_on date not null,
  title text not null check (length(title) between 1 and 200),
  words text not null check (length(words) <= 10000),
  -- Elected officials, services, associations: shown with the event.
  who text not null default '' check (length(who) <= 1000),
  -- Whoever else was there: for the side that writes it alone.
  who_private text not null default '' check (length(who_private) <= 1000),
  edition text,
  items text[] not null default '{}',
  document_id integer references document (id),
  visibility text not null check (visibility in ('public', 'private')),
  -- Of a letter: how it went, and in how many days a reply was asked for.
  means text check (means in ('post', 'registered-post', 'mail', 'by-hand')),
  reply_days smallint check (reply_days between 1 and 365),
  -- Of a reply.
  reply_to integer references follow_up_event (id),
  revision integer not null default 1,
  written_by text not null,
  written_at timestamptz not null,
  changed_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_reason text check (length(withdrawn_reason) <= 1000),
  check (num_nonnulls(municipality_code, grouping_siren) = 1),
  check ((voice = 'collective') = (collective_id is not null)),
  check ((kind = 'letter') = (means is not null)),
  check (kind = 'letter' or reply_days is null),
  check ((kind = 'reply') = (reply_to is not null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index follow_up_event_by_place on follow_up_event (coalesce(municipality_code, grouping_siren), happened_on desc, id desc);
create index follow_up_event_by_letter on follow_up_event (reply_to) where reply_to is not null;
create index follow_up_event_by_document on follow_up_event (document_id) where document_id is not null;
create index follow_up_event_by_collective on follow_up_event (collective_id) where collective_id is not null;

create table follow_up_question (
  id integer generated always as identity primary key,
  municipality_code text references municipality (code),
  grouping_siren text references grouping (siren),
  asked_as text not null check (asked_as in ('collective', 'town-hall', 'committee')),
  collective_id integer references collective (id),
  committee_id integer references committee (id),
  words text not null check (length(words) between 1 and 1000),
  edition text,
  item text check (item ~ '^(m[1-9][0-9]{0,3}|p[A-Z]{1,2}|l[1-9][0-9]{0,9})$'),
  asked_on date not null,
  asked_by text not null,
  visibility text not null check (visibility in ('public', 'private')),
  answer text check (length(answer) between 1 and 4000),
  answered_on date,
  answered_as text check (answered_as in ('collective', 'town-hall')),
  -- Asked no more: out of date, or asked twice.
  dropped_at timestamptz,
  created_at timestamptz not null,
  check (num_nonnulls(municipality_code, grouping_siren) = 1),
  check ((edition is null) = (item is null)),
  check (num_nonnulls(answer, answered_on, answered_as) in (0, 3)),
  check ((asked_as = 'committee') = (committee_id is not null)),
  check (asked_as <> 'collective' or collective_id is not null)
);
create index follow_up_question_by_place on follow_up_question (coalesce(municipality_code, grouping_siren), id);

-- A letter made from a template with open questions; its sending makes the event. What it says is frozen then.
create table follow_up_letter (
  id integer generated always as identity primary key,
  municipality_code text references municipality (code),
  grouping_siren text references grouping (siren),
  collective_id integer not null references collective (id),
  -- { addressee, subject, opening, closing, signedBy, place, questions: [{ id, words, item }] }
  content jsonb not null,
  revision integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  event_id integer unique references follow_up_event (id),
  thrown_away_at timestamptz,
  check (num_nonnulls(municipality_code, grouping_siren) = 1)
);
create index follow_up_letter_by_collective on follow_up_letter (collective_id, id);

-- Which questions a letter asked.
create table follow_up_letter_question (
  event_id integer not null references follow_up_event (id),
  question_id integer not null references follow_up_question (id),
  primary key (event_id, question_id)
);
create index follow_up_letter_question_by_question on follow_up_letter_question (question_id);
