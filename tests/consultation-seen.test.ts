/** A consultation and a new edition are found by whoever does not look for them: first page, charters, feeds, exported folders. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browser } from '#server/accounts/testing/request.ts';
import { keepEditionsMade } from '#server/charters.ts';
import { readConfig } from '#server/config.ts';
import { refreshEditions } from '#server/editions-kept.ts';
import { provideRuntime } from '#server/runtime.ts';
import { happenings } from '#server/storage/happenings.ts';
import { placeRecord } from '#server/storage/place-record.ts';
import { storesOn } from '#server/stores.ts';
import { dayAfter, dayIn } from '#domain/shared/local-day.ts';
import { announceConsultation, cancelConsultation } from '#use-cases/consultation/announce-consultation.ts';
import { active } from './collectives.ts';
import { consulting, draftFor } from './consulting.ts';
import { withTestDatabase } from './database.ts';
import { MADE, publishMadeEdition } from './made-edition.ts';
import { withPageRenderer } from './render-page.ts';
import { BRY, buildWorld, EDITION, OPERATOR } from './world.ts';

const database = withTestDatabase();
const { render } = withPageRenderer();
const TODAY = dayIn(new Date(), 'Europe/Paris');
const ANNOUNCED = new Date(Date.now() - 40 * 86_400_000);
const RUNNING = { opensOn: dayAfter(TODAY, -30), closesOn: dayAfter(TODAY, 30) };
const TITLE = 'Le pacte de 2032 (exemple)';

let open: { readonly id: number };
let local: number;

beforeAll(async () => {
  const { db } = database;
  await buildWorld(db);
  provideRuntime({ config: readConfig({}), db });
  open = await consulting(db, { address: 'exemple-vue', range: RUNNING, announcedAt: ANNOUNCED });
  const { id: collective } = await active(db, { founder: 'coordo', places: [BRY] });
  const { draft } = await draftFor(db, 'exemple-locale', collective);
  const request = { draft, title: 'Chez nous (exemple)', words: '', ...RUNNING };
  const announced = await announceConsultation(storesOn(db), OPERATOR, request, ANNOUNCED);
  if (!announced.ok) throw new Error(announced.refusal.kind);
  local = announced.value.id;
  await publishMadeEdition(db);
  await refreshEditions(db);
});

afterAll(() => {
  keepEditionsMade([]);
});

const titles = async (where: Parameters<typeof happenings>[1]['where'], now = new Date()) =>
  (await happenings(database.db, { where, limit: 50, now })).flatMap((one) =>
    one.kind === 'consultation'
      ? [`${one.what} ${one.title}`]
      : one.kind === 'edition'
        ? [`edition ${one.edition}`]
        : [],
  );
const BRY_PLACE = { kind: 'place', codes: [BRY.code] } as const;

test('the first page, the charters and the page of the one that it would follow lead to an open consultation', async () => {
  const pages = [
    await render('', '/', {}, browser()),
    await render('/chartes', '/chartes', {}, browser()),
    await render('/chartes/[edition]', `/chartes/${EDITION}`, { edition: EDITION }, browser()),
  ];
  for (const html of pages) {
    expect(html).toContain(`href="/consultations/${open.id}"`);
    expect(html).toContain('Consultation ouverte jusqu’au');
    expect(html).not.toContain('Chez nous');
  }
});

test('a new edition is news, and the edition that it was made from leads to it', async () => {
  const home = await render('', '/', {}, browser());
  expect(home).toContain('nouvelle édition d’une charte');
  const before = await render('/chartes/[edition]', `/chartes/${EDITION}`, { edition: EDITION }, browser());
  expect(before).toContain('Une édition plus récente en est issue');
  for (const html of [home, before]) expect(html).toContain(`href="/chartes/${MADE}"`);
});

test('the feed of the country tells both, and each step of a consultation once; a local one is told in its places', async () => {
  expect(await titles({ kind: 'country' })).toEqual([`opened ${TITLE}`, `announced ${TITLE}`, `edition ${MADE}`]);
  expect(await titles({ kind: 'country' }, ANNOUNCED)).not.toContain(`opened ${TITLE}`);
  expect(await titles(BRY_PLACE)).toEqual(['opened Chez nous (exemple)', 'announced Chez nous (exemple)']);
  expect(await titles({ kind: 'department', code: '94' })).toEqual([]);
});

test('what is cancelled is told in the feed, and led to from nowhere', async () => {
  const cancel = { consultation: local, reason: 'Une erreur' };
  expect((await cancelConsultation(storesOn(database.db), OPERATOR, cancel, new Date())).ok).toBe(true);
  expect((await titles(BRY_PLACE))[0]).toBe('cancelled Chez nous (exemple)');
});

test('the folder of a commune that signed an edition made here holds its publication, under its fingerprint', async () => {
  await database.db.updateTable('pact').set({ edition: MADE }).where('municipalityCode', '=', BRY.code).execute();
  const { events } = await placeRecord(database.db, BRY);
  const { sha256 } = await database.db.selectFrom('edition').select('sha256').executeTakeFirstOrThrow();
  const told = events.filter(({ act }) => act === 'publish-edition');
  expect(told.map(({ subjectKind, says }) => [subjectKind, says?.includes(sha256)])).toEqual([['edition-draft', true]]);
});
