-- Who named a signatory: a collective names those of a list that has nobody here yet, on paper only.

alter table signatory add column named_by_side text check (named_by_side in ('carrier', 'counterpart'));
update signatory set named_by_side = side;
alter table signatory alter column named_by_side set not null;
-- The account that named them, or that gave their link another address; null: nobody's, or erased.
alter table signatory add column named_by_person text;
