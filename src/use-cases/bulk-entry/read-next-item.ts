/**
 * The next document of all bulk entries is read, in order: it becomes a draft that waits in the queue. A document that
 * cannot be read, or that stops the reader, says why and stops no other.
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { gateStateOf } from '#domain/bulk-entry/entry-item.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { openDraft, type CannotOpen, type ReadDocument } from '../drafts/open-draft.ts';
import type { ReadRefusal } from '../drafts/read-refusal.ts';
import type { Stores } from '../stores.ts';
import type { EntryItem, EntryReason } from './bulk-entry-store.ts';

/** A reading is bounded to half a minute: one that began before is nobody's any more. */
const STALE_MILLISECONDS = 120_000;
/** Readings that begin and never end: after that, the document is what stops the server. */
const TRIES = 3;

export type ReadNext = { readonly read: ReadDocument<ReadRefusal> };

/** `busy`: others are reading, try later. */
export type ItemRead = {
  readonly item: number | null;
  readonly outcome: 'nothing' | 'busy' | 'read' | 'unreadable' | 'already-there';
  /** The reader's own bug, to be told to whoever runs the site. */
  readonly failure?: unknown;
};

export async function readNextItem(
  stores: Stores,
  actor: Actor,
  { read }: ReadNext,
  now: Date,
): Promise<Result<ItemRead, NotAllowed>> {
  const passed = pass(actor, { act: 'read-entry-item', state: 'item-waiting' });
  if (!passed.ok) return passed;
  const item = await stores.bulkEntries.takeNext({ now, stale: new Date(now.getTime() - STALE_MILLISECONDS) });
  if (item === null) return accept({ item: null, outcome: 'nothing' });
  if (item.tries > TRIES) return await settle(stores, item, { state: 'unreadable', why: { kind: 'reader-failed' } });
  const before = (await stores.published.fromFile({ sha256: item.sha256 ?? '', lock: false })).find(
    ({ kind, withdrawnAt }) => kind === 'pact' && withdrawnAt === null,
  );
  if (before !== undefined) {
    return await settle(stores, item, { state: 'already-there', why: { kind: 'published-before', pact: before.id } });
  }
  const file = item.document === null ? null : await stores.documents.fetch(item.document);
  if (file === null) return await settle(stores, item, { state: 'unreadable', why: { kind: 'damaged-in-zip' } });

  const filename = item.filename ?? file.filename;
  const wish = { as: 'pact', ...(item.edition === null ? {} : { charter: item.edition }) } as const;
  const answer = await read({ bytes: file.bytes, filename }, wish).catch((failure: unknown) => ({ failure }));
  if ('failure' in answer) {
    const settled = await settle(stores, item, { state: 'unreadable', why: { kind: 'reader-failed' } });
    return settled.ok ? accept({ ...settled.value, failure: answer.failure }) : settled;
  }
  if (!answer.ok && answer.refusal.kind === 'reader-busy') {
    await stores.bulkEntries.change(item.id, { state: 'waiting', tries: item.tries - 1 });
    return accept({ item: item.id, outcome: 'busy' });
  }
  if (!answer.ok) {
    return await settle(stores, item, { state: 'unreadable', why: { kind: 'refused', refusal: answer.refusal } });
  }
  const opened = await stores.together<null, CannotOpen | { readonly kind: 'gone' }>(async (all) => {
    const still = await all.bulkEntries.lock({ entry: item.entry, item: item.id });
    // Forgotten, or read by another server that thought this one dead.
    if (still === null || gateStateOf(still.state) !== 'item-waiting') return refuse({ kind: 'gone' });
    const draft = await openDraft<never>(
      all,
      actor,
      {
        bytes: file.bytes,
        filename,
        ...(item.place === null ? {} : { place: item.place }),
        queued: { until: item.expiresAt, signedOn: item.signedOn },
        // Read already: nothing long happens while the item is locked.
        read: () => Promise.resolve(answer),
      },
      now,
    );
    if (!draft.ok) return draft;
    await all.bulkEntries.change(item.id, { state: 'read', why: null, draft: draft.value.draft });
    return accept(null);
  });
  if (opened.ok || opened.refusal.kind === 'gone') return accept({ item: item.id, outcome: 'read' });
  return await settle(stores, item, { state: 'unreadable', why: { kind: 'refused', refusal: opened.refusal } });
}

async function settle(
  stores: Stores,
  item: EntryItem,
  change: { readonly state: 'unreadable' | 'already-there'; readonly why: EntryReason },
): Promise<Result<ItemRead, NotAllowed>> {
  await stores.bulkEntries.change(item.id, change);
  return accept({ item: item.id, outcome: change.state });
}
