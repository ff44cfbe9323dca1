-- A document seldom says who carries its charter and how many measures it asks: whoever publishes it has to.
alter table reading_doubt drop constraint reading_doubt_kind_check;
alter table reading_doubt add constraint reading_doubt_kind_check
  check (kind in ('warning', 'carriers', 'preamble', 'unread', 'no-clause', 'number-skipped'));
