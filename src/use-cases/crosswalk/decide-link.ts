/**
 * A person says what a line of the crosswalk is: confirmed with its relation, refused, withdrawn. Two people who decide of one
 * line at once: the second is told what the first said, and nothing is overwritten.
 */
import { pass, type Act, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import type { CrosswalkLink, LinkState } from '#domain/crosswalk/crosswalk-link.ts';
import type { Goal } from '#domain/crosswalk/goal.ts';
import type { Relation } from '#domain/crosswalk/relation.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { byOf, readText, type BadText } from '../collectives/enter-collective.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import { hashOfPair } from './compared-words.ts';
import type { LinkDecision } from './crosswalk-store.ts';

export type DecideLink = Sent & {
  readonly link: number;
  /** As the person saw it. */
  readonly version: number;
  readonly decision: 'confirm' | 'refuse' | 'withdraw';
  /** Of two promises, when confirmed; null otherwise. */
  readonly relation: Relation | null;
  readonly reason: string;
};

export type CannotDecide =
  | NotAllowed
  | BadText
  | { readonly kind: 'unknown-link' }
  | { readonly kind: 'decided-meanwhile'; readonly state: LinkState }
  | { readonly kind: 'relation-missing' }
  /** The words are no longer those that were compared: compare the charters again. */
  | { readonly kind: 'words-changed' };

export const REASON_LIMIT = 500;

const ACT_OF = {
  confirm: 'confirm-crosswalk-link',
  refuse: 'refuse-crosswalk-link',
  withdraw: 'withdraw-crosswalk-link',
} as const satisfies Readonly<Record<DecideLink['decision'], Act>>;

const STATE_OF = {
  confirm: 'link-confirmed',
  refuse: 'link-refused',
  withdraw: 'link-withdrawn',
} as const satisfies Readonly<Record<DecideLink['decision'], LinkState>>;

export async function decideLink(
  stores: Stores,
  actor: Actor,
  { goals, ...request }: DecideLink & { readonly goals: readonly Goal[] },
  now: Date,
): Promise<Result<{ readonly link: number }, CannotDecide>> {
  const act = ACT_OF[request.decision];
  return await sentOnce<{ readonly link: number }, CannotDecide>(stores, { actor, act, request, now }, async (all) => {
    // Whoever may not even look is told nothing of what is there.
    const seen = pass(actor, { act: 'see-crosswalk', state: 'none' });
    if (!seen.ok) return seen;
    const link = await all.crosswalk.lock(request.link);
    if (link === null) return refuse({ kind: 'unknown-link' });
    if (link.version !== request.version) return refuse({ kind: 'decided-meanwhile', state: link.state });
    const passed = pass(actor, { act, state: link.state });
    if (!passed.ok) return passed;
    const optional = request.decision === 'confirm' && link.state === 'link-proposed';
    const reason = readText(request.reason, { field: 'motif', most: REASON_LIMIT, optional });
    if (!reason.ok) return reason;
    const wrong = request.decision === 'confirm' ? await wrongWith(all, link, { ...request, goals }) : null;
    if (wrong !== null) return refuse(wrong);
    const decision: LinkDecision = {
      state: STATE_OF[request.decision],
      relation: request.decision === 'confirm' ? relationOf(link, request.relation) : link.relation,
      reason: reason.value,
      at: now,
    };
    await all.crosswalk.decide(link.id, decision);
    const { state, relation } = decision;
    await all.journal.append({
      at: now,
      act,
      actor: passed.value,
      subject: { kind: 'crosswalk', id: `link-${link.id}` },
      says: {
        by: byOf(actor),
        from: { ...link.from },
        to: { ...link.to },
        before: { state: link.state, relation: link.relation, reason: link.reason },
        after: { state, relation, reason: reason.value },
      },
    });
    return accept({ link: link.id });
  });
}

async function wrongWith(
  all: Stores,
  link: CrosswalkLink,
  { relation, goals }: { readonly relation: Relation | null; readonly goals: readonly Goal[] },
): Promise<CannotDecide | null> {
  if (link.to.kind === 'promise' && relation === null) return { kind: 'relation-missing' };
  return (await hashOfPair(all, link, goals)) === link.wordsSha256 ? null : { kind: 'words-changed' };
}

/** A promise serves a goal, and that is all that is said. */
function relationOf({ to }: CrosswalkLink, relation: Relation | null): Relation | null {
  return to.kind === 'goal' ? null : relation;
}
