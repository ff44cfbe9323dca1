-- What anybody reports of what was said of a promise: the words of a remark, or a file that a remark or an assessment rests on.
-- It waits for the national team until what it is about is out of sight, or somebody of the team looked at it and left it.
alter table remark_report rename to said_report;
alter table said_report alter column remark_id drop not null;
alter table said_report add column assessment_id integer references assessment (id);
-- Null: the words.
alter table said_report add column document_id integer references document (id);
alter table said_report add column settled_at timestamptz;
alter table said_report add check (num_nonnulls(remark_id, assessment_id) = 1);
alter table said_report add check (remark_id is not null or document_id is not null);
create index said_report_waiting on said_report (id) where settled_at is null;
