/** Which place a person means by what they typed: one for sure, or some to choose from. */
import type { PlaceCode } from '#domain/shared/place.ts';
import { slugOf } from '#domain/shared/slug.ts';
import { nameWithoutKind } from '#domain/territory/grouping-name.ts';
import type { Db } from './connection.ts';
import { placeExists, placeRef, type PlaceRef } from './places.ts';
import { resolveCompetentBody } from './territory-bodies.ts';
import { searchMunicipalities } from './territory-search.ts';

export type PlaceAsked =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'sure'; readonly place: PlaceCode }
  /** Best first; may be empty. */
  | { readonly kind: 'choose'; readonly among: readonly PlaceChoice[] };

export type PlaceChoice = PlaceRef & {
  /** To tell namesakes apart: the département. Null for a grouping. */
  readonly department: string | null;
};

/**
 * A code in brackets ("Champigny-sur-Marne (94017)") or a SIREN is sure, and a whole name that only one place has.
 * Five digits alone are a postcode first, an INSEE code when no postcode is so.
 */
export async function findPlaceAsked(db: Db, typed: string): Promise<PlaceAsked> {
  const words = typed.replace(/\s+/g, ' ').trim();
  if (words === '') return { kind: 'nothing' };
  const code = codeIn(words);
  if (code !== null && (await placeExists(db, code))) return { kind: 'sure', place: code };
  const among = await choicesFor(db, words);
  const bare = among.length === 0 ? codeIn(`(${words})`) : null;
  if (bare !== null && (await placeExists(db, bare))) return { kind: 'sure', place: bare };
  const same = among.filter(({ name }) => [name, nameWithoutKind(name)].some((one) => slugOf(one) === slugOf(words)));
  const [only] = same;
  if (only === undefined || same.length > 1) return { kind: 'choose', among };
  return { kind: 'sure', place: toPlaceCode(only) };
}

function toPlaceCode(place: PlaceRef): PlaceCode {
  return place.kind === 'municipality'
    ? { kind: 'municipality', code: place.code }
    : { kind: 'grouping', siren: place.siren };
}

async function choicesFor(db: Db, words: string): Promise<readonly PlaceChoice[]> {
  const [municipalities, siren] = await Promise.all([
    searchMunicipalities(db, words.slice(0, 80), { limit: 12 }),
    resolveCompetentBody(db, words),
  ]);
  const grouping = siren === null ? null : await placeRef(db, { kind: 'grouping', siren });
  return [
    ...(grouping === null ? [] : [{ ...grouping, department: null }]),
    ...municipalities.map(({ code, name, slug, population, department }): PlaceChoice => ({
      kind: 'municipality',
      code,
      name,
      slug,
      population,
      department,
    })),
  ];
}

function codeIn(words: string): PlaceCode | null {
  const siren = /^(?:.*\()?(\d{3} ?\d{3} ?\d{3})\)?$/.exec(words)?.[1]?.replaceAll(' ', '');
  if (siren !== undefined) return { kind: 'grouping', siren };
  const code = /\((\d{5}|2[AB]\d{3})\)$/i.exec(words)?.[1]?.toUpperCase();
  return code === undefined ? null : { kind: 'municipality', code };
}
