import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { themeOf } from '#domain/charter/edition.ts';
import { idIn, numberIn } from '#ui/addresses.ts';
import { hasTargetsHere, targetsHere } from '#ui/charter/targets-here.ts';
import { similarCounted, similarShown } from '#ui/follow-up/similar-shown.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { editionById } from '#server/charters.ts';
import { relativesShown } from '#server/crosswalk-relatives.ts';
import { sheetsShown, supportShown } from '#server/edition-sheets.ts';
import { fateShown } from '#server/measure-fate.ts';
import { runtime } from '#server/runtime.ts';
import { doneOfMeasure } from '#server/storage/done-of-pacts.ts';
import { editionFigures, measureTakers, measureTallies } from '#server/storage/measure-page.ts';
import { similarCommunes } from '#server/storage/similar-communes.ts';
import { hereAsked } from '../../../here-asked.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

const MOST_SIMILAR = 8;

export const load: PageServerLoad = async (event) => {
  const { params, url } = event;
  const edition = editionById(params.edition) ?? error(404);
  const number = numberIn(params.measure) ?? error(404);
  const measure = edition.measures.find((candidate) => candidate.number === number) ?? error(404);
  const { db } = await runtime();
  const after = idIn(url.searchParams.get('apres') ?? '');
  const [figures, tallies, takers, asked, elsewhere, fate, support, sheets] = await Promise.all([
    editionFigures(db, { edition: edition.id }),
    measureTallies(db, { edition: edition.id }),
    measureTakers(db, { edition: edition.id, measure: number, limit: 50, ...(after === null ? {} : { after }) }),
    hereAsked(event),
    relativesShown(db, { edition: edition.id, item: `m${number}` }),
    fateShown(db, { edition: edition.id, measure: number }),
    supportShown(db, { edition: edition.id, measure: number }),
    sheetsShown(db, { edition: edition.id, measure: number }),
  ]);
  const near =
    asked.kind === 'sure'
      ? await similarCommunes(db, {
          municipality: asked.place.code,
          edition: edition.id,
          measure: number,
          limit: MOST_SIMILAR,
        })
      : [];
  const done = await doneOfMeasure(db, { pacts: takers.takers.map(({ pact }) => pact.id), measure: number });
  return {
    edition: { id: edition.id, title: editionName(edition), year: edition.year, single: measure.levels.length === 1 },
    measure: { ...measure, title: heading(measure.title) },
    theme: edition.groupings[0] === undefined ? null : (themeOf(edition.groupings[0], number)?.title ?? null),
    figures,
    tallies: tallies.filter((tally) => tally.measure === number),
    takers: {
      ...takers,
      // One that was withdrawn meanwhile took nothing.
      takers: takers.takers.flatMap((taker) => {
        const said = done.get(taker.pact.id);
        return said === undefined ? [] : [{ ...taker, done: said }];
      }),
    },
    asked,
    elsewhere,
    hasTargets: hasTargetsHere(measure),
    similar: similarShown(near, { edition: edition.id, measure: number }),
    similarCounted: similarCounted(near),
    here: asked.kind === 'sure' ? targetsHere(measure, asked.place) : [],
    taken: tallies
      .filter((tally) => tally.measure === number && tally.level === 0)
      .filter(({ stance }) => stance === 'accepted' || stance === 'partial')
      .reduce((sum, { pacts }) => sum + pacts, 0),
    fate,
    support,
    sheets,
    previous: edition.measures.findLast((other) => other.number < number)?.number ?? null,
    next: edition.measures.find((other) => other.number > number)?.number ?? null,
  };
};
