-- A list that signed here is bound by its word, in opposition too: it tells its own meetings and replies, under its name.
alter table follow_up_event add column list_id integer references candidate_list (id);
alter table follow_up_event add check (list_id is null or voice = 'town-hall');
create index follow_up_event_by_list on follow_up_event (list_id) where list_id is not null;
