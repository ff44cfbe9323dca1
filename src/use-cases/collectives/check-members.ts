/**
 * Lists are published after people joined: the names of members are looked up again. Who is found is told, and the
 * coordinators too; a coordinator may say that it is a namesake.
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import type { Collective } from '#domain/collective/collective.ts';
import type { Member } from '#domain/collective/membership.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { foundOnLists } from './conflict-of-interest.ts';
import { byOf, enterCollective, named, record, type CannotEnterCollective } from './enter-collective.ts';
import { tellCoordinators } from './tell.ts';

/** One transaction a collective. Says how many members were newly found. */
export async function checkMembers(stores: Stores, actor: Actor, now: Date): Promise<Result<number, NotAllowed>> {
  let found = 0;
  for (const id of await stores.collectives.living()) {
    const one = await stores.together<number, NotAllowed>(async (all) => {
      const collective = await all.collectives.lock(id);
      if (collective === null || collective.state === 'closed') return accept(0);
      const passed = pass(actor, { act: 'check-members', state: collective.state });
      if (!passed.ok) return refuse(passed.refusal);
      let flagged = 0;
      for (const member of await all.collectives.members(id)) {
        flagged += (await checkMember(all, { collective, member, now })) ? 1 : 0;
      }
      if (flagged > 0) {
        await all.journal.append({
          at: now,
          act: 'check-members',
          actor: passed.value,
          subject: { kind: 'collective', id },
          says: { by: byOf(actor), flagged },
        });
      }
      return accept(flagged);
    });
    if (!one.ok) return one;
    found += one.value;
  }
  return accept(found);
}

/** True: a list that nobody knew of before. A namesake of one list is asked about again only for another. */
async function checkMember(
  stores: Stores,
  { collective, member, now }: { collective: Collective; member: Member; now: Date },
): Promise<boolean> {
  const lists = await foundOnLists(stores, { name: member.name, places: collective.places, now });
  const known = new Set(member.flagged?.lists.map(({ list }) => list));
  const fresh = lists.filter(({ list }) => !known.has(list));
  if (fresh.length === 0) return false;
  await stores.collectives.flagMember(collective.id, member.person, { lists, at: now });
  const said = { collective: named(collective), lists: fresh.map(({ name }) => name) };
  await stores.mail.queue({ to: { person: member.person }, content: { kind: 'found-on-list', ...said }, at: now });
  const content = { kind: 'member-found-on-list', ...said } as const;
  await tellCoordinators(stores, collective.id, { content, at: now, but: member.person });
  return true;
}

/** A coordinator looked: somebody else of the same name. Not about oneself. */
export async function sayNamesake(
  stores: Stores,
  actor: Actor,
  request: { readonly collective: number; readonly person: string },
  now: Date,
): Promise<Result<null, CannotEnterCollective | { readonly kind: 'unknown-member' | 'oneself' }>> {
  return await stores.together<null, CannotEnterCollective | { kind: 'unknown-member' | 'oneself' }>(async (all) => {
    const entered = await enterCollective(all, actor, { act: 'say-namesake', collective: request.collective });
    if (!entered.ok) return entered;
    const member = await all.collectives.member(request.collective, request.person);
    if (member === null || member.flagged === null) return refuse({ kind: 'unknown-member' });
    if (member.person === entered.value.by) return refuse({ kind: 'oneself' });
    await all.collectives.saysNamesake(request.collective, member.person, now);
    await record(all, entered.value, { act: 'say-namesake', says: { person: member.person }, at: now });
    return accept(null);
  });
}
