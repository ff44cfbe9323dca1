/** The stores that the use cases receive, on PostgreSQL. The only place that knows both sides. */
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Reading } from '#reading/contract.ts';
import type { PublishedStore, StoredDraft, Stores } from '#use-cases/stores.ts';
import { editionById } from './charters.ts';
import { resolveCompetentBodies } from './storage/competent-bodies.ts';
import type { Db } from './storage/connection.ts';
import { pactDigest, planDigest } from './storage/digests.ts';
import {
  fetchDocument,
  findPublishedFromFile,
  forgetUnusedDocument,
  keepDocument,
  publishedFromFile,
} from './storage/documents.ts';
import * as drafts from './storage/drafts.ts';
import { appendEvent, eraseWordsAbout } from './storage/journal.ts';
import { findSamePact, insertPact } from './storage/pacts.ts';
import { placeExists } from './storage/places.ts';
import { findAction, findSamePlan, insertPlan, linkActionToMeasure } from './storage/plans.ts';
import { countPact, countPlan } from './storage/tallies.ts';

export function storesOn(db: Db): Stores {
  return {
    together: (work) => inOneTransaction(db, work),
    documents: {
      keep: (document) => keepDocument(db, document),
      fetch: (id) => fetchDocument(db, id),
      forgetUnused: (id) => forgetUnusedDocument(db, id),
    },
    drafts: {
      open: (draft) => drafts.openDraft(db, draft),
      find: async (key) => withReading(await drafts.findDraft(db, key, { lock: false })),
      lock: async (key) => withReading(await drafts.findDraft(db, key, { lock: true })),
      decisions: (draft) => drafts.currentDecisions(db, draft),
      decide: (draft, decision) => drafts.addDecision(db, draft, decision),
      choose: (draft, change) => drafts.setChoices(db, draft, change),
      markPublished: (draft, published) => drafts.markPublished(db, draft, published),
      delete: (draft) => drafts.deleteDraft(db, draft),
      expired: (at) => drafts.expiredDrafts(db, at),
      list: (page) => drafts.listDrafts(db, page),
    },
    published: publishedOn(db),
    places: { exists: (place) => placeExists(db, place) },
    editions: { find: async (id) => editionById(id) },
    journal: {
      append: async (event) => void (await appendEvent(db, event)),
      eraseWordsAbout: async (subject, at) => void (await eraseWordsAbout(db, subject, at)),
    },
  };
}

function publishedOn(db: Db): PublishedStore {
  return {
    publishPact: async ({ pact, provenance, reading }) => {
      const there = await findSamePact(db, pact);
      if (there !== null) return refuse({ kind: 'already-there', id: there });
      const names = pact.commitments.flatMap(({ competentBody }) => competentBody ?? []);
      const competent = await resolveCompetentBodies(db, { names, place: pact.place });
      const id = await insertPact(db, { pact, provenance, reading, competent });
      await countPact(db, { id, pact, at: provenance.publishedAt });
      return accept({ id, digest: await digestOrBug(pactDigest(db, id)) });
    },
    publishPlan: async ({ plan, provenance, reading }) => {
      const there = await findSamePlan(db, { place: plan.place, document: provenance.document });
      if (there !== null) return refuse({ kind: 'already-there', id: there });
      const id = await insertPlan(db, { plan, provenance, reading });
      await countPlan(db, { actions: plan.actions.length, at: provenance.publishedAt });
      return accept({ id, digest: await digestOrBug(planDigest(db, id)) });
    },
    fromFile: (file) => publishedFromFile(db, file),
    findFromFile: (file) => findPublishedFromFile(db, file),
    findAction: (wanted) => findAction(db, wanted),
    linkAction: (link) => linkActionToMeasure(db, link),
  };
}

/** The reader wrote it, and nothing else writes there. */
function withReading(draft: drafts.StoredDraft | null): StoredDraft | null {
  return draft === null ? null : { ...draft, reading: draft.reading as Reading };
}

async function digestOrBug(taken: Promise<string | null>): Promise<string> {
  const digest = await taken;
  if (digest === null) throw new Error('what was just kept is not there');
  return digest;
}

/** Undoes a transaction whose work was refused. */
class Undone extends Error {}

/** Serialization failure, deadlock, and a unique key that another transaction took first: worth another try. */
const ANOTHER_TRY = new Set(['40001', '40P01', '23505']);
const TRIES = 4;

async function inOneTransaction<Value, Refusal>(
  db: Db,
  work: (stores: Stores) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  if (db.isTransaction) return await work(storesOn(db));
  for (let tries = 1; ; tries += 1) {
    const outcome: { refused: Result<Value, Refusal> | null } = { refused: null };
    try {
      return await db.transaction().execute(async (transaction) => {
        const result = await work(storesOn(transaction));
        if (result.ok) return result;
        outcome.refused = result;
        throw new Undone('refused');
      });
    } catch (error) {
      if (error instanceof Undone && outcome.refused !== null) return outcome.refused;
      if (tries >= TRIES || !ANOTHER_TRY.has(codeOf(error))) throw error;
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
