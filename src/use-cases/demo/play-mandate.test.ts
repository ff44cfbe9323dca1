import { beforeAll, expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import type { Actor } from '#domain/access/gate.ts';
import { readKnownFile } from '#server/jobs/read-known-file.ts';
import { loadPlayedPact, loadPlayedPhoto } from '#server/seed-documents.ts';
import { planDeadlines } from '#server/storage/deadline-sources.ts';
import { addFictionalMunicipality, FICTIONAL_MANDATE } from '#server/storage/fictional-municipality.ts';
import { verifyJournal } from '#server/storage/journal-verify.ts';
import { storesOn } from '#server/stores.ts';
import { playMandate } from './play-mandate.ts';

const database = withTestDatabase();
const JOB: Actor = { kind: 'job', name: 'first-contents' };
const invented = { pact: loadPlayedPact(), photo: loadPlayedPhoto() };
const wanted = { municipality: FICTIONAL_MANDATE.code, read: readKnownFile, ...invented };

beforeAll(() => addFictionalMunicipality(database.db));

test('a whole mandate was lived where nobody lives, played once, and nobody is written to', async () => {
  const { db } = database;
  const stores = storesOn(db);
  // Two servers that start at once.
  const both = await Promise.all([playMandate(stores, JOB, wanted), playMandate(stores, JOB, wanted)]);
  expect(both.map((result) => result.ok && result.value.played).toSorted()).toEqual([false, true]);

  expect(await db.selectFrom('review').select(['number', 'occasion']).orderBy('number').execute()).toEqual([
    { number: 1, occasion: 'mid-term' },
    { number: 2, occasion: 'end-of-term' },
  ]);
  const voices = await db
    .selectFrom('assessment')
    .select((row) => ['voice', row.fn.countAll<number>().as('said')])
    .groupBy('voice')
    .orderBy('voice')
    .execute();
  expect(voices).toEqual([
    { voice: 'collective', said: 28 },
    { voice: 'town-hall', said: 6 },
  ]);
  const versions = await db.selectFrom('planVersion').select(['number', 'adoptedOn']).orderBy('number').execute();
  expect(versions.map(({ number }) => number)).toEqual([1, 2, 3]);
  const links = await db.selectFrom('actionCommitment').select('item').distinct().orderBy('item').execute();
  expect(links.map(({ item }) => item)).toEqual(['l1', 'm1', 'm12', 'm15', 'm28', 'm29', 'm5', 'm7', 'pB']);
  const letters = await db.selectFrom('followUpEvent').select('id').where('kind', '=', 'letter').execute();
  expect(letters).toHaveLength(2);
  const shown = await db.selectFrom('assessment').select('evidence').execute();
  const proofs = shown.flatMap(({ evidence }) => evidence as readonly { readonly kind: string }[]);
  expect([...new Set(proofs.map(({ kind }) => kind))].toSorted()).toEqual([
    'deliberation',
    'document',
    'figure',
    'link',
    'photo',
  ]);
  expect(await db.selectFrom('remark').select('item').execute()).toEqual([{ item: 'm7' }]);
  const states = await db.selectFrom('action').select('status').distinct().orderBy('status').execute();
  expect(states.map(({ status }) => status)).toEqual(['abandoned', 'blocked', 'done', 'ongoing']);
  const figures = await db.selectFrom('indicator').select(['title', 'publishedAt']).execute();
  expect(figures).toEqual([{ title: 'Part de bio à la cantine', publishedAt: new Date('2025-10-06T10:00:00Z') }]);
  expect(await db.selectFrom('mail').select('id').execute()).toEqual([]);
  expect((await verifyJournal(db)).faults).toEqual([]);

  // Years after the story, its calendar still has a date to come.
  const place = { kind: 'municipality', code: FICTIONAL_MANDATE.code } as const;
  const terms = await planDeadlines(db, place);
  expect(terms.filter(({ on, settled }) => !settled && on > '2030-01-01').map(({ about }) => about)).toMatchObject([
    { kind: 'action-end', title: 'Parole des habitant·es en conseil municipal' },
  ]);
});

test('a visitor cannot have it played', async () => {
  const refused = await playMandate(storesOn(database.db), { kind: 'anyone' }, wanted);
  expect(refused).toEqual({ ok: false, refusal: { kind: 'not-allowed', act: 'import-seeds' } });
});
