-- A commune that merged without leaving a delegated one keeps its name here too: what it signed is found from the commune of today, and
-- answered for by its people. Each release of the territory writes them (src/server/storage/territory-load.ts).
alter table municipality_former_name
  drop constraint municipality_former_name_kind_check,
  add constraint municipality_former_name_kind_check check (kind in ('delegated', 'associated', 'arrondissement', 'merged'));
insert into municipality_former_name (code, municipality_code, name, kind, postcodes)
select code, merged_into, name, 'merged', postcodes from municipality where merged_into is not null
on conflict (code) do nothing;
