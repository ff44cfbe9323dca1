-- A document that was read comes in as a spreadsheet does: what it says is shown and compared before anything is written.
alter table plan_import drop constraint plan_import_format_check;
alter table plan_import add constraint plan_import_format_check
  check (format in ('xlsx', 'ods', 'csv', 'paste', 'document'));
