import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
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

describe('beside a charter made here whose name is made of everyday words', () => {
  const then = editionById('pacte-transition-2020');
  if (then === null) throw new Error('it comes with the program');
  const titles = ['Éteindre les lumières la nuit dans toute la commune', 'Rénover toutes les écoles du village'];
  const measures = titles.map((title, index) => ({ number: index + 1, title, levels: [] }));
  const sober = { ...then, id: 'communes-sobres', title: 'Communes sobres', year: 2026, measures };
  const found = (text: string) => recogniseEdition(text, [sober, then]);
  const pact = (said: string) =>
    `${said}\n\n${then.measures
      .slice(0, 4)
      .map((one) => `${one.number}. ${one.title}\nNiveau 2\n`)
      .join('\n')}`;

  test.each([
    'Nous voulons des communes vivantes.',
    'Nous voulons des communes sobrement heureuses.',
    'La charte « Communes sobres » nous a inspirés.',
  ])('a document of another charter is still read against its own: %s', (said) => {
    expect(found(pact(said))).toMatchObject({ edition: { id: then.id }, measures: 4 });
  });

  test('one that names it is read against it, even with none of its titles', () => {
    expect(found('COMMUNES SOBRES 2026\n\nNous prenons tout.').edition?.id).toBe(sober.id);
    const answered = `Charte des communes sobres\n\n${titles.map((title) => `- ${title}`).join('\n')}`;
    expect(found(answered)).toMatchObject({ edition: { id: sober.id }, measures: 2 });
  });
});
