/** A word to the other side that is no answer: on a measure, or on the whole. */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterNegotiation, type CannotEnterNegotiation } from './enter-negotiation.ts';
import { readWords, type BadWords } from './read-words.ts';
import { recordAct } from './record-act.ts';

export type CommentNegotiation = {
  readonly negotiation: number;
  /** Null: on the whole. */
  readonly measure: number | null;
  readonly text: string;
};

export async function commentNegotiation(
  stores: Stores,
  actor: Actor,
  request: CommentNegotiation,
  now: Date,
): Promise<Result<{ readonly id: number }, CannotEnterNegotiation | BadWords | { readonly kind: 'unknown-item' }>> {
  return await stores.together(
    async (
      all,
    ): Promise<
      Result<{ readonly id: number }, CannotEnterNegotiation | BadWords | { readonly kind: 'unknown-item' }>
    > => {
      const { negotiation: id, measure } = request;
      const entered = await enterNegotiation(all, actor, { act: 'comment-negotiation', id, lock: true });
      if (!entered.ok) return entered;
      const { edition, side, by } = entered.value;
      if (measure !== null && !edition.measures.some(({ number }) => number === measure)) {
        return refuse({ kind: 'unknown-item' });
      }
      const text = readWords(request.text, { field: 'commentaire', most: 4000 });
      if (!text.ok) return text;
      const comments = await all.negotiations.comments(id);
      // The same form sent twice.
      const last = comments.at(-1);
      if (last?.side === side && last.measure === measure && last.text === text.value) return accept({ id: last.id });
      const comment = await all.negotiations.comment(id, { measure, side, text: text.value, by, at: now });
      await recordAct(all, entered.value, {
        act: 'comment-negotiation',
        at: now,
        changed: { what: 'comment' },
        says: { comment, measure, text: text.value },
      });
      return accept({ id: comment });
    },
  );
}
