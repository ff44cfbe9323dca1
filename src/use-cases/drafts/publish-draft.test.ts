import { expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { MADE, publishMadeEdition } from '#tests/made-edition.ts';
import { BRY, buildWorld, CHAMPIGNY, NOGENT, OPERATOR, readAs, settle, THEN } from '#tests/world.ts';
import { writePact, writePlan, type WrittenPact } from '#tests/world-readings.ts';
import type { Reading } from '#reading/contract.ts';
import { termOpenedIn } from '#domain/pact/term.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { keepEditionsMade, loadEditions } from '#server/charters.ts';
import { refreshEditions } from '#server/editions-kept.ts';
import { homeFigures } from '#server/storage/home-page.ts';
import { pactPage } from '#server/storage/pact-page.ts';
import { storesOn } from '#server/stores.ts';
import { openDraft } from './open-draft.ts';
import { publishDraft } from './publish-draft.ts';
import { reviewProposal } from './review-proposal.ts';

const database = withTestDatabase();

const SURE: WrittenPact = { list: 'Une liste', commitments: [{ measure: 1, words: '1', levels: { 1: 'accepted' } }] };
const UNSURE: WrittenPact = {
  list: 'Une liste hésitante',
  commitments: [{ measure: 3, words: 'mesure 3 ?', levels: { 1: 'accepted' }, confidence: 0.4 }],
};

async function open(reading: Reading, place: PlaceCode | null = BRY): Promise<{ id: number; token: string }> {
  await settle(database.db);
  const opened = await openDraft(
    storesOn(database.db),
    OPERATOR,
    {
      bytes: Buffer.from(reading.text),
      filename: 'pacte.txt',
      ...(place === null ? {} : { place }),
      read: readAs(reading),
    },
    THEN,
  );
  if (!opened.ok) throw new Error(opened.refusal.kind);
  return { id: opened.value.draft, token: opened.value.token };
}

const publish = (id: number, doubts: 'refuse' | 'accept' = 'refuse') =>
  publishDraft(storesOn(database.db), OPERATOR, { draft: { id }, doubts, reviewed: doubts === 'refuse' }, THEN);

test('publishes the world: two pacts in Champigny, one in Bry, one plan', async () => {
  const world = await buildWorld(database.db);
  const page = await pactPage(database.db, { id: world.demain });
  expect(page?.pact).toMatchObject({
    listName: 'Champigny demain (exemple)',
    term: { from: 2020, to: 2026 },
    signedOn: null,
    place: { code: '94017' },
  });
  expect(page?.commitments.map(({ measure, stance }) => [measure, stance])).toEqual([
    [1, 'accepted'],
    [2, 'partial'],
    [11, 'accepted'],
    [15, 'partial'],
    [26, 'accepted'],
  ]);
  expect(page?.otherPacts.map(({ id }) => id)).toEqual([world.ensemble]);
});

test('a document of the next edition is published for the term that its election opens', async () => {
  await publishMadeEdition(database.db);
  await refreshEditions(database.db);
  try {
    const { id } = await open(writePact({ ...SURE, list: 'La liste de 2032', charter: MADE }));
    const published = await publish(id);
    if (!published.ok) throw new Error(published.refusal.kind);
    const page = await pactPage(database.db, { id: published.value.id });
    expect(page?.pact).toMatchObject({ edition: MADE, term: { from: 2032, to: 2038 } });
  } finally {
    keepEditionsMade([]);
  }
});

test('every edition that this site knows opens a term', async () => {
  const elections = await storesOn(database.db).campaign.elections();
  expect(loadEditions().filter(({ year }) => termOpenedIn(year, elections) === null)).toEqual([]);
});

test('waits while a doubt is undecided, unless the operator takes everything as read', async () => {
  const { id } = await open(writePact(UNSURE));
  expect(await publish(id)).toMatchObject({
    ok: false,
    refusal: { kind: 'undecided', proposals: [{ kind: 'commitment' }] },
  });
  const published = await publish(id, 'accept');
  expect(published.ok).toBe(true);
  const page = published.ok ? await pactPage(database.db, { id: published.value.id }) : null;
  expect(page?.provenance.reviewedAt).toBeNull();
});

test('says who looked, once every doubt was decided', async () => {
  const { id } = await open(writePact({ ...UNSURE, list: 'Une liste relue' }));
  const stores = storesOn(database.db);
  const decision = { kind: 'correct-commitment', measure: 4, levels: [{ level: 1, stance: 'refused' }] };
  await reviewProposal(stores, OPERATOR, { draft: { id }, proposal: 'commitment-0', version: 0, decision }, THEN);
  const published = await publish(id);
  const page = published.ok ? await pactPage(database.db, { id: published.value.id }) : null;
  expect(page?.provenance).toMatchObject({ reviewedBy: 'claire', reviewedAt: THEN });
  expect(page?.commitments).toMatchObject([{ measure: 4, stance: 'refused', detail: { confidence: 0.4 } }]);
});

test('a second time is refused with the number of what is there', async () => {
  const { id } = await open(writePact({ ...SURE, list: 'Une liste deux fois' }));
  const first = await publish(id);
  expect(await publish(id)).toEqual({
    ok: false,
    refusal: { kind: 'already-published', what: 'pact', id: first.ok ? first.value.id : 0 },
  });
});

test('the same list in the same place and term is refused, whatever its case', async () => {
  const first = await publish((await open(writePact({ ...SURE, list: 'Même liste' }))).id);
  const again = await publish((await open(writePact({ ...SURE, list: 'MÊME LISTE' }))).id);
  expect(again).toEqual({ ok: false, refusal: { kind: 'same-pact', id: first.ok ? first.value.id : 0 } });
});

test('published twice at once, one wins and the figures count one', async () => {
  const drafts = await Promise.all([1, 2, 3, 4].map(() => open(writePact({ ...SURE, list: 'Liste pressée' }), NOGENT)));
  const before = await homeFigures(database.db);
  const answers = await Promise.all(drafts.map(({ id }) => publish(id)));
  const after = await homeFigures(database.db);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok && answer.refusal.kind === 'same-pact')).toHaveLength(3);
  expect(after.pacts - before.pacts).toBe(1);
  expect(after.municipalities - before.municipalities).toBe(1);
});

test('two lists of one commune published at once make one municipality more', async () => {
  const code: PlaceCode = { kind: 'municipality', code: '94999' };
  await database.db
    .insertInto('municipality')
    .values({
      ...(await database.db
        .selectFrom('municipality')
        // The rest of a row is said of it by others.
        .select(['name', 'slug', 'siren', 'population', 'postcodes', 'departmentCode', 'regionCode', 'current'])
        .select(['intercommunalitySiren', 'territorialEstablishmentSiren'])
        .where('code', '=', '94052')
        .executeTakeFirstOrThrow()),
      code: '94999',
    })
    .execute();
  const drafts = await Promise.all(['a', 'b', 'c'].map((list) => open(writePact({ ...SURE, list }), code)));
  const before = await homeFigures(database.db);
  const answers = await Promise.all(drafts.map(({ id }) => publish(id)));
  const after = await homeFigures(database.db);
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(after.municipalities - before.municipalities).toBe(1);
  expect(after.levels - before.levels).toBe(3);
});

test('a refused publication leaves nothing behind', async () => {
  const { id } = await open(
    writePact({
      list: 'Une liste qui se répète',
      commitments: [
        { measure: 1, words: 'un', levels: { 1: 'accepted' } },
        { measure: 1, words: 'encore un', levels: { 2: 'accepted' } },
      ],
    }),
    CHAMPIGNY,
  );
  const before = await database.db
    .selectFrom('pact')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirst();
  expect(await publish(id, 'accept')).toMatchObject({ refusal: { kind: 'measure-twice', measure: 1 } });
  const after = await database.db
    .selectFrom('pact')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirst();
  expect(after).toEqual(before);
});

test('hostile words are kept as they are', async () => {
  const words = '<script>alert(1)</script> =HYPERLINK("x") \u202e ‘; drop table pact; --';
  const commitments = [{ measure: 1, words, levels: { 1: 'accepted' as const }, observations: [words] }];
  const published = await publish((await open(writePact({ list: '<b>Liste</b>', commitments }))).id);
  const page = published.ok ? await pactPage(database.db, { id: published.value.id }) : null;
  expect(page?.pact.listName).toBe('<b>Liste</b>');
  expect(page?.commitments[0]?.detail.observations).toEqual([words]);
  expect(page?.commitments[0]?.detail.quotations[0]?.text).toBe(words);
});

test('asks for the place, and knows that a charter is not published here', async () => {
  const { id } = await open(writePact({ ...SURE, list: 'Sans lieu' }), null);
  expect(await publish(id)).toEqual({ ok: false, refusal: { kind: 'place-missing' } });
  const charter = { kind: 'charter', text: 'Charte', unread: [], warnings: [], principles: [], measures: [] } as const;
  expect(await publish((await open(charter)).id)).toEqual({
    ok: false,
    refusal: { kind: 'charters-are-not-published' },
  });
});

test('a plan is published once for a place and a file', async () => {
  const plan = writePlan('Plan climat', [{ number: '1', title: 'Isoler' }]);
  const first = await publish((await open(plan)).id);
  const again = await publish((await open(plan)).id);
  expect(again).toEqual({ ok: false, refusal: { kind: 'same-plan', id: first.ok ? first.value.id : 0 } });
});

test('a file that was published elsewhere is refused, with the name of what it became, unless the operator knows', async () => {
  const reading = writePact({ ...SURE, list: 'Une liste partagée' });
  const first = await publish((await open(reading)).id);
  const id = first.ok ? first.value.id : 0;
  const elsewhere = await open(reading, NOGENT);
  const refused = await publish(elsewhere.id);
  expect(refused).toMatchObject({
    ok: false,
    refusal: {
      kind: 'file-published-before',
      before: [
        { kind: 'pact', id, place: BRY, placeName: 'Bry-sur-Marne', name: 'Une liste partagée', publishedAt: THEN },
      ],
    },
  });
  // Nothing of the refused one stayed.
  expect(
    await database.db.selectFrom('pact').select('id').where('listName', '=', 'Une liste partagée').execute(),
  ).toEqual([{ id }]);
  const request = { draft: { id: elsewhere.id }, doubts: 'refuse', reviewed: true, sameFile: 'accept' } as const;
  expect((await publishDraft(storesOn(database.db), OPERATOR, request, THEN)).ok).toBe(true);
});

test('a file read as a plan after it was a pact of the same commune is refused too', async () => {
  const reading = writePact({ ...SURE, list: 'Pacte et plan' });
  await publish((await open(reading)).id);
  const plan = { ...writePlan('Pacte et plan', [{ number: '1', title: 'Isoler' }]), text: reading.text };
  expect(await publish((await open(plan)).id)).toMatchObject({ refusal: { kind: 'file-published-before' } });
});

test('one file published at once in two communes is published in one', async () => {
  const reading = writePact({ ...SURE, list: 'Une liste partout' });
  const drafts = await Promise.all([BRY, NOGENT, CHAMPIGNY].map((place) => open(reading, place)));
  const answers = await Promise.all(drafts.map(({ id }) => publish(id)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok && answer.refusal.kind === 'file-published-before')).toHaveLength(2);
});

test('nobody but the operator publishes, and a visitor does not learn where a draft went', async () => {
  const { id, token } = await open(writePact({ ...SURE, list: 'Réservée' }));
  const stores = storesOn(database.db);
  const holder = { kind: 'draft-holder', token } as const;
  const request = { draft: { token }, doubts: 'refuse', reviewed: true } as const;
  const refused = { ok: false, refusal: { kind: 'not-allowed', act: 'publish-draft' } };
  expect(await publishDraft(stores, holder, request, THEN)).toEqual(refused);
  await publish(id);
  expect(await publishDraft(stores, { kind: 'anyone' }, request, THEN)).toEqual(refused);
});
