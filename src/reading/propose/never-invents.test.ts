/** Law 2 on documents that look like promises and are none, or are somebody else's. */
import { expect, test } from 'vitest';
import type { PactReading } from '#reading/contract.ts';
import { expectNothingLost } from '#reading/testing/laws.ts';
import { editionById } from '#server/charters.ts';
import { CONFIDENCE_THRESHOLD } from './confidence.ts';
import { readPact } from './read-pact.ts';

const edition = editionById('pacte-transition-2020');
const title = (number: number): string => edition?.measures.find((one) => one.number === number)?.title ?? '';

function read(...lines: string[]): PactReading {
  if (edition === null) throw new Error('no edition');
  const reading = readPact(lines.join('\n'), edition);
  expectNothingLost(reading);
  return reading;
}

test('answers of two lists under their names are given to neither', () => {
  const reading = read(
    'Réponses des listes « Villebois Demain » et « Agir ensemble »',
    `Mesure 7 : ${title(7)}`,
    'Villebois Demain : N1   Agir ensemble : N2',
    `Mesure 12 : ${title(12)}`,
    'Villebois Demain : N3   Agir ensemble : non',
  );
  expect(reading.commitments).toEqual([]);
  expect(reading.warnings.map(({ code }) => code)).toEqual(['several-lists']);
});

test('a technical sheet that quotes two levels promises nothing', () => {
  const reading = read(
    'Fiche technique',
    `Mesure 22 – ${title(22)}`,
    'Niveau 1',
    '• Arrêter les contrats de mobiliers urbains publicitaires.',
    'Niveau 2',
    'Pourquoi agir',
    'La publicité est partout.',
    "Retours d'expérience",
    'Grenoble a retiré ses panneaux.',
    'Pour aller plus loin',
  );
  expect([reading.commitments, reading.localCommitments]).toEqual([[], []]);
});

test('a number followed by cross-references points, and promises nothing', () => {
  const reading = read(
    'Liste « Ensemble »',
    `Mesure 5 : ${title(5)}`,
    'N1',
    'Mesure 7 : (voir la mesure 1)',
    'Voir aussi 15, 16 et 17.',
  );
  expect(reading.commitments.map(({ measure }) => measure)).toEqual([5]);
  expect(reading.localCommitments).toEqual([]);
});

test('« à définir avec » another body is agreed with it, by number alone too', () => {
  const reading = read(
    'Liste « Ensemble »',
    'Mesure 5 : N1',
    'Mesure 11 : à définir avec la Métropole du Grand Paris',
    'Mesure 15 : N1, le niveau 3 relève d’une autre responsabilité (Métropole)',
  );
  const bodies = reading.commitments.map(({ measure, stance, competentBody }) => [measure, stance, competentBody]);
  expect(bodies).toEqual([
    [5, 'accepted', null],
    [11, 'accepted', 'Métropole du Grand Paris'],
    [15, 'partial', 'Métropole'],
  ]);
});

test('a principle of another charter is not ours because it bears the same letter', () => {
  const reading = read(
    'Liste « Ensemble »',
    'Principe A : La transparence',
    'Principe B : accepté',
    `5 – ${title(5)}`,
    'N1',
  );
  expect(reading.principles.map(({ principle }) => principle)).toEqual(['B']);
});

test('a remark with a negation that nobody foresaw waits for somebody', () => {
  const [measure] = read(
    'Liste « Ensemble »',
    `5 – ${title(5)}`,
    'Cela ne saurait nous convenir en l’état.',
  ).commitments;
  expect(measure?.confidence).toBeLessThan(CONFIDENCE_THRESHOLD);
});
