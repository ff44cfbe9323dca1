import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPact } from '#reading/propose/read-pact.ts';
import { expectNothingLost } from '#reading/testing/laws.ts';
import { editionById } from '#server/charters.ts';
import { readingOrder } from './reading-order.ts';

const edition = editionById('pacte-transition-2020');
if (edition === null) throw new Error('no edition');

const COLUMNS = `LE PACTE, NOS ENGAGEMENTS                            Liste « Vivre à Crest »

1 – Se doter d’une politique ambitieuse              15 – Donner la priorité aux mobilités
d’achats publics responsables (incluant              actives (marche, vélo) dans l’espace
des dispositions sociales, environ-                  public.
nementales et locales).                              N2 • Mettre en place au moins une zone
Niveau 2                                             de circulation apaisée effective, et au
                                                     moins quelques aménagements cyclables
4 – Donner la priorité au logiciel libre             sur des axes structurants (bandes larges
dans le service public pour une                      ou mieux, pistes)
informatique au service de l'intérêt
général.                                             22 – Limiter la place de la publicité
N1                                                   dans l’espace public.
`;

test('each column is read down, and every place told in the text as it came', () => {
  const reading = readPact(COLUMNS, edition);
  const found = reading.commitments.map(({ measure, title, levels }) => [measure, title, levels.map((l) => l.level)]);
  expect(found).toEqual([
    [1, 'exact', [2]],
    [4, 'exact', [1]],
    [15, 'exact', [2]],
    [22, 'exact', []],
  ]);
  expect(reading.signatory.list).toBe('Vivre à Crest');
  expect(reading.text).toBe(COLUMNS);
  expectNothingLost(reading);
  const first = reading.commitments[0]?.spans.map(({ start, end }) => COLUMNS.slice(start, end)) ?? [];
  expect(first[0]).toBe('1 – Se doter d’une politique ambitieuse');
  expect(first.join(' ')).not.toContain('mobilités');
});

test('a narrow column of answers is read beside its row', () => {
  const text = `Liste « Vivre à Crest »
                    MESURE                                          ENGAGEMENT
1 – Se doter d’une politique ambitieuse d’achats                    Niveau 2
publics responsables (incluant des dispositions
sociales, environnementales et locales).
4 – Donner la priorité au logiciel libre dans le
service public pour une informatique au service de                  Non
l'intérêt général.
7 – Proposer une alimentation biologique, moins                     Niveaux 1 et 2
carnée, locale et équitable dans la restauration
collective.
`;
  const reading = readPact(text, edition);
  const found = reading.commitments.map(({ measure, title, stance, levels }) => [
    measure,
    title,
    stance,
    levels.map(({ level }) => level),
  ]);
  expect(found).toEqual([
    [1, 'exact', 'accepted', [2]],
    [4, 'exact', 'refused', []],
    [7, 'exact', 'accepted', [1, 2]],
  ]);
  expectNothingLost(reading);
});

test('a table of several lists, a signature block, an indented text have no columns', () => {
  const lists = '15 - Mobilités actives               N3          N1           Refus\n';
  const signatures =
    'Pour la liste                            Pour le collectif\nAnne Martin                 Luc Petit\n';
  expect(readingOrder(lists.repeat(12))).toBeNull();
  expect(readingOrder(signatures)).toBeNull();
  expect(
    readingOrder('          • un alinéa en retrait, qui continue\n          sur sa ligne\n'.repeat(10)),
  ).toBeNull();
  expect(readingOrder('')).toBeNull();
});

test.each([
  'pacte-signe-champigny-alternance-2020',
  'pacte-transition-2020',
  'plan-ess-saint-maur-2021',
  'coorace-10-propositions-2020',
  'presentation-pacte-local-mes',
])('%s has none', (name) => {
  expect(readingOrder(readFileSync(`data/documents/${name}.txt`, 'utf8'))).toBeNull();
});

test('its cost is linear: many lines that nearly are columns', () => {
  const text = 'un mot   deux mots   trois mots   quatre mots   et puis cinq\n'.repeat(20_000);
  expect(readingOrder(text)).toBeNull();
});
