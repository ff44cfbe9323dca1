/** A side sends its answers: a dated round, of which the other side is told by mail. Both may go on answering. */
import type { Actor } from '#domain/access/gate.ts';
import { otherSide } from '#domain/negotiation/side.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterNegotiation, type CannotEnterNegotiation } from './enter-negotiation.ts';
import { aboutNegotiation, negotiationPath } from './negotiation-mails.ts';
import { readWords, type BadWords } from './read-words.ts';
import { recordAct } from './record-act.ts';
import { tellSide } from './tell-side.ts';

export type SendRound = {
  readonly negotiation: number;
  /** A message with it; '' for none. */
  readonly words: string;
  readonly forCounterpart?: boolean;
};

/** The other side is not written to more often. */
const MINUTES_BETWEEN = 10;

export type CannotSendRound =
  | CannotEnterNegotiation
  | BadWords
  /** Nothing was said since the round before, and there is no message. */
  | { readonly kind: 'nothing-to-send' }
  | { readonly kind: 'sent-just-now'; readonly minutes: number };

export async function sendRound(
  stores: Stores,
  actor: Actor,
  request: SendRound,
  now: Date,
): Promise<Result<{ readonly number: number }, CannotSendRound>> {
  return await stores.together(async (all): Promise<Result<{ readonly number: number }, CannotSendRound>> => {
    const { negotiation: id, forCounterpart = false } = request;
    const entered = await enterNegotiation(all, actor, { act: 'send-round', id, lock: true, forCounterpart });
    if (!entered.ok) return entered;
    const { negotiation, side, by } = entered.value;
    if (negotiation.state !== 'under-way')
      return refuse({ kind: 'not-now', act: 'send-round', state: negotiation.state });
    const typed = request.words.trim();
    const words = typed === '' ? null : readWords(typed, { field: 'message', most: 2000 });
    if (words !== null && !words.ok) return words;
    const last = (await all.negotiations.rounds(id)).findLast((round) => round.side === side);
    if (last !== undefined && now.getTime() - last.sentAt.getTime() < MINUTES_BETWEEN * 60_000) {
      return refuse({ kind: 'sent-just-now', minutes: MINUTES_BETWEEN });
    }
    const text = words?.value ?? null;
    const { number, answers } = await all.negotiations.sendRound(id, { side, words: text, by, at: now });
    if (answers === 0 && text === null) return refuse({ kind: 'nothing-to-send' });
    const content = {
      kind: 'round-sent',
      ...aboutNegotiation(negotiation),
      by: side,
      number,
      answers,
      words: text,
      path: negotiationPath(id),
    } as const;
    await tellSide(all, negotiation, { side: otherSide(side), content, at: now });
    await recordAct(all, entered.value, {
      act: 'send-round',
      at: now,
      changed: { what: 'round' },
      says: { number, answers, words: text },
    });
    return accept({ number });
  });
}
