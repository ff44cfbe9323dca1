/** Who may say where a promise stands, what is refused, and what comes of what was said. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { mailsTo, newPerson, addressOf } from '#tests/people.ts';
import { writePact } from '#tests/world-readings.ts';
import { BRY, CHAMPIGNY, EDITION, OPERATOR, publish } from '#tests/world.ts';
import { followedCommitments } from '#server/storage/followed-commitments.ts';
import { forgetUnusedDocument } from '#server/storage/documents.ts';
import { homeFigures } from '#server/storage/home-page.ts';
import { withdrawPublished } from '../published/withdraw-published.ts';
import type { Assess } from './assess.ts';
import { agent, NOW, person, twoVoices } from './testing/two-voices.ts';

const { database, stores, there, claire, representative, outcome, say } = twoVoices();
type There = ReturnType<typeof there>;
let world: There['world'];
let collective: There['collective'];
let elsewhere: There['elsewhere'];
let list: number;

beforeAll(() => {
  ({ world, collective, elsewhere, list } = there());
});

describe('who may speak', () => {
  test('each voice for itself: never somebody of the other side', async () => {
    expect(await say(await claire())).toBe(true);
    expect(await say(await claire(), { voice: 'town-hall' })).toBe('not-allowed');
    expect(await say(agent, { voice: 'town-hall' })).toBe(true);
    expect(await say(agent)).toBe('not-allowed');
    expect(await say(representative())).toBe('not-allowed');
    expect(await say({ kind: 'operator', name: 'claire' })).toBe('not-allowed');
    expect(await say({ kind: 'anyone' }, { voice: 'town-hall' })).toBe('not-allowed');
  });

  test('nobody of another commune', async () => {
    const neighbour = person({ role: 'collective-member', collective: elsewhere.id });
    expect(await say(neighbour)).toBe('not-allowed');
    expect(await say(person({ role: 'municipal-agent', place: BRY }), { voice: 'town-hall' })).toBe('not-allowed');
    expect(await say(person({ role: 'list-representative', list: list + 1 }), { voice: 'town-hall' })).toBe(
      'not-allowed',
    );
  });

  test.each(['opposition', 'not-elected'] as const)(
    'for a list that does not govern (%s), its representatives answer and not the town hall',
    async (kind) => {
      await outcome(kind);
      expect(await say(agent, { voice: 'town-hall' })).toBe('not-allowed');
      expect(await say(representative(), { voice: 'town-hall' })).toBe(true);
      const [said] = await database.db.selectFrom('assessment').select(['saidAs', 'saidFor']).execute();
      expect(said).toEqual({ saidAs: 'list-representative', saidFor: 'Champigny demain (exemple)' });
      // What is said of it is told to the list alone.
      expect(await say(await claire())).toBe(true);
      expect(await mailsTo(database.db, addressOf('agnes'))).toEqual([]);
      expect(await mailsTo(database.db, addressOf('renee'))).toHaveLength(1);
    },
  );

  test('the people of the municipality that holds a merged commune speak for its pacts', async () => {
    const { municipalityCode } = await sql<{ municipalityCode: string }>`
      insert into municipality_former_name (code, municipality_code, name, kind, postcodes)
      values ('94015', '94017', 'Bry-sur-Marne', 'delegated', '{}') returning municipality_code`
      .execute(database.db)
      .then(({ rows }) => rows[0] ?? { municipalityCode: '' });
    expect(municipalityCode).toBe('94017');
    expect(await say(agent, { pact: world.bry, voice: 'town-hall' })).toBe(true);
    expect(await say(await claire(), { pact: world.bry })).toBe(true);
    await sql`delete from municipality_former_name where code = '94015'`.execute(database.db);
    expect(await say(agent, { pact: world.bry, voice: 'town-hall' })).toBe('not-allowed');
  });
});

describe('what is refused, with nothing kept', () => {
  test.each<[string, Partial<Assess>, string]>([
    ['a day to come', { assessedOn: '2029-06-04' }, 'day-to-come'],
    ['a day before the pact', { assessedOn: '2019-12-31' }, 'day-before-pact'],
    ['a day of another age', { assessedOn: '0001-01-01', beforeMandate: true, status: 'kept' }, 'day-too-old'],
    ['a day that is none', { assessedOn: '2029-02-30' }, 'not-a-day'],
    ['no word', { sentence: '  \n ' }, 'sentence-missing'],
    ['too many words', { sentence: 'a'.repeat(2001) }, 'words-too-long'],
    ['a measure that the pact does not hold', { item: 'm3' }, 'unknown-commitment'],
    ['something that is no promise', { item: 'x15' }, 'unknown-commitment'],
    ['another pact’s local commitment', { item: 'l999' }, 'unknown-commitment'],
    ['a pact that is not there', { pact: 999_999 }, 'unknown-pact'],
    ['a level that the measure does not have', { levels: [{ level: 4, status: 'kept' }] }, 'unknown-level'],
    [
      'a level twice',
      {
        levels: [
          { level: 1, status: 'kept' },
          { level: 1, status: 'broken' },
        ],
      },
      'unknown-level',
    ],
    [
      'kept, but for a promised level',
      { status: 'kept', levels: [{ level: 2, status: 'underway' }] },
      'levels-contradict',
    ],
    ['done before, and not done', { status: 'underway', beforeMandate: true }, 'before-mandate-not-kept'],
    ['an answer to nothing', { answersTo: 999_999 }, 'unknown-assessment'],
  ])('%s', async (_, more, kind) => {
    expect(await say(await claire(), more)).toBe(kind);
    const { count } = await database.db
      .selectFrom('assessment')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(count).toBe(0);
  });

  test('a day before the pact was signed, or before its mandate; what was done before may have been seen then', async () => {
    const signed = async (day: string | null) =>
      await database.db.updateTable('pact').set({ signedOn: day }).where('id', '=', world.demain).execute();
    await signed('2020-03-10');
    expect(await say(await claire(), { assessedOn: '2020-03-09' })).toBe('day-before-pact');
    expect(await say(await claire(), { assessedOn: '2020-03-10' })).toBe(true);
    // Signed before the year of the election: nothing is kept before the mandate.
    await signed('2019-11-02');
    expect(await say(await claire(), { assessedOn: '2019-12-31' })).toBe('day-before-pact');
    expect(await say(await claire(), { assessedOn: '2019-12-31', status: 'kept', beforeMandate: true })).toBe(true);
    expect(await say(await claire(), { assessedOn: '1994-12-31', status: 'kept', beforeMandate: true })).toBe(
      'day-too-old',
    );
    await signed(null);
  });

  test('what was refused in the pact, once a measure whole is refused', async () => {
    await sql`update commitment set stance = 'refused' where pact_id = ${world.demain} and measure = 2`.execute(
      database.db,
    );
    expect(await say(await claire(), { item: 'm2' })).toBe('not-promised');
    await sql`update commitment set stance = 'partial' where pact_id = ${world.demain} and measure = 2`.execute(
      database.db,
    );
  });

  test('evidence that opens a script, or is nowhere', async () => {
    const link = (url: string) => ({ evidence: [{ kind: 'link', title: 'x', url, seenOn: '2029-06-01' } as const] });
    expect(await say(await claire(), link('javascript:alert(1)'))).toBe('evidence-not-an-address');
    expect(await say(await claire(), link('https://u:p@exemple.fr/'))).toBe('evidence-not-an-address');
    expect(await say(await claire(), link('data:text/html,<script>'))).toBe('evidence-not-an-address');
    expect(await say(await claire(), link('https://exemple.fr/preuve'))).toBe(true);
  });
});

test('nothing said is ever changed', async () => {
  await say(await claire());
  await expect(sql`update assessment set status = 'kept'`.execute(database.db)).rejects.toThrow('never changes');
  await expect(sql`delete from assessment`.execute(database.db)).rejects.toThrow('never changes');
});

test('principles and local commitments are followed as measures are', async () => {
  const actor = await claire();
  const promises = await followedCommitments(database.db, { pact: world.demain });
  const items = promises.map(({ item }) => item);
  expect(items).toContain('pA');
  const local = items.find((item) => item.startsWith('l')) ?? '';
  expect(await say(actor, { item: 'pA' })).toBe(true);
  expect(await say(actor, { item: local, status: 'kept' })).toBe(true);
  expect(await say(actor, { item: local, levels: [{ level: 1, status: 'kept' }] })).toBe('unknown-level');
  const after = await followedCommitments(database.db, { pact: world.demain });
  expect(after.find(({ item }) => item === local)).toMatchObject({
    text: 'Soutenir l’Office municipal des migrants (mesure 26)',
    latest: { collective: { status: 'kept' }, 'town-hall': null },
  });
  expect(EDITION).toBe('pacte-transition-2020');
});

test('a file of evidence is kept as long as something rests on it', async () => {
  const { id } = await stores().documents.keep({
    bytes: Buffer.from('%PDF-1.7 preuve'),
    filename: 'preuve.pdf',
    mediaType: 'application/pdf',
    source: { url: null, description: null, publishedOn: null },
    receivedAt: NOW,
  });
  const evidence = [
    { kind: 'document', title: 'Arrêté', where: { kind: 'file', document: id }, page: 3, quotation: null } as const,
  ];
  expect(await say(await claire(), { evidence })).toBe(true);
  expect(await forgetUnusedDocument(database.db, id)).toBe(false);
});

test('an account that is erased leaves what was said, and its name nowhere', async () => {
  const gone = await newPerson(database.db, 'zoe');
  await say({ kind: 'person', id: gone, holds: [{ role: 'collective-member', collective: collective.id }] });
  await stores().accounts.erase(gone);
  expect(await database.db.selectFrom('assessment').select('sentence').execute()).toHaveLength(1);
  expect(await database.db.selectFrom('assessmentAuthor').select('personId').execute()).toEqual([]);
});

test('the figures of the country count a promise once, whoever looks at it and however often, while its pact is public', async () => {
  const assessed = async () => (await homeFigures(database.db)).assessed;
  const before = await assessed();
  const pact = await publish(
    database.db,
    CHAMPIGNY,
    writePact({ list: 'Liste qui passe', commitments: [{ measure: 4, words: '4' }] }),
  );
  const actor = await claire();
  expect(await Promise.all([say(actor, { pact, item: 'm4' }), say(actor, { pact, item: 'm4' })])).toEqual([true, true]);
  expect(await say(agent, { pact, item: 'm4', voice: 'town-hall' })).toBe(true);
  expect(await say(actor, { pact, item: 'pA' })).toBe(true);
  expect(await assessed()).toBe(before + 2);
  const gone = { what: 'pact', id: pact, reason: 'Doublon' } as const;
  expect((await withdrawPublished(stores(), OPERATOR, gone, NOW)).ok).toBe(true);
  expect(await assessed()).toBe(before);
});
