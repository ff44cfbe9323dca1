-- What a line about a published review needs, kept beside its whole text: a list never looks through the texts.

alter table review add column summary jsonb;
alter table review disable trigger review_frozen;
update review set summary = jsonb_build_object(
  'publishedOn', content->'publishedOn', 'listName', content->'pact'->'listName', 'termFrom', content->'pact'->'termFrom',
  'collective', content->'collective', 'tally', content->'tally')
where published_at is not null;
alter table review enable trigger review_frozen;
alter table review add check ((summary is null) = (published_at is null));
