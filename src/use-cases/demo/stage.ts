/**
 * What the stories of the demonstration are played with: the same acts as everybody's, at instants of the past, from which
 * no mail leaves: the addresses are invented.
 */
import type { Actor, Holding } from '#domain/access/gate.ts';
import type { Result } from '#domain/shared/result.ts';
import { confirmCollective } from '../collectives/confirm-collective.ts';
import { foundCollective } from '../collectives/found-collective.ts';
import { answerJoinRequest, askToJoin } from '../collectives/join-collective.ts';
import type { Stores } from '../stores.ts';

export const OPERATOR: Actor = { kind: 'operator', name: 'demonstration' };

export type Stage = { readonly stores: Stores; readonly municipality: string };
export type Someone = { readonly email: string; readonly name: string };

/** The same stores, from which no mail leaves. */
export function silent(stores: Stores): Stores {
  const quiet: Stores = { ...stores, mail: { ...stores.mail, queue: async () => {} }, together: (work) => work(quiet) };
  return quiet;
}

/** The id of their account; the same when it was open. */
export async function openAccount({ stores }: Stage, { email, name }: Someone, at: Date): Promise<string> {
  const { accounts } = stores;
  const { id } = (await accounts.findByEmail(email)) ?? (await accounts.open({ email, at }));
  await accounts.rename(id, name, at);
  return id;
}

/** A collective whose coordinator's name is public, founded and confirmed on these days. */
export async function foundAndConfirm(
  stage: Stage,
  given: {
    readonly words: { readonly name: string; readonly description: string };
    readonly coordinator: string;
    readonly name: string;
    readonly founded: Date;
    readonly confirmed: Date;
  },
): Promise<number> {
  const wanted = {
    ...given.words,
    places: [{ kind: 'municipality', code: stage.municipality } as const],
    charter: await stage.stores.collectives.charterVersion(),
    own: { name: given.name, public: true, declaration: 'neither' },
  } as const;
  const { id } = done(await foundCollective(stage.stores, person(given.coordinator), wanted, given.founded));
  done(await confirmCollective(stage.stores, OPERATOR, { collective: id }, given.confirmed));
  return id;
}

/** Each asks to join and is accepted the day after. Returns their accounts, in the same order. */
export async function letJoin(
  stage: Stage,
  given: {
    readonly collective: number;
    readonly coordinator: string;
    readonly members: readonly Someone[];
    readonly at: Date;
  },
): Promise<readonly string[]> {
  const { collective, at } = given;
  const by = coordinatorOf(collective, given.coordinator);
  const accounts: string[] = [];
  for (const member of given.members) {
    const id = await openAccount(stage, member, at);
    const charter = await stage.stores.collectives.charterVersion();
    const said = { collective, name: member.name, declaration: 'neither', charter, message: '' };
    done(await askToJoin(stage.stores, person(id), said, at));
    const asked = (await stage.stores.joining.requests(collective)).find((request) => request.person === id);
    if (asked === undefined) throw new Error('the demonstration: nobody asked to join');
    const answer = { collective, request: asked.id, accepted: true } as const;
    done(await answerJoinRequest(stage.stores, by, answer, new Date(at.getTime() + DAY)));
    accounts.push(id);
  }
  return accounts;
}

const DAY = 86_400_000;

/** Ten in the morning, UTC. */
export function onDay(day: string): Date {
  return new Date(`${day}T10:00:00Z`);
}

export function person(id: string, ...holds: readonly Holding[]): Actor {
  return { kind: 'person', id, holds };
}

/** Who coordinates is a member too. */
export function coordinatorOf(collective: number, id: string): Actor {
  return person(id, { role: 'collective-coordinator', collective }, { role: 'collective-member', collective });
}

/** The story breaks no rule: a refusal is a mistake of ours. */
export function done<Value>(result: Result<Value, { readonly kind: string }>): Value {
  if (!result.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
