import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { withTestDatabase } from '#tests/database.ts';
import { buildWorld, type World } from '#tests/world.ts';
import type { Actor } from '#domain/access/gate.ts';
import { storesOn } from '#server/stores.ts';
import { historyOf } from '#server/storage/journal.ts';
import { verifyJournal } from '#server/storage/journal-verify.ts';
import { confirmOutcome, correctList, mergeList, reinstateList, withdrawList } from './change-list.ts';
import { enterAddresses } from './enter-addresses.ts';
import { enterByElection } from './enter-by-election.ts';
import { enterList, type EnterList } from './enter-list.ts';
import { linkPactToList } from './link-pact.ts';

const database = withTestDatabase();
const NOW = new Date('2026-03-17T09:00:00Z');
const TODAY = '2026-03-17';
const OPERATOR: Actor = { kind: 'operator', name: 'claire' };
const stores = () => storesOn(database.db);
let world: World;
let coordinator: Actor;

beforeAll(async () => {
  world = await buildWorld(database.db);
  const { rows } = await sql<{
    id: number;
  }>`insert into collective (name, slug, state, charter_version, requested_at, confirmed_at, confirmed_by)
    values ('C (exemple)', 'c', 'active', '1', ${NOW}, ${NOW}, 'operator') returning id`.execute(database.db);
  const collective = rows[0]?.id ?? 0;
  await database.db
    .insertInto('collectivePlace')
    .values({ collectiveId: collective, municipalityCode: '94017', groupingSiren: null })
    .execute();
  coordinator = { kind: 'person', id: 'coordinator', holds: [{ role: 'collective-coordinator', collective }] };
});

let number = 0;
async function enter(given: Partial<EnterList> = {}, actor: Actor = OPERATOR) {
  number += 1;
  return await enterList(
    stores(),
    actor,
    {
      election: 'municipales-2026',
      municipality: '94017',
      name: `Liste ${number} (exemple)`,
      leader: 'Camille Exemple',
      nuance: '',
      panelNumber: null,
      source: '',
      ...given,
    },
    NOW,
  );
}
async function entered(given: Partial<EnterList> = {}, actor: Actor = OPERATOR): Promise<number> {
  const result = await enter(given, actor);
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value.id;
}
const list = async (id: number) => await stores().campaign.findList(id);
const kindOf = (result: { ok: true } | { ok: false; refusal: { kind: string } }) => result.ok || result.refusal.kind;

describe('a coordinator', () => {
  test('enters a list of the commune of the collective, shown as entered by it, and corrects it', async () => {
    const id = await entered({}, coordinator);
    expect((await list(id))?.enteredAs).toBe('collective');
    const corrected = await correctList(
      stores(),
      coordinator,
      { list: id, name: 'Corrigée', leader: '', nuance: 'LDVG' },
      NOW,
    );
    expect(corrected.ok).toBe(true);
    expect(await list(id)).toMatchObject({ name: 'Corrigée', leader: null, nuance: 'LDVG' });
  });
  test('enters none of another commune, and changes none that others entered', async () => {
    expect(kindOf(await enter({ municipality: '94015' }, coordinator))).toBe('not-allowed');
    const id = await entered();
    expect(kindOf(await correctList(stores(), coordinator, { list: id, name: 'x', leader: '', nuance: '' }, NOW))).toBe(
      'not-allowed',
    );
    expect(kindOf(await withdrawList(stores(), coordinator, { list: id, on: TODAY, today: TODAY }, NOW))).toBe(
      'not-allowed',
    );
  });
  test('merges a list into one that a collective entered, never into one that others did', async () => {
    const [own, next, imported] = [await entered({}, coordinator), await entered({}, coordinator), await entered()];
    const merge = async (into: number) =>
      kindOf(await mergeList(stores(), coordinator, { list: own, into, on: TODAY, today: TODAY }, NOW));
    expect(await merge(imported)).toBe('not-allowed');
    expect((await list(own))?.merged).toBeNull();
    expect(await merge(next)).toBe(true);
  });
  test('never says what became of a list', async () => {
    const id = await entered({}, coordinator);
    expect(kindOf(await confirmOutcome(stores(), coordinator, { list: id, outcome: 'majority' }, NOW))).toBe(
      'not-allowed',
    );
  });
});

describe('a list entered by hand is refused', () => {
  test.each([
    ['without a name', { name: ' . ' }, 'list-name-missing'],
    ['with a name as long as a page', { name: 'x'.repeat(201) }, 'list-words-too-long'],
    ['in an election that nobody knows', { election: 'x' }, 'unknown-election'],
    ['in a commune that does not exist', { municipality: '00000' }, 'unknown-municipality'],
  ])('%s', async (_, given, kind) => {
    expect(kindOf(await enter(given))).toBe(kind);
  });
  test('twice, accents and capitals aside, even at once', async () => {
    const both = await Promise.all([enter({ name: 'Élan commun' }), enter({ name: 'ELAN  COMMUN' })]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });
  test('in the partial election of another commune', async () => {
    const partial = await enterByElection(
      stores(),
      OPERATOR,
      {
        municipality: '94015',
        firstRoundOn: '2027-06-13',
        secondRoundOn: null,
        year: 2027,
        source: 'Arrêté préfectoral',
        sourceUrl: null,
      },
      NOW,
    );
    expect(partial).toEqual({ ok: true, value: { id: 'partielle-94015-2027-06-13' } });
    expect(kindOf(await enter({ election: 'partielle-94015-2027-06-13' }))).toBe('election-elsewhere');
    expect(kindOf(await enter({ election: 'partielle-94015-2027-06-13', municipality: '94015' }))).toBe(true);
  });
});

describe('an election of one commune is refused', () => {
  const asked = {
    municipality: '94015',
    firstRoundOn: null,
    secondRoundOn: null,
    year: 2028,
    source: 'Arrêté',
    sourceUrl: null,
  };
  test.each([
    ['on a day that is none', { firstRoundOn: '2028-02-30' }, 'not-a-day'],
    [
      'with a second round before the first',
      { firstRoundOn: '2028-02-13', secondRoundOn: '2028-02-06' },
      'rounds-out-of-order',
    ],
    ['with a second round alone', { secondRoundOn: '2028-02-06' }, 'rounds-out-of-order'],
    ['in a year that is not that of its day', { firstRoundOn: '2027-02-13' }, 'year-out-of-bounds'],
    ['without a source', { source: ' ' }, 'source-missing'],
    ['with a script as a source', { sourceUrl: 'javascript:alert(1)' }, 'not-a-link'],
    ['in a commune that does not exist', { municipality: '00000' }, 'unknown-municipality'],
  ])('%s', async (_, given, kind) => {
    expect(kindOf(await enterByElection(stores(), OPERATOR, { ...asked, ...given }, NOW))).toBe(kind);
  });
  test('twice, and is known without a day', async () => {
    expect(kindOf(await enterByElection(stores(), OPERATOR, asked, NOW))).toBe(true);
    expect(kindOf(await enterByElection(stores(), OPERATOR, asked, NOW))).toBe('election-there-already');
    expect((await stores().campaign.electionsIn('94015')).map(({ id }) => id)).toEqual([
      'municipales-2020',
      'municipales-2026',
      'partielle-94015-2027-06-13',
      'partielle-94015-2028',
      'municipales-2032',
    ]);
  });
});

describe('between the rounds', () => {
  test('a list withdraws, on a day that is not to come, and the withdrawal can be taken back', async () => {
    const id = await entered();
    expect(kindOf(await withdrawList(stores(), OPERATOR, { list: id, on: '2026-03-18', today: TODAY }, NOW))).toBe(
      'day-to-come',
    );
    expect(kindOf(await withdrawList(stores(), OPERATOR, { list: id, on: '2026-03-16', today: TODAY }, NOW))).toBe(
      true,
    );
    expect((await list(id))?.withdrawnOn).toBe('2026-03-16');
    expect(kindOf(await reinstateList(stores(), OPERATOR, { list: id }, NOW))).toBe(true);
    expect((await list(id))?.withdrawnOn).toBeNull();
    expect((await historyOf(database.db, { kind: 'candidate-list', id })).map(({ act }) => act)).toEqual([
      'enter-list',
      'withdraw-list',
      'reinstate-list',
    ]);
  });
  test('a list merges into another of its commune and election, never in a circle', async () => {
    const [from, into, elsewhere] = [await entered(), await entered(), await entered({ municipality: '94015' })];
    const merge = async (one: number, other: number) =>
      kindOf(await mergeList(stores(), OPERATOR, { list: one, into: other, on: TODAY, today: TODAY }, NOW));
    expect(await merge(from, from)).toBe('merges-into-itself');
    expect(await merge(from, elsewhere)).toBe('merges-elsewhere');
    expect(await merge(from, into)).toBe(true);
    expect(await merge(into, from)).toBe('merges-in-a-circle');
    expect((await list(from))?.merged).toEqual({ into, on: TODAY });
  });
});

test('a pact is said to be of a list of its own commune only', async () => {
  const [here, elsewhere] = [await entered(), await entered({ municipality: '94015' })];
  const link = async (pact: number, to: number) =>
    kindOf(await linkPactToList(stores(), OPERATOR, { pact, list: to }, NOW));
  expect(await link(world.demain, elsewhere)).toBe('pact-elsewhere');
  expect(await link(999_999, here)).toBe('unknown-pact');
  expect(await link(world.demain, 999_999)).toBe('unknown-list');
  expect(await link(world.demain, here)).toBe(true);
  expect((await stores().campaign.findPact(world.demain))?.list).toBe(here);
  // The pact as published does not change by it.
  expect((await verifyJournal(database.db)).faults).toEqual([]);
});

test('public addresses enter all or none, each problem told with its line', async () => {
  const place = { kind: 'municipality', code: '94017' } as const;
  const given = [
    { line: 2, owner: { place }, email: 'mairie@champigny.example', source: 'Annuaire' },
    { line: 3, owner: { place }, email: 'pas une adresse', source: 'Annuaire' },
    { line: 4, owner: { list: 999_999 }, email: 'a@b.example', source: '' },
  ];
  expect(await enterAddresses(stores(), OPERATOR, given, NOW)).toEqual({
    ok: false,
    refusal: {
      kind: 'address-problems',
      problems: [
        { line: 3, kind: 'not-an-email' },
        { line: 4, kind: 'unknown-owner' },
        { line: 4, kind: 'source-missing' },
      ],
    },
  });
  expect(await stores().campaign.addressesOf({ place })).toEqual([]);
  expect(await enterAddresses(stores(), OPERATOR, given.slice(0, 1), NOW)).toEqual({
    ok: true,
    value: { added: 1, known: 0 },
  });
  expect(await enterAddresses(stores(), OPERATOR, given.slice(0, 1), NOW)).toEqual({
    ok: true,
    value: { added: 0, known: 1 },
  });
});

describe('who is on a list of the commune', () => {
  const asks = async (name: string, today = TODAY) =>
    (await stores().campaign.isOnAList({ name, municipality: '94068', today })).map(
      ({ likeness, position, listName }) => [likeness, position, listName],
    );
  beforeAll(async () => {
    const id = await entered({ municipality: '94068', name: 'Saint-Maur ici (exemple)', leader: 'Ève LE GOFF' });
    await entered({
      municipality: '94068',
      election: 'municipales-2020',
      name: 'Avant (exemple)',
      leader: 'Rémi ANCIEN',
    });
    await database.db
      .insertInto('candidate')
      .values([
        { listId: id, round: 1, position: 1, familyName: 'LE GOFF', givenName: 'Ève' },
        { listId: id, round: 1, position: 2, familyName: 'MARTIN épouse DUPONT', givenName: 'Marie-Hélène' },
      ])
      .execute();
  });
  test('is found by a name written in another way', async () => {
    expect(await asks('eve legoff')).toEqual([['same', 1, 'Saint-Maur ici (exemple)']]);
    expect(await asks('Dupont Marie Hélène')).toEqual([['close', 2, 'Saint-Maur ici (exemple)']]);
    expect(await asks('Paul Martin')).toEqual([]);
  });
  test('counts in the mandate under way and not in the one before', async () => {
    expect(await asks('Rémi Ancien', '2026-03-01')).toEqual([['same', 1, 'Avant (exemple)']]);
    expect(await asks('Rémi Ancien', '2026-03-30')).toEqual([]);
    expect(await asks('Ève Le Goff', '2026-03-01')).toEqual([['same', 1, 'Saint-Maur ici (exemple)']]);
  });
});
