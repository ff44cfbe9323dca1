import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { BRY, buildWorld, EDITION, NOGENT, OPERATOR, readAs, THEN, type World } from '#tests/world.ts';
import { writePact, writePlan, type WrittenPact } from '#tests/world-readings.ts';
import type { Actor } from '#domain/access/gate.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Reading } from '#reading/contract.ts';
import { storesOn } from '#server/stores.ts';
import { communePage } from '#server/storage/commune-page.ts';
import { pactRows } from '#server/storage/downloads.ts';
import { earlierReadings, withdrawalOf } from '#server/storage/earlier-readings.ts';
import { homeFigures } from '#server/storage/home-page.ts';
import { historyOf } from '#server/storage/journal.ts';
import { verifyJournal } from '#server/storage/journal-verify.ts';
import { editionFigures, measureTallies } from '#server/storage/measure-page.ts';
import { pactPage } from '#server/storage/pact-page.ts';
import { planPage } from '#server/storage/plan-page.ts';
import { localCommitmentThread, measureThread } from '#server/storage/thread-page.ts';
import { forgetExpiredDrafts } from '../drafts/forget-drafts.ts';
import { openDraft } from '../drafts/open-draft.ts';
import { publishDraft } from '../drafts/publish-draft.ts';
import { linkAction } from '../plans/link-action.ts';
import { correctPublished, type CorrectPublished } from './correct-published.ts';
import { withdrawPublished } from './withdraw-published.ts';

const database = withTestDatabase();
const LATER = new Date('2026-05-20T08:00:00Z');
const stores = () => storesOn(database.db);
let world: World;

beforeAll(async () => {
  world = await buildWorld(database.db);
});

async function open(reading: Reading, file: string, place: PlaceCode | null): Promise<number> {
  const opened = await openDraft(
    stores(),
    OPERATOR,
    { bytes: Buffer.from(file), filename: 'pacte.txt', read: readAs(reading), ...(place === null ? {} : { place }) },
    THEN,
  );
  if (!opened.ok) throw new Error(opened.refusal.kind);
  return opened.value.draft;
}

/** Publishes what was read of a file; another reading of that file can then correct it. */
async function publish(reading: Reading, file: string, place: PlaceCode = BRY): Promise<number> {
  const request = { draft: { id: await open(reading, file, place) }, doubts: 'accept', reviewed: false } as const;
  const published = await publishDraft(stores(), OPERATOR, request, THEN);
  if (!published.ok) throw new Error(published.refusal.kind);
  return published.value.id;
}

type Fix = Partial<CorrectPublished> & {
  readonly reading: Reading;
  readonly file: string;
  readonly place?: PlaceCode | null;
};

async function correct({ reading, file, place = null, ...request }: Fix & { id: number }, actor: Actor = OPERATOR) {
  const draft = { id: await open(reading, file, place) };
  return await correctPublished(
    stores(),
    actor,
    {
      what: 'pact',
      draft,
      reason: 'Le niveau 2 avait été lu comme refusé',
      doubts: 'accept',
      reviewed: true,
      ...request,
    },
    LATER,
  );
}

const tallies = async () => await measureTallies(database.db, { edition: EDITION });
const WRONG: WrittenPact = {
  list: 'Bry autrement (exemple)',
  commitments: [{ measure: 2, words: '2', levels: { 1: 'accepted', 2: 'refused' } }],
  locals: [
    { text: 'Ouvrir un tiers-lieu', relatedMeasures: [] },
    { text: 'Planter cent arbres', relatedMeasures: [] },
  ],
};
const RIGHT: WrittenPact = {
  ...WRONG,
  commitments: [
    { measure: 2, words: '2', levels: { 1: 'accepted', 2: 'accepted' } },
    { measure: 15, words: '15', levels: { 1: 'accepted' } },
  ],
  locals: [
    { text: 'Planter cent arbres', relatedMeasures: [26] },
    { text: 'Ouvrir une ressourcerie', relatedMeasures: [] },
  ],
};

describe('a corrected reading', () => {
  let id = 0;
  let before: { figures: unknown; tallies: unknown; locals: readonly { readonly id: number; readonly text: string }[] };

  beforeAll(async () => {
    const untouched = { figures: await homeFigures(database.db), tallies: await tallies() };
    // What the country would say had it been read rightly at once; then taken away again.
    const right = await publish(writePact({ ...RIGHT, list: 'Témoin (exemple)' }), 'témoin');
    const wanted = { figures: await homeFigures(database.db), tallies: await tallies() };
    const gone = { what: 'pact', id: right, reason: 'témoin' } as const;
    expect((await withdrawPublished(stores(), OPERATOR, gone, THEN)).ok).toBe(true);
    expect({ figures: await homeFigures(database.db), tallies: await tallies() }).toEqual(untouched);

    id = await publish(writePact(WRONG), 'fichier signé');
    before = { ...wanted, locals: (await pactPage(database.db, { id }))?.localCommitments ?? [] };
    expect(await correct({ id, reading: writePact(RIGHT), file: 'fichier signé' })).toEqual({
      ok: true,
      value: { lostLinks: 0 },
    });
  });

  test('is shown under the same number, says when and why, and who reviewed it', async () => {
    const page = await pactPage(database.db, { id });
    expect(page?.corrections).toEqual([{ at: LATER, reason: 'Le niveau 2 avait été lu comme refusé' }]);
    expect(page?.commitments.map(({ measure, stance }) => [measure, stance])).toEqual([
      [2, 'accepted'],
      [15, 'accepted'],
    ]);
    expect(page?.provenance).toMatchObject({ publishedAt: THEN, reviewedAt: LATER, reviewedBy: 'claire' });
  });

  test('counts in the country as if it had been read rightly at once', async () => {
    const { asOf, ...figures } = await homeFigures(database.db);
    expect({ ...figures, asOf: THEN }).toEqual(before.figures);
    expect(asOf).toEqual(LATER);
    expect(await tallies()).toEqual(before.tallies);
  });

  test('keeps the address of a promise that both readings hold; one that goes away is found no more', async () => {
    const locals = (await pactPage(database.db, { id }))?.localCommitments ?? [];
    const numberOf = (text: string, list: typeof before.locals) => list.find((local) => local.text === text)?.id;
    expect(locals.map(({ text }) => text)).toEqual(['Planter cent arbres', 'Ouvrir une ressourcerie']);
    expect(numberOf('Planter cent arbres', locals)).toBe(numberOf('Planter cent arbres', before.locals));
    const lost = numberOf('Ouvrir un tiers-lieu', before.locals) ?? 0;
    expect(locals.map((local) => local.id)).not.toContain(lost);
    expect(await localCommitmentThread(database.db, { municipality: '94015', id: lost })).toBeNull();
  });

  test('leaves the reading before in the record, with the hash that the journal has of it', async () => {
    const [earlier, ...others] = await earlierReadings(database.db, { what: 'pact', id });
    expect(others).toEqual([]);
    expect(earlier).toMatchObject({ until: LATER, reason: 'Le niveau 2 avait été lu comme refusé' });
    expect(JSON.parse(earlier?.says ?? '')).toMatchObject({ commitments: [{ measure: 2, level2: 'refused' }] });
    const history = await historyOf(database.db, { kind: 'pact', id });
    expect(history.map(({ act }) => act)).toEqual(['publish-draft', 'correct-published']);
    expect(history[0]?.says).toMatchObject({ digest: earlier?.digest });
    expect(history[1]?.says).toMatchObject({ by: 'operator:claire', before: earlier?.digest });
    expect((await verifyJournal(database.db)).faults).toEqual([]);
  });

  test('is one line of the lists, with its day', async () => {
    const rows = (await pactRows(database.db, { municipality: '94015' })).rows.filter((row) => row.id === id);
    expect(rows).toMatchObject([{ publishedAt: THEN, correctedAt: LATER }]);
  });

  test('may be corrected again: each reading is kept', async () => {
    const again = { id, reading: writePact(WRONG), file: 'fichier signé', reason: 'Finalement, non.' };
    expect((await correct(again)).ok).toBe(true);
    expect(await earlierReadings(database.db, { what: 'pact', id })).toHaveLength(2);
    expect((await verifyJournal(database.db)).faults).toEqual([]);
  });
});

describe('a correction is refused', () => {
  let id = 0;
  const reading = writePact({ ...WRONG, list: 'Bry encore (exemple)' });

  beforeAll(async () => {
    id = await publish(reading, 'fichier de Bry');
  });

  test.each([
    ['without a reason', { reason: ' \n ' }, { kind: 'reason-missing' }],
    ['with a reason that nobody would read', { reason: 'a'.repeat(1001) }, { kind: 'reason-too-long', limit: 1000 }],
    ['with a reason that is no text', { reason: 'a\u0000b' }, { kind: 'reason-unreadable' }],
    ['for another file: the signed text does not change', { file: 'un autre fichier' }, { kind: 'other-file' }],
    ['for another commune', { place: NOGENT }, { kind: 'other-place' }],
    ['by a plan', { reading: writePlan('Plan', [{ number: '1', title: 'Isoler' }]) }, { kind: 'other-kind' }],
    [
      'where it would be the pact of another list',
      { reading: writePact({ ...WRONG, list: 'Bry en transition (exemple)' }) },
      { kind: 'same-pact' },
    ],
    ['of a pact that never was', { id: 9999 }, { kind: 'not-published', what: 'pact', id: 9999 }],
  ])('%s', async (_, request, refusal) => {
    const shown = await pactPage(database.db, { id });
    const answer = await correct({ id, reading, file: 'fichier de Bry', ...request });
    expect(answer).toMatchObject({ ok: false, refusal });
    expect(await pactPage(database.db, { id })).toEqual(shown);
    expect(await earlierReadings(database.db, { what: 'pact', id })).toEqual([]);
  });

  test('while a doubt waits for a person', async () => {
    const unsure = writePact({
      list: 'Bry encore (exemple)',
      commitments: [{ measure: 3, words: '3 ?', levels: { 1: 'accepted' }, confidence: 0.3 }],
    });
    const answer = await correct({ id, reading: unsure, file: 'fichier de Bry', doubts: 'refuse' });
    expect(answer).toMatchObject({ refusal: { kind: 'undecided' } });
  });

  test('by anybody but an operator', async () => {
    for (const actor of [{ kind: 'anyone' }, { kind: 'job', name: 'x' }] as const) {
      expect(await correct({ id, reading, file: 'fichier de Bry' }, actor)).toMatchObject({
        refusal: { kind: 'not-allowed', act: 'correct-published' },
      });
      expect(await withdrawPublished(stores(), actor, { what: 'pact', id, reason: 'parce que' }, LATER)).toEqual({
        ok: false,
        refusal: { kind: 'not-allowed', act: 'withdraw-published' },
      });
    }
  });

  test('with a draft that was used already', async () => {
    const draft = { id: await open(reading, 'fichier de Bry', null) };
    const request = { what: 'pact', id, draft, reason: 'Relu', doubts: 'accept', reviewed: false } as const;
    expect((await correctPublished(stores(), OPERATOR, request, LATER)).ok).toBe(true);
    expect(await correctPublished(stores(), OPERATOR, request, LATER)).toEqual({
      ok: false,
      refusal: { kind: 'already-published', what: 'pact', id },
    });
  });
});

test('what the operator chose before stays when the other reading does not say it', async () => {
  const draft = { id: await open(writePact({ ...WRONG, list: 'Bry datée' }), 'fichier daté', BRY) };
  await database.db
    .updateTable('draft')
    .set({ choices: JSON.stringify({ edition: EDITION, place: BRY, signedOn: '2014-03-01', termFrom: 2014 }) })
    .where('id', '=', draft.id)
    .execute();
  const published = await publishDraft(stores(), OPERATOR, { draft, doubts: 'accept', reviewed: false }, THEN);
  const id = published.ok ? published.value.id : 0;
  expect((await correct({ id, reading: writePact({ ...RIGHT, list: 'Bry datée' }), file: 'fichier daté' })).ok).toBe(
    true,
  );
  expect((await pactPage(database.db, { id }))?.pact).toMatchObject({ signedOn: '2014-03-01', term: { from: 2014 } });
});

test('a corrected plan keeps the links of its actions, and says how many went with actions', async () => {
  const file = 'fichier du plan';
  const wrong = writePlan('Plan énergie (exemple)', [
    { number: '1', title: 'Isolr' },
    { number: '2', title: 'Deux' },
  ]);
  const id = await publish(wrong, file, NOGENT);
  for (const [action, measure] of [
    ['1', 12],
    ['2', 15],
  ] as const) {
    const link = { plan: id, action, edition: EDITION, measure };
    expect((await linkAction(stores(), OPERATOR, link, THEN)).ok).toBe(true);
  }
  const reading = writePlan('Plan énergie corrigé (exemple)', [
    { number: '1', title: 'Isoler' },
    { number: '3', title: 'Trois' },
  ]);
  const before = await planPage(database.db, { id });
  const actions = await homeFigures(database.db);
  expect(await correct({ what: 'plan', id, reading, file })).toEqual({ ok: true, value: { lostLinks: 1 } });
  const after = await planPage(database.db, { id });
  expect(after?.plan.title).toBe('Plan énergie corrigé (exemple)');
  expect(after?.actions.map(({ number, title }) => [number, title])).toEqual([
    ['1', 'Isoler'],
    ['3', 'Trois'],
  ]);
  expect(after?.actions[0]?.id).toBe(before?.actions[0]?.id);
  const thread = async (measure: number) =>
    (await measureThread(database.db, { municipality: '94052', edition: EDITION, measure }))?.actions.map(
      ({ title }) => title,
    );
  expect([await thread(12), await thread(15)]).toEqual([['Isoler'], []]);
  expect((await homeFigures(database.db)).actions).toBe(actions.actions);
  expect((await verifyJournal(database.db)).faults).toEqual([]);
});

describe('a withdrawn pact', () => {
  let id = 0;
  const file = 'fichier à retirer';
  const reading = writePact({ ...WRONG, list: 'Nogent ailleurs (exemple)' });

  beforeAll(async () => {
    const figures = await homeFigures(database.db);
    const marks = await tallies();
    id = await publish(reading, file, NOGENT);
    const request = { what: 'pact', id, reason: 'Publié pour une mauvaise commune' } as const;
    expect(await withdrawPublished(stores(), OPERATOR, request, LATER)).toEqual({ ok: true, value: null });
    const { asOf, ...now } = await homeFigures(database.db);
    expect({ ...now, asOf: figures.asOf }).toEqual(figures);
    expect(asOf).toEqual(LATER);
    expect(await tallies()).toEqual(marks);
  });

  test('is in no list, and its address knows when and why', async () => {
    expect(await pactPage(database.db, { id })).toBeNull();
    expect((await communePage(database.db, { code: '94052' }))?.pacts).toEqual([]);
    expect((await pactRows(database.db, {})).rows.map((row) => row.id)).not.toContain(id);
    expect(await withdrawalOf(database.db, { what: 'pact', id })).toEqual({
      at: LATER,
      reason: 'Publié pour une mauvaise commune',
      placeName: 'Nogent-sur-Marne',
    });
  });

  test('keeps its file, also after every draft is forgotten, and the journal holds', async () => {
    const { documentId } = await database.db
      .selectFrom('earlierReading')
      .select('documentId')
      .where('subjectId', '=', id)
      .where('subjectKind', '=', 'pact')
      .executeTakeFirstOrThrow();
    const muchLater = new Date('2027-01-01T00:00:00Z');
    expect((await forgetExpiredDrafts(stores(), OPERATOR, {}, muchLater)).ok).toBe(true);
    expect((await stores().documents.fetch(documentId))?.bytes.toString()).toBe(file);
    expect((await verifyJournal(database.db)).faults).toEqual([]);
  });

  test('is not withdrawn twice, nor corrected any more', async () => {
    const refusal = { kind: 'withdrawn', what: 'pact', id, at: LATER };
    const request = { what: 'pact', id, reason: 'Encore' } as const;
    expect(await withdrawPublished(stores(), OPERATOR, request, LATER)).toEqual({ ok: false, refusal });
    expect(await correct({ id, reading, file })).toEqual({ ok: false, refusal });
  });

  test('leaves its place: the same list may be published again, when the operator knows of the file', async () => {
    const draft = { id: await open(reading, file, NOGENT) };
    const request = { draft, doubts: 'accept', reviewed: false } as const;
    expect(await publishDraft(stores(), OPERATOR, request, LATER)).toMatchObject({
      refusal: {
        kind: 'file-published-before',
        before: [{ id, withdrawnAt: LATER, name: 'Nogent ailleurs (exemple)' }],
      },
    });
    const published = await publishDraft(stores(), OPERATOR, { ...request, sameFile: 'accept' }, LATER);
    expect(published).toMatchObject({ ok: true });
    expect(published.ok && published.value.id).not.toBe(id);
  });

  test('withdrawn twice at once, one does it', async () => {
    const other = await publish(writePact({ ...WRONG, list: 'Deux fois' }), 'deux fois');
    const figures = await editionFigures(database.db, { edition: EDITION });
    const request = { what: 'pact', id: other, reason: 'Deux fois' } as const;
    const answers = await Promise.all([1, 2, 3].map(() => withdrawPublished(stores(), OPERATOR, request, LATER)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await editionFigures(database.db, { edition: EDITION })).pacts).toBe(figures.pacts - 1);
  });
});

test('a withdrawn plan takes its actions, links and figures with it', async () => {
  const request = { what: 'plan', id: world.plan, reason: 'Plan d’une autre commune' } as const;
  const { plans, actions } = await homeFigures(database.db);
  expect((await withdrawPublished(stores(), OPERATOR, request, LATER)).ok).toBe(true);
  expect(await homeFigures(database.db)).toMatchObject({ plans: plans - 1, actions: actions - 3 });
  const thread = await measureThread(database.db, { municipality: '94068', edition: EDITION, measure: 15 });
  expect(thread?.actions).toEqual([]);
  expect((await verifyJournal(database.db)).faults).toEqual([]);
});

test('the journal finds an earlier reading or a reason that somebody rewrote', async () => {
  const { db } = database;
  const first = await db
    .selectFrom('earlierReading')
    .select(['id', 'subjectId'])
    .orderBy('id')
    .executeTakeFirstOrThrow();
  await expect(
    db.updateTable('earlierReading').set({ reason: 'Autre' }).where('id', '=', first.id).execute(),
  ).rejects.toThrow(/never changes/);
  for (const change of [{ reason: 'Autre' }, { says: '{}' }, { reading: '{"kind":"pact"}' }]) {
    const undo = new Error('undo');
    await db
      .transaction()
      .execute(async (transaction) => {
        await sql`alter table earlier_reading disable trigger user`.execute(transaction);
        await transaction.updateTable('earlierReading').set(change).where('id', '=', first.id).execute();
        expect((await verifyJournal(transaction)).faults).toEqual([
          { kind: 'earlier-changed', what: 'pact', id: first.subjectId },
        ]);
        throw undo;
      })
      .catch((error: unknown) => {
        if (error !== undo) throw error;
      });
  }
});
