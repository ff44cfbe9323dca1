/**
 * What collectives keep about one person, and how it goes with an account. Ballots are not here: nothing ties one to a
 * person but a digest of an address, which the counting erases.
 */
import type { Json } from '#domain/shared/canonical-json.ts';
import type { Stores } from '../stores.ts';
import { named } from './enter-collective.ts';
import { tellNationalTeam } from './tell.ts';

type About = { readonly person: string; readonly email: string };

export async function keptInCollectives(stores: Stores, { person, email }: About): Promise<Json> {
  const memberships: Json[] = [];
  for (const id of await stores.collectives.collectivesOf(person)) {
    const [collective, member] = [await stores.collectives.find(id), await stores.collectives.member(id, person)];
    if (collective === null || member === null) continue;
    memberships.push({
      collectif: collective.name,
      role: member.role,
      nom: member.name,
      nomPublic: member.namePublic,
      depuis: member.joinedAt.toISOString(),
      nomTrouveSur: member.flagged?.lists.map(({ name }) => name) ?? [],
    });
  }
  const wishes = await stores.wishes.ofEmail(email);
  const invitations = await stores.joining.invitedTo(email);
  return {
    membre: memberships,
    souhaits: wishes.map(({ municipality, readiness, at }) => ({
      commune: municipality,
      readiness,
      le: at.toISOString(),
    })),
    invitations: invitations.map(({ collective, at }) => ({ collectif: collective, le: at.toISOString() })),
  };
}

/** Memberships and requests go with the account by themselves; a collective left without coordination is told to the team. */
export async function leaveEveryCollective(stores: Stores, { person, email }: About, now: Date): Promise<void> {
  for (const id of await stores.collectives.collectivesOf(person)) {
    const collective = await stores.collectives.lock(id);
    const members = await stores.collectives.members(id);
    const alone = members.every((member) => member.role === 'member' || member.person === person);
    await stores.collectives.removeMember(id, person);
    if (
      collective === null ||
      !alone ||
      !members.some((member) => member.person === person && member.role === 'coordinator')
    )
      continue;
    if (collective.state === 'requested' && members.length === 1) {
      await stores.collectives.close(id, { at: now, reason: '' });
      continue;
    }
    await tellNationalTeam(stores, {
      content: { kind: 'without-coordination', collective: named(collective) },
      at: now,
    });
  }
  for (const { stopToken } of await stores.wishes.ofEmail(email)) await stores.wishes.takeBack(stopToken);
  await stores.joining.forgetInvited(email, now);
}
