import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readText } from '#reading/read-text.ts';
import { loadEditions } from '#server/charters.ts';
import { readCharter } from './read-charter.ts';

const editions = loadEditions();
const titles = editions.find(({ id }) => id === 'pacte-transition-2020')?.measures.map(({ title }) => title) ?? [];

function kindOf(text: string): string {
  const read = readText(text, { editions, charter: null, as: null });
  return read.ok ? read.value.kind : read.refusal.kind;
}

const SUBJECTS = ['le vélo', 'la cantine', 'le logement', 'la forêt'];
const OURS = SUBJECTS.map(
  (what, rank) => `Engagement n°${rank + 1} : Soutenir ${what}\nNiveau 1 : ${what} ici.\nNiveau 2 : ${what} partout.`,
).join('\n\n');
const PROMISES = SUBJECTS.map(
  (what, rank) => `${rank + 1}. Encourager ${what}\nJe m'engage à donner sa place à ${what} dans la ville.`,
).join('\n\n');

describe('a charter that nobody told us about', () => {
  test('is known by measures that count up, each with its levels', () => {
    expect(kindOf(`Charte des mobilités, 4 engagements\n\n${OURS}`)).toBe('charter');
  });

  test('is known by sentences to sign', () => {
    expect(kindOf(`Pacte pour le logement – 3 propositions\n\n${PROMISES}`)).toBe('charter');
  });

  test('is a pact as soon as somebody answers, signs or speaks of their own', () => {
    expect(kindOf(`La liste « Valbelle » s'engage\n\n${OURS}`)).toBe('pact');
    expect(kindOf(`${OURS}\n\n☒ Oui`)).toBe('pact');
    expect(kindOf(`Notre programme\nNous construirons la ville.\n\n${OURS}`)).toBe('pact');
  });
});

test('the titles of a known charter, and nobody who takes them, are that charter', () => {
  const listed = titles.map((title, rank) => `• #${String(rank + 1).padStart(2, '0')}. ${title}`).join('\n');
  expect(kindOf(`Les mesures du Pacte pour la Transition :\n\n${listed}`)).toBe('charter');
  expect(readCharter(listed).measures.map(({ number }) => number)).toEqual(titles.map((_, rank) => rank + 1));
});

test('a bullet may open with a quantity', () => {
  const { measures } = readCharter('## Mesure 1 — Cantines\n### Niveau 1\n- 30 % de bio\n- un menu végétarien\n');
  expect(measures[0]?.levels[0]?.clauses.map(({ clause, text }) => [clause, text])).toEqual([
    [1, '30 % de bio'],
    [2, 'un menu végétarien'],
  ]);
});

test.each([
  ['pacte-signe-champigny-alternance-2020', 'pact'],
  ['pacte-transition-2020', 'charter'],
  ['coorace-10-propositions-2020', 'charter'],
  ['plan-ess-saint-maur-2021', 'plan'],
  ['presentation-pacte-local-mes', 'pact'],
])('%s is a %s', (name, kind) => {
  expect(kindOf(readFileSync(`data/documents/${name}.txt`, 'utf8'))).toBe(kind);
});
