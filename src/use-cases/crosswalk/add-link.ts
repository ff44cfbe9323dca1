/** A person says that two promises are relatives, or that one serves a goal, though no machine proposed it. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { orderedPair, type LinkState, type LinkTarget } from '#domain/crosswalk/crosswalk-link.ts';
import type { Goal } from '#domain/crosswalk/goal.ts';
import type { CharterPromise } from '#domain/crosswalk/promise-words.ts';
import type { Relation } from '#domain/crosswalk/relation.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { byOf, readText, type BadText } from '../collectives/enter-collective.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import { hashOfPair } from './compared-words.ts';
import { REASON_LIMIT } from './decide-link.ts';

export type AddLink = Sent & {
  readonly from: CharterPromise;
  readonly to: LinkTarget;
  /** What `to` is to `from`; null for a goal. */
  readonly relation: Relation | null;
  readonly reason: string;
};

export type CannotAdd =
  | NotAllowed
  | BadText
  | { readonly kind: 'same-edition' }
  | { readonly kind: 'unknown-promise' }
  | { readonly kind: 'relation-missing' }
  /** Somebody decides of that line instead. */
  | { readonly kind: 'link-known'; readonly link: number; readonly state: LinkState }
  /** The edition that was made from the other says it. */
  | { readonly kind: 'said-by-publication' };

export async function addLink(
  stores: Stores,
  actor: Actor,
  { goals, ...request }: AddLink & { readonly goals: readonly Goal[] },
  now: Date,
): Promise<Result<{ readonly link: number }, CannotAdd>> {
  const act = 'add-crosswalk-link';
  return await sentOnce<{ readonly link: number }, CannotAdd>(stores, { actor, act, request, now }, async (all) => {
    const passed = pass(actor, { act, state: 'none' });
    if (!passed.ok) return passed;
    const { from, to } = request;
    if (to.kind === 'promise' && to.edition === from.edition) return refuse({ kind: 'same-edition' });
    if (to.kind === 'promise' && request.relation === null) return refuse({ kind: 'relation-missing' });
    const reason = readText(request.reason, { field: 'motif', most: REASON_LIMIT });
    if (!reason.ok) return reason;
    const pair = orderedPair({ from, to }, to.kind === 'goal' ? null : request.relation);
    const wordsSha256 = await hashOfPair(all, pair, goals);
    if (wordsSha256 === null) return refuse({ kind: 'unknown-promise' });
    if (to.kind === 'promise' && (await all.crosswalk.isPublished(from, to)))
      return refuse({ kind: 'said-by-publication' });
    const proposal = { from: pair.from, to: pair.to, likeness: [], near: null, score: 0, wordsSha256 };
    const decision = { state: 'link-confirmed', relation: pair.relation, reason: reason.value, at: now } as const;
    const link = await all.crosswalk.add(proposal, decision);
    if (link === null) {
      const known = await all.crosswalk.findPair(pair);
      // Taken by a transaction that ended meanwhile.
      if (known === null) throw new Error('a line that cannot be added is there');
      return refuse({ kind: 'link-known', link: known.id, state: known.state });
    }
    await all.journal.append({
      at: now,
      act,
      actor: passed.value,
      subject: { kind: 'crosswalk', id: `link-${link}` },
      says: {
        by: byOf(actor),
        from: { ...pair.from },
        to: { ...pair.to },
        relation: pair.relation,
        reason: reason.value,
      },
    });
    return accept({ link });
  });
}
