/**
 * Proves that nobody rewrote the record: every link of the chain, every word still kept, every published pact and
 * plan against what the journal said the day it was published, every file against its hash.
 *
 * Someone who rewrites the whole chain from some point on is found only by comparing `head` with one noted before:
 * print it, publish it.
 */
import { sql } from 'kysely';
import type { Json } from '#domain/shared/canonical-json.ts';
import type { JournalFault } from '#domain/shared/journal-fault.ts';
import type { Db } from './connection.ts';
import { pactDigest, planDigest } from './digests.ts';
import { contentHash, eventHash, FIRST_HASH } from './journal-chain.ts';

export type JournalReport = {
  readonly events: number;
  /** Events whose words were erased, as the law asks; their links still hold. */
  readonly erased: number;
  /** Hash of the last event: whoever noted it earlier can compare. */
  readonly head: string;
  readonly faults: readonly JournalFault[];
};

const BATCH = 1000;

/** Reads a single state of the database, whatever is written meanwhile. Linear in what is kept. */
export async function verifyJournal(db: Db): Promise<JournalReport> {
  if (db.isTransaction) return await verify(db);
  return await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((snapshot) => verify(snapshot));
}

async function verify(db: Db): Promise<JournalReport> {
  const { events, erased, head, faults, digests } = await verifyChain(db);
  const pacts = await verifyPublished(db, { what: 'pact', digests });
  const plans = await verifyPublished(db, { what: 'plan', digests });
  const files = await sql<{ id: number }>`
    select id from document where encode(sha256(bytes), 'hex') <> sha256 order by id`.execute(db);
  const changed = files.rows.map(({ id }): JournalFault => ({ kind: 'file-changed', document: id }));
  return { events, erased, head, faults: [...faults, ...pacts, ...plans, ...changed] };
}

type Chain = {
  events: number;
  erased: number;
  head: string;
  readonly faults: JournalFault[];
  /** What was kept the day it was published, by `pact 12`. */
  readonly digests: Map<string, string>;
};

async function verifyChain(db: Db): Promise<Chain> {
  const chain: Chain = { events: 0, erased: 0, head: FIRST_HASH, faults: [], digests: new Map() };
  let last = 0;
  for (;;) {
    const events = await db
      .selectFrom('journalEvent as event')
      .leftJoin('journalContent as content', 'content.sequence', 'event.sequence')
      .selectAll('event')
      .select(['content.salt', 'content.says', 'content.erasedAt'])
      .where('event.sequence', '>', last)
      .orderBy('event.sequence')
      .limit(BATCH)
      .execute();
    for (const event of events) {
      const { sequence } = event;
      const { hash, salt, says, erasedAt, ...linked } = event;
      if (sequence !== last + 1) chain.faults.push({ kind: 'gap', sequence });
      if (event.previousHash !== chain.head) chain.faults.push({ kind: 'link-broken', sequence });
      if (eventHash(linked) !== hash) chain.faults.push({ kind: 'event-changed', sequence });
      if (salt !== null && says !== null) {
        if (contentHash(salt, says) !== event.contentHash) chain.faults.push({ kind: 'words-changed', sequence });
        const digest = publishedDigest(event.act, says);
        if (digest !== null) chain.digests.set(`${event.subjectKind} ${event.subjectId}`, digest);
      } else if (erasedAt === null) chain.faults.push({ kind: 'words-missing', sequence });
      else chain.erased += 1;
      chain.events += 1;
      chain.head = hash;
      last = sequence;
    }
    if (events.length < BATCH) break;
  }
  const head = await db.selectFrom('journalHead').select(['sequence', 'hash']).executeTakeFirst();
  if (head?.sequence !== last || head.hash !== chain.head) chain.faults.push({ kind: 'end-missing', sequence: last });
  return chain;
}

function publishedDigest(act: string, says: string): string | null {
  if (act !== 'publish-draft') return null;
  const said = JSON.parse(says) as { readonly digest?: Json };
  return typeof said.digest === 'string' ? said.digest : null;
}

async function verifyPublished(
  db: Db,
  { what, digests }: { what: 'pact' | 'plan'; digests: ReadonlyMap<string, string> },
): Promise<readonly JournalFault[]> {
  const faults: JournalFault[] = [];
  const rows = await db.selectFrom(what).select('id').orderBy('id').execute();
  const there = new Set(rows.map(({ id }) => id));
  for (const id of there) {
    const recorded = digests.get(`${what} ${id}`);
    if (recorded === undefined) faults.push({ kind: 'unrecorded', what, id });
    else {
      const now = what === 'pact' ? await pactDigest(db, id) : await planDigest(db, id);
      if (now !== recorded) faults.push({ kind: 'changed', what, id });
    }
  }
  for (const subject of digests.keys()) {
    const [kind, id] = subject.split(' ');
    if (kind === what && !there.has(Number(id))) faults.push({ kind: 'gone', what, id: Number(id) });
  }
  return faults;
}
