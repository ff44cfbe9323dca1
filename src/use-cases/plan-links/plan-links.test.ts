import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import { emptySheet } from '#domain/plan/working-sheet.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { actionsOfCommitment } from '#server/storage/action-commitments.ts';
import { carriedPromises } from '#server/storage/carried-promises.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { BRY, CHAMPIGNY, EDITION, OPERATOR, publish, settle, THEN } from '#tests/world.ts';
import { writePact, writePlan } from '#tests/world-readings.ts';
import { linkAction } from '../plans/link-action.ts';
import { publishPlan } from '../plans/publish-plan.ts';
import { seePlanLinks, type PlanLinks } from './see-plan-links.ts';
import { makeActionOfPromise } from './make-action-of-promise.ts';
import { dismissSuggestion, tieCommitment, untieCommitment } from './tie-commitment.ts';

const database = withTestDatabase();
const agentOf = (place: PlaceCode, id = 'p-agent'): Actor => ({
  kind: 'person',
  id,
  holds: [{ role: 'municipal-agent', place }],
});
const AGENT = agentOf(BRY);

let plan = 0;
let bikes = 0;
let other = 0;
let elsewhere = 0;

const addPlan = async (place: PlaceCode, title: string) =>
  await storesOn(database.db).workingPlans.create({ place, title, introduction: '', by: 'p-agent', at: THEN });
const addAction = async (of: number, number: string, title: string, objectives: string | null = null) => {
  const sheet = emptySheet(title);
  const filled = { ...sheet, texts: { ...sheet.texts, objectives } };
  return await storesOn(database.db).workingPlans.addAction({
    plan: of,
    axis: null,
    number,
    sheet: filled,
    asWritten: null,
    at: THEN,
  });
};

beforeAll(async () => {
  const { db } = database;
  await settle(db);
  await publish(
    db,
    BRY,
    writePact({
      list: 'Bry en transition (exemple)',
      commitments: [
        { measure: 14, words: '14 – Transports en commun', levels: { 1: 'accepted', 3: 'delegated' } },
        { measure: 15, words: '15 – Mobilités actives', levels: { 1: 'accepted', 2: 'refused' } },
        { measure: 19, words: '19 – Prévention des déchets', levels: { 1: 'refused' } },
      ],
      locals: [{ text: 'Planter une haie le long du stade', relatedMeasures: [] }],
    }),
  );
  plan = await addPlan(BRY, 'Plan de Bry (exemple)');
  bikes = await addAction(plan, '1', 'Tracer des pistes cyclables', 'Donner la priorité aux vélos et aux piétons.');
  other = await addAction(plan, '2', 'Repeindre le gymnase');
  const far = await addPlan(CHAMPIGNY, 'Plan de Champigny (exemple)');
  elsewhere = await addAction(far, '1', 'Tracer des pistes cyclables');
});

async function seen(actor: Actor = AGENT): Promise<PlanLinks> {
  const found = await seePlanLinks(storesOn(database.db), actor, { plan });
  if (!found.ok) throw new Error(found.refusal.kind);
  return found.value;
}
const promiseIn = (links: PlanLinks, item: string) => {
  const found = links.promises.find(({ promise }) => promise.item === item);
  if (found === undefined) throw new Error(`no ${item}`);
  return found;
};
const tie = async (request: { action: number; item: string; plan?: number }, actor: Actor = AGENT) =>
  await tieCommitment(storesOn(database.db), actor, { plan, edition: EDITION, ...request }, THEN);

test('what was promised here is listed, with its words as taken; what was refused is not', async () => {
  const links = await seen();
  expect(links.promises.map(({ promise }) => promise.item)).toEqual([
    'm14',
    'm15',
    ...links.promises.map(({ promise }) => promise.item).filter((item) => /^[pl]/.test(item)),
  ]);
  expect(links.promises.map(({ promise }) => promise.item).some((item) => item.startsWith('l'))).toBe(true);
  const { words } = promiseIn(links, 'm15');
  expect(words.parts.map(({ level }) => level)).toEqual([1]);
  expect(words.parts[0]?.lines).toEqual([expect.stringMatching(/^Modérer la vitesse automobile /)]);
});

test('a likeness is proposed with its reason and ties nothing by itself', async () => {
  const links = await seen();
  const { suggested, actions } = promiseIn(links, 'm15');
  expect(suggested).toMatchObject([{ id: bikes, reasons: [{ kind: 'shared-words' }] }]);
  expect(actions).toEqual([]);
  expect(links.unlinked.map(({ id }) => id)).toEqual([bikes, other]);
});

test('a likeness that somebody found wrong is not proposed again, and may be taken back', async () => {
  const stores = storesOn(database.db);
  const wrong = { plan, action: bikes, edition: EDITION, item: 'm15' };
  const changes = (await stores.workingPlans.find(plan))?.changes;
  expect(await dismissSuggestion(stores, AGENT, { ...wrong, takeBack: false }, THEN)).toMatchObject({ ok: true });
  // Twice: two people looked at the same page.
  await dismissSuggestion(stores, AGENT, { ...wrong, takeBack: false }, THEN);
  const dismissed = promiseIn(await seen(), 'm15');
  expect(dismissed.suggested).toEqual([]);
  expect(dismissed.dismissed).toMatchObject([{ id: bikes }]);
  await dismissSuggestion(stores, AGENT, { ...wrong, takeBack: true }, THEN);
  expect(promiseIn(await seen(), 'm15').suggested).toMatchObject([{ id: bikes }]);
  // Each said once in the journal, by numbers alone; no sheet changed.
  const told = await stores.workingPlans.history(bikes);
  expect(told.map(({ act, by, version }) => ({ act, by, version }))).toEqual([
    { act: 'dismiss-suggestion', by: 'p-agent', version: null },
    { act: 'take-dismissal-back', by: 'p-agent', version: null },
  ]);
  expect((await stores.workingPlans.find(plan))?.changes).toBe(changes);
  const never = { ...wrong, item: 'm19', takeBack: false };
  expect(await dismissSuggestion(stores, AGENT, never, THEN)).toMatchObject({ refusal: { kind: 'unknown-promise' } });
});

test('a person ties, sees it on both sides, and unties; twice says so and changes nothing', async () => {
  expect(await tie({ action: bikes, item: 'm15' })).toEqual({ ok: true, value: { already: false } });
  expect(await tie({ action: bikes, item: 'm15' })).toEqual({ ok: true, value: { already: true } });
  const links = await seen();
  expect(promiseIn(links, 'm15')).toMatchObject({ actions: [{ id: bikes, number: '1' }], suggested: [] });
  expect(links.unlinked.map(({ id }) => id)).toEqual([other]);
  const untied = await untieCommitment(
    storesOn(database.db),
    AGENT,
    { plan, action: bikes, edition: EDITION, item: 'm15' },
    THEN,
  );
  expect(untied.ok).toBe(true);
  expect(promiseIn(await seen(), 'm15').actions).toEqual([]);
  const acts = await database.db
    .selectFrom('journalEvent')
    .select('act')
    .where('subjectKind', '=', 'action')
    .where('subjectId', '=', String(bikes))
    .execute();
  expect(acts.map(({ act }) => act)).toEqual([
    'dismiss-suggestion',
    'take-dismissal-back',
    'tie-commitment',
    'untie-commitment',
  ]);
});

test('what nobody promised here, an action of another plan and the plan of another town hall are refused', async () => {
  expect(await tie({ action: bikes, item: 'm19' })).toMatchObject({ refusal: { kind: 'unknown-promise' } });
  expect(await tie({ action: elsewhere, item: 'm15' })).toMatchObject({ refusal: { kind: 'unknown-action' } });
  // The plan of another town hall and none at all look the same.
  expect(await tie({ action: bikes, item: 'm15' }, agentOf(CHAMPIGNY))).toMatchObject({
    refusal: { kind: 'unknown-plan' },
  });
  expect(await tie({ action: bikes, item: 'm15', plan: 99_999 })).toMatchObject({ refusal: { kind: 'unknown-plan' } });
  expect(await seePlanLinks(storesOn(database.db), agentOf(CHAMPIGNY), { plan })).toMatchObject({
    refusal: { kind: 'unknown-plan' },
  });
});

test('a local commitment is tied like a measure, and its action is found from it once everybody sees it', async () => {
  const { db } = database;
  const item = (await seen()).promises.find(({ promise }) => promise.key.kind === 'local')?.promise.item;
  if (item === undefined) throw new Error('no local commitment');
  await tie({ action: other, item });
  // In preparation: nobody sees it.
  expect(await actionsOfCommitment(db, { place: BRY, edition: EDITION, item })).toEqual([]);
  const document = await publish(db, BRY, writePlan('Plan publié (exemple)', [{ number: '1', title: 'Planter' }]));
  const row = await db.selectFrom('action').select('id').where('planId', '=', document).executeTakeFirstOrThrow();
  await storesOn(db).workingPlans.create({ id: document, place: BRY, title: 'x', introduction: '', by: 'x', at: THEN });
  await storesOn(db).workingPlans.addAction({
    id: row.id,
    plan: document,
    axis: null,
    number: '1',
    sheet: emptySheet('Planter'),
    asWritten: null,
    at: THEN,
  });
  await tie({ action: row.id, item, plan: document });
  expect(await actionsOfCommitment(db, { place: BRY, edition: EDITION, item })).toMatchObject([{ id: row.id }]);
  // The operator's command ties both what everybody sees and what the town hall works on.
  await linkAction(storesOn(db), OPERATOR, { plan: document, action: '1', edition: EDITION, measure: 14 }, THEN);
  const working = await storesOn(db).workingPlans.action({ plan: document, action: row.id });
  expect(working?.links.map((link) => link.item)).toEqual([item, 'm14']);
});

test('one click makes an action that carries its promise, with the words that were taken and those alone', async () => {
  const stores = storesOn(database.db);
  const made = await makeActionOfPromise(stores, AGENT, { plan, edition: EDITION, item: 'm15' }, THEN);
  if (!made.ok) throw new Error(made.refusal.kind);
  const action = await stores.workingPlans.action({ plan, action: made.value.action });
  const { words } = promiseIn(await seen(), 'm15');
  expect(action?.sheet.title).toBe(words.title.replace(/\.$/, ''));
  expect(action?.sheet.texts.objectives).toContain(words.parts[0]?.lines[0]);
  expect(action?.sheet.status).toBeNull();
  expect(action?.links).toMatchObject([{ edition: EDITION, item: 'm15' }]);
  expect(await makeActionOfPromise(stores, AGENT, { plan, edition: EDITION, item: 'm19' }, THEN)).toMatchObject({
    refusal: { kind: 'unknown-promise' },
  });
  // Nothing of it is kept when the promise is not one.
  const { rows } = await stores.workingPlans.overview(plan);
  expect(rows).toHaveLength(3);
});

test('the plan of a town hall is tied to what a commune that merged into it had promised, and the public list says so', async () => {
  const { db } = database;
  const far = agentOf(CHAMPIGNY);
  const [of] = await db.selectFrom('workingAction').select('planId').where('id', '=', elsewhere).execute();
  const request = { plan: of?.planId ?? 0, action: elsewhere, edition: EDITION, item: 'm15' };
  const stores = storesOn(db);
  expect(await tieCommitment(stores, far, request, THEN)).toMatchObject({ refusal: { kind: 'unknown-promise' } });
  await db
    .insertInto('municipalityFormerName')
    .values({ code: '94015', municipalityCode: '94017', name: 'Bry-sur-Marne', kind: 'delegated', postcodes: [] })
    .execute();
  expect(await tieCommitment(stores, far, request, THEN)).toEqual({ ok: true, value: { already: false } });
  expect(await publishPlan(stores, far, { plan: request.plan, note: '', seen: null }, THEN)).toMatchObject({
    ok: true,
  });
  const { promises } = await carriedPromises(db, CHAMPIGNY);
  const carried = promises.filter(({ actions }) => actions.some(({ id }) => id === elsewhere));
  expect(carried.map(({ promise }) => promise.item)).toEqual(['m15']);
  await db.deleteFrom('municipalityFormerName').execute();
});
