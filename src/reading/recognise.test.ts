import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Edition } from '#domain/charter/edition.ts';
import { editionById } from '#server/charters.ts';
import { recogniseEdition } from './recognise.ts';

const TEXT = readFileSync(
  new URL('../../data/documents/pacte-signe-champigny-alternance-2020.txt', import.meta.url),
  'utf8',
);

/** The next edition of the same charter, which keeps every measure and adds one. */
function nextOf(edition: Edition): Edition {
  const added = { number: 99, title: 'Protéger l’eau et la nommer autrement que tout ce qui précède.', levels: [] };
  return { ...edition, id: 'pacte-transition-2032', year: 2032, measures: [...edition.measures, added] };
}

test('of two editions that share their words, a document answers the one whose year it names, or else the earlier', () => {
  const then = editionById('pacte-transition-2020');
  if (then === null) throw new Error('it comes with the program');
  const next = nextOf(then);
  const found = (text: string) => recogniseEdition(text, [next, then]).edition?.id;
  expect(found(TEXT)).toBe(then.id);
  expect(found(TEXT.replaceAll('2020', ''))).toBe(then.id);
  expect(found(`Élections municipales de 2032, 2032, 2032.\n${TEXT.replaceAll('2020', '')}`)).toBe(next.id);
});
