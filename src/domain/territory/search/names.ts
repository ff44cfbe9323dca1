/**
 * The names that lead to municipalities, ready to be compared with what people type.
 *
 * Built once from the whole country (35,000 municipalities, 2,600 former names: about a quarter of a second,
 * 30 MB); asking is ./find.ts. Municipalities are numbered from the most populated to the least, so that a lower
 * number is also the better answer among equals.
 */
import { foldName } from '../fold.ts';
import { buildSounds, type SoundIndex } from './sounds.ts';

export type NamedMunicipality = {
  readonly code: string;
  readonly name: string;
  readonly departmentCode: string;
  readonly population: number | null;
  readonly postcodes: readonly string[];
};

export type FormerName = {
  readonly municipalityCode: string;
  readonly name: string;
  readonly postcodes: readonly string[];
};

/** One name of one municipality. */
export type Entry = {
  /** Number of the municipality. */
  readonly municipality: number;
  /** As written when it is a former name, null when it is the name of today. */
  readonly former: string | null;
  readonly folded: string;
};

export type NameIndex = {
  readonly municipalities: readonly NamedMunicipality[];
  readonly byCode: ReadonlyMap<string, number>;
  readonly entries: readonly Entry[];
  /** Names without spaces, with and without their article, in order of code points. */
  readonly starts: SortedKeys;
  /** Single words, in order of code points; an entry appears under each of its words. */
  readonly words: SortedKeys;
  /** Names as they sound, from each of their main words on. */
  readonly sounds: SoundIndex;
  readonly postcodes: SortedKeys;
  /** Folded name of a département, to its code. */
  readonly departments: ReadonlyMap<string, string>;
};

/** Parallel lists: `keys[i]` leads to entry `entries[i]`. */
export type SortedKeys = { readonly keys: readonly string[]; readonly entries: Int32Array };

const ARTICLE = /^(?:le|la|les|l) (?=.)/;

export function buildNameIndex(given: {
  readonly municipalities: readonly NamedMunicipality[];
  readonly formerNames: readonly FormerName[];
  readonly departments: readonly { readonly code: string; readonly name: string }[];
}): NameIndex {
  const municipalities = given.municipalities.toSorted(byPopulation);
  const byCode = new Map(municipalities.map((municipality, number) => [municipality.code, number]));
  const entries: Entry[] = municipalities.map((municipality, number) => ({
    municipality: number,
    former: null,
    folded: foldName(municipality.name),
  }));
  const postcodes: [string, number][] = [];
  municipalities.forEach((municipality, number) => {
    for (const postcode of municipality.postcodes) postcodes.push([postcode, number]);
  });
  for (const former of given.formerNames) {
    const number = byCode.get(former.municipalityCode);
    if (number === undefined) continue;
    const entry = entries.push({ municipality: number, former: former.name, folded: foldName(former.name) }) - 1;
    for (const postcode of former.postcodes) postcodes.push([postcode, entry]);
  }
  return {
    municipalities,
    byCode,
    entries,
    starts: sorted(entries.flatMap(startsOf)),
    words: sorted(entries.flatMap((entry, id) => unique(entry.folded.split(' ')).map((word) => [word, id]))),
    sounds: buildSounds(entries.map((entry) => entry.folded)),
    postcodes: sorted(postcodes),
    departments: new Map(given.departments.map(({ code, name }) => [foldName(name), code])),
  };
}

/** Positions of the keys that start with `prefix`: from the first, to the one after the last. */
export function rangeOf(sortedKeys: SortedKeys, prefix: string): { readonly from: number; readonly to: number } {
  return { from: firstAtLeast(sortedKeys.keys, prefix), to: firstAtLeast(sortedKeys.keys, `${prefix}\uffff`) };
}

function firstAtLeast(keys: readonly string[], wanted: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function startsOf(entry: Entry, id: number): [string, number][] {
  const bare = entry.folded.replace(ARTICLE, '');
  const keys = unique([entry.folded, bare]).map((key) => key.replaceAll(' ', ''));
  return keys.map((key) => [key, id]);
}

function sorted(pairs: readonly (readonly [string, number])[]): SortedKeys {
  const ordered = pairs.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return { keys: ordered.map(([key]) => key), entries: Int32Array.from(ordered, ([, entry]) => entry) };
}

function byPopulation(a: NamedMunicipality, b: NamedMunicipality): number {
  return (
    (b.population ?? -1) - (a.population ?? -1) ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) ||
    (a.code < b.code ? -1 : 1)
  );
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
