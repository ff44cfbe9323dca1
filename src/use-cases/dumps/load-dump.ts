/**
 * A public copy becomes a site: same numbers, same addresses. Into an empty one alone, in one transaction: all of it, or
 * nothing. What a copy does not hold (accounts, files, what was private) does not come back; docs/decisions/0039 says what.
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { signatureOf } from '../drafts/enter-draft.ts';
import type { Stores } from '../stores.ts';
import type { CopyRef, DoesNotFit, ReadObjects } from './dump-store.ts';

export type LoadDump = {
  readonly read: ReadObjects;
  /** Checked before. */
  readonly copy: CopyRef;
};

export type CannotLoad = NotAllowed | { readonly kind: 'site-not-empty' } | DoesNotFit;

/** The numbers of what came. */
export type Loaded = {
  readonly pacts: number;
  readonly plans: number;
  readonly reviews: number;
  readonly collectives: number;
};

export async function loadDump(
  stores: Stores,
  actor: Actor,
  { read, copy }: LoadDump,
  now: Date,
): Promise<Result<Loaded, CannotLoad>> {
  const passed = pass(actor, { act: 'load-dump', state: 'none' });
  if (!passed.ok) return passed;
  return await stores.together(async (all): Promise<Result<Loaded, CannotLoad>> => {
    if (!(await all.dumps.isEmpty())) return refuse({ kind: 'site-not-empty' });
    const loaded = await all.dumps.load(read, { copy, at: now });
    if (!loaded.ok) return loaded;
    await all.journal.appendAll(
      loaded.value.map(({ kind, id, digest, earlier, versions }) => ({
        at: now,
        act: 'load-dump',
        actor: actor.kind,
        subject: { kind, id },
        says: { by: signatureOf(actor), copy, digest, earlier: [...earlier], versions: [...versions] },
      })),
    );
    const count = (wanted: string): number => loaded.value.filter(({ kind }) => kind === wanted).length;
    return accept({
      pacts: count('pact'),
      plans: count('plan'),
      reviews: count('review'),
      collectives: count('collective'),
    });
  });
}
