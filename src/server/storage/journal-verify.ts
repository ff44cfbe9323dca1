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
import { contentHash, eventHash, FIRST_HASH, sha256 } from './journal-chain.ts';

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
  const { events, erased, head, faults, digests, ended, versions } = await verifyChain(db);
  const pacts = await verifyPublished(db, { what: 'pact', digests });
  const plans = await verifyPublished(db, { what: 'plan', digests });
  const files = await sql<{ id: number }>`
    select id from document where encode(sha256(bytes), 'hex') <> sha256 order by id`.execute(db);
  const changed = files.rows.map(({ id }): JournalFault => ({ kind: 'file-changed', document: id }));
  const earlier = await verifyEarlier(db, ended);
  const frozen = await verifyVersions(db, versions);
  return { events, erased, head, faults: [...faults, ...pacts, ...plans, ...frozen, ...earlier, ...changed] };
}

type Chain = {
  events: number;
  erased: number;
  head: string;
  readonly faults: JournalFault[];
  /** What is to be found in the tables, by `pact 12`: as published, or as last corrected. */
  readonly digests: Map<string, string>;
  /** What was shown before, by `pact 12`, oldest first. */
  readonly ended: Map<string, readonly Ended[]>;
  /** Hashes of the versions of plans that were published, by `12 3`. */
  readonly versions: Map<string, string>;
};

type Ended = {
  readonly digest: string;
  readonly reason: string;
  /** It came with a public copy: what the reader wrote down stayed where the copy was made. */
  readonly loaded?: true;
};

async function verifyChain(db: Db): Promise<Chain> {
  const chain: Chain = {
    events: 0,
    erased: 0,
    head: FIRST_HASH,
    faults: [],
    digests: new Map(),
    ended: new Map(),
    versions: new Map(),
  };
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
        follow(chain, { subject: `${event.subjectKind} ${event.subjectId}`, act: event.act, says });
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

/** Acts that make a pact or a plan public: from a document that was read, from a text signed on this site, by a town hall. */
const PUBLISHES: ReadonlySet<string> = new Set(['publish-draft', 'publish-signed', 'publish-plan', 'record-adoption']);

function follow(chain: Chain, { subject, act, says }: { subject: string; act: string; says: string }): void {
  if (act === 'load-dump') {
    followLoaded(chain, subject, says);
    return;
  }
  if (!PUBLISHES.has(act) && act !== 'correct-published' && act !== 'withdraw-published') return;
  const said = JSON.parse(says) as { readonly [field in 'digest' | 'reason' | 'sha256' | 'number']?: Json };
  if (act === 'publish-plan' && typeof said.sha256 === 'string' && typeof said.number === 'number') {
    chain.versions.set(`${subject.split(' ')[1] ?? ''} ${said.number}`, said.sha256);
  }
  const shown = chain.digests.get(subject);
  if (!PUBLISHES.has(act) && shown !== undefined) {
    const ended: Ended = { digest: shown, reason: typeof said.reason === 'string' ? said.reason : '' };
    chain.ended.set(subject, [...(chain.ended.get(subject) ?? []), ended]);
  }
  if (act === 'withdraw-published') chain.digests.delete(subject);
  else if (typeof said.digest === 'string') chain.digests.set(subject, said.digest);
}

/** What a public copy brought is as it was then: its rows, the readings before them, its frozen versions. */
function followLoaded(chain: Chain, subject: string, says: string): void {
  const { digest, earlier, versions } = JSON.parse(says) as {
    readonly digest: string | null;
    readonly earlier: readonly Ended[];
    readonly versions: readonly { readonly number: number; readonly sha256: string }[];
  };
  if (digest !== null) chain.digests.set(subject, digest);
  if (earlier.length > 0) {
    chain.ended.set(
      subject,
      earlier.map((ended) => ({ ...ended, loaded: true })),
    );
  }
  for (const { number, sha256: hash } of versions) chain.versions.set(`${subject.split(' ')[1] ?? ''} ${number}`, hash);
}

/** Readings that are no longer shown are kept as they were, and no other is kept beside them. */
async function verifyEarlier(db: Db, ended: Chain['ended']): Promise<readonly JournalFault[]> {
  const rows = await db
    .selectFrom('earlierReading')
    .select(['subjectKind', 'subjectId', 'reason', 'says'])
    .select(sql<string>`encode(sha256(convert_to(reading::text, 'UTF8')), 'hex')`.as('readingHash'))
    .orderBy('id')
    .execute();
  const kept = Map.groupBy(rows, ({ subjectKind, subjectId }) => `${subjectKind} ${subjectId}`);
  const faults: JournalFault[] = [];
  for (const subject of new Set([...ended.keys(), ...kept.keys()])) {
    const told = (ended.get(subject) ?? []).map(({ digest, reason }) => `${digest} ${reason}`);
    const found = (kept.get(subject) ?? []).map(({ says, reason, readingHash }, at) => {
      const { reading } = JSON.parse(says) as { readonly reading?: Json };
      const whole = reading === readingHash || ended.get(subject)?.[at]?.loaded === true;
      return `${whole ? sha256(says) : 'another reading'} ${reason}`;
    });
    if (told.join('\n') === found.join('\n')) continue;
    const [kind, id] = subject.split(' ');
    faults.push({ kind: 'earlier-changed', what: kind === 'plan' ? 'plan' : 'pact', id: Number(id) });
  }
  return faults;
}

/** Every frozen version is there, character for character, and no other. */
async function verifyVersions(db: Db, told: Chain['versions']): Promise<readonly JournalFault[]> {
  const { rows } = await sql<{ key: string; hash: string; sha256: string }>`
    select plan_id || ' ' || number as key, sha256, encode(sha256(convert_to(content::text, 'UTF8')), 'hex') as hash
    from plan_version`.execute(db);
  const there = new Map(rows.map((row) => [row.key, row]));
  return [...new Set([...told.keys(), ...there.keys()])].flatMap((key): JournalFault[] => {
    const row = there.get(key);
    if (row !== undefined && row.hash === row.sha256 && told.get(key) === row.sha256) return [];
    const [plan = '', version = ''] = key.split(' ');
    return [{ kind: 'version-changed', plan: Number(plan), version: Number(version) }];
  });
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
