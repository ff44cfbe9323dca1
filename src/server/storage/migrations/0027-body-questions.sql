-- A promise left to another authority, put to it: asked, then accepted, refused or silent, each with its day.

create table body_question (
  id integer generated always as identity primary key,
  grouping_siren text not null references grouping (siren),
  municipality_code text not null references municipality (code),
  edition text not null,
  measure smallint not null check (measure > 0),
  -- Null: the measure as a whole.
  level smallint check (level between 1 and 3),
  -- Who asked: the number of a collective and its name as it was that day.
  collective_id integer not null,
  collective_name text not null,
  text text not null check (text <> '' and length(text) <= 4000),
  asked_on date not null,
  asked_at timestamptz not null,
  answer text check (answer in ('accepted', 'refused')),
  answered_on date,
  answer_text text check (length(answer_text) <= 4000),
  -- Who brought the answer: the body itself, or the collective that received it.
  answered_as text check (answered_as in ('body', 'collective', 'national-team')),
  check ((answer is null) = (answered_on is null) and (answer is null) = (answered_as is null))
);
create index body_question_by_grouping on body_question (grouping_siren, asked_on desc);
create index body_question_by_municipality on body_question (municipality_code, measure);
