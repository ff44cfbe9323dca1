/**
 * A part of a list whose order holds: what comes after the one with this number. Nothing is skipped nor shown twice when
 * somebody adds to its beginning meanwhile, as a count of pages would.
 */
import { idIn } from '#ui/addresses.ts';

export const SHOWN_AT_ONCE = 100;

/** `next`: the number to ask after; null: nothing is left. A number that is not there: the beginning. */
export function pageAfter<Item extends { readonly id: number | string }>(
  items: readonly Item[],
  { after, most = SHOWN_AT_ONCE }: { readonly after: Item['id'] | null; readonly most?: number },
): { readonly shown: readonly Item[]; readonly next: Item['id'] | null; readonly isFirst: boolean } {
  const from = items.findIndex(({ id }) => id === after) + 1;
  const shown = items.slice(from, from + most);
  const isLast = from + most >= items.length;
  return { shown, next: isLast ? null : (shown.at(-1)?.id ?? null), isFirst: from === 0 };
}

/** The number in `?apres=12`. */
export function askedAfter(url: URL, name: string): number | null {
  return idIn(url.searchParams.get(name) ?? '');
}

/** The same address, with this list alone further; the other lists of the page stay where they are. Null: nothing is left. */
export function olderIn(url: URL, name: string, next: number | null): string | null {
  if (next === null) return null;
  const fields = new URLSearchParams(url.searchParams);
  fields.set(name, String(next));
  return `${url.pathname}?${fields}`;
}
