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
  /** Its own INSEE code. */
  readonly code: string;
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
  /** INSEE codes of today and of former communes, to entries; those of today have the number of their municipality. */
  readonly byCode: ReadonlyMap<string, number>;
  readonly entries: readonly Entry[];
  /** Names without spaces, with and without their article, in order of code points. */
  readonly starts: SortedKeys;
  /** Single words, in order of code points; an entry appears under each of its words. */
  readonly words: SortedKeys;
  /** Names as they sound, from each of their main words on. */
  readonly sounds: SoundIndex;
  readonly postcodes: SortedKeys;
  /** Folded name of a département or region, with and without its article, to the départements it holds. */
  readonly areas: ReadonlyMap<string, ReadonlySet<string>>;
};

/** What narrows a search: a département, or a region as the départements it holds. */
export type Area = { readonly name: string; readonly departmentCodes: readonly string[] };

/** Parallel lists: `keys[i]` leads to entry `entries[i]`. */
export type SortedKeys = { readonly keys: readonly string[]; readonly entries: Int32Array };

const ARTICLE = /^(?:le|la|les|l) (?=.)/;

export function buildNameIndex(given: {
  readonly municipalities: readonly NamedMunicipality[];
  readonly formerNames: readonly FormerName[];
  /** Départements, then regions: of two with one name, the first stands. */
  readonly areas: readonly Area[];
}): NameIndex {
  const municipalities = given.municipalities.toSorted(byPopulation);
  const byCode = new Map(municipalities.map((municipality, number) => [municipality.code, number]));
  const entries: Entry[] = municipalities.map((municipality, number) => ({
    municipality: number,
    former: null,
    folded: foldName(municipality.name),
  }));
  const postcodes = municipalities.map((municipality) => municipality.postcodes);
  for (const former of given.formerNames) {
    const number = byCode.get(former.municipalityCode);
    if (number === undefined) continue;
    if (!byCode.has(former.code)) byCode.set(former.code, entries.length);
    entries.push({ municipality: number, former: former.name, folded: foldName(former.name) });
    postcodes.push(former.postcodes);
  }
  return {
    municipalities,
    byCode,
    entries,
    starts: sorted(entries.map(({ folded }) => startsOf(folded))),
    words: sorted(entries.map(({ folded }) => unique(folded.split(' ')))),
    sounds: buildSounds(entries.map((entry) => entry.folded)),
    postcodes: sorted(postcodes),
    areas: buildAreas(given.areas),
  };
}

function buildAreas(areas: readonly Area[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byName = new Map<string, ReadonlySet<string>>();
  for (const { name, departmentCodes } of areas) {
    const folded = foldName(name);
    const codes = new Set(departmentCodes);
    // "Saint-Denis Réunion" is said as often as "La Réunion".
    for (const key of [folded, folded.replace(ARTICLE, '')]) if (!byName.has(key)) byName.set(key, codes);
  }
  return byName;
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

/** The name without spaces, with and without its article. */
function startsOf(folded: string): readonly string[] {
  return unique([folded, folded.replace(ARTICLE, '')]).map((name) => name.replaceAll(' ', ''));
}

/** `keysOf[entry]`: the keys that lead to that entry. Sorts numbers, so that little is thrown away. */
function sorted(keysOf: readonly (readonly string[])[]): SortedKeys {
  const keys = keysOf.flat();
  const entries = new Int32Array(keys.length);
  let next = 0;
  keysOf.forEach((ofEntry, entry) => {
    entries.fill(entry, next, next + ofEntry.length);
    next += ofEntry.length;
  });
  const order = Uint32Array.from(keys.keys()).sort((a, b) => compare(keys[a] ?? '', keys[b] ?? ''));
  return {
    keys: Array.from(order, (position) => keys[position] ?? ''),
    entries: Int32Array.from(order, (position) => entries[position] ?? 0),
  };
}

function byPopulation(a: NamedMunicipality, b: NamedMunicipality): number {
  return (b.population ?? -1) - (a.population ?? -1) || compare(a.name, b.name) || compare(a.code, b.code);
}

/** By code points, whatever the language of the machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
