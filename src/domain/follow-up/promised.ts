/** Which promises are followed, and which of their levels count: what was taken, in whole or in part. */
import type { Stance } from '../pact/stance.ts';

/** What a pact says of one promise, as far as following it goes. */
export type Promised = {
  readonly stance: Stance;
  /** In order; empty: no level, as for a principle or a local commitment. */
  readonly levels: readonly { readonly level: number; readonly stance: Stance }[];
};

/** Counted as signed: taken, at least in part. */
export function isPromised({ stance }: Pick<Promised, 'stance'>): boolean {
  return stance === 'accepted' || stance === 'partial';
}

/**
 * May something be said of it? Also of what was left to another authority, and of what the document said and that was
 * lost on the way: neither counts as signed. Never of what was refused or left unsaid.
 */
export function isFollowed({ stance }: Pick<Promised, 'stance'>): boolean {
  return stance !== 'refused' && stance !== 'unspecified';
}

export function promisedLevels({ levels }: Pick<Promised, 'levels'>): readonly number[] {
  return levels.filter(isPromised).map(({ level }) => level);
}
