/**
 * The national team brings our own tables (levels of measures, principles), for pacts that have no document: each becomes a
 * draft in the charter's own words, which says that it was entered from a table. All of them, or none.
 */
import { createHash } from 'node:crypto';
import { pass, type Actor } from '#domain/access/gate.ts';
import type { LineProblem } from '#domain/bulk-entry/entry-line.ts';
import { TABLE_READER } from '#domain/bulk-entry/table-reader.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { byOf } from '../collectives/enter-collective.ts';
import { openDraft } from '../drafts/open-draft.ts';
import { sentOnce } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import {
  ENTRY_BYTES_LIMIT,
  ENTRY_DAYS,
  plainName,
  type BringEntry,
  type Brought,
  type CannotBring,
} from './bring-entry.ts';
import type { NamedPlace, NewItem, PlaceFound } from './bulk-entry-store.ts';
import { composePact, type TableWords } from './compose-pact.ts';
import { headOf, sameLists } from './read-lines.ts';
import { readTables, type CannotReadTable, type TableFile, type TablePact } from './read-table.ts';

export type BringTable = Pick<BringEntry, 'sending' | 'filename' | 'bytes' | 'charters' | 'today'> & {
  /** One, or those of a ZIP: each says a part of what was signed. */
  readonly tables: readonly TableFile[];
  readonly words: TableWords;
};

export type CannotBringTable = CannotBring | CannotReadTable;

export async function bringTable(
  stores: Stores,
  actor: Actor,
  request: BringTable,
  now: Date,
): Promise<Result<Brought, CannotBringTable>> {
  const passed = pass(actor, { act: 'bring-entry', state: 'none' });
  if (!passed.ok) return passed;
  const { bytes } = request;
  if (bytes.length === 0) return refuse({ kind: 'empty-entry' });
  if (bytes.length > ENTRY_BYTES_LIMIT) return refuse({ kind: 'entry-too-large', limitInBytes: ENTRY_BYTES_LIMIT });
  const read = await readTables(request.tables);
  if (!read.ok) return read;
  const table = read.value;
  if (table.pacts.length === 0) return refuse({ kind: 'nothing-inside' });
  const place = await stores.bulkEntries.places();
  const sha256 = hashOf(bytes);
  const filename = plainName(request.filename);
  const sent = { sending: request.sending, filename, sha256 };
  const once = { actor, act: 'bring-entry', request: request.sending === undefined ? {} : sent, now } as const;
  return await sentOnce<Brought, CannotBringTable>(stores, once, async (all) => {
    const { encoding, headers, unused, lines } = table;
    const entry = await all.bulkEntries.keep({
      kind: 'table',
      filename,
      sha256,
      byteCount: bytes.length,
      broughtBy: byOf(actor),
      broughtAt: now,
      expiresAt: until(now),
      said: {
        table: {
          filename: request.tables.map(({ name }) => plainName(name)).join(', '),
          encoding,
          headers: headers.slice(0, 60),
          unused: unused.slice(0, 60),
          lines,
        },
        documents: 0,
        leftOut: [],
      },
    });
    const items: NewItem[] = [];
    for (const heads of headsOf(table.pacts, { place, request })) {
      items.push(await itemOf(all, actor, { ...heads, position: items.length + 1, request, filename, now }));
    }
    await all.bulkEntries.addItems(entry, items);
    await all.journal.append({
      at: now,
      act: 'bring-entry',
      actor: passed.value,
      subject: { kind: 'bulk-entry', id: entry },
      says: { by: byOf(actor), sha256, items: items.length, documents: 0 },
    });
    return accept({ entry, items: items.length });
  });
}

type Placed = { readonly pact: TablePact; readonly head: ReturnType<typeof headOf> };

/** The same list of the same place twice is told, as in a table of documents. */
function headsOf(
  pacts: readonly TablePact[],
  { place, request }: { readonly place: (named: NamedPlace) => PlaceFound; readonly request: BringTable },
): readonly Placed[] {
  const heads = pacts.map(({ head }) => headOf(head, { place, charters: request.charters, today: request.today }));
  const told = sameLists(heads);
  return pacts.map((pact, at) => {
    const head = told[at];
    if (head === undefined) throw new Error('a head for each pact');
    return { pact, head };
  });
}

type ItemStep = Placed & {
  readonly position: number;
  readonly request: BringTable;
  readonly filename: string;
  readonly now: Date;
};

async function itemOf(
  all: Stores,
  actor: Actor,
  { pact, head, position, request, filename, now }: ItemStep,
): Promise<NewItem> {
  const item = {
    ...{ position, line: head.line, said: head.said, filename: null, document: null, sha256: null },
    ...{ place: head.place, edition: head.edition, signedOn: head.signedOn },
  };
  const told: readonly LineProblem[] = [...head.problems, ...pact.problems];
  const edition = head.edition === null ? null : await all.editions.find(head.edition);
  if (edition === null) return { ...item, problems: told, state: 'unreadable', why: { kind: 'no-charter' } };
  const { reading, problems } = composePact(pact, { edition, words: request.words });
  const bytes = Buffer.from(reading.text, 'utf8');
  const sha256 = hashOf(bytes);
  const known = { ...item, problems: [...told, ...problems].toSorted(inOrder).slice(0, 200), sha256 };
  const published = (await all.published.fromFile({ sha256, lock: false })).find(
    ({ kind, withdrawnAt }) => kind === 'pact' && withdrawnAt === null,
  );
  if (published !== undefined) {
    return { ...known, state: 'already-there', why: { kind: 'published-before', pact: published.id } };
  }
  const elsewhere = (await all.bulkEntries.waitingElsewhere([sha256])).get(sha256);
  if (elsewhere !== undefined)
    return { ...known, state: 'already-there', why: { kind: 'in-another-entry', entry: elsewhere } };
  const opened = await openDraft<never>(
    all,
    actor,
    {
      bytes,
      filename: `${filename}.txt`,
      source: { description: reading.text.split('\n')[0] ?? null },
      ...(head.place === null ? {} : { place: head.place }),
      queued: { until: until(now), signedOn: head.signedOn, termFrom: pact.head.termFrom },
      read: () => Promise.resolve(accept({ reading, mediaType: 'text/plain', readerVersion: TABLE_READER })),
    },
    now,
  );
  if (!opened.ok) return { ...known, state: 'unreadable', why: { kind: 'refused', refusal: opened.refusal } };
  return { ...known, state: 'read', why: null, draft: opened.value.draft };
}

/** As a person walks down each table. */
function inOrder(one: LineProblem, other: LineProblem): number {
  return (one.table ?? '').localeCompare(other.table ?? '') || (one.line ?? 0) - (other.line ?? 0);
}

function until(now: Date): Date {
  return new Date(now.getTime() + ENTRY_DAYS * 86_400_000);
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
