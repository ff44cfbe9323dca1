/** What the operator's commands share: who acts, numbers as typed, refusals as one line. */
import type { Actor } from '#domain/access/gate.ts';
import { publicAddress } from '#server/config.ts';
import type { Runtime } from '#server/runtime.ts';
import { sayActRefusal, type ActRefusal } from '#ui/messages/act-refusals.fr.ts';
import { publishMessages } from '#ui/messages/operator.fr.ts';
import type { CommandContext } from './command.ts';

/** `name` is shown beside what the operator reviewed. */
export function operatorNamed(name: string | undefined): Extract<Actor, { kind: 'operator' }> {
  const given = name?.trim() ?? '';
  return { kind: 'operator', name: given === '' ? publishMessages.team : given };
}

/** A whole number from 1, or null. */
export function readNumber(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** `pact 12` or `plan 3`, with its address; null for anything else. */
export function publishedNamed(
  words: readonly string[],
): { readonly what: 'pact' | 'plan'; readonly id: number; readonly path: string } | null {
  const [what, number, ...others] = words;
  const id = readNumber(number);
  if ((what !== 'pact' && what !== 'plan') || id === null || others.length > 0) return null;
  return { what, id, path: `/${what === 'pact' ? 'pactes' : 'plans'}/${id}` };
}

/** Exit code 1, with one line that says why. */
export function complainOf(refusal: ActRefusal, { complain }: CommandContext): number {
  complain(sayActRefusal(refusal).replaceAll('\n', ' '));
  return 1;
}

export function addressOf({ config }: Runtime, path: string): string {
  return publicAddress(config) + path;
}
