import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import type { Edition } from '#domain/charter/edition.ts';
import { ANY_DAY, wholeOf, type Listed } from '#domain/observatory/listed.ts';
import { afterPact, fieldsOfListed, listAddress, pactAfter } from '#ui/observatory/listed-address.ts';
import { observatoryAddress } from '#ui/observatory/asked.ts';
import { wordsOf } from '#ui/observatory/overview-shown.ts';
import { areaName } from '#ui/messages/observatory.fr.ts';
import { measureNamed, principleNamed } from '#ui/messages/observatory-list.fr.ts';
import { runtime } from '#server/runtime.ts';
import { areaFacts, pactLines, placeLines, type PactLine } from '#server/storage/observatory-list-lines.ts';
import { figuresOf, listedPacts, listedPlaces } from '#server/storage/observatory-lists.ts';
import { listOfPage } from '../list-asked.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

const SHOWN_AT_ONCE = 40;
const AFTER = 'apres';

/** Six queries at most. */
export const load: PageServerLoad = async ({ url }) => {
  const { db } = await runtime();
  const { edition, asked, list, faults } = await listOfPage(db, url);
  const { listed } = list;
  const after = url.searchParams.get(AFTER) ?? '';
  const [facts, [length = 0, of = 0], page] = await Promise.all([
    areaFacts(db, { area: asked.area, edition: edition.id }),
    figuresOf(db, [
      list,
      { ...list, listed: wholeOf(listed), period: listed.kind === 'pacts' ? ANY_DAY : list.period },
    ]),
    listed.kind === 'places'
      ? listedPlaces(db, { ...list, after: placeAfter(after), limit: SHOWN_AT_ONCE }).then(async ({ rows, next }) => ({
          kind: 'places' as const,
          lines: await placeLines(db, rows),
          next,
        }))
      : listedPacts(db, { ...list, after: pactAfter(after), limit: SHOWN_AT_ONCE }).then(async ({ rows, next }) => ({
          kind: 'pacts' as const,
          lines: await pactLines(db, rows),
          next: next === null ? null : afterPact(next),
        })),
  ]);
  const name = facts.name ?? error(404);
  const address = listAddress(asked, listed);
  return {
    asked,
    listed,
    faults,
    edition: { id: edition.id, title: editionName(edition) },
    area: areaName(asked.area, name),
    about: aboutOf(edition, listed),
    clause: listed.kind === 'clause' ? wordsOf(edition, listed) : '',
    bodyName: bodyName(listed, page.kind === 'pacts' ? page.lines : []),
    asOf: facts.asOf,
    length,
    of,
    page,
    isFirst: after === '',
    address,
    next: page.next === null ? null : listAddress(asked, listed, { [AFTER]: page.next }),
    csv: observatoryAddress('/liste.csv', asked, fieldsOfListed(listed)),
    overview: observatoryAddress('', asked),
  };
};

/** The name that the territory gives to a SIREN; else the words of the pacts. */
function bodyName(listed: Listed, lines: readonly PactLine[]): string {
  if (listed.kind !== 'body') return '';
  const known = lines.find(({ mark }) => mark?.competentBody?.grouping?.siren === listed.body);
  return known?.mark?.competentBody?.grouping?.name ?? listed.body;
}

/** A code or a SIREN; anything else is the beginning. */
function placeAfter(text: string): string | null {
  return /^[0-9AB]{5,9}$/.test(text) ? text : null;
}

/** The measure or the principle that the list is about. */
function aboutOf(edition: Edition, listed: Listed): readonly string[] {
  const measure =
    'measure' in listed
      ? listed.measure
      : 'item' in listed && listed.item.startsWith('m')
        ? Number(listed.item.slice(1))
        : null;
  const title = edition.measures.find(({ number }) => number === measure)?.title;
  const letter = 'item' in listed && listed.item.startsWith('p') ? listed.item.slice(1) : null;
  const principle = edition.principles.find((one) => one.letter === letter);
  return [
    ...(title === undefined || measure === null ? [] : [measureNamed(measure, title)]),
    ...(principle === undefined ? [] : [principleNamed(principle.letter, principle.title)]),
  ];
}
