/**
 * The denominator of a share, in words, the same on every page: what counts. What is signed and what is counted apart stand
 * beside it, never in it (data/method says the rule).
 */
import { count, figure } from './format.fr.ts';

export type Counted = {
  /** Signed, less what was done before, cannot be assessed or is not theirs to do. */
  readonly counted: number;
  readonly signed: number;
};

/** « 26 signés »; « 23 (26 signés, dont 3 à part) » when some are counted apart. */
export function ofCounted({ counted, signed }: Counted): string {
  if (counted === signed) return count(signed, 'signé', 'signés');
  return `${figure(counted)} ${besideCounted({ counted, signed })}`;
}

/** « (26 signés, dont 3 à part) »; '' when all that is signed counts. */
export function besideCounted({ counted, signed }: Counted): string {
  if (counted === signed) return '';
  return `(${count(signed, 'signé', 'signés')}, dont ${figure(signed - counted)} à part)`;
}
