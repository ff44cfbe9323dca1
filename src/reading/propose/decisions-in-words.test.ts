/** What a list writes under a title, in its own words: which levels it takes, and which it does not. */
import { describe, expect, test } from 'vitest';
import { editionById } from '#server/charters.ts';
import { readPact } from './read-pact.ts';

const edition = editionById('pacte-transition-2020');
if (edition === null) throw new Error('no edition');
const [FIVE, SEVEN, TWELVE] = [5, 7, 12].map((number) => edition.measures.find((one) => one.number === number)?.title);

/** « 1- 2+ » or the measure's stance when no level is named: the sentence stands under measure 7, between two others. */
function said(sentence: string): string {
  if (edition === null) throw new Error('no edition');
  const text = [
    'Liste : « Vivre à Villebois »',
    'Tête de liste : Claire MARTIN',
    '',
    `Mesure 5 : ${FIVE}`,
    'N1',
    `Mesure 7 : ${SEVEN}`,
    sentence,
    `Mesure 12 : ${TWELVE}`,
    'N1 et N2',
    '',
  ].join('\n');
  const reading = readPact(text, edition);
  const around = reading.commitments
    .filter(({ measure }) => measure !== 7)
    .map(({ measure, levels }) => `${measure}: ${levels.map(({ level }) => level).join()}`);
  expect(around).toEqual(['5: 1', '12: 1,2']);
  const measure = reading.commitments.find((one) => one.measure === 7);
  if (measure === undefined) return 'nothing';
  const signs = { accepted: '+', refused: '-', delegated: 'D', unspecified: '?', partial: '~', unknown: 'U' };
  return measure.levels.length === 0
    ? measure.stance
    : measure.levels.map(({ level, stance }) => `${level}${signs[stance]}`).join(' ');
}

describe('the whole measure is refused', () => {
  test.each([
    'Nous ne nous engageons pas sur cette mesure.',
    'Nous ne prenons pas cette mesure.',
    'Nous refusons cette mesure.',
    'Mesure refusée.',
    'Mesure écartée',
    'Mesure non retenue.',
    "Pas d'engagement.",
    'Pas d’accord.',
    'Sans engagement de notre part',
    'Nous ne souhaitons pas nous engager.',
    "Notre liste ne s'engage pas sur cette mesure car elle est trop coûteuse.",
    "La liste n'a pas souhaité retenir cette mesure.",
    'Non.',
    'Nous ne signons pas cette mesure',
    "Cette mesure n'est pas retenue.",
    'Nous ne pouvons pas nous engager sur ce point.',
    'On ne prend pas celle-ci.',
    'Hors de question pour nous.',
    'Refus de la liste',
    'Nous disons non à cette mesure.',
    'Pas retenu par notre liste',
    'Non prioritaire',
    'Nous n’y sommes pas favorables',
    'Nous ne sommes pas en mesure de nous engager',
    'Cette mesure ne figure pas dans notre programme',
  ])('%s', (sentence) => {
    expect(said(sentence)).toBe('refused');
  });
});

test.each(['Nous réservons notre réponse', 'Pas d’avis', 'Peut-être'])('%s: left open', (sentence) => {
  expect(said(sentence)).toBe('unspecified');
});

describe('levels taken and levels refused', () => {
  test.each([
    ['N2 et N3 mais pas N1', '1- 2+ 3+'],
    ['N2 et N3, mais pas sur N1', '1- 2+ 3+'],
    ['N2 et N3 mais pas le N1', '1- 2+ 3+'],
    ['OK pour N2, pas N1', '1- 2+'],
    ['OK pour N2, pas pour N1', '1- 2+'],
    ['Oui pour N2 et N3, non pour N1', '1- 2+ 3+'],
    ['Pas N1, mais N2', '1- 2+'],
    ['Nous nous engageons sur N2 et non sur N1', '1- 2+'],
    ['N2, N3 (pas N1)', '1- 2+ 3+'],
    ['N1, N2 oui ; N3 non', '1+ 2+ 3-'],
    ['N2 oui, N1 non', '1- 2+'],
    ['Niveau 2 seulement', '2+'],
    ['Accord sur N2. Désaccord sur N1.', '1- 2+'],
    ['Nous prenons N2 mais refusons N1', '1- 2+'],
    ['Un accord se fait sur N2, mais pas sur N1', '1- 2+'],
    ['Accord N2, ni sur N1', '1- 2+'],
    ['N2 accepté ; N1 refusé', '1- 2+'],
    ['Nous retenons le niveau 2, pas le niveau 1.', '1- 2+'],
    ['N1 : non, N2 : oui', '1- 2+'],
    ['N1 et N2 à l’exception de N1', '1- 2+'],
    ['Niveaux 2 et 3, sans le niveau 1', '1- 2+ 3+'],
    ['Accord sur N1, refus sur N2 et N3', '1+ 2- 3-'],
    ['Accord sur N1 et N2 ; le niveau 3 relève de la Métropole', '1+ 2+ 3D'],
    ['Au moins le niveau 1', '1+'],
    ['Niveau 2 minimum', '2+'],
    ['N1 à N3', '1+ 2+ 3+'],
    ['Nous prenons N1 et N2 ; pas de N3', '1+ 2+ 3-'],
    ['Tout sauf le niveau 3', '1+ 2+ 3-'],
  ])('%s', (sentence, expected) => {
    expect(said(sentence)).toBe(expected);
  });
});

test.each([
  ['Nous ne retenons pas N1', '1-'],
  ['Pas de N3 pour nous', '3-'],
  ['Nous n’irons pas jusqu’au niveau 3', '3-'],
])('%s: only what is refused is named', (sentence, expected) => {
  expect(said(sentence)).toBe(expected);
});
