/**
 * Something of everything that is published, so that every list, file and answer has a line: the world of ./world.ts with the
 * seed documents, a pact of a grouping, corrected readings, a signed text, assessments, reviews, plans, events, a figure,
 * correspondences, a consultation.
 */
import { readKnownFile } from '#server/jobs/read-known-file.ts';
import { loadSeedDocuments } from '#server/seed-documents.ts';
import type { Db } from '#server/storage/connection.ts';
import { storesOn } from '#server/stores.ts';
import { writeEvent } from '#use-cases/events/write-event.ts';
import { importSeeds } from '#use-cases/demo/import-seeds.ts';
import { assessSomewhere } from './assess-somewhere.ts';
import { active } from './collectives.ts';
import { actorFor } from './people.ts';
import { decideNationally, partnerSomewhere } from './partner-somewhere.ts';
import { planSomewhere } from './plan-somewhere.ts';
import { consultedSomewhere } from './consulting.ts';
import { relateSomewhere } from './relate-somewhere.ts';
import { reviewSomewhere } from './review-somewhere.ts';
import { signSomewhere, type SignedWorld } from './signed-somewhere.ts';
import { sitSomewhere } from './sit-somewhere.ts';
import { standSomewhere } from './stand-somewhere.ts';
import { writePact, writePlan } from './world-readings.ts';
import { BRY, buildWorld, correct, PARIS_EST_MARNE_ET_BOIS, publish, THEN, type World } from './world.ts';

export type OpenDataWorld = World & {
  readonly champigny: number;
  readonly grouping: number;
  readonly corrected: number;
  readonly correctedPlan: number;
  readonly signedHere: SignedWorld;
  readonly indicator: number;
  /** Over and counted (./consulting.ts). */
  readonly consultation: number;
  readonly reviews: readonly number[];
  /** Plans that a town hall published, with versions. */
  readonly versions: readonly number[];
};

export async function buildOpenDataWorld(db: Db): Promise<OpenDataWorld> {
  const made = await buildWorld(db);
  const request = { seeds: loadSeedDocuments(), read: readKnownFile };
  const imported = await importSeeds(storesOn(db), { kind: 'job', name: 'first-contents' }, request, THEN);
  if (!imported.ok) throw new Error(imported.refusal.kind);
  const { id: champigny } = await db
    .selectFrom('pact')
    .select('id')
    .where('leader', '=', 'Laurent JEANNE')
    .executeTakeFirstOrThrow();
  const signed = writePact({ list: null, commitments: [{ measure: 1, words: 'Mesure 1', levels: { 1: 'accepted' } }] });
  const grouping = await publish(db, { kind: 'grouping', siren: PARIS_EST_MARNE_ET_BOIS }, signed);
  const first = writePact({ list: 'Bry relu (exemple)', commitments: [{ measure: 1, words: '1' }] });
  const corrected = await publish(db, BRY, first);
  const reading = writePact({ list: 'Bry relu (exemple)', commitments: [{ measure: 2, words: '2' }] });
  const because = { reason: 'La mesure était mal lue', at: THEN };
  await correct(db, { what: 'pact', id: corrected }, { first, reading, ...because });
  const firstPlan = writePlan('Plan à relire (exemple)', [{ number: '1', title: 'Un' }]);
  const correctedPlan = await publish(db, BRY, firstPlan);
  const otherPlan = writePlan('Plan relu (exemple)', [{ number: '1', title: 'Une' }]);
  await correct(db, { what: 'plan', id: correctedPlan }, { first: firstPlan, reading: otherPlan, ...because });
  await standSomewhere(db, made);
  const signedHere = await signSomewhere(db);
  const lou = await active(db, { founder: 'lou', places: [BRY, { kind: 'grouping', siren: PARIS_EST_MARNE_ET_BOIS }] });
  const pacts = [
    { id: made.bry, item: 'm15' },
    { id: grouping, item: 'm1' },
  ];
  await assessSomewhere(db, { founder: lou.founder, pacts });
  const by = await actorFor(db, lou.founder);
  const reviews = await reviewSomewhere(db, { collective: lou.id, by, pacts });
  const { begun, takenUp } = await planSomewhere(db, { account: lou.founder });
  const versions = [begun, takenUp];
  const meeting = { happenedOn: '2026-06-01', title: 'Réunion', words: 'Le tracé', who: 'Voirie', whoPrivate: '' };
  const told = { ...meeting, place: BRY, items: ['m15'], visibility: 'public', about: { kind: 'meeting' } } as const;
  const ofGrouping = { ...told, place: { kind: 'grouping', siren: PARIS_EST_MARNE_ET_BOIS }, items: ['m1'] } as const;
  for (const meant of [told, ofGrouping]) {
    const event = await writeEvent(storesOn(db), by, meant, new Date('2026-06-02T08:00:00Z'));
    if (!event.ok) throw new Error(`not told: ${event.refusal.kind}`);
  }
  const indicator = await indicateSomewhere(db);
  await relateSomewhere(db);
  await partnerSomewhere(db);
  await decideNationally(db);
  const remark = { pactId: made.bry, item: 'm15', name: 'Jo (exemple)', quality: 'riveraine', evidence: '[]' } as const;
  const shown = { withdrawnAt: null, hiddenAt: null, hiddenReason: null, personId: null };
  await db
    .insertInto('remark')
    .values({ ...remark, ...shown, sentence: 'La piste s’arrête au pont.', saidAt: THEN })
    .execute();
  await sitSomewhere(db, { collective: lou.id, place: BRY, secret: 'secret-committee' });
  const { id: consultation } = await consultedSomewhere(db);
  const answered = await db
    .selectFrom('contribution')
    .select('id')
    .where('answeredAt', 'is not', null)
    .executeTakeFirstOrThrow();
  const before = { answer: 'not', words: 'Non', measureId: null, answeredAt: THEN, replacedAt: THEN } as const;
  await db
    .insertInto('contributionAnswerBefore')
    .values({ ...before, contributionId: answered.id })
    .execute();
  const published = { champigny, grouping, corrected, correctedPlan };
  return { ...made, ...published, signedHere, indicator, reviews, versions, consultation };
}

/** One that a town hall shows, with a figure. */
async function indicateSomewhere(db: Db): Promise<number> {
  const stores = storesOn(db);
  const plan = await stores.workingPlans.create({ place: BRY, title: 'Plan', introduction: '', by: 'x', at: THEN });
  const words = { title: 'Pistes', unit: 'km', source: 'Voirie', description: '', goal: null };
  const made = await stores.indicators.create({ plan, words, offered: null, at: THEN });
  const period = { on: '2026-12-31', precision: 'year' } as const;
  const value = { kind: 'result', territory: '', period, value: 3.5 } as const;
  await stores.indicators.put(made, [value], { by: 'town-hall', at: THEN });
  await stores.indicators.show(made, THEN);
  return made;
}
