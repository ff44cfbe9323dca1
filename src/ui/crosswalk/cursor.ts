/** Where a page of correspondences goes on: the last line shown, as an address carries it. Null: no cursor of ours. */

/** `15_link-12`: the place of the promise in its charter, and the key of the line. */
export function relationCursorIn(text: string): { readonly place: number; readonly key: string } | null {
  const found = /^(-?\d{1,4})_([a-z0-9-]{1,200})$/.exec(text);
  return found === null ? null : { place: Number(found[1]), key: found[2] ?? '' };
}

export function cursorText({ place, key }: { readonly place: number; readonly key: string }): string {
  return `${place}_${key}`;
}

/** `0.235_12`: the score and the number of the line. */
export function queueCursorIn(text: string): { readonly score: number; readonly id: number } | null {
  const found = /^([01](?:\.\d{1,12})?(?:e-\d{1,2})?)_(\d{1,9})$/.exec(text);
  return found === null ? null : { score: Number(found[1]), id: Number(found[2]) };
}

export function queueCursorText({ score, id }: { readonly score: number; readonly id: number }): string {
  return `${score}_${id}`;
}
