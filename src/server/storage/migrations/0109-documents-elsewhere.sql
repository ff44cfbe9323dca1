-- A file that another site keeps: what is known of it came with a public copy, its bytes did not. Whoever has the file may
-- bring it: the hash says that it is the one. Nothing else of a document ever changes.

alter table document alter column bytes drop not null;

create function refuse_change_but_coming() returns trigger language plpgsql as $$
begin
  if old.bytes is null and new.bytes is not null and encode(sha256(new.bytes), 'hex') = old.sha256
    and (to_jsonb(new) - 'bytes') = (to_jsonb(old) - 'bytes') then
    return new;
  end if;
  raise exception 'a row of % never changes', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;
drop trigger document_never_changes on document;
create trigger document_never_changes before update on document
  for each row execute function refuse_change_but_coming();
