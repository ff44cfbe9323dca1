/** The counterpart says whether it negotiates. The collective may write down an answer given elsewhere, while nobody came. */
import type { Actor } from '#domain/access/gate.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterNegotiation, type CannotEnterNegotiation } from './enter-negotiation.ts';
import { aboutNegotiation, negotiationPath } from './negotiation-mails.ts';
import { readWords, type BadWords } from './read-words.ts';
import { recordAct } from './record-act.ts';
import { tellSide } from './tell-side.ts';

export type AnswerRequest = {
  readonly negotiation: number;
  readonly answer: 'accept' | 'decline';
  /** Why, when it declines: shown to the collective alone. */
  readonly reason: string;
  readonly forCounterpart?: boolean;
};

export type CannotAnswer = CannotEnterNegotiation | BadWords;

export async function answerRequest(
  stores: Stores,
  actor: Actor,
  request: AnswerRequest,
  now: Date,
): Promise<Result<null, CannotAnswer>> {
  return await stores.together(async (all): Promise<Result<null, CannotAnswer>> => {
    const { negotiation: id, answer, forCounterpart = false } = request;
    const entered = await enterNegotiation(all, actor, { act: 'answer-request', id, lock: true, forCounterpart });
    if (!entered.ok) return entered;
    const { negotiation, by } = entered.value;
    // The right to speak for the counterpart goes further than this answer does.
    if (negotiation.state !== 'asked' && negotiation.state !== 'declined') return accept(null);
    const about = { ...aboutNegotiation(negotiation), path: negotiationPath(id) };
    if (answer === 'accept') {
      await all.negotiations.change(id, { to: 'under-way', at: now });
      const content = { kind: 'negotiation-accepted', ...about } as const;
      await tellSide(all, negotiation, { side: 'carrier', content, at: now, but: by });
      await recordAct(all, entered.value, {
        act: 'answer-request',
        at: now,
        changed: { what: 'stage' },
        says: { answer },
      });
      return accept(null);
    }
    const reason = readWords(request.reason, { field: 'motif', most: 1000 });
    if (!reason.ok) return reason;
    if (negotiation.state === 'declined') return accept(null);
    await all.negotiations.change(id, { to: 'declined', at: now, reason: reason.value });
    const content = { kind: 'negotiation-declined', ...about, reason: reason.value } as const;
    await tellSide(all, negotiation, { side: 'carrier', content, at: now, but: by });
    await recordAct(all, entered.value, {
      act: 'answer-request',
      at: now,
      changed: { what: 'stage' },
      says: { answer, reason: reason.value },
    });
    return accept(null);
  });
}
