-- A published review never changes, nor goes: whatever else the application does.

create function refuse_change_of_published_review() returns trigger language plpgsql as $$
begin
  raise exception 'review % is published: it is frozen', old.id;
end $$;
create trigger review_frozen before update or delete on review
  for each row when (old.published_at is not null) execute function refuse_change_of_published_review();
