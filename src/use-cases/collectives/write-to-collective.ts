/**
 * Anyone writes to a collective without seeing an address: the message goes to its coordinators by mail once the sender
 * proved theirs by a code, and the answer goes straight back. Nothing of it is kept here.
 */
import { type Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { askProof } from '../proofs/ask-proof.ts';
import type { CannotAskProof, CannotUseProof } from '../proofs/proof-refusals.ts';
import { withProof } from '../proofs/use-proof.ts';
import type { Stores } from '../stores.ts';
import { enterCollective, named, readText, type BadText, type CannotEnterCollective } from './enter-collective.ts';
import { tellCoordinators } from './tell.ts';

export const LETTER_LENGTHS = { name: 120, subject: 150, message: 5000 } as const;

export type CannotWriteTo =
  | CannotEnterCollective
  | BadText
  /** Nobody would receive it. */
  | { readonly kind: 'nobody-coordinates' };

type Letter = { readonly name: string; readonly subject: string; readonly message: string };

export async function askToWrite(
  stores: Stores,
  actor: Actor,
  request: Letter & { readonly collective: number; readonly email: string },
  now: Date,
): Promise<Result<{ readonly proof: string; readonly email: string }, CannotWriteTo | CannotAskProof>> {
  return await stores.together<{ proof: string; email: string }, CannotWriteTo | CannotAskProof>(async (all) => {
    const entered = await enterCollective(all, actor, { act: 'write-to-collective', collective: request.collective });
    if (!entered.ok) return entered;
    const letter = readLetter(request);
    if (!letter.ok) return letter;
    const { id, name } = entered.value.collective;
    if (!(await isCoordinated(all, id))) return refuse({ kind: 'nobody-coordinates' });
    const purpose = { kind: 'write-to-collective', id: String(id) } as const;
    return await askProof(all, { email: request.email, purpose, payload: letter.value, about: name }, now);
  });
}

export async function sendToCollective(
  stores: Stores,
  actor: Actor,
  request: { readonly collective: number; readonly proof: string; readonly code: string },
  now: Date,
): Promise<Result<null, CannotWriteTo | CannotUseProof>> {
  const { collective, proof, code } = request;
  const asked = { proof, code, purpose: { kind: 'write-to-collective', id: String(collective) } as const };
  return await withProof<null, CannotWriteTo>(stores, asked, now, async (all, { email, payload }) => {
    const entered = await enterCollective(all, actor, { act: 'write-to-collective', collective });
    if (!entered.ok) return entered;
    const letter = readLetter(letterIn(payload));
    if (!letter.ok) return letter;
    const content = {
      kind: 'message-to-collective',
      collective: named(entered.value.collective),
      from: email,
      ...letter.value,
    } as const;
    if ((await tellCoordinators(all, collective, { content, at: now })) === 0)
      return refuse({ kind: 'nobody-coordinates' });
    // That somebody wrote is no act of the collective: the journal does not hold it.
    return accept(null);
  });
}

function readLetter(letter: Letter): Result<Letter, BadText> {
  const name = readText(letter.name, { field: 'name', most: LETTER_LENGTHS.name });
  if (!name.ok) return name;
  const subject = readText(letter.subject, { field: 'subject', most: LETTER_LENGTHS.subject });
  if (!subject.ok) return subject;
  const message = readText(letter.message, { field: 'message', most: LETTER_LENGTHS.message });
  if (!message.ok) return message;
  // A subject becomes a header: one line.
  const line = (text: string): string => text.replace(/\s+/g, ' ');
  return accept({ name: line(name.value), subject: line(subject.value), message: message.value });
}

function letterIn(payload: unknown): Letter {
  const text = (field: string): string => {
    const value: unknown =
      payload !== null && typeof payload === 'object'
        ? Object.entries(payload).find(([key]) => key === field)?.[1]
        : '';
    return typeof value === 'string' ? value : '';
  };
  return { name: text('name'), subject: text('subject'), message: text('message') };
}

async function isCoordinated(stores: Stores, collective: number): Promise<boolean> {
  return (await stores.collectives.members(collective)).some(({ role }) => role === 'coordinator');
}
