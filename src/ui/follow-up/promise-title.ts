/** How one promise is named on a page of its own, and where its thread is. */
import type { Edition } from '#domain/charter/edition.ts';
import type { CommitmentKey } from '#domain/follow-up/commitment-key.ts';
import { localCommitmentAddress, principleAddress, threadAddress } from '#ui/addresses.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { LOCAL_STEP, measureStep, principleStep } from '#ui/messages/thread.fr.ts';

export type PromiseNamed = {
  readonly key: CommitmentKey;
  /** Of a local commitment. */
  readonly text: string | null;
};

type Charter = Pick<Edition, 'measures' | 'principles'>;

/** « Donner la priorité aux mobilités actives »; of an edition that left the data: « mesure 15 ». */
export function promiseTitle({ key, text }: PromiseNamed, edition: Charter | null): string {
  switch (key.kind) {
    case 'measure':
      return heading(edition?.measures.find(({ number }) => number === key.measure)?.title ?? promiseStep(key));
    case 'principle':
      return heading(edition?.principles.find(({ letter }) => letter === key.letter)?.title ?? promiseStep(key));
    case 'local':
      return text ?? LOCAL_STEP;
  }
}

/** « mesure 15 » */
export function promiseStep(key: CommitmentKey): string {
  switch (key.kind) {
    case 'measure':
      return measureStep(key.measure);
    case 'principle':
      return principleStep(key.letter);
    case 'local':
      return LOCAL_STEP;
  }
}

type Municipality = { readonly kind: 'municipality'; readonly code: string; readonly slug: string };

/** Its thread in a municipality. */
export function threadOf(place: Municipality, key: CommitmentKey, edition: string): string {
  switch (key.kind) {
    case 'measure':
      return threadAddress(place, key.measure, edition);
    case 'principle':
      return principleAddress(place, key.letter, edition);
    case 'local':
      return localCommitmentAddress(place, key.local);
  }
}
