/** What is public, on PostgreSQL: published, corrected, withdrawn, with the country's figures kept in step. */
import { accept, refuse } from '#domain/shared/result.ts';
import type { Pact } from '#domain/pact/pact.ts';
import type { PublishedStore } from '#use-cases/published/published-store.ts';
import { resolveCompetentBodies } from './storage/competent-bodies.ts';
import { linkActionToCommitment } from './storage/action-commitments.ts';
import type { Db } from './storage/connection.ts';
import { pactDigest, planDigest } from './storage/digests.ts';
import { keepEarlierReading, withdrawalOf } from './storage/earlier-readings.ts';
import { deletePact, findSamePact, insertPact, lockPact, replacePact } from './storage/pacts.ts';
import { deletePlan, findAction, findSamePlan, insertPlan, lockPlan, replacePlan } from './storage/plans.ts';
import { findPublishedFromFile, publishedFromFile } from './storage/published-from-file.ts';
import { lockLists } from './storage/candidate-lists.ts';
import { linkPactToList } from './storage/pact-lists.ts';
import { tallied } from './storage/tallies.ts';
import { codeOf } from '#domain/shared/place.ts';

export function publishedOn(db: Db): PublishedStore {
  return {
    publishPact: async ({ pact, provenance, reading }) => {
      const there = await findSamePact(db, pact);
      if (there !== null) return refuse({ kind: 'already-there', id: there });
      const competent = await competentIn(db, pact);
      const counted = { places: [codeOf(pact.place)], at: provenance.publishedAt };
      const id = await tallied(db, counted, () => insertPact(db, { pact, provenance, reading, competent }));
      return accept({ id, digest: await thereOrBug(pactDigest(db, id)) });
    },
    publishSigned: async ({ pact, agreedText, document, bodies, list, at }) => {
      const provenance = { document, readAt: at, readerVersion: null, reviewed: null, publishedAt: at };
      const competent = new Map([...(await competentIn(db, pact)), ...bodies]);
      // Before the place, as whoever changes the outcome of a list.
      if (list !== null) await lockLists(db, [list]);
      const id = await tallied(db, { places: [codeOf(pact.place)], at }, async () => {
        const inserted = await insertPact(db, { pact, provenance, reading: null, competent, agreedText });
        if (list !== null) await linkPactToList(db, { pact: inserted, list, by: 'signature', at });
        return inserted;
      });
      return { id, digest: await thereOrBug(pactDigest(db, id)) };
    },
    publishPlan: async ({ plan, provenance, reading }) => {
      const there = await findSamePlan(db, { place: plan.place, document: provenance.document });
      if (there !== null) return refuse({ kind: 'already-there', id: there });
      const counted = { places: [codeOf(plan.place)], at: provenance.publishedAt };
      const id = await tallied(db, counted, () => insertPlan(db, { plan, provenance, reading }));
      return accept({ id, digest: await thereOrBug(planDigest(db, id)) });
    },
    lock: ({ what, id }) => (what === 'pact' ? lockPact(db, id) : lockPlan(db, id)),
    withdrawnAt: async (published) => (await withdrawalOf(db, published))?.at ?? null,
    correctPact: async ({ id, pact, provenance, reading, at, reason }) => {
      const there = await findSamePact(db, pact, { but: id });
      if (there !== null) return refuse({ kind: 'already-there', id: there });
      const before = await keepEarlierReading(db, { what: 'pact', id, endedBy: 'correction', at, reason });
      const competent = await competentIn(db, pact);
      await tallied(db, { places: [codeOf(pact.place)], at }, () =>
        replacePact(db, id, { pact, provenance, reading, competent }),
      );
      return accept({ before, digest: await thereOrBug(pactDigest(db, id)), lostLinks: 0 });
    },
    correctPlan: async ({ id, plan, provenance, reading, at, reason }) => {
      const before = await keepEarlierReading(db, { what: 'plan', id, endedBy: 'correction', at, reason });
      const lostLinks = await tallied(db, { places: [codeOf(plan.place)], at }, () =>
        replacePlan(db, id, { plan, provenance, reading }),
      );
      return { before, digest: await thereOrBug(planDigest(db, id)), lostLinks };
    },
    withdraw: async ({ what, id, at, reason }) => {
      const before = await keepEarlierReading(db, { what, id, endedBy: 'withdrawal', at, reason });
      const there = await (what === 'pact' ? lockPact(db, id) : lockPlan(db, id));
      const places = there === null ? [] : [codeOf(there.place)];
      await tallied(db, { places, at }, () => (what === 'pact' ? deletePact(db, id) : deletePlan(db, id)));
      return { before };
    },
    fromFile: (file) => publishedFromFile(db, file),
    findFromFile: (file) => findPublishedFromFile(db, file),
    findAction: (wanted) => findAction(db, wanted),
    linkAction: (link) => linkActionToCommitment(db, link),
  };
}

async function competentIn(db: Db, { commitments, place }: Pact): Promise<ReadonlyMap<string, string>> {
  return await resolveCompetentBodies(db, {
    names: commitments.flatMap(({ competentBody }) => competentBody ?? []),
    place,
  });
}

async function thereOrBug(taken: Promise<string | null>): Promise<string> {
  const digest = await taken;
  if (digest === null) throw new Error('what was just kept is not there');
  return digest;
}
