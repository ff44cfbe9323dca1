/**
 * A person asks to speak for a list, a town hall or the national team. Asking gives nothing: somebody who may confirms it.
 *
 * Who answers for a list or sits in a council cannot be of a collective at the same time: such a person leaves it first.
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import type { RequestedRole } from '#domain/campaign/role-request.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import type { NamedRole } from './role-store.ts';

export type AskRole = { readonly asked: RequestedRole; readonly words: string };

export type CannotAskRole =
  | NotAllowed
  | { readonly kind: 'unknown-list-or-place' }
  | { readonly kind: 'asked-already' }
  | { readonly kind: 'too-many-requests-open'; readonly limit: number }
  /** Asked, dropped, asked again: each time somebody is written to. */
  | { readonly kind: 'too-many-requests-today' }
  | { readonly kind: 'member-of-a-collective' }
  | { readonly kind: 'words-too-long'; readonly limit: number };

export const ROLE_WORDS_LIMIT = 1000;
/** Requests of one person that wait at once: enough for anybody, too few to bother everybody. */
export const OPEN_REQUESTS = 5;
export const REQUESTS_A_DAY = 10;
const DAY = 24 * 60 * 60_000;

export async function askRole(
  stores: Stores,
  actor: Actor,
  { asked, words }: AskRole,
  now: Date,
): Promise<Result<{ readonly request: number }, CannotAskRole>> {
  const passed = pass(actor, { act: 'ask-role', state: 'none' });
  if (!passed.ok) return passed;
  if (actor.kind !== 'person') return refuse({ kind: 'not-allowed', act: 'ask-role' });
  const said = words.trim();
  if (said.length > ROLE_WORDS_LIMIT) return refuse({ kind: 'words-too-long', limit: ROLE_WORDS_LIMIT });
  return await stores.together(async (all): Promise<Result<{ request: number }, CannotAskRole>> => {
    const name = await all.roles.name(asked);
    if (name === null) return refuse({ kind: 'unknown-list-or-place' });
    if (excludesCollective(asked) && (await all.roles.inACollective(actor.id))) {
      return refuse({ kind: 'member-of-a-collective' });
    }
    const mine = await all.roles.ofPerson(actor.id);
    const today = mine.filter(({ askedAt }) => askedAt.getTime() > now.getTime() - DAY);
    if (today.length >= REQUESTS_A_DAY) return refuse({ kind: 'too-many-requests-today' });
    if (mine.filter(({ state }) => state === 'asked').length >= OPEN_REQUESTS)
      return refuse({ kind: 'too-many-requests-open', limit: OPEN_REQUESTS });
    const request = await all.roles.ask({ person: actor.id, asked, words: said, at: now });
    if (request === null) return refuse({ kind: 'asked-already' });
    await tellDeciders(all, { asked, name, words: said, but: actor.id, at: now });
    await all.journal.append({
      at: now,
      act: 'ask-role',
      actor: passed.value,
      subject: { kind: 'person', id: actor.id },
      says: { request, asked },
    });
    return accept({ request });
  });
}

/** The two roles that a member of a collective cannot hold. */
export function excludesCollective({ role }: RequestedRole): boolean {
  return role === 'list-representative' || role === 'elected-official';
}

/** Those who hold the same place; the national team when nobody does. */
async function tellDeciders(
  all: Stores,
  told: {
    readonly asked: RequestedRole;
    readonly name: NamedRole;
    readonly words: string;
    readonly but: string;
    readonly at: Date;
  },
): Promise<void> {
  const holders = (await all.roles.vouchers(told.asked)).filter((person) => person !== told.but);
  const people = holders.length > 0 ? holders : await all.roles.nationalTeam();
  const path = holders.length > 0 ? '/compte/roles' : '/equipe/demandes';
  for (const person of people.filter((one) => one !== told.but)) {
    await all.mail.queue({
      to: { person },
      content: { kind: 'role-asked', role: told.name, words: told.words, path },
      at: told.at,
    });
  }
}
