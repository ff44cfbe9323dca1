import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { themeOf } from '#domain/charter/edition.ts';
import { idIn, municipalityCodeIn, numberIn } from '#ui/addresses.ts';
import { hasTargetsHere, targetsHere } from '#ui/charter/targets-here.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { editionById } from '#server/charters.ts';
import { runtime } from '#server/runtime.ts';
import { editionFigures, measureTakers, measureTallies } from '#server/storage/measure-page.ts';
import { findMunicipality } from '#server/storage/territory.ts';
import { searchMunicipalities } from '#server/storage/territory-search.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const edition = editionById(params.edition) ?? error(404);
  const number = numberIn(params.measure) ?? error(404);
  const measure = edition.measures.find((candidate) => candidate.number === number) ?? error(404);
  const { db } = await runtime();
  const q = (url.searchParams.get('commune') ?? '').trim().slice(0, 80);
  const code = municipalityCodeIn(url.searchParams.get('code') ?? '');
  const after = idIn(url.searchParams.get('apres') ?? '');
  const [figures, tallies, takers, found, chosen] = await Promise.all([
    editionFigures(db, { edition: edition.id }),
    measureTallies(db, { edition: edition.id }),
    measureTakers(db, { edition: edition.id, measure: number, limit: 50, ...(after === null ? {} : { after }) }),
    q === '' ? [] : searchMunicipalities(db, q, { limit: 6 }),
    code === null ? null : findMunicipality(db, code),
  ]);
  const place = chosen ?? found[0] ?? null;
  const titles = new Map(edition.measures.map((other) => [other.number, other.title]));
  return {
    edition: { id: edition.id, title: edition.title, year: edition.year, single: measure.levels.length === 1 },
    measure: { ...measure, title: heading(measure.title) },
    theme: edition.groupings[0] === undefined ? null : (themeOf(edition.groupings[0], number)?.title ?? null),
    figures,
    tallies: tallies.filter((tally) => tally.measure === number),
    takers,
    q: chosen?.name ?? q,
    place:
      place === null ? null : { code: place.code, name: place.name, slug: place.slug, population: place.population },
    others: (chosen === null ? found.slice(1) : []).map(({ code, name, departmentCode }) => ({
      code,
      name,
      departmentCode,
    })),
    hasTargets: hasTargetsHere(measure),
    here: place === null ? [] : targetsHere(measure, place.population),
    taken: tallies
      .filter((tally) => tally.measure === number && tally.level === 0)
      .filter(({ stance }) => stance === 'accepted' || stance === 'partial')
      .reduce((sum, { pacts }) => sum + pacts, 0),
    previous: titles.has(number - 1) ? number - 1 : null,
    next: titles.has(number + 1) ? number + 1 : null,
  };
};
