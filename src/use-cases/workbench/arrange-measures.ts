/** The numbers of a draft's measures, all at once: they stand in their order. Words and reasons are not touched. */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { DraftMeasure, EditionDraft } from '#domain/workbench/draft.ts';
import { livingOf } from '#domain/workbench/problems.ts';
import type { Stores } from '../stores.ts';
import { enterDraft, recordInDraft, type CannotEnterDraft } from './enter-draft.ts';

export type CannotArrange =
  | CannotEnterDraft
  | { readonly kind: 'bad-number' }
  | { readonly kind: 'number-given-twice'; readonly number: number }
  /** Somebody numbered, added or removed measures since the form was shown: nothing of theirs is undone unseen. */
  | { readonly kind: 'numbers-changed-meanwhile' };

/** Changes with any number, and with which measures there are and in which order. */
export function numbersMark(draft: EditionDraft): string {
  return livingOf(draft)
    .map(({ id, number }) => `${id}:${number ?? ''}`)
    .join(' ');
}

/**
 * `shown`: what `numbersMark` said of the draft when the form was shown; absent: whatever it is now.
 * `numbers`: measure to number; `from-one`: 1, 2, 3… in the order they stand in now. A measure that is not named keeps its own.
 */
export async function arrangeMeasures(
  stores: Stores,
  actor: Actor,
  request: {
    readonly draft: number;
    readonly numbers: ReadonlyMap<number, number> | 'from-one';
    readonly shown?: string;
  },
  now: Date,
): Promise<Result<null, CannotArrange>> {
  return await stores.together<null, CannotArrange>(async (all) => {
    const entered = await enterDraft(all, actor, { act: 'write-edition', draft: request.draft });
    if (!entered.ok) return entered;
    const { draft } = entered.value;
    if (request.shown !== undefined && request.shown !== numbersMark(draft))
      return refuse({ kind: 'numbers-changed-meanwhile' });
    const numbered = livingOf(draft).map((measure, index) => ({
      measure,
      number: request.numbers === 'from-one' ? index + 1 : (request.numbers.get(measure.id) ?? measure.number),
    }));
    const given = numbered.flatMap(({ number }) => (number === null ? [] : [number]));
    if (given.some((number) => !Number.isInteger(number) || number < 1 || number > 999))
      return refuse({ kind: 'bad-number' });
    const twice = given.find((number, index) => given.indexOf(number) !== index);
    if (twice !== undefined) return refuse({ kind: 'number-given-twice', number: twice });
    const places = placed(draft.measures, new Map(numbered.map(({ measure, number }) => [measure.id, number])));
    await all.workbench.arrange(draft.id, places);
    await recordInDraft(all, entered.value, {
      act: 'write-edition',
      says: { what: 'numbers', numbers: numbered.map(({ measure, number }) => [measure.id, measure.number, number]) },
      at: now,
    });
    return accept(null);
  });
}

/** By number; a removed measure stays behind the one that it stood behind. */
function placed(
  measures: readonly DraftMeasure[],
  numbers: ReadonlyMap<number, number | null>,
): readonly Pick<DraftMeasure, 'id' | 'number' | 'position'>[] {
  const last = measures.length * 1000 + 1000;
  const rank = new Map<number, number>();
  let before = 0;
  for (const { id, words } of measures) {
    if (words !== null) before = numbers.get(id) ?? last;
    rank.set(id, before);
  }
  return measures
    .toSorted(
      (one, other) =>
        (rank.get(one.id) ?? last) - (rank.get(other.id) ?? last) ||
        Number(one.words === null) - Number(other.words === null),
    )
    .map(({ id }, index) => ({ id, number: numbers.get(id) ?? null, position: index + 1 }));
}
