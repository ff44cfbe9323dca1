import { describe, expect, test } from 'vitest';
import type { Listed } from '#domain/observatory/listed.ts';
import type { ObservatoryAsked } from './asked.ts';
import { answersOfList, lostAt } from './answers.ts';
import { fieldsOfListed, listAddress, listedAsked, listedFaults } from './listed-address.ts';

const EVERYTHING: ObservatoryAsked = {
  edition: 'pacte-transition-2020',
  area: { kind: 'country' },
  size: null,
  standing: null,
  theme: null,
  period: { since: null, until: null },
};

const LISTS: readonly Listed[] = [
  { kind: 'pacts' },
  { kind: 'places', looked: 'assessed' },
  { kind: 'stance', item: 'm15', level: 0, stance: 'promised' },
  { kind: 'stance', item: 'm15', level: 2, stance: 'delegated' },
  { kind: 'stance', item: 'pA', level: 0, stance: 'refused' },
  { kind: 'amended', measure: 3 },
  { kind: 'clause', apart: 'excepted', measure: 3, level: 1, clause: 0 },
  { kind: 'clause', apart: 'reworded', measure: 3, level: 2, clause: 4 },
  // The title.
  { kind: 'clause', apart: 'reworded', measure: 3, level: 0, clause: 0 },
  { kind: 'body', body: 'la métropole & autres', measure: null },
  { kind: 'body', body: '200054781', measure: 11 },
  { kind: 'done', item: 'm15', voice: 'collective', status: 'kept', beforeMandate: true },
  { kind: 'done', item: 'pB', voice: 'town-hall', status: 'not-competent', beforeMandate: false },
];

test.each(LISTS.map((listed) => [JSON.stringify(listed), listed] as const))(
  '%s is found again in its address',
  (_, listed) => {
    expect(listedAsked(new URLSearchParams(fieldsOfListed(listed)))).toEqual(listed);
  },
);

test.each([
  'lieux=ailleurs',
  'mesure=0',
  'mesure=15',
  'mesure=15&position=oui',
  'mesure=15&niveau=4&position=accepted',
  'principe=A&texte=modifie',
  'mesure=1&niveau=1&alinea=1&ecart=autre',
  'mesure=1&voix=maire&etat=kept',
])('%s is no list', (query) => {
  expect(listedAsked(new URLSearchParams(query))).toBeNull();
});

describe('an address keeps', () => {
  const asked: ObservatoryAsked = {
    edition: 'pacte-transition-2020',
    area: { kind: 'department', code: '94' },
    size: 'under-500',
    standing: 'majority',
    theme: 'mobilites',
    period: { since: null, until: null },
  };
  test('what its figure answers', () => {
    const address = listAddress(asked, { kind: 'stance', item: 'm15', level: 1, stance: 'accepted' });
    expect(address).toContain('taille=under-500&situation=majority');
    expect(address).not.toContain('theme');
  });
  test('the size of what is amended or named too, but no day that its figure does not know', () => {
    const inDays = { ...asked, period: { since: '2020-02-01', until: null } };
    for (const listed of [
      { kind: 'amended', measure: 1 },
      { kind: 'body', body: 'la métropole', measure: null },
    ] as const) {
      expect(listAddress(inDays, listed)).toContain('taille=under-500&situation=majority');
      expect(listAddress(inDays, listed)).not.toContain('signe_depuis');
    }
  });
  test('the days alone where there are days', () => {
    const address = listAddress({ ...asked, period: { since: '2020-02-01', until: null } }, { kind: 'pacts' });
    expect(address).toContain('signe_depuis=2020-02-01');
    expect(address).not.toContain('taille');
  });
});

describe('a file of a list is told', () => {
  test.each([
    ['mesure=15&position=accepted', []],
    ['mesure=15', ['mesure incomplete']],
    ['mesure=0&position=oui', ['mesure misunderstood', 'position misunderstood']],
    ['mesure=15&voix=collective', ['mesure incomplete']],
    ['lieux=signataires&mesure=15', ['mesure not-counted-here']],
    ['', []],
  ])('what is wrong with %s', (query, faults) => {
    expect(listedFaults(new URLSearchParams(query)).map(({ parameter, fault }) => `${parameter} ${fault}`)).toEqual(
      faults,
    );
  });
});

test('a list answers what its figure does', () => {
  const wanted = { ...EVERYTHING, period: { since: '2020-02-01', until: null } };
  expect(lostAt(wanted, answersOfList({ kind: 'amended', measure: 1 }))).toEqual(['period']);
  expect(lostAt(wanted, answersOfList({ kind: 'pacts' }))).toEqual([]);
});
