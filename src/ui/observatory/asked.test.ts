import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASSESSMENT_STATUSES } from '#domain/follow-up/assessment.ts';
import { SIZES, STANDINGS } from '#domain/observatory/cell.ts';
import { STANCES } from '#domain/pact/stance.ts';
import { loadEditions } from '#server/charters.ts';
import { PACTES } from '#server/open-data/pact-resources.ts';
import { answersOf, lostAt } from './answers.ts';
import { cellOf, FIELD, observatoryAddress, observatoryAsked } from './asked.ts';
import { inSharedWords } from './former-words.ts';

const editions = loadEditions();
const usual = editions.find(({ id }) => id === 'pacte-transition-2020') ?? editions[0];
if (usual === undefined) throw new Error('no edition');
const understood = (query: string) => observatoryAsked(new URLSearchParams(query), { editions, usual });
const asked = (query: string) => understood(query).asked;

test('an address says again all that it was understood to say', () => {
  const query =
    'charte=pacte-transition-2020&departement=2A&taille=500-to-1999&situation=opposition&theme=mobilites&signe_depuis=2020-02-01&signe_jusqu_au=2020-03-15';
  expect(observatoryAddress('', asked(query))).toBe(`/observatoire?${query}`);
  expect(cellOf(asked(query))).toEqual({
    edition: 'pacte-transition-2020',
    area: { kind: 'department', code: '2A' },
    size: '500-to-1999',
    standing: 'opposition',
  });
});

test('what it says wrongly is as if it were not said, and is told', () => {
  const wrong =
    'charte=aucune&departement=<b>&taille=immense&situation=roi&theme=rien&signe_depuis=2020-02-31&signe_jusqu_au=hier';
  expect(asked(wrong)).toEqual(asked(''));
  expect(understood(wrong).faults.map(({ parameter, fault }) => `${parameter} ${fault}`)).toEqual(
    ['charte', 'departement', 'taille', 'situation', 'theme', 'signe_depuis', 'signe_jusqu_au'].map(
      (parameter) => `${parameter} misunderstood`,
    ),
  );
  expect(understood('departement=94&region=84&taille=grouping&taille=unknown').faults).toEqual([
    { parameter: 'region', fault: 'not-with-department' },
    { parameter: 'taille', fault: 'twice' },
  ]);
});

describe('the words of an address', () => {
  test.each([
    ['territoire=d-94&taille=moins-de-500', 'departement=94&taille=under-500'],
    ['territoire=r-11&situation=non-elue&depuis=2020-01-01', 'region=11&situation=not-elected&signe_depuis=2020-01-01'],
    ['mesure=15&position=pris-en-partie', 'mesure=15&position=partial'],
    ['principe=A&voix=mairie&statut=tenu', 'principe=A&voix=town-hall&etat=kept'],
    ['charte=x&territoire=&taille=&theme=', 'charte=x'],
    ['territoire=ailleurs', 'territoire=ailleurs'],
  ])('%s mean %s', (former, shared) => {
    expect(inSharedWords(new URLSearchParams(former)).toString()).toBe(shared);
  });

  test('are those that the API takes for the same filters', () => {
    const { size, standing, department, region, since } = FIELD;
    expect(Object.keys(PACTES.filters)).toEqual(expect.arrayContaining([size, standing, department, region, since]));
    const said = 'taille=under-500&situation=majority&departement=94&signe_depuis=2020-01-01';
    expect(PACTES.misunderstood(Object.fromEntries(new URLSearchParams(said)))).toEqual([]);
    expect(understood(said).faults).toEqual([]);
  });

  test('that are shared already stay as they are', () => {
    const shared = fc.record(
      {
        taille: fc.constantFrom(...SIZES),
        situation: fc.constantFrom(...STANDINGS),
        position: fc.constantFrom(...STANCES),
        etat: fc.constantFrom(...ASSESSMENT_STATUSES),
        apres: fc.string({ minLength: 1 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(shared, (fields) => {
        const query = new URLSearchParams(Object.entries(fields)).toString();
        expect(inSharedWords(new URLSearchParams(query)).toString()).toBe(query);
      }),
    );
  });
});

describe('what a page does not tell apart', () => {
  const all = asked('departement=94&taille=under-500&situation=majority&theme=mobilites&signe_depuis=2020-02-01');
  test.each([
    ['', []],
    ['/niveaux', ['period']],
    ['/carte/tableau', ['area', 'theme', 'period']],
    ['/progression', ['size', 'standing', 'theme', 'period']],
    ['/mesures/15', ['theme', 'period']],
  ] as const)('is not carried to %s', (page, lost) => {
    expect(lostAt(all, answersOf(page))).toEqual(lost);
    const query = new URL(observatoryAddress(page, all), 'http://site.test').searchParams;
    expect(lostAt(observatoryAsked(query, { editions, usual }).asked, answersOf(page))).toEqual([]);
  });
});

test('another charter has other themes', () => {
  expect(asked('charte=coorace-2020&theme=mobilites').theme).toBeNull();
});
