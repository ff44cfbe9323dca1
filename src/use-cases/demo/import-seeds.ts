/**
 * Fills a new site with the documents that come with the program, read by our own reader and published as read: their
 * pages say that nobody checked them. What is already there stays as it is.
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { openDraft, type CannotOpen, type ReadDocument } from '../drafts/open-draft.ts';
import { publishDraft, type CannotPublish } from '../drafts/publish-draft.ts';
import type { Source, Stores } from '../stores.ts';

export type Seed = {
  readonly filename: string;
  readonly bytes: Uint8Array;
  readonly source: Source;
  readonly as: 'pact' | 'plan';
  readonly charter: string | null;
  readonly place: PlaceCode;
};

export type ImportSeeds<Refusal> = { readonly seeds: readonly Seed[]; readonly read: ReadDocument<Refusal> };

export type SeedRefused<Refusal> = {
  readonly kind: 'seed-refused';
  readonly filename: string;
  readonly because: CannotOpen | CannotPublish | Refusal;
};

/** How many documents were published now; 0 when all were there. Safe from several processes at once. */
export async function importSeeds<Refusal>(
  stores: Stores,
  actor: Actor,
  { seeds, read }: ImportSeeds<Refusal>,
  now: Date,
): Promise<Result<{ readonly published: number }, NotAllowed | SeedRefused<Refusal>>> {
  const passed = pass(actor, { act: 'import-seeds', state: 'none' });
  if (!passed.ok) return passed;
  let published = 0;
  for (const seed of seeds) {
    const { bytes, place, filename, source, as, charter } = seed;
    if ((await stores.published.findFromFile({ bytes, place })) !== null) continue;
    const request = { bytes, filename, source, as, place, read, ...(charter === null ? {} : { charter }) };
    const opened = await openDraft(stores, actor, request, now);
    if (!opened.ok) return refuse({ kind: 'seed-refused', filename, because: opened.refusal });
    const done = await publishDraft(
      stores,
      actor,
      { draft: { id: opened.value.draft }, doubts: 'accept', reviewed: false, sameFile: 'accept' },
      now,
    );
    if (done.ok) published += 1;
    // Another process was quicker, or an operator had published the same pact from another file.
    else if (done.refusal.kind !== 'same-pact' && done.refusal.kind !== 'same-plan') {
      return refuse({ kind: 'seed-refused', filename, because: done.refusal });
    }
  }
  return accept({ published });
}
