/**
 * Whatever happens to pacts, lists, plans, voices and communes, and in whatever order, the figures kept are what counting
 * the whole country again gives.
 */
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { BRY, CHAMPIGNY, METROPOLE, NOGENT, publish, settle } from '#tests/world.ts';
import { writePact, writePlan } from '#tests/world-readings.ts';
import { active } from '#tests/collectives.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor } from '#tests/people.ts';
import { reviewSomewhere } from '#tests/review-somewhere.ts';
import type { Outcome } from '#domain/campaign/candidate-list.ts';
import { ASSESSMENT_STATUSES, VOICES } from '#domain/follow-up/assessment.ts';
import { areaIn, SIZES, STANDINGS, type Cell } from '#domain/observatory/cell.ts';
import { ANY_DAY, type Listed, type ListedLevel } from '#domain/observatory/listed.ts';
import type { Commitment, SignedLevel } from '#domain/pact/commitment.ts';
import type { Pact } from '#domain/pact/pact.ts';
import type { Action } from '#domain/plan/plan.ts';
import { STANCES, stanceOfMeasure } from '#domain/pact/stance.ts';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import { accept } from '#domain/shared/result.ts';
import type { Stores } from '#use-cases/stores.ts';
import { storesOn } from '../stores.ts';
import { addFictionalMunicipality, FICTIONAL_MUNICIPALITY } from './fictional-municipality.ts';
import { figureOf, listedPacts, listedPlaces, type Asked, type ListedPact } from './observatory-lists.ts';
import { recountedDifference, recountTallies, tallied, waitToRecount } from './tallies.ts';

const database = withTestDatabase();
const AT = new Date('2026-06-01T08:00:00Z');
const PLACES: readonly PlaceCode[] = [
  CHAMPIGNY,
  BRY,
  NOGENT,
  { kind: 'grouping', siren: METROPOLE },
  { kind: 'municipality', code: FICTIONAL_MUNICIPALITY.code },
];
const OUTCOMES = ['majority', 'opposition', 'not-elected'] as const;
let documentId = 0;
let collectiveId = 0;
let files = 0;

beforeAll(async () => {
  await settle(database.db);
  await addFictionalMunicipality(database.db);
  const kept = await storesOn(database.db).documents.keep({
    bytes: Buffer.from('pacte'),
    filename: 'pacte.txt',
    mediaType: 'text/plain',
    source: { url: null, description: null, publishedOn: null },
    receivedAt: AT,
  });
  documentId = kept.id;
  const { id } = await database.db
    .insertInto('collective')
    .values({ name: 'Collectif', slug: 'collectif', state: 'requested', charterVersion: '1', requestedAt: AT })
    .returning('id')
    .executeTakeFirstOrThrow();
  collectiveId = id;
});

/** One thing that happens; the numbers choose among what is there. */
type Step =
  | { readonly do: 'sign'; readonly place: number; readonly pact: Written }
  | { readonly do: 'correct'; readonly which: number; readonly pact: Written }
  | { readonly do: 'withdraw'; readonly which: number }
  | { readonly do: 'link'; readonly which: number; readonly outcome: number }
  | { readonly do: 'result'; readonly which: number; readonly outcome: number }
  | { readonly do: 'results'; readonly outcome: number }
  | { readonly do: 'merge-lists'; readonly which: number; readonly into: number }
  | { readonly do: 'assess'; readonly which: number; readonly item: number; readonly voice: number }
  | { readonly do: 'plan'; readonly place: number; readonly actions: number };

type Written = {
  readonly edition: number;
  readonly list: number;
  readonly day: string | null;
  readonly measures: readonly { readonly number: number; readonly levels: readonly number[]; readonly body: boolean }[];
  readonly locals: number;
};

const some = fc.nat({ max: 30 });
const written = fc.record({
  edition: fc.nat({ max: 1 }),
  list: fc.nat({ max: 3 }),
  day: fc.constantFrom(null, '2020-02-01', '2020-03-20'),
  measures: fc.uniqueArray(
    fc.record({
      number: fc.integer({ min: 1, max: 4 }),
      levels: fc.array(fc.nat({ max: 5 }), { maxLength: 3 }),
      body: fc.boolean(),
    }),
    { selector: ({ number }) => number, maxLength: 4 },
  ),
  locals: fc.nat({ max: 2 }),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('sign' as const), place: some, pact: written }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('correct' as const), which: some, pact: written }) },
  fc.record({ do: fc.constant('withdraw' as const), which: some }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('link' as const), which: some, outcome: some }) },
  fc.record({ do: fc.constant('result' as const), which: some, outcome: some }),
  fc.record({ do: fc.constant('results' as const), outcome: some }),
  fc.record({ do: fc.constant('merge-lists' as const), which: some, into: some }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('assess' as const), which: some, item: some, voice: some }) },
  fc.record({ do: fc.constant('plan' as const), place: some, actions: fc.nat({ max: 3 }) }),
);

test('are what a recount of the country gives, after any acts in any order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      for (const one of steps) await live(one);
      expect(await recountedDifference(database.db, { limit: 5 })).toEqual([]);
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

test('hold a place of which a review was published, too', async () => {
  const words = { list: 'Bry (exemple)', commitments: [{ measure: 1, words: 'Mesure 1' }] };
  const pact = await publish(database.db, BRY, writePact(words));
  const { id: collective, founder } = await active(database.db, { founder: 'lou', places: [BRY] });
  const by = await actorFor(database.db, founder);
  await reviewSomewhere(database.db, { collective, by, pacts: [{ id: pact, item: 'm1' }] });
  expect(await recountedDifference(database.db, { limit: 5 })).toEqual([]);
});

test('are the lengths of the lists behind them, walked page by page', async () => {
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
});

test('are not counted anew in the middle of an act: the difference that it keeps would be of figures that are no more', async () => {
  await live({ do: 'sign', place: 1, pact: { edition: 0, list: 0, day: null, measures: [], locals: 1 } });
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
      select from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`.execute(database.db);
    if (rows.length > 0) return;
  }
}

test('of a period are the lengths of their lists', async () => {
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

async function live(step: Step): Promise<void> {
  await storesOn(database.db).together<null, never>(async (all) => {
    switch (step.do) {
      case 'sign':
        await sign(all, at(PLACES, step.place), step.pact);
        break;
      case 'correct':
        await correct(all, step.which, step.pact);
        break;
      case 'withdraw': {
        const pact = among(await pacts(), step.which);
        if (pact !== null) await all.published.withdraw({ what: 'pact', id: pact.id, at: AT, reason: 'essai' });
        break;
      }
      case 'link':
        await link(all, step.which, at([null, ...OUTCOMES], step.outcome));
        break;
      case 'result': {
        const list = among(await lists(), step.which);
        const outcome = { kind: at(OUTCOMES, step.outcome), confirmed: true };
        if (list !== null) await all.campaign.changeList(list.id, { outcome }, AT);
        break;
      }
      case 'results': {
        const outcomes = (await lists()).map(({ id }, index) => [id, at(OUTCOMES, step.outcome + index)] as const);
        await all.listImport.proposeOutcomes(new Map(outcomes), AT);
        break;
      }
      case 'merge-lists': {
        const [list, into] = [among(await lists(), step.which), among(await lists(), step.into)];
        if (list === null || into === null || list.id === into.id) break;
        const merged = { into: into.id, on: '2020-06-02' };
        if (list.municipalityCode === into.municipalityCode) await all.campaign.changeList(list.id, { merged }, AT);
        break;
      }
      case 'assess':
        await assess(all, step);
        break;
      case 'plan': {
        const place = at(PLACES, step.place);
        files += 1;
        const reading = writePlan(`Plan ${files}`, []);
        const actions = Array.from({ length: step.actions }, (_, index) => action(String(index + 1)));
        const council = { date: null, item: null, rapporteur: null, decision: null };
        const plan = { place, title: `Plan ${files}`, council, axes: [], actions };
        await all.published.publishPlan({ plan, provenance: provenance(), reading });
        break;
      }
    }
    return accept(null);
  });
}

const at = <Value>(values: readonly [Value, ...Value[]] | readonly Value[], index: number): Value => {
  const value = values[index % values.length];
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
};
const among = <Value>(values: readonly Value[], index: number): Value | null => values[index % values.length] ?? null;

const pacts = () => database.db.selectFrom('pact').selectAll().orderBy('id').execute();
const lists = () => database.db.selectFrom('candidateList').selectAll().orderBy('id').execute();

function provenance() {
  return { document: documentId, readAt: AT, readerVersion: 'essai', reviewed: null, publishedAt: AT };
}

function pactOf(place: PlaceCode, { edition, list, day, measures, locals }: Written): Pact {
  return {
    place,
    edition: `edition-${edition}`,
    listName: `Liste ${list}`,
    leader: null,
    term: { from: 2020, to: 2026 },
    signedOn: day,
    principles: [{ letter: 'A', stance: 'accepted', observations: [], quotations: [] }],
    commitments: measures.map(commitment),
    localCommitments: Array.from({ length: locals }, (_, index) => ({
      localNumber: null,
      text: `Engagement ${index + 1}`,
      relatedMeasures: [],
      quotations: [],
    })),
  };
}

function commitment({ number, levels, body }: Written['measures'][number]): Commitment {
  const signed = levels.map((chosen, index): SignedLevel => {
    const stance = at(STANCES, chosen);
    const clauses = [
      { clause: 1, stance, wording: 'same' as const, changes: [], quotations: [] },
      { clause: 2, stance: 'refused' as const, wording: 'omitted' as const, changes: [], quotations: [] },
      { clause: 3, stance, wording: 'amended' as const, changes: [], quotations: [] },
    ];
    return { level: index + 1, stance, wording: chosen % 2 === 0 ? 'same' : 'amended', clauses, quotations: [] };
  });
  return {
    measure: number,
    localNumber: null,
    title: 'exact',
    stance: stanceOfMeasure(signed),
    levels: signed,
    competentBody: body ? 'la métropole' : null,
    observations: [],
    confidence: 1,
    reasons: [],
    quotations: [],
  };
}

async function sign(all: Stores, place: PlaceCode, words: Written): Promise<void> {
  const reading = writePact({ list: null, commitments: [] });
  await all.published.publishPact({ pact: pactOf(place, words), provenance: provenance(), reading });
}

async function correct(all: Stores, which: number, words: Written): Promise<void> {
  const pact = among(await pacts(), which);
  if (pact === null) return;
  const there = await all.published.lock({ what: 'pact', id: pact.id });
  if (there === null) return;
  await all.published.correctPact({
    id: pact.id,
    pact: pactOf(there.place, words),
    provenance: provenance(),
    reading: writePact({ list: null, commitments: [] }),
    at: AT,
    reason: 'essai',
  });
}

async function link(all: Stores, which: number, outcome: Outcome | null): Promise<void> {
  const pact = among(
    (await pacts()).filter(({ municipalityCode }) => municipalityCode !== null),
    which,
  );
  if (pact === null || pact.municipalityCode === null) return;
  const { id } = await all.campaign.keepList(
    {
      election: 'municipales-2020',
      municipality: pact.municipalityCode,
      constituency: null,
      name: pact.listName ?? '',
      shortName: null,
      nuance: null,
      leader: null,
      firstRound: 1,
      panelNumber: null,
      source: 'essai',
      enteredAs: 'operator',
    },
    AT,
  );
  // What became of the list may be known before or after anybody says which pact it signed.
  if (outcome !== null) await all.campaign.changeList(id, { outcome: { kind: outcome, confirmed: false } }, AT);
  await all.campaign.linkPact({ pact: pact.id, list: id, by: 'essai', at: AT });
}

async function assess(all: Stores, { which, item, voice }: Extract<Step, { do: 'assess' }>): Promise<void> {
  const pact = among(await pacts(), which);
  if (pact === null) return;
  const collective = voice % 2 === 0;
  await all.assessments.say({
    pact: pact.id,
    item: at(['m1', 'm2', 'm3', 'pA', 'l7'], item),
    said: {
      voice: collective ? 'collective' : 'town-hall',
      status: at(['kept', 'partly-kept', 'underway', 'broken'] as const, item + voice),
      levels: [],
      beforeMandate: (item + voice) % 4 < 2 && item % 2 === 0,
      sentence: 'Vu.',
      evidence: [],
      assessedOn: '2026-05-01',
    },
    by: { person: null, role: 'operator', name: 'Essai', collective: collective ? collectiveId : null },
    method: '1',
    review: null,
    answersTo: null,
    at: AT,
  });
}

function action(number: string): Action {
  return {
    number,
    printedNumber: number,
    title: `Action ${number}`,
    axis: null,
    subAxis: null,
    labels: [],
    fields: {
      context: null,
      description: null,
      objectives: null,
      leads: null,
      means: null,
      calendar: null,
      method: null,
      indicators: null,
    },
    amounts: [],
    dates: [],
    relatedActions: [],
    quotations: [],
  };
}
