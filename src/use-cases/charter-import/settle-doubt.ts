/** Somebody who writes the draft looked at what the reader doubted: it stands in the way of publishing no longer. */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { readText, type BadText } from '../collectives/enter-collective.ts';
import type { Stores } from '../stores.ts';
import { enterDraft, recordInDraft, type CannotEnterDraft } from '../workbench/enter-draft.ts';

export type SettleDoubt = {
  readonly draft: number;
  readonly doubt: number;
  /** What was found; may be empty. */
  readonly words: string;
};

export type CannotSettleDoubt =
  | CannotEnterDraft
  | BadText
  /** There is none of that number here, or somebody settled it meanwhile. */
  | { readonly kind: 'no-such-doubt' };

export const SETTLED_WORDS = 500;

export async function settleDoubt(
  stores: Stores,
  actor: Actor,
  { draft, doubt, words: typed }: SettleDoubt,
  now: Date,
): Promise<Result<null, CannotSettleDoubt>> {
  return await stores.together<null, CannotSettleDoubt>(async (all) => {
    const entered = await enterDraft(all, actor, { act: 'write-edition', draft });
    if (!entered.ok) return entered;
    const words = readText(typed, { field: 'note', most: SETTLED_WORDS, optional: true });
    if (!words.ok) return words;
    if (!(await all.doubts.settle(draft, { doubt, words: words.value, at: now })))
      return refuse({ kind: 'no-such-doubt' });
    await recordInDraft(all, entered.value, {
      act: 'write-edition',
      says: { doubt, settled: words.value },
      at: now,
    });
    return accept(null);
  });
}
