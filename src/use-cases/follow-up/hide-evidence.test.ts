import { beforeAll, expect, test } from 'vitest';
import { active } from '#tests/collectives.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor, newPerson } from '#tests/people.ts';
import { buildWorld, CHAMPIGNY, OPERATOR, type World } from '#tests/world.ts';
import type { Actor, Person } from '#domain/access/gate.ts';
import { evidenceFile } from '#server/storage/evidence-files.ts';
import { storesOn } from '#server/stores.ts';
import { openReview } from '../reviews/open-review.ts';
import { publishReview } from '../reviews/publish-review.ts';
import { renewEntries } from '../reviews/renew-entries.ts';
import { assess } from './assess.ts';
import { hideEvidence } from './hide-evidence.ts';
import { addRemark } from './remark.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const NOW = new Date('2029-06-03T08:00:00Z');
const LATER = new Date('2030-06-03T08:00:00Z');
const REASON = 'Une adresse privée.';
const PAUL: Person = { kind: 'person', id: 'p-paul', holds: [] };

let world: World;
let collective: number;
let anne: Actor;
let document: number;

beforeAll(async () => {
  world = await buildWorld(database.db);
  const founded = await active(database.db, { founder: 'anne', places: [CHAMPIGNY] });
  await newPerson(database.db, 'paul');
  collective = founded.id;
  anne = await actorFor(database.db, founded.founder);
  const kept = await stores().documents.keep({
    bytes: Buffer.from('%PDF-1.7 une page'),
    filename: 'page.pdf',
    mediaType: 'application/pdf',
    source: { url: null, description: null, publishedOn: null },
    receivedAt: NOW,
  });
  document = kept.id;
});

const evidence = () =>
  [{ kind: 'document', title: 'Page', where: { kind: 'file', document }, page: null, quotation: null }] as const;
const file = async (said: { assessment: number } | { remark: number }) =>
  await evidenceFile(database.db, { said, document });

function done<Value>(result: { ok: true; value: Value } | { ok: false; refusal: { kind: string } }): Value {
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value;
}

async function assessed(item: string): Promise<number> {
  const words = { status: 'underway', levels: [], beforeMandate: false, sentence: 'La piste est commencée.' } as const;
  const said = { ...words, evidence: evidence(), assessedOn: '2029-06-01', voice: 'collective' } as const;
  return done(await assess(stores(), anne, { ...said, pact: world.demain, item }, NOW)).id;
}

async function remarked(item: string): Promise<number> {
  const words = { name: 'Paul Exemple', quality: '', sentence: 'La piste s’arrête.', evidence: evidence() };
  return done(await addRemark(stores(), PAUL, { ...words, pact: world.demain, item }, NOW)).id;
}

test('a file out of sight stays so in all that is said of the same promise, before and after', async () => {
  const [first, beside, elsewhere] = [await assessed('m15'), await remarked('m15'), await assessed('m1')];
  const said = { assessment: first };
  done(await hideEvidence(stores(), OPERATOR, { pact: world.demain, said, document, reason: REASON }, NOW));
  expect(await file({ remark: beside })).toBeNull();
  // What it shows there is for somebody to look at.
  expect(await file({ assessment: elsewhere })).not.toBeNull();

  const opening = { collective, pact: world.demain, occasion: 'yearly' };
  const { id: review } = done(await openReview(stores(), anne, opening, LATER));
  done(await renewEntries(stores(), anne, { review, items: ['m15'] }, LATER));
  const changes = (await stores().reviews.find(review))?.changes ?? 0;
  done(await publishReview(stores(), anne, { review, changes }, LATER));
  const again = await stores().assessments.latest({ pact: world.demain, item: 'm15', voice: 'collective' });
  expect(again).toMatchObject({ review, hidden: [{ document, reason: REASON }] });
  expect(await file({ assessment: again?.id ?? 0 })).toBeNull();
  expect(await file({ remark: await remarked('m15') })).toBeNull();
});
