/**
 * Whatever happens to pacts, lists, plans, voices and communes, and in whatever order, the figures kept are what counting
 * the whole country again gives.
 */
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { BRY, CHAMPIGNY, OPERATOR, publish } from '#tests/world.ts';
import { newRelease } from '#tests/new-release.ts';
import { writePact } from '#tests/world-readings.ts';
import { active } from '#tests/collectives.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor } from '#tests/people.ts';
import { AT, live, prepareSteps, step } from '#tests/tallied-steps.ts';
import { reviewSomewhere } from '#tests/review-somewhere.ts';
import { ASSESSMENT_STATUSES, VOICES } from '#domain/follow-up/assessment.ts';
import { areaIn, SIZES, STANDINGS, type Cell } from '#domain/observatory/cell.ts';
import { ANY_DAY, type Listed, type ListedLevel } from '#domain/observatory/listed.ts';
import { STANCES } from '#domain/pact/stance.ts';
import { codeOf } from '#domain/shared/place.ts';
import { linkPactToList } from '#use-cases/campaign/link-pact.ts';
import { storesOn } from '../stores.ts';
import type { Db } from './connection.ts';
import { figureOf, listedPacts, listedPlaces, type Asked, type ListedPact } from './observatory-lists.ts';
import { recountedDifference, recountTallies, tallied, waitToRecount } from './tallies.ts';

const database = withTestDatabase();

let stage: Awaited<ReturnType<typeof prepareSteps>>;

beforeAll(async () => {
  stage = await prepareSteps(database.db);
});

test('are what a recount of the country gives, after any acts in any order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 20 }), async (steps) => {
      for (const one of steps) await live(stage, one);
      expect(await recountedDifference(database.db, { limit: 5 })).toEqual([]);
      expect(await moreSignedThanThereAre()).toEqual([]);
    }),
    { numRuns: 12, endOnFailure: true },
  );
  const { rows } = await sql<{ subject: string }>`select distinct subject from tally order by 1`.execute(database.db);
  // Nothing above is true because nothing happened.
  expect(rows.map(({ subject }) => subject)).toEqual(
    expect.arrayContaining([
      'pacts',
      'places',
      'places-assessed',
      'stance',
      'done',
      'excepted',
      'body',
      'plans',
      'signed',
    ]),
  );
});

/** Parts of the country of whose communes more signed than it has. */
async function moreSignedThanThereAre(): Promise<readonly unknown[]> {
  const { rows } = await sql`
    select area, size, count, municipalities from tally left join municipality_count using (area, size)
    where subject = 'places' and edition = '*' and standing = 'all' and size not in ('all', 'grouping')
      and count > coalesce(municipalities, 0)`.execute(database.db);
  return rows;
}

test('hold a place of which a review was published, too', async () => {
  const words = { list: 'Bry (exemple)', commitments: [{ measure: 1, words: 'Mesure 1' }] };
  const pact = await publish(database.db, BRY, writePact(words));
  const { id: collective, founder } = await active(database.db, { founder: 'lou', places: [BRY] });
  const by = await actorFor(database.db, founder);
  await reviewSomewhere(database.db, { collective, by, pacts: [{ id: pact, item: 'm1' }] });
  expect(await recountedDifference(database.db, { limit: 5 })).toEqual([]);
});

test('count a body where something is promised, not where it is refused or left to others; in its size too', async () => {
  const named = async (size: string, measure: number) =>
    (
      await database.db
        .selectFrom('tally')
        .select('count')
        .where('edition', '=', 'edition-0')
        .where('area', '=', 'fr')
        .where('size', '=', size)
        .where('standing', '=', 'all')
        .where('subject', '=', 'body')
        .where('item', '=', `m${measure}`)
        .executeTakeFirst()
    )?.count ?? 0;
  const asked = ['all', '10000-to-49999'].flatMap((size) => [1, 2, 3].map((measure) => [size, measure] as const));
  const all = async () => await Promise.all(asked.map(async ([size, measure]) => await named(size, measure)));
  const before = await all();
  const measures = (['accepted', 'refused', 'delegated'] as const).map((stance, at) => ({
    number: at + 1,
    levels: [STANCES.indexOf(stance)],
    body: true,
  }));
  await live(stage, { do: 'sign', place: 2, pact: { edition: 0, list: 90, day: null, measures, locals: 0 } });
  const more = (await all()).map((count, index) => count - (before[index] ?? 0));
  expect(more).toEqual([1, 0, 0, 1, 0, 0]);
});

test('are the lengths of the lists behind them, walked page by page, also where a commune merged between two signatures', async () => {
  const pact = { edition: 0, list: 92, day: null, measures: [{ number: 1, levels: [0], body: true }], locals: 0 };
  for (const place of [0, 1]) await live(stage, { do: 'sign', place, pact });
  await newRelease(database.db, { [codeOf(BRY)]: codeOf(CHAMPIGNY) });
  await live(stage, { do: 'sign', place: 1, pact: { ...pact, list: 93 } });
  expect(await recountedDifference(database.db, { limit: 5 })).toEqual([]);
  const { rows } = await sql<KeptFigure>`
    select * from tally where subject in ('pacts', 'places', 'places-assessed', 'places-reviewed', 'stance', 'amended', 'excepted',
      'reworded', 'body', 'done') and edition <> '*' and item <> 'l'
    order by row_number() over (partition by subject order by md5(tally::text)) limit 500`.execute(database.db);
  const wrong: unknown[] = [];
  for (const kept of rows) {
    const asked = { ...listBehind(kept), period: ANY_DAY };
    const [figure, listed] = [await figureOf(database.db, asked), await lengthOfList(asked)];
    if (figure !== kept.count || listed !== kept.count) wrong.push({ ...kept, figure, listed });
  }
  expect(wrong).toEqual([]);
  expect(new Set(rows.map(({ subject }) => subject)).size).toBe(10);
  await newRelease(database.db, {});
});

test('of one place never walk through all that was assessed in the country', async () => {
  const plan = await database.db.transaction().execute(async (db) => {
    // So few rows are read at once whatever the question: asked as if they were many.
    for (const shortcut of ['seqscan', 'hashjoin', 'mergejoin'])
      await sql`set local ${sql.raw(`enable_${shortcut}`)} = off`.execute(db);
    const { rows } = await sql<{ 'QUERY PLAN': unknown }>`
      explain (format json) select * from place_tally where place = any (array['94017']) and subject = 'assessed'`.execute(
      db,
    );
    return rows[0]?.['QUERY PLAN'];
  });
  // Whether a place was looked at at all is asked of its pacts one by one, when they are few beside the country's.
  const read = nodesOf(plan).filter(
    (node) => node['Relation Name'] === 'latest_assessment' && node['Parent Relationship'] !== 'SubPlan',
  );
  expect(read.length).toBeGreaterThan(0);
  expect(read.filter((node) => !('Index Cond' in node || 'Recheck Cond' in node))).toEqual([]);
});

function nodesOf(plan: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(plan)) return plan.flatMap(nodesOf);
  if (typeof plan !== 'object' || plan === null) return [];
  const node: Readonly<Record<string, unknown>> = { ...plan };
  return [node, ...Object.values(node).flatMap(nodesOf)];
}

test('are not counted anew in the middle of an act: the difference that it keeps would be of figures that are no more', async () => {
  await live(stage, { do: 'sign', place: 1, pact: { edition: 0, list: 0, day: null, measures: [], locals: 1 } });
  const [middle, goOn] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const act = database.db.transaction().execute(
    async (db) =>
      await tallied(db, { places: [codeOf(BRY)], at: AT }, async () => {
        middle.resolve(undefined);
        await goOn.promise;
        await db.deleteFrom('localCommitment').execute();
      }),
  );
  await middle.promise;
  // Bry grows: its pacts count in another size from now on.
  const recount = database.db.transaction().execute(async (db) => {
    await waitToRecount(db);
    await sql`update municipality set population = 60000 where code = ${codeOf(BRY)}`.execute(db);
    await recountTallies(db, AT);
  });
  await Promise.race([recount, untilSomebodyWaits()]);
  goOn.resolve(undefined);
  await Promise.all([act, recount]);
  expect(await recountedDifference(database.db, { limit: 5 })).toEqual([]);
});

/** Asks again and again: each question takes its time, and what is waited for comes or the recount ends. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = await sql`
      select from pg_locks where not granted
        and (database is null or database = (select oid from pg_database where datname = current_database()))`.execute(
      database.db,
    );
    if (rows.length > 0) return;
  }
}

test('of a period are the lengths of their lists', async () => {
  const measures = [{ number: 1, levels: [0], body: false }];
  await live(stage, { do: 'sign', place: 2, pact: { edition: 0, list: 91, day: '2020-02-01', measures, locals: 0 } });
  const cell = { edition: 'edition-0', area: { kind: 'country' }, size: null, standing: null } as const;
  let counted = 0;
  for (const [since, until] of [
    ['2020-02-01', '2020-02-01'],
    ['2020-02-02', null],
    [null, '2020-03-19'],
  ] as const) {
    for (const listed of [
      { kind: 'pacts' },
      { kind: 'stance', item: 'm1', level: 0, stance: 'promised' },
    ] as const satisfies readonly Listed[]) {
      const asked = { cell, period: { since, until }, listed };
      const figure = await figureOf(database.db, asked);
      expect(await lengthOfList(asked)).toBe(figure);
      counted += figure;
    }
  }
  expect(counted).toBeGreaterThan(0);
});

test('follow a commune that grows or leaves its département with a new release', async () => {
  await database.db.transaction().execute(async (db) => {
    await sql`update municipality set population = 100 where code = ${codeOf(BRY)}`.execute(db);
    await recountTallies(db, AT);
  });
  expect(await recountedDifference(database.db, { limit: 5 })).toEqual([]);
});

test('say which figure was changed behind their back', async () => {
  await sql`update tally set count = count + 1 where edition = '*' and area = 'fr' and size = 'all' and standing = 'all'
    and subject = 'pacts'`.execute(database.db);
  const [difference, ...others] = await recountedDifference(database.db, { limit: 5 });
  expect(others).toEqual([]);
  expect(difference).toMatchObject({ edition: '*', area: 'fr', subject: 'pacts' });
  expect((difference?.kept ?? 0) - (difference?.recounted ?? 0)).toBe(1);
});

type KeptFigure = {
  edition: string;
  area: string;
  size: string;
  standing: string;
  subject: string;
  item: string;
  level: ListedLevel;
  value: string;
  count: number;
};

function listBehind({ edition, area, size, standing, ...kept }: KeptFigure): { cell: Cell; listed: Listed } {
  const cell: Cell = {
    edition,
    area: areaIn(area) ?? { kind: 'country' },
    size: SIZES.find((known) => known === size) ?? null,
    standing: STANDINGS.find((known) => known === standing) ?? null,
  };
  return { cell, listed: listedAs(kept) };
}

function listedAs({ subject, item, level, value }: Pick<KeptFigure, 'subject' | 'item' | 'level' | 'value'>): Listed {
  const measure = Number(item.slice(1));
  switch (subject) {
    case 'places':
      return { kind: 'places', looked: 'signed' };
    case 'places-assessed':
      return { kind: 'places', looked: 'assessed' };
    case 'places-reviewed':
      return { kind: 'places', looked: 'reviewed' };
    case 'stance':
      return { kind: 'stance', item, level, stance: STANCES.find((stance) => stance === value) ?? 'promised' };
    case 'amended':
      return { kind: 'amended', measure };
    case 'excepted':
    case 'reworded':
      return { kind: 'clause', apart: subject, measure, level, clause: Number(value) };
    case 'body':
      return { kind: 'body', body: value, measure };
    case 'done': {
      const [said, status, before] = value.split(' ');
      const voice = VOICES.find((known) => known === said) ?? 'collective';
      const found = ASSESSMENT_STATUSES.find((known) => known === status) ?? 'kept';
      return { kind: 'done', item, voice, status: found, beforeMandate: before === 'before' };
    }
    default:
      return { kind: 'pacts' };
  }
}

/** Pages of three: a figure is also right when its list is long. */
async function lengthOfList(asked: Asked): Promise<number> {
  let length = 0;
  if (asked.listed.kind === 'places') {
    for (let after: string | null | undefined; after !== null;) {
      const { rows, next } = await listedPlaces(database.db, { ...asked, after: after ?? null, limit: 3 });
      length += rows.length;
      after = next;
    }
    return length;
  }
  for (let after: ListedPact | null | undefined; after !== null;) {
    const { rows, next } = await listedPacts(database.db, { ...asked, after: after ?? null, limit: 3 });
    length += rows.length;
    after = next;
  }
  return length;
}

test('hold when a list is linked to its pact while results say what became of it, whichever comes first', async () => {
  const { db } = database;
  const pact = await publish(
    db,
    CHAMPIGNY,
    writePact({ list: 'Entre deux (exemple)', commitments: [{ measure: 1, words: '1' }] }),
  );
  const { rows } = await sql<{ id: number }>`
    insert into candidate_list (election_id, municipality_code, name, name_key, source, entered_as, entered_at, changed_at)
    values ('municipales-2020', ${codeOf(CHAMPIGNY)}, 'Entre deux', 'entre deux', 'test', 'operator', ${AT}, ${AT})
    returning id`.execute(db);
  const list = rows[0]?.id ?? 0;
  const link = async (all: Db) => await linkPactToList(storesOn(all), OPERATOR, { pact, list }, AT);
  const results = (outcome: 'majority' | 'opposition') => async (all: Db) => {
    await storesOn(all).listImport.proposeOutcomes(new Map([[list, outcome]]), AT);
  };
  for (const [first, then] of [
    [link, results('majority')],
    [results('opposition'), link],
  ] as const) {
    await sql`delete from pact_list where candidate_list_id = ${list}`.execute(db);
    await db.transaction().execute(async (all) => {
      await recountTallies(all, AT);
    });
    const [middle, goOn] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const one = db.transaction().execute(async (all) => {
      await first(all);
      middle.resolve(undefined);
      await goOn.promise;
    });
    await middle.promise;
    const other = db.transaction().execute(async (all) => {
      await then(all);
    });
    await Promise.race([other, untilSomebodyWaits()]);
    goOn.resolve(undefined);
    await Promise.all([one, other]);
    expect(await recountedDifference(db, { limit: 5 })).toEqual([]);
  }
});
