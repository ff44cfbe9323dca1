import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import type { IndicatorWords } from '#domain/plan/indicator.ts';
import { emptySheet } from '#domain/plan/working-sheet.ts';
import { indicatorsOfAction, indicatorsOfCommitment, publicIndicator } from '#server/storage/public-indicators.ts';
import type { PactReading } from '#reading/contract.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { BRY, CHAMPIGNY, EDITION, publish, settle, THEN } from '#tests/world.ts';
import { writePact, writePlan } from '#tests/world-readings.ts';
import { enterFigures, previewFigures, takeFigureBack } from './enter-figures.ts';
import { seeIndicators } from './see-indicators.ts';
import { addIndicator, changeIndicator, showIndicator, tieIndicator } from './write-indicator.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const AGENT: Actor = { kind: 'person', id: 'p-agent', holds: [{ role: 'municipal-agent', place: CHAMPIGNY }] };
const STRANGER: Actor = { kind: 'person', id: 'p-other', holds: [{ role: 'municipal-agent', place: BRY }] };
const LATER = new Date('2027-05-12T09:30:00Z');
let plan = 0;
let action = 0;

const WORDS: IndicatorWords = {
  title: 'Toilettes publiques',
  unit: 'toilettes',
  source: 'Service propreté',
  description: '',
  goal: 'at-least',
};

beforeAll(async () => {
  const { db } = database;
  await settle(db);
  const pact = writePact({
    list: 'Champigny demain (exemple)',
    commitments: [
      { measure: 7, words: 'Au moins 60 % de bio et 2 repas végétariens par semaine', levels: { 2: 'accepted' } },
      { measure: 21, words: '21 – Accueil', levels: { 1: 'accepted', 2: 'accepted', 3: 'accepted' } },
      { measure: 15, words: '15 – Mobilités actives', levels: { 1: 'refused', 2: 'accepted', 3: 'accepted' } },
    ],
  });
  await publish(db, CHAMPIGNY, withOwnWords(pact, 7));
  plan = await publish(db, CHAMPIGNY, writePlan('Plan (exemple)', [{ number: '1', title: 'Toilettes au marché' }]));
  ({ id: action } = await db.selectFrom('action').select('id').where('planId', '=', plan).executeTakeFirstOrThrow());
  const created = { id: plan, place: CHAMPIGNY, title: 'Plan (exemple)', introduction: '', by: 'x', at: THEN };
  await stores().workingPlans.create(created);
  const sheet = emptySheet('Toilettes au marché');
  await stores().workingPlans.addAction({
    id: action,
    plan,
    axis: null,
    number: '1',
    sheet,
    asWritten: null,
    at: THEN,
  });
});

/** What was signed of this measure is the line that names it, not the words of the charter. */
function withOwnWords(pact: PactReading, measure: number): PactReading {
  const amended = { wording: 'amended' } as const;
  const commitments = pact.commitments.map((one) => {
    if (one.measure !== measure) return one;
    const levels = one.levels.map((level) => ({
      ...level,
      ...amended,
      clauses: level.clauses.map((clause) => ({ ...clause, ...amended, spans: one.spans })),
    }));
    return { ...one, levels };
  });
  return { ...pact, commitments };
}

async function added(words: IndicatorWords = WORDS): Promise<number> {
  const made = await addIndicator(stores(), AGENT, { plan, words, offered: null }, THEN);
  if (!made.ok) throw new Error(made.refusal.kind);
  return made.value.indicator;
}
const enter = async (indicator: number, pasted: string, now = THEN) =>
  await enterFigures(stores(), AGENT, { plan, indicator, pasted }, now);
const found = async (id: number) => {
  const indicator = await stores().indicators.find({ plan, id });
  if (indicator === null) throw new Error('no indicator');
  return indicator;
};

test('a quantity of a level that was promised is offered ready-made, with its figure here and its words; once taken, no more', async () => {
  const seen = await seeIndicators(stores(), AGENT, { plan });
  if (!seen.ok) throw new Error(seen.refusal.kind);
  const levels = (measure: number) =>
    new Set(seen.value.offers.filter((offer) => offer.measure === measure).map(({ level }) => level));
  expect(levels(15).has(1)).toBe(false);
  const offer = seen.value.offers.find((one) => one.measure === 15 && one.target !== null);
  if (offer === undefined || offer.target === null) throw new Error('nothing is offered');
  const { edition, measure, level, clause, quote } = offer;
  const target = { kind: 'target', territory: '', ...offer.target } as const;
  const taken = { edition, measure, level, clause, quote, target };
  const made = await addIndicator(stores(), AGENT, { plan, words: WORDS, offered: taken }, THEN);
  if (!made.ok) throw new Error(made.refusal.kind);
  expect(await found(made.value.indicator)).toMatchObject({
    offered: { quote },
    commitments: [{ edition, item: `m${measure}` }],
    values: [{ kind: 'target', value: offer.target.value }],
  });
  const after = await seeIndicators(stores(), AGENT, { plan });
  expect(after.ok && after.value.offers.length).toBe(seen.value.offers.length - 1);
});

test('where the signed text has another figure than the charter, that one is aimed at, and both are kept', async () => {
  const seen = await seeIndicators(stores(), AGENT, { plan });
  const offers = seen.ok ? seen.value.offers.filter((offer) => offer.measure === 7) : [];
  expect(offers.map(({ level, signed, target }) => [level, signed, target?.value])).toEqual([
    [2, 'Au moins 60 % de bio', 60],
    [2, null, 2],
  ]);
  const [organic] = offers;
  if (organic === undefined || organic.target === null) throw new Error('nothing is offered');
  const { edition, measure, level, clause, quote, signed } = organic;
  const target = { kind: 'target', territory: '', ...organic.target } as const;
  const offered = { edition, measure, level, clause, quote, signed, target };
  const made = await addIndicator(stores(), AGENT, { plan, words: WORDS, offered }, THEN);
  expect(await found(made.ok ? made.value.indicator : 0)).toMatchObject({
    offered: { quote: 'Au moins 75% de bio', signed: 'Au moins 60 % de bio' },
    values: [{ kind: 'target', value: 60 }],
  });
});

test('pasted figures are seen before they are kept, and kept whole', async () => {
  const id = await added();
  const pasted = 'Date\tRésultat\tObjectif\tCentre\n2026\t11,5\t23\t4\n2027\tn.d.\t23\t5';
  const seen = await previewFigures(stores(), AGENT, { plan, indicator: id, pasted });
  expect(seen).toMatchObject({ ok: true, value: { replaced: [], same: 0, unknown: 1, faults: [] } });
  expect(seen.ok && seen.value.added).toHaveLength(5);
  expect((await found(id)).values).toEqual([]);
  await enter(id, pasted);
  expect((await found(id)).values.map(({ kind, territory, value }) => [kind, territory, value])).toEqual([
    ['result', '', 11.5],
    ['target', '', 23],
    ['result', 'Centre', 4],
    ['target', '', 23],
    ['result', 'Centre', 5],
  ]);
});

test('with one wrong cell nothing is kept, and all are told', async () => {
  const id = await added();
  const entered = await enter(id, 'Date\tRésultat\n2026\t1.234\nbientôt\t3\n2027\t4');
  expect(entered).toMatchObject({
    refusal: { kind: 'figure-faults', faults: [{ cell: 'B2' }, { cell: 'A3' }] },
  });
  expect((await found(id)).values).toEqual([]);
});

test('the same figures again change nothing; another figure takes the place of the first, which stays in the history', async () => {
  const id = await added();
  await enter(id, '2026\t11\n2027\t12');
  expect(await enter(id, '2026\t11\n2027\t12')).toMatchObject({ value: { added: [], replaced: [], same: 2 } });
  expect(await enter(id, '2027\t14', LATER)).toMatchObject({ value: { replaced: [{ before: 12, value: 14 }] } });
  expect((await found(id)).values.map(({ value }) => value)).toEqual([11, 14]);
  const rows = await database.db.selectFrom('indicatorValue').selectAll().where('indicatorId', '=', id).execute();
  expect(rows).toHaveLength(3);
  expect(rows.find(({ endedAt }) => endedAt !== null)).toMatchObject({ value: '12.0000', endedAt: LATER });
});

test('a figure is taken back once', async () => {
  const id = await added();
  await enter(id, '2026\t11');
  const [value] = (await found(id)).values;
  const request = { plan, indicator: id, value: value?.id ?? 0 };
  expect((await takeFigureBack(stores(), AGENT, request, LATER)).ok).toBe(true);
  expect(await takeFigureBack(stores(), AGENT, request, LATER)).toMatchObject({ refusal: { kind: 'unknown-figure' } });
  expect((await found(id)).values).toEqual([]);
});

test('it is seen by everybody once the town hall chose so, with its actions and promises, and hidden again', async () => {
  const { db } = database;
  const id = await added();
  await enter(id, '2026\t11');
  const ties = { plan, indicator: id, actions: [action], commitments: [{ edition: EDITION, item: 'm21' }] };
  expect((await tieIndicator(stores(), AGENT, ties, THEN)).ok).toBe(true);
  expect(await publicIndicator(db, id)).toBeNull();
  await showIndicator(stores(), AGENT, { plan, indicator: id, what: 'show' }, THEN);
  expect(await publicIndicator(db, id)).toMatchObject({
    title: 'Toilettes publiques',
    values: [{ value: 11, period: { on: '2026-12-31', precision: 'year' } }],
    actions: [{ id: action, number: '1' }],
    commitments: [{ item: 'm21' }],
    at: { code: '94017' },
  });
  expect((await indicatorsOfAction(db, action)).map((one) => one.id)).toEqual([id]);
  const about = { place: CHAMPIGNY, edition: EDITION, item: 'm21' };
  expect((await indicatorsOfCommitment(db, about)).map((one) => one.id)).toEqual([id]);
  expect(await indicatorsOfCommitment(db, { ...about, place: BRY })).toEqual([]);
  await showIndicator(stores(), AGENT, { plan, indicator: id, what: 'hide' }, THEN);
  expect(await indicatorsOfAction(db, action)).toEqual([]);
});

test('the name of a person that is not public is shown with no indicator, before it is shown or after', async () => {
  const hidden = { kind: 'person', name: 'Paul Secret', isElected: false, isPublic: false, email: null } as const;
  const entry = await stores().directory.add(CHAMPIGNY, { ...hidden, at: THEN });
  const refused = (kind: 'indicator' | 'territories', title: string) => ({
    refusal: { kind: 'private-names', found: [{ entry, name: 'Paul Secret', where: { kind, title } }] },
  });
  const show = async (indicator: number) =>
    await showIndicator(stores(), AGENT, { plan, indicator, what: 'show' }, THEN);
  const words = { ...WORDS, source: 'Mesuré par Paul Secret' };
  const said = await added(words);
  expect(await show(said)).toMatchObject(refused('indicator', WORDS.title));
  const counted = await added();
  await enter(counted, 'Date\tRésultat\tQuartier de Paul Secret\n2026\t1\t2');
  expect(await show(counted)).toMatchObject(refused('territories', WORDS.title));
  const id = await added();
  expect((await show(id)).ok).toBe(true);
  const change = { plan, indicator: id, version: 1, words };
  expect(await changeIndicator(stores(), AGENT, change, THEN)).toMatchObject(refused('indicator', WORDS.title));
  expect(await enter(id, 'Date\tRésultat\tPaul Secret\n2026\t1\t2')).toMatchObject(refused('territories', WORDS.title));
  expect(await found(id)).toMatchObject({ version: 1, source: WORDS.source, values: [] });
  // What nobody but the town hall sees may name them.
  expect((await changeIndicator(stores(), AGENT, { ...change, indicator: said }, THEN)).ok).toBe(true);
});

test('the journal tells each field that was changed, with what it was before, and each figure', async () => {
  const id = await added();
  await changeIndicator(
    stores(),
    AGENT,
    { plan, indicator: id, version: 1, words: { ...WORDS, unit: 'cabines', goal: null } },
    THEN,
  );
  await tieIndicator(stores(), AGENT, { plan, indicator: id, actions: [action], commitments: [] }, THEN);
  await enter(id, '2026\t11');
  await enter(id, '2026\t12');
  const [value] = (await found(id)).values;
  await takeFigureBack(stores(), AGENT, { plan, indicator: id, value: value?.id ?? 0 }, LATER);
  const kept = await database.db.selectFrom('journalContent').select('says').orderBy('sequence').execute();
  const events = kept.map(({ says }) => JSON.parse(says ?? '{}') as { indicator?: number; changes?: object });
  const key = 'result  2026-12-31 year';
  expect(events.filter(({ indicator }) => indicator === id).map(({ changes }) => changes)).toEqual([
    expect.objectContaining({ unit: { before: null, after: 'toilettes' }, goal: { before: null, after: 'at-least' } }),
    { unit: { before: 'toilettes', after: 'cabines' }, goal: { before: 'at-least', after: null } },
    { actions: { before: [], after: [action] } },
    { [key]: { before: null, after: 11 } },
    { [key]: { before: 11, after: 12 } },
    { [key]: { before: 12, after: null } },
  ]);
});

test('two people who change its words: the second is told, nothing is lost', async () => {
  const id = await added();
  const change = async (title: string) =>
    await changeIndicator(stores(), AGENT, { plan, indicator: id, version: 1, words: { ...WORDS, title } }, THEN);
  expect((await change('Une')).ok).toBe(true);
  expect(await change('Deux')).toMatchObject({ refusal: { kind: 'indicator-changed' } });
  expect((await found(id)).title).toBe('Une');
});

test('an action of another plan, what nobody promised, another town hall and a removed indicator are refused', async () => {
  const id = await added();
  const ties = { plan, indicator: id, actions: [] as number[], commitments: [] as { edition: string; item: string }[] };
  expect(await tieIndicator(stores(), AGENT, { ...ties, actions: [999_999] }, THEN)).toMatchObject({
    refusal: { kind: 'unknown-action' },
  });
  const unpromised = [{ edition: EDITION, item: 'm3' }];
  expect(await tieIndicator(stores(), AGENT, { ...ties, commitments: unpromised }, THEN)).toMatchObject({
    refusal: { kind: 'unknown-promise' },
  });
  expect(await addIndicator(stores(), STRANGER, { plan, words: WORDS, offered: null }, THEN)).toMatchObject({
    refusal: { kind: 'unknown-plan' },
  });
  await showIndicator(stores(), AGENT, { plan, indicator: id, what: 'remove' }, THEN);
  expect(await enter(id, '2026\t1')).toMatchObject({ refusal: { kind: 'unknown-indicator' } });
});
