import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { active } from '#tests/collectives.ts';
import { withTestDatabase } from '#tests/database.ts';
import { mailsTo, newPerson, addressOf } from '#tests/people.ts';
import { writePact } from '#tests/world-readings.ts';
import { BRY, buildWorld, CHAMPIGNY, EDITION, OPERATOR, publish, type World } from '#tests/world.ts';
import type { Actor, Holding, Person } from '#domain/access/gate.ts';
import { holdingsOf } from '#server/storage/holdings.ts';
import { followedCommitments } from '#server/storage/followed-commitments.ts';
import { forgetUnusedDocument } from '#server/storage/documents.ts';
import { latestOfPact } from '#server/storage/done-of-pacts.ts';
import { homeFigures } from '#server/storage/home-page.ts';
import { readMigrations } from '#server/storage/migrate.ts';
import { followUpOf } from '#server/storage/thread-follow-up.ts';
import { storesOn } from '#server/stores.ts';
import { withdrawPublished } from '../published/withdraw-published.ts';
import { tellUnanswered } from './tell-unanswered.ts';
import { assess, confirmAssessment, type Assess } from './assess.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const NOW = new Date('2029-06-03T08:00:00Z');
let world: World;
let collective: { readonly id: number; readonly founder: string };
let elsewhere: { readonly id: number };
let list = 0;

beforeAll(async () => {
  world = await buildWorld(database.db);
  collective = await active(database.db, { founder: 'claire', places: [CHAMPIGNY], name: 'Champigny citoyenne' });
  elsewhere = await active(database.db, { founder: 'bruno', places: [BRY], name: 'Bry citoyenne' });
  const { rows } = await sql<{ id: number }>`
    insert into candidate_list (election_id, municipality_code, name, name_key, source, entered_as, entered_at, changed_at)
    values ('municipales-2020', '94017', 'Champigny demain (exemple)', 'champigny demain', 'test', 'operator', ${NOW}, ${NOW})
    returning id`.execute(database.db);
  list = rows[0]?.id ?? 0;
  await database.db
    .insertInto('pactList')
    .values({ pactId: world.demain, candidateListId: list, linkedBy: 'test', linkedAt: NOW })
    .execute();
  for (const name of ['agnes', 'renee']) await newPerson(database.db, name);
  await hold('town_hall_member', 'p-agnes');
  await hold('list_representative', 'p-renee');
});

beforeEach(async () => {
  await outcome(null);
  await sql`truncate assessment, assessment_author, assessment_confirmation, latest_assessment, reply_right_told, mail cascade`.execute(
    database.db,
  );
});

/** A confirmed role, as the acts on roles would have made it. */
async function hold(table: 'town_hall_member' | 'list_representative', person: string): Promise<void> {
  const ofList = table === 'list_representative';
  const { rows } = await sql<{ id: number }>`
    insert into role_request (person_id, role, list_id, municipality_code, asked_at, state)
    values (${person}, ${ofList ? 'list-representative' : 'municipal-agent'}, ${ofList ? list : null}, ${ofList ? null : '94017'}, ${NOW}, 'confirmed')
    returning id`.execute(database.db);
  const request = rows[0]?.id ?? 0;
  if (ofList) {
    await database.db
      .insertInto('listRepresentative')
      .values({ personId: person, listId: list, requestId: request, since: NOW })
      .execute();
  } else {
    await sql`insert into town_hall_member (person_id, role, municipality_code, request_id, since)
      values (${person}, 'municipal-agent', '94017', ${request}, ${NOW})`.execute(database.db);
  }
}

async function outcome(kind: 'majority' | 'opposition' | 'not-elected' | null): Promise<void> {
  await database.db.updateTable('candidateList').set({ outcome: kind }).where('id', '=', list).execute();
}

const person = (...holds: readonly Holding[]): Person => ({ kind: 'person', id: 'p-agnes', holds });
const claire = async (): Promise<Person> => ({
  kind: 'person',
  id: collective.founder,
  holds: await holdingsOf(database.db, collective.founder),
});
const agent = person({ role: 'municipal-agent', place: CHAMPIGNY });
const representative = (): Person => ({
  kind: 'person',
  id: 'p-renee',
  holds: [{ role: 'list-representative', list }],
});

const given = (more: Partial<Assess> = {}): Assess => ({
  pact: world.demain,
  item: 'm15',
  voice: 'collective',
  status: 'partly-kept',
  levels: [],
  beforeMandate: false,
  sentence: 'Le double sens cyclable est généralisé.',
  evidence: [],
  assessedOn: '2029-06-01',
  ...more,
});
const kindOf = (result: { ok: true } | { ok: false; refusal: { kind: string } }) => result.ok || result.refusal.kind;
const say = async (actor: Actor, more: Partial<Assess> = {}, now = NOW) =>
  kindOf(await assess(stores(), actor, given(more), now));

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

test('two of one voice at once are both kept, in order; whoever had the form before is shown the other first', async () => {
  const actor = await claire();
  const both = await Promise.all([say(actor, { sentence: 'Une' }), say(actor, { sentence: 'Deux' })]);
  expect(both).toEqual([true, true]);
  const versions = await database.db.selectFrom('assessment').select('version').orderBy('version').execute();
  expect(versions).toEqual([{ version: 1 }, { version: 2 }]);
  const late = await assess(stores(), actor, given({ sentence: 'Trois', seen: 1 }), NOW);
  expect(late).toMatchObject({ refusal: { kind: 'said-meanwhile', newest: { version: 2 } } });
  expect(await say(actor, { sentence: 'Trois', seen: 2 })).toBe(true);
});

test('of several who saw the same form at once, one is accepted; the others are shown what was said', async () => {
  const actor = await claire();
  const three = ['Une', 'Deux', 'Trois'].map((sentence) => say(actor, { sentence, seen: 0 }));
  expect((await Promise.all(three)).toSorted()).toEqual(['said-meanwhile', 'said-meanwhile', true]);
  expect(await database.db.selectFrom('assessment').select('version').execute()).toEqual([{ version: 1 }]);
  expect(await mailsTo(database.db, addressOf('agnes'))).toHaveLength(1);
});

test('pressed twice, a form says its words once and tells once; somebody else of the same side is shown them', async () => {
  const actor = await claire();
  const levels = [{ level: 1, status: 'underway' } as const];
  const pressed = () => say(actor, { levels, seen: 0 });
  expect(await Promise.all([pressed(), pressed(), pressed()])).toEqual([true, true, true]);
  const other: Person = {
    kind: 'person',
    id: 'p-bruno',
    holds: [{ role: 'collective-member', collective: collective.id }],
  };
  expect(await say(other, { levels, seen: 0 })).toBe('said-meanwhile');
  expect(await database.db.selectFrom('assessment').select('version').execute()).toEqual([{ version: 1 }]);
  expect(await mailsTo(database.db, addressOf('agnes'))).toHaveLength(1);
});

describe('what a voice says now is what it looked at last, and not what it wrote down last', () => {
  const latest = async () => {
    const promises = await followedCommitments(database.db, { pact: world.demain });
    const [counted] = await latestOfPact(database.db, world.demain);
    const [thread] = await followUpOf(database.db, [{ pact: world.demain, item: 'm15' }]);
    const found = await stores().assessments.latest({ pact: world.demain, item: 'm15', voice: 'collective' });
    return [
      found?.status,
      counted?.status,
      promises.find(({ item }) => item === 'm15')?.latest.collective?.status,
      ...(thread?.said.map(({ status }) => status) ?? []),
    ];
  };

  test('a finding of an older day joins the history, in no total', async () => {
    const actor = await claire();
    await say(actor, { status: 'broken', assessedOn: '2029-05-20' });
    await say(actor, { status: 'kept', assessedOn: '2028-02-01', sentence: 'Retrouvé dans un vieux carnet.' });
    expect(await latest()).toEqual(['broken', 'broken', 'broken', 'broken', 'kept']);
    // Of two of one day, the later said.
    await say(actor, { status: 'underway', assessedOn: '2029-05-20' });
    expect(await latest()).toEqual(['underway', 'underway', 'underway', 'underway', 'broken', 'kept']);
  });

  test('a day on which somebody said that it is still so counts as looked at', async () => {
    const actor = await claire();
    await say(actor, { status: 'broken', assessedOn: '2028-01-10' });
    const of = { pact: world.demain, item: 'm15', voice: 'collective' } as const;
    const assessment = (await stores().assessments.latest(of))?.id ?? 0;
    expect((await confirmAssessment(stores(), actor, { ...of, assessment }, NOW)).ok).toBe(true);
    await say(actor, { status: 'kept', assessedOn: '2029-06-01' });
    expect(await latest()).toEqual(['broken', 'broken', 'broken', 'broken', 'kept']);
  });

  test('rows kept before that rule are put right', async () => {
    const actor = await claire();
    await say(actor, { status: 'broken', assessedOn: '2029-05-20' });
    await say(actor, { status: 'kept', assessedOn: '2028-02-01' });
    await sql`update latest_assessment l set assessment_id = a.id, status = a.status, looked_on = a.assessed_on
      from assessment a where a.version = 2`.execute(database.db);
    expect((await latest()).slice(0, 3)).toEqual(['kept', 'kept', 'kept']);
    const repair = (await readMigrations()).find(({ name }) => name === '0085-latest-by-the-day-looked-at');
    await sql.raw(repair?.sql ?? '').execute(database.db);
    expect((await latest()).slice(0, 3)).toEqual(['broken', 'broken', 'broken']);
  });

  test('whoever saw the form after a finding of an older day has seen all that was said', async () => {
    const actor = await claire();
    await say(actor, { assessedOn: '2029-05-20' });
    await say(actor, { assessedOn: '2028-02-01' });
    expect(await say(actor, { sentence: 'Une de plus', seen: 1 })).toBe('said-meanwhile');
    expect(await say(actor, { sentence: 'Une de plus', seen: 2 })).toBe(true);
  });
});

test('nothing said is ever changed', async () => {
  await say(await claire());
  await expect(sql`update assessment set status = 'kept'`.execute(database.db)).rejects.toThrow('never changes');
  await expect(sql`delete from assessment`.execute(database.db)).rejects.toThrow('never changes');
});

test('the other side is told, once for an evening, and answers beside it', async () => {
  const actor = await claire();
  await say(actor);
  await say(actor, { item: 'm1' });
  const mails = await mailsTo(database.db, addressOf('agnes'));
  expect(mails).toMatchObject([{ kind: 'right-of-reply', item: 'm15', by: 'Champigny citoyenne' }]);
  await say(actor, { item: 'm26' }, new Date('2029-06-04T08:00:00Z'));
  expect(await mailsTo(database.db, addressOf('agnes'))).toHaveLength(2);
  const { id } = await database.db
    .selectFrom('assessment')
    .select('id')
    .where('item', '=', 'm15')
    .executeTakeFirstOrThrow();
  expect(await say(agent, { voice: 'town-hall', status: 'kept', answersTo: id })).toBe(true);
  // One answers the other side, of the same promise.
  expect(await say(actor, { answersTo: id })).toBe('unknown-assessment');
  expect(await say(agent, { voice: 'town-hall', item: 'm1', answersTo: id })).toBe('unknown-assessment');
  expect(await mailsTo(database.db, addressOf('claire'))).toMatchObject([
    { kind: 'right-of-reply', voice: 'town-hall' },
  ]);
});

test('what is said within the hours after a mail is told in one more, once, to who has not answered', async () => {
  const actor = await claire();
  const at = (time: string) => new Date(`2029-06-03T${time}:00Z`);
  const tell = async (time: string, who: Actor = { kind: 'job', name: 'tell-unanswered' }) => {
    const told = await tellUnanswered(stores(), who, at(time));
    return told.ok ? told.value : told.refusal.kind;
  };
  const summaries = async () =>
    (await mailsTo(database.db, addressOf('agnes'))).filter(({ kind }) => kind === 'unanswered');
  await say(actor);
  expect(await tell('15:00')).toBe(0);
  for (const item of ['m1', 'm2', 'm26']) await say(actor, { item }, at('08:30'));
  expect(await say(agent, { item: 'm2', voice: 'town-hall' }, at('09:00'))).toBe(true);
  expect(await tell('13:59')).toBe(0);
  expect(await tell('14:00', agent)).toBe('not-allowed');
  // Said before the round that tells the others: it is told with them.
  await say(actor, { item: 'm11' }, at('14:01'));
  // Two servers at once: agnes and renee have one mail each.
  const both = await Promise.all([tell('14:05'), tell('14:05')]);
  expect(both.toSorted()).toEqual([0, 2]);
  expect(await summaries()).toMatchObject([
    { voice: 'collective', by: ['Champigny citoyenne'], promises: 3, path: `/pactes/${world.demain}/suivi` },
  ]);
  // Nothing new: nothing to tell, however long nobody answers.
  expect(await tell('23:00')).toBe(0);
  expect(await summaries()).toHaveLength(1);
});

test('« toujours exact » gives a new day and no other news; of the last thing said alone', async () => {
  const actor = await claire();
  await say(actor, { assessedOn: '2028-01-10' });
  const first = (await stores().assessments.latest({ pact: world.demain, item: 'm15', voice: 'collective' }))?.id ?? 0;
  const still = async (assessment: number, who: Actor = actor) =>
    kindOf(
      await confirmAssessment(stores(), who, { pact: world.demain, item: 'm15', voice: 'collective', assessment }, NOW),
    );
  expect(await still(first, agent)).toBe('not-allowed');
  expect(await still(first)).toBe(true);
  expect(await still(first)).toBe(true);
  expect(await stores().assessments.latest({ pact: world.demain, item: 'm15', voice: 'collective' })).toMatchObject({
    version: 1,
    assessedOn: '2028-01-10',
    confirmedOn: '2029-06-03',
  });
  await say(actor, { assessedOn: '2029-06-03' });
  expect(await still(first)).toBe('not-the-last');
  expect(await database.db.selectFrom('assessmentConfirmation').select('id').execute()).toHaveLength(1);
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
