/**
 * A list entered by hand: by the national team, by the operator, or by a coordinator of a collective of that commune, and then
 * shown as entered by the collective. The file of the Ministry, once published, finds it by its name or its head.
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import type { EnteredAs } from '#domain/campaign/candidate-list.ts';
import type { Role } from '#domain/access/actor.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { signerOf } from './find-request.ts';

export type EnterList = {
  readonly election: string;
  readonly municipality: string;
  readonly name: string;
  /** '' : unknown. */
  readonly leader: string;
  readonly nuance: string;
  readonly panelNumber: number | null;
  readonly source: string;
};

export type CannotEnterList =
  | NotAllowed
  | { readonly kind: 'unknown-municipality' }
  | { readonly kind: 'unknown-election'; readonly election: string }
  | { readonly kind: 'election-elsewhere' }
  | BadListWords
  | { readonly kind: 'list-there-already'; readonly id: number };

export type BadListWords =
  { readonly kind: 'list-name-missing' } | { readonly kind: 'list-words-too-long'; readonly limit: number };

export const LIST_WORDS_LIMIT = 200;

export async function enterList(
  stores: Stores,
  actor: Actor,
  request: EnterList,
  now: Date,
): Promise<Result<{ readonly id: number }, CannotEnterList>> {
  return await stores.together(async (all): Promise<Result<{ id: number }, CannotEnterList>> => {
    const passed = pass(actor, {
      act: 'enter-list',
      state: 'none',
      concerns: { collectives: await activeCollectives(all, request.municipality) },
    });
    if (!passed.ok) return passed;
    const words = readListWords(request);
    if (!words.ok) return words;
    if (!(await all.places.exists({ kind: 'municipality', code: request.municipality })))
      return refuse({ kind: 'unknown-municipality' });
    const election = await all.campaign.findElection(request.election);
    if (election === null) return refuse({ kind: 'unknown-election', election: request.election });
    if (election.municipality !== null && election.municipality !== request.municipality)
      return refuse({ kind: 'election-elsewhere' });
    const { name, leader, nuance } = words.value;
    const kept = await all.campaign.keepList(
      {
        election: election.id,
        municipality: request.municipality,
        constituency: null,
        name,
        shortName: null,
        nuance,
        leader,
        firstRound: 1,
        panelNumber: request.panelNumber,
        source: request.source.trim().slice(0, 300) || ENTERED_BY_HAND,
        enteredAs: enteredAs(passed.value),
      },
      now,
    );
    if (!kept.added) return refuse({ kind: 'list-there-already', id: kept.id });
    await all.journal.append({
      at: now,
      act: 'enter-list',
      actor: passed.value,
      subject: { kind: 'candidate-list', id: kept.id },
      says: { by: signerOf(actor), election: election.id, municipality: request.municipality, name },
    });
    return accept({ id: kept.id });
  });
}

/** A code, like every stored value; its words are in src/ui/messages. */
export const ENTERED_BY_HAND = 'hand';

export async function activeCollectives(all: Stores, municipality: string): Promise<readonly number[]> {
  const here = await all.collectives.of({ kind: 'municipality', code: municipality });
  return here.filter(({ state }) => state === 'active').map(({ id }) => id);
}

export function readListWords(typed: {
  readonly name: string;
  readonly leader: string;
  readonly nuance: string;
}): Result<{ readonly name: string; readonly leader: string | null; readonly nuance: string | null }, BadListWords> {
  const [name, leader, nuance] = [typed.name, typed.leader, typed.nuance].map((text) =>
    text
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .normalize('NFC'),
  ) as [string, string, string];
  if (!/[\p{L}\p{N}]/u.test(name)) return refuse({ kind: 'list-name-missing' });
  if ([name, leader, nuance].some((text) => text.length > LIST_WORDS_LIMIT)) {
    return refuse({ kind: 'list-words-too-long', limit: LIST_WORDS_LIMIT });
  }
  return accept({ name, leader: leader === '' ? null : leader, nuance: nuance === '' ? null : nuance });
}

function enteredAs(role: Role): EnteredAs {
  if (role === 'national-team' || role === 'operator') return role;
  return 'collective';
}
