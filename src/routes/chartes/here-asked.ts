/** Which commune a visitor of a charter means by `?commune=` (what they typed) or `?code=` (what they chose in a list). */
import { error, type RequestEvent } from '@sveltejs/kit';
import { secondsToWaitToSearch } from '#server/http/search-allowance.ts';
import { runtime } from '#server/runtime.ts';
import { findPlaceAsked } from '#server/storage/place-asked.ts';
import { findMunicipality } from '#server/storage/territory.ts';

export type PlaceHere = {
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  readonly population: number | null;
};
export type HereAsked =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown'; readonly typed: string }
  | {
      readonly kind: 'choose';
      readonly typed: string;
      readonly among: readonly { readonly code: string; readonly name: string; readonly department: string }[];
    }
  | { readonly kind: 'sure'; readonly place: PlaceHere };

/** Throws 429 when this visitor searches too often. At most 12 to choose from. */
export async function hereAsked({
  url,
  getClientAddress,
  setHeaders,
}: Pick<RequestEvent, 'url' | 'getClientAddress' | 'setHeaders'>): Promise<HereAsked> {
  const code = (url.searchParams.get('code') ?? '').trim().slice(0, 80);
  const typed = (url.searchParams.get('commune') ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 80);
  if (code === '' && typed === '') return { kind: 'nothing' };
  const { db } = await runtime();
  if (code !== '') return placeOf(await findMunicipality(db, code.toUpperCase()), code);
  const wait = secondsToWaitToSearch(getClientAddress());
  if (wait > 0) {
    setHeaders({ 'retry-after': String(wait) });
    error(429);
  }
  const found = await findPlaceAsked(db, typed);
  if (found.kind === 'sure' && found.place.kind === 'municipality') {
    return placeOf(await findMunicipality(db, found.place.code), typed);
  }
  const among = (found.kind === 'choose' ? found.among : []).flatMap((choice) =>
    choice.kind === 'municipality' && choice.department !== null
      ? [{ code: choice.code, name: choice.name, department: choice.department }]
      : [],
  );
  // A code has no spelling to get wrong: what alone has it is meant.
  const [only] = among;
  if (only !== undefined && among.length === 1 && /^\d/.test(typed)) {
    return placeOf(await findMunicipality(db, only.code), typed);
  }
  return among.length === 0 ? { kind: 'unknown', typed } : { kind: 'choose', typed, among };
}

function placeOf(place: PlaceHere | null, typed: string): HereAsked {
  if (place === null) return { kind: 'unknown', typed };
  const { code, name, slug, population } = place;
  return { kind: 'sure', place: { code, name, slug, population } };
}
