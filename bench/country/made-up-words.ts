/**
 * What made-up pacts say in words of their own, and what is said of them: a few ways of saying a clause or a title otherwise,
 * that many take, and some that few do; observations when they signed, remarks afterwards. Chosen as ./made-up.ts chooses.
 */
import type { Edition } from '#domain/charter/edition.ts';

/** The levels of the charter that the pacts answer, with their first clause: a measure of a title alone has none. */
export const CHARTER = `create temp table charter_measure (edition text, measure int, levels int[], title text, clauses jsonb)`;

/** $1: `charterRows`. */
export const CHARTER_WORDS = `insert into charter_measure
  select edition, measure, levels, title, clauses
  from jsonb_to_recordset($1::jsonb) as m (edition text, measure int, levels int[], title text, clauses jsonb)`;

export function charterRows(editions: readonly Edition[]): string {
  return JSON.stringify(
    editions.flatMap(({ id, measures }) =>
      measures.map(({ number, title, levels }) => ({
        edition: id,
        measure: number,
        levels: `{${levels.map(({ level }) => level).join(',')}}`,
        title,
        clauses: Object.fromEntries(
          levels.map(({ level, clauses }) => [level, clauses.find(({ clause }) => clause === 1)?.text ?? '']),
        ),
      })),
    ),
  );
}

/** Other words for the same thing, as lists write them; some only type another apostrophe beside. */
export const SAID_OTHERWISE = `create function pg_temp.said_otherwise(words text, about text) returns text
  language sql immutable parallel safe as $$
  select case
    when chance < 0.3 then rtrim(words, ' .;') || ', dans la limite du budget de la commune.'
    when chance < 0.45 then replace(rtrim(words, ' .;'), '’', '''') || ', dans la limite du budget de la commune.'
    when chance < 0.65 then rtrim(words, ' .;') || ', en lien avec l’intercommunalité.'
    when chance < 0.8 then 'Étudier comment ' || lower(left(words, 1)) || substr(words, 2)
    else rtrim(words, ' .;') || ', à hauteur de ' || (10 + (90 * pg_temp.chance('part ' || about))::int) || ' %.'
  end
  from (select pg_temp.chance('otherwise ' || about) as chance) c $$`;

export const OBSERVED = `create function pg_temp.observed(about text) returns jsonb language sql immutable parallel safe as $$
  select case when pg_temp.chance('observes ' || about) >= 0.06 then '[]'::jsonb else jsonb_build_array(
    'Observation synthétique : ' || (array['déjà engagé avec l’intercommunalité.', 'le budget de 2021 en décidera.',
      'les commerçants seront consultés d’abord.', 'à étudier avec les communes voisines.',
      'nous irons plus loin si l’État nous aide.'])[1 + floor(5 * pg_temp.chance('observation ' || about))::int]) end $$`;

/** One of thirty of the measures that were taken, in one pact of twenty. */
export const REMARKS = `insert into remark (pact_id, item, name, quality, sentence, evidence, said_at)
  select c.pact_id, 'm' || c.measure, 'Habitante synthétique', 'inventée', 'Remarque synthétique : personne n’a vu les travaux.', '[]',
    timestamptz '2023-05-01T08:00:00Z' + (c.pact_id || ' minutes')::interval
  from commitment c
  where c.stance in ('accepted', 'partial') and pg_temp.chance('remarked ' || c.pact_id) < 0.05
    and pg_temp.chance('remark ' || c.pact_id || ' ' || c.measure) < 0.1
  order by c.pact_id, c.measure`;
