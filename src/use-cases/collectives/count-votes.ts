/**
 * Votes that are over are counted, once: the result is kept and told in the journal, then what tied ballots to addresses
 * is erased. The ballots stay, without anybody: the page counts them again and must find the same.
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { countBallots, phaseOf } from '#domain/collective/priority-vote.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { byOf } from './enter-collective.ts';

/** Says how many were counted. */
export async function countVotes(stores: Stores, actor: Actor, now: Date): Promise<Result<number, NotAllowed>> {
  let counted = 0;
  for (const id of await stores.priorities.toCount(now)) {
    const one = await stores.together<boolean, NotAllowed>(async (all) => {
      const vote = await all.priorities.lock(id);
      // Another process counted it.
      if (vote === null || vote.result !== null || phaseOf(vote, now) !== 'closed') return accept(false);
      const passed = pass(actor, { act: 'count-priority-vote', state: 'vote-closed' });
      if (!passed.ok) return refuse(passed.refusal);
      const result = countBallots(vote.options, await all.priorities.ballots(id));
      await all.priorities.keepResult(id, { result, at: now });
      await all.journal.append({
        at: now,
        act: 'count-priority-vote',
        actor: passed.value,
        subject: { kind: 'priority-vote', id },
        says: { by: byOf(actor), collective: vote.collective, ballots: result.ballots, counts: result.counts },
      });
      return accept(true);
    });
    if (!one.ok) return one;
    counted += one.value ? 1 : 0;
  }
  return accept(counted);
}
