/** How a promise is called: its number and its title. */
import type { Edition } from '../charter/edition.ts';
import { commitmentKeyOf } from '../follow-up/commitment-key.ts';
import type { ReviewedPromise } from './reviewed-pact.ts';

export type PromiseName = { readonly label: string | null; readonly title: string };

/** A measure and a principle by the edition, which every pact made with it shares; what goes beyond by the pact itself. */
export function namePromise(
  promise: Pick<ReviewedPromise, 'item' | 'localNumber' | 'text'>,
  edition: Pick<Edition, 'measures' | 'principles'>,
): PromiseName {
  const key = commitmentKeyOf(promise.item);
  switch (key?.kind) {
    case 'measure': {
      const measure = edition.measures.find(({ number }) => number === key.measure);
      return { label: String(key.measure), title: measure?.title ?? promise.text ?? '' };
    }
    case 'principle': {
      const principle = edition.principles.find(({ letter }) => letter === key.letter);
      return { label: key.letter, title: principle?.title ?? promise.text ?? '' };
    }
    default:
      return { label: promise.localNumber, title: promise.text ?? '' };
  }
}
