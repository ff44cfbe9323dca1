/** What moves in the charters is told in feeds, to whoever it concerns, and proved in the folder of a commune. */
import { beforeAll, expect, test } from 'vitest';
import { codeOf } from '#domain/shared/place.ts';
import { dayAfter, dayIn } from '#domain/shared/local-day.ts';
import { announceConsultation, cancelConsultation } from '#use-cases/consultation/announce-consultation.ts';
import { active } from '#tests/collectives.ts';
import { consulting, draftFor } from '#tests/consulting.ts';
import { withTestDatabase } from '#tests/database.ts';
import { MADE, publishMadeEdition } from '#tests/made-edition.ts';
import { actorFor } from '#tests/people.ts';
import { BRY, EDITION, OPERATOR, publish, settle } from '#tests/world.ts';
import { writePact } from '#tests/world-readings.ts';
import { storesOn } from '../stores.ts';
import { consultationsAbout, consultationsComing, editionsAfter } from './charter-news.ts';
import { happenings } from './happenings.ts';
import { placeRecord } from './place-record.ts';

const database = withTestDatabase();
const TODAY = dayIn(new Date(), 'Europe/Paris');
const ANNOUNCED = new Date(Date.now() - 40 * 86_400_000);
const RUNNING = { opensOn: dayAfter(TODAY, -30), closesOn: dayAfter(TODAY, 30) };
const TITLE = 'Le pacte de 2032 (exemple)';

let open: number;
let local: number;
let collective: number;

beforeAll(async () => {
  const { db } = database;
  await settle(db);
  await publish(db, BRY, writePact({ list: 'Bry (exemple)', commitments: [{ measure: 1, words: 'Mesure 1' }] }));
  open = (await consulting(db, { address: 'exemple-vue', range: RUNNING, announcedAt: ANNOUNCED })).id;
  const founded = await active(db, { founder: 'coordo', places: [BRY] });
  collective = founded.id;
  const { draft } = await draftFor(db, 'exemple-locale', collective);
  const request = { draft, title: 'Chez nous (exemple)', words: '', ...RUNNING };
  const announced = await announceConsultation(storesOn(db), await actorFor(db, founded.founder), request, ANNOUNCED);
  if (!announced.ok) throw new Error(announced.refusal.kind);
  local = announced.value.id;
  await publishMadeEdition(db);
});

const titles = async (where: Parameters<typeof happenings>[1]['where'], now = new Date()) =>
  (await happenings(database.db, { where, limit: 50, now })).flatMap((one) =>
    one.kind === 'consultation'
      ? [`${one.what} ${one.title}`]
      : one.kind === 'edition'
        ? [`edition ${one.edition}`]
        : [],
  );
const BRY_PLACE = { kind: 'place', codes: [codeOf(BRY)] } as const;

test('a national consultation is led to from the edition it would follow; a local one from none of the country', async () => {
  const now = new Date();
  const ids = (told: readonly { readonly id: number }[]) => told.map(({ id }) => id);
  expect(ids(await consultationsComing(database.db, now))).toEqual([open]);
  expect(ids(await consultationsAbout(database.db, { id: EDITION }, now))).toEqual([open]);
  const own = { id: EDITION, local: { collective } };
  expect(ids(await consultationsAbout(database.db, own, now))).toEqual([local]);
  expect((await editionsAfter(database.db, { id: EDITION })).map(({ id }) => id)).toEqual([MADE]);
  expect(await editionsAfter(database.db, own)).toEqual([]);
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
  await database.db.updateTable('pact').set({ edition: MADE }).where('municipalityCode', '=', codeOf(BRY)).execute();
  const { events } = await placeRecord(database.db, BRY);
  const { sha256 } = await database.db.selectFrom('edition').select('sha256').executeTakeFirstOrThrow();
  const told = events.filter(({ act }) => act === 'publish-edition');
  expect(told.map(({ subjectKind, says }) => [subjectKind, says?.includes(sha256)])).toEqual([['edition-draft', true]]);
});
