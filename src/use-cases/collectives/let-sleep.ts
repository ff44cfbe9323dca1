/** Collectives without an act of a member for a year sleep: their page says so, their members and the team are told. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { asleepBefore, isAsleep } from '#domain/collective/collective.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { byOf, named } from './enter-collective.ts';
import { tellMembers } from './tell.ts';

/** Says which fell asleep. */
export async function letCollectivesSleep(
  stores: Stores,
  actor: Actor,
  now: Date,
): Promise<Result<readonly number[], NotAllowed>> {
  const asleep: number[] = [];
  for (const { id } of await stores.collectives.quietSince(asleepBefore(now))) {
    const one = await stores.together<boolean, NotAllowed>(async (all) => {
      const collective = await all.collectives.lock(id);
      if (collective?.state !== 'active') return accept(false);
      // Asked again, now that nobody else acts: a member may have woken it.
      const quiet = (await all.collectives.quietSince(asleepBefore(now))).find((other) => other.id === id);
      if (quiet === undefined || !isAsleep({ lastActAt: quiet.lastActAt, now })) return accept(false);
      const passed = pass(actor, { act: 'let-collective-sleep', state: collective.state });
      if (!passed.ok) return refuse(passed.refusal);
      await all.collectives.sleep(id, now);
      await tellMembers(all, id, { content: { kind: 'fell-asleep', collective: named(collective) }, at: now });
      await all.journal.append({
        at: now,
        act: 'let-collective-sleep',
        actor: passed.value,
        subject: { kind: 'collective', id },
        says: { by: byOf(actor), lastActAt: quiet.lastActAt.toISOString() },
      });
      return accept(true);
    });
    if (!one.ok) return one;
    if (one.value) asleep.push(id);
  }
  return accept(asleep);
}

/** Those in which a member acted elsewhere than on the collective itself, in a negotiation for instance. Says which woke. */
export async function wakeStirring(
  stores: Stores,
  actor: Actor,
  now: Date,
): Promise<Result<readonly number[], NotAllowed>> {
  const woken: number[] = [];
  for (const id of await stores.collectives.stirring()) {
    const one = await stores.together<boolean, NotAllowed>(async (all) => {
      const collective = await all.collectives.lock(id);
      if (collective?.state !== 'dormant') return accept(false);
      const passed = pass(actor, { act: 'wake-collective', state: collective.state });
      if (!passed.ok) return refuse(passed.refusal);
      await all.collectives.wake(id);
      await all.journal.append({
        at: now,
        act: 'wake-collective',
        actor: passed.value,
        subject: { kind: 'collective', id },
        says: { by: byOf(actor) },
      });
      return accept(true);
    });
    if (!one.ok) return one;
    if (one.value) woken.push(id);
  }
  return accept(woken);
}
