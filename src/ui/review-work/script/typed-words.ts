/**
 * Words that the site does not have yet, in this browser: under the name of one form and one person. A week is the most: after
 * that nobody comes back for them, and the computer may be everybody's. Signing out removes them at once (the site asks the
 * browser for it: #server/accounts/leave-browser.ts).
 */
export type Fields = readonly (readonly [string, string])[];

type Kept = { readonly at: number; readonly fields: Fields };

const WEEK_MILLISECONDS = 7 * 86_400_000;
/** `bilan-7-m15-PERSON`; the choice of keys is named otherwise and says nothing of anybody. */
const OURS = /^bilan-\d+-/;

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Null: nothing is kept there, or what stands there is not ours. */
export function typedWords(shelf: Shelf, name: string): Fields | null {
  return read(shelf, name)?.fields ?? null;
}

/** Null forgets them. */
export function keepWords(shelf: Shelf, name: string, { fields, at }: { fields: Fields | null; at: number }): void {
  if (fields === null) shelf.removeItem(name);
  else shelf.setItem(name, JSON.stringify({ at, fields } satisfies Kept));
}

/** Removes what was kept for a week, of any form and any person, and what cannot be read. */
export function forgetOldWords(shelf: Shelf, now: number): void {
  const names = Array.from({ length: shelf.length }, (_, rank) => shelf.key(rank) ?? '');
  for (const name of names.filter((some) => OURS.test(some))) {
    const kept = read(shelf, name);
    if (kept === null || now - kept.at >= WEEK_MILLISECONDS) shelf.removeItem(name);
  }
}

function read(shelf: Shelf, name: string): Kept | null {
  try {
    const kept = JSON.parse(shelf.getItem(name) ?? 'null') as Kept | null;
    return typeof kept?.at === 'number' && Array.isArray(kept.fields) ? kept : null;
  } catch {
    return null;
  }
}
