/** The stores that the use cases receive, on PostgreSQL. The only place that knows both sides. */
import { codeOf } from '#domain/shared/place.ts';
import type { Result } from '#domain/shared/result.ts';
import type { Reading } from '#reading/contract.ts';
import type { StoredDraft, Stores } from '#use-cases/stores.ts';
import { assessmentsOn } from './assessment-store.ts';
import { accountsOn, mailOn } from './account-store.ts';
import { editionById, nationalEditions } from './charters.ts';
import { workbenchOn } from './workbench-store.ts';
import { editionWithdrawal } from './storage/edition-withdrawals.ts';
import { madeEdition } from './storage/editions-made.ts';
import { errorCode } from './error-code.ts';
import { bulkEntriesOn } from './bulk-entry/bulk-entry-store.ts';
import { campaignOn } from './campaign-store.ts';
import { agendaOn, coordinationOn, joiningOn, prioritiesOn, wishesOn } from './collective-acts-stores.ts';
import { consultationsOn } from './consultation-store.ts';
import { collectivesOn } from './collectives-store.ts';
import { committeesOn } from './committee-store.ts';
import { crosswalkOn } from './crosswalk-store.ts';
import { deadlinesOn } from './deadline-store.ts';
import { dumpsOn } from './dump-store.ts';
import { eventsOn } from './event-store.ts';
import { agreedTextsOn, negotiationsOn } from './negotiation-store.ts';
import { indicatorsOn } from './indicator-store.ts';
import { newsOn } from './news-store.ts';
import { partnersOn } from './partner-store.ts';
import { planLinksOn } from './plan-link-store.ts';
import { proofsOn } from './proof-store.ts';
import { publishedOn } from './published-store.ts';
import { signingOn } from './signing-store.ts';
import { directoryOn, planVersionsOn, workingPlansOn } from './working-plan-store.ts';
import type { Db } from './storage/connection.ts';
import { fetchDocument, forgetUnusedDocument, keepDocument } from './storage/documents.ts';
import * as drafts from './storage/drafts.ts';
import { listImportOn } from './list-import-store.ts';
import { questionsOn } from './question-store.ts';
import { reviewsOn } from './review-store.ts';
import { rolesOn } from './role-store.ts';
import { appendEvent, appendEvents, eraseWordsAbout } from './storage/journal.ts';
import { putInUse } from './storage/seal-certificates.ts';
import { planImportsOn } from './plan-import-store.ts';
import { keepSending, takeSending } from './storage/sendings.ts';
import { addDoubts, doubtsOfDraft, openDoubts, settleDoubt } from './storage/reading-doubts.ts';
import { placeExists, placeFacts } from './storage/places.ts';
import { tallied } from './storage/tallies.ts';

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
      readdress: (draft) => drafts.readdressDraft(db, draft),
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
    planImports: planImportsOn(db),
    tallies: { once: ({ places, at }, work) => tallied(db, { places: places.map(codeOf), at }, work) },
    places: { exists: (place) => placeExists(db, place), facts: (place) => placeFacts(db, place) },
    // One that another process has just published is there before this one heard of it.
    editions: {
      find: async (id) => editionById(id) ?? (await madeEdition(db, id))?.edition ?? null,
      national: () => Promise.resolve(nationalEditions()),
      withdrawn: async (id) => (await editionWithdrawal(db, id)) !== null,
    },
    workbench: workbenchOn(db),
    campaign: campaignOn(db),
    listImport: listImportOn(db),
    questions: questionsOn(db),
    roles: rolesOn(db),
    collectives: collectivesOn(db),
    committees: committeesOn(db),
    events: eventsOn(db),
    deadlines: deadlinesOn(db),
    wishes: wishesOn(db),
    joining: joiningOn(db),
    coordination: coordinationOn(db),
    agenda: agendaOn(db),
    priorities: prioritiesOn(db),
    consultations: consultationsOn(db),
    negotiations: negotiationsOn(db),
    workingPlans: workingPlansOn(db),
    planVersions: planVersionsOn(db),
    directory: directoryOn(db),
    planLinks: planLinksOn(db),
    news: newsOn(db),
    indicators: indicatorsOn(db),
    agreedTexts: agreedTextsOn(db),
    assessments: assessmentsOn(db),
    sealCertificates: { putInUse: (given) => putInUse(db, given) },
    journal: {
      append: async (event) => void (await appendEvent(db, event)),
      appendAll: async (events) => void (await appendEvents(db, events)),
      eraseWordsAbout: async (subject, at) => void (await eraseWordsAbout(db, subject, at)),
    },
    accounts: accountsOn(db),
    mail: mailOn(db),
    proofs: proofsOn(db),
    signing: signingOn(db),
    reviews: reviewsOn(db),
    crosswalk: crosswalkOn(db),
    partners: partnersOn(db),
    doubts: {
      add: (draft, doubts) => addDoubts(db, draft, doubts),
      of: (draft) => doubtsOfDraft(db, draft),
      open: (draft) => openDoubts(db, draft),
      settle: (draft, settled) => settleDoubt(db, draft, settled),
    },
    bulkEntries: bulkEntriesOn(db),
    dumps: dumpsOn(db),
    sendings: {
      take: (digest, at) => takeSending(db, digest, at),
      keep: (digest, made) => keepSending(db, digest, made),
    },
  };
}

/** The reader wrote it, and nothing else writes there. */
function withReading(draft: drafts.StoredDraft | null): StoredDraft | null {
  return draft === null ? null : { ...draft, reading: draft.reading as Reading };
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
      if (tries >= TRIES || !ANOTHER_TRY.has(errorCode(error) ?? '')) throw error;
    }
  }
}
