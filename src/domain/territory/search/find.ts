/**
 * From what somebody types to municipalities, the best first.
 *
 * 1. digits: a postcode or its beginning, an INSEE code;
 * 2. the name itself; 3. names that start so, and former names; 4. names that hold all the words;
 * 5. when there is room left, names that sound nearly so (./sounds.ts).
 * Among equals, the most populated first. "Saint-Denis 93" and "Saint-Maur (Indre)" keep one département,
 * "Saint-Denis Réunion" one region; the name of an area alone gives its municipalities.
 * A millisecond or less; the figures and why it works in memory: docs/decisions/0002.
 */
import { wordsOf } from '../fold.ts';
import { rangeOf, type NameIndex } from './names.ts';
import { SMALL_WORDS } from './small-words.ts';
import { findSoundingLike } from './sounds.ts';

/** `former`: the other name that matched, as written; null when the name of today, its postcode or its code did. */
export type Found = { readonly municipality: number; readonly former: string | null };

/** Lower is better. Each step is worth more than any population. */
const RANK = { exact: 0, start: 1, part: 2, formerPart: 3, sound: 4 } as const;

/** Whether the words must be as in the name, or may only sound like it. */
type Spelling = 'exactly' | 'nearly';

/** Codes of départements. */
type Area = ReadonlySet<string>;

const POSTCODE_PREFIX = /^\d{1,5}$/;
const CODE = /^(?:\d{5}|2[ab]\d{3})$/;
const DEPARTMENT = /^(?:\d{2}|2[ab]|9[78]\d)$/;
const POSTAL_NOISE: ReadonlySet<string> = new Set(['cedex']);
const PREAMBLE = /^(?:ville|commune|mairie) (?:de la|de l|des|du|de|d) (?=.)/;

/** At most `limit` municipalities, each once. Empty when nothing comes near, or nothing was typed. */
export function findByName(index: NameIndex, query: string, limit: number): readonly Found[] {
  const words = wordsOf(query).filter((word, _, all) => all.length === 1 || !POSTAL_NOISE.has(word));
  if (words.length === 0 || limit <= 0) return [];
  if (words.every((word) => /^\d+$/.test(word))) return findByDigits(index, words.join(''), limit);
  if (words.length === 1 && CODE.test(words[0] ?? '')) return findByDigits(index, words[0] ?? '', limit);

  const postcode = words.find((word) => /^\d{5}$/.test(word));
  if (postcode !== undefined) return findWithPostcode(index, { words, postcode, limit });

  const literal = new Ranking(index, limit);
  rankLiteral(literal, words, null);
  if (literal.size === 0) {
    const area = areaNamed(index, words.join(' '));
    if (area !== null) return findAll(index, { area, limit });
    const narrowed = readArea(index, words);
    if (narrowed !== null) {
      const inside = findInside(index, { ...narrowed, limit });
      if (inside.length > 0) return inside;
    }
  }
  rankSounds(literal, words, null);
  if (literal.size > 0) return literal.best();
  const bare = words.join(' ').replace(PREAMBLE, '');
  return bare === words.join(' ') ? [] : findByName(index, bare, limit);
}

/** The best so far, one answer for each municipality. */
class Ranking {
  readonly index: NameIndex;
  readonly limit: number;
  readonly #scores = new Map<number, { score: number; entry: number }>();
  #bestRank = Infinity;

  constructor(index: NameIndex, limit: number) {
    this.index = index;
    this.limit = limit;
  }

  get size(): number {
    return this.#scores.size;
  }

  /** Of RANK; Infinity when nothing was found. */
  get bestRank(): number {
    return this.#bestRank;
  }

  /** `rank` from RANK; `distance` 0 to 9 inside that rank. */
  add(entryId: number, rank: number, distance: number): void {
    const entry = this.index.entries[entryId];
    if (entry === undefined) return;
    const score = rank * 10 + distance;
    this.#bestRank = Math.min(this.#bestRank, rank);
    const known = this.#scores.get(entry.municipality);
    if (
      known !== undefined &&
      (known.score < score || (known.score === score && !this.#isShorter(entryId, known.entry)))
    )
      return;
    this.#scores.set(entry.municipality, { score, entry: entryId });
  }

  best(): readonly Found[] {
    const count = this.index.municipalities.length;
    const keys: number[] = [];
    // Municipalities are numbered by population: the number itself ranks equals.
    for (const [municipality, { score }] of this.#scores) keys.push(score * count + municipality);
    return Float64Array.from(keys)
      .sort()
      .subarray(0, this.limit)
      .reduce<Found[]>((found, key) => {
        const municipality = key % count;
        const entry = this.index.entries[this.#scores.get(municipality)?.entry ?? -1];
        found.push({ municipality, former: entry?.former ?? null });
        return found;
      }, []);
  }

  /** "Paris 1" is the 1st arrondissement before the 11th. */
  #isShorter(entry: number, than: number): boolean {
    return (this.index.entries[entry]?.folded.length ?? 0) < (this.index.entries[than]?.folded.length ?? 0);
  }
}

function rankLiteral(ranking: Ranking, words: readonly string[], area: Area | null): void {
  const { index } = ranking;
  const accepts = areaFilter(index, area);
  const joined = words.join('');
  const { from, to } = rangeOf(index.starts, joined);
  for (let position = from; position < to; position += 1) {
    const id = index.starts.entries[position] ?? -1;
    if (!accepts(id)) continue;
    const exact = index.starts.keys[position] === joined;
    const former = index.entries[id]?.former !== null;
    if (exact) ranking.add(id, former ? RANK.start : RANK.exact, 0);
    else ranking.add(id, former ? RANK.part : RANK.start, 0);
  }
  rankWords(ranking, words, accepts);
}

/** Names that hold every word typed, in any order; a word may be the beginning of theirs. */
function rankWords(ranking: Ranking, words: readonly string[], accepts: (entry: number) => boolean): void {
  if (words.join('').length < 3) return;
  const { index } = ranking;
  const main = words.filter((word) => !SMALL_WORDS.has(word));
  const rarest = (main.length > 0 ? main : words)
    .map((word) => rangeOf(index.words, word))
    .reduce((best, range) => (range.to - range.from < best.to - best.from ? range : best));
  const patterns = words.map((word) => ` ${word}`);
  for (let position = rarest.from; position < rarest.to; position += 1) {
    const id = index.words.entries[position] ?? -1;
    if (!accepts(id)) continue;
    const entry = index.entries[id];
    if (entry === undefined) continue;
    const name = ` ${entry.folded}`;
    if (!patterns.every((pattern) => name.includes(pattern))) continue;
    ranking.add(id, entry.former === null ? RANK.part : RANK.formerPart, 0);
  }
}

/** Fills what room is left. Beside names that start as typed, only names that sound the same but for a letter. */
function rankSounds(ranking: Ranking, words: readonly string[], area: Area | null): void {
  if (ranking.size >= ranking.limit || ranking.bestRank === RANK.exact) return;
  if (ranking.size > 0 && words.some((word) => /\d/.test(word))) return;
  const { index } = ranking;
  const found = findSoundingLike(index.sounds, words, areaFilter(index, area));
  const nearest = found.reduce((least, { distance }) => Math.min(least, distance), Infinity);
  const farthest = ranking.bestRank === RANK.start ? 1 : nearest + 1;
  for (const { entry, distance } of found) {
    if (distance > farthest) continue;
    ranking.add(entry, RANK.sound, distance + (index.entries[entry]?.former === null ? 0 : 1));
  }
}

function findByDigits(index: NameIndex, digits: string, limit: number): readonly Found[] {
  const ranking = new Ranking(index, limit);
  const code = index.byCode.get(digits.toUpperCase());
  if (POSTCODE_PREFIX.test(digits)) {
    const { from, to } = rangeOf(index.postcodes, digits);
    for (let position = from; position < to; position += 1) {
      ranking.add(index.postcodes.entries[position] ?? -1, RANK.exact, 0);
    }
  }
  // A postcode comes before an INSEE code: people know the former.
  if (code !== undefined) ranking.add(code, RANK.start, 0);
  // "75000" is nobody's postcode: people mean the town of the département.
  if (ranking.size === 0 && /^\d{2}000$/.test(digits)) {
    return findAll(index, { area: new Set([digits.slice(0, 2)]), limit: 1 });
  }
  return preferArrondissement(index, digits, ranking.best());
}

/** 75011 leads to Paris by way of its 11th arrondissement: say so. */
function preferArrondissement(index: NameIndex, postcode: string, found: readonly Found[]): readonly Found[] {
  if (postcode.length !== 5) return found;
  const { from, to } = rangeOf(index.postcodes, postcode);
  const former = new Map<number, string>();
  for (let position = from; position < to; position += 1) {
    const entry = index.entries[index.postcodes.entries[position] ?? -1];
    if (entry !== undefined && entry.former !== null) former.set(entry.municipality, entry.former);
  }
  return found.map((one) => ({ ...one, former: former.get(one.municipality) ?? one.former }));
}

/** "94500 Champigny": the names among those of the postcode; a postcode of companies (cedex) only says the département. */
function findWithPostcode(
  index: NameIndex,
  { words, postcode, limit }: { words: readonly string[]; postcode: string; limit: number },
): readonly Found[] {
  const rest = words.filter((word) => word !== postcode);
  const there = findByDigits(index, postcode, index.municipalities.length);
  if (there.length > 0) {
    const numbers = new Set(there.map((one) => one.municipality));
    const named = findByName(index, rest.join(' '), index.municipalities.length).filter((one) =>
      numbers.has(one.municipality),
    );
    return (named.length > 0 ? named : there).slice(0, limit);
  }
  const department = postcode.slice(0, /^9[78]/.test(postcode) ? 3 : 2);
  return findInside(index, { words: rest, area: new Set([department]), spelled: 'nearly', limit });
}

function findInside(
  index: NameIndex,
  given: { words: readonly string[]; area: Area; spelled: Spelling; limit: number },
): readonly Found[] {
  const ranking = new Ranking(index, given.limit);
  rankLiteral(ranking, given.words, given.area);
  if (given.spelled === 'nearly') rankSounds(ranking, given.words, given.area);
  return ranking.best();
}

/** The département or region named after the words: a number, or its name in full. */
function readArea(
  index: NameIndex,
  words: readonly string[],
): { readonly words: readonly string[]; readonly area: Area; readonly spelled: Spelling } | null {
  const last = words.at(-1) ?? '';
  if (words.length > 1 && DEPARTMENT.test(last)) {
    return { words: words.slice(0, -1), area: new Set([last.toUpperCase()]), spelled: 'nearly' };
  }
  for (let position = 1; position < words.length; position += 1) {
    const area = index.areas.get(words.slice(position).join(' '));
    // "Champigni-sur-Marne" is not a misspelled commune of the Marne.
    if (area !== undefined) return { words: words.slice(0, position), area, spelled: 'exactly' };
  }
  return null;
}

/** The département or region that is called so, or whose first words these are: "Wallis", "Saint-Pierre-et-Miquelon". */
function areaNamed(index: NameIndex, name: string): Area | null {
  const exact = index.areas.get(name);
  if (exact !== undefined) return exact;
  for (const [known, area] of index.areas) if (known.startsWith(`${name} `)) return area;
  return null;
}

/** Its municipalities: they are numbered by population, and the most populated stand first. */
function findAll(index: NameIndex, { area, limit }: { area: Area; limit: number }): readonly Found[] {
  const found: Found[] = [];
  for (const [municipality, { departmentCode }] of index.municipalities.entries()) {
    if (found.length >= limit) break;
    if (area.has(departmentCode)) found.push({ municipality, former: null });
  }
  return found;
}

function areaFilter(index: NameIndex, area: Area | null): (entry: number) => boolean {
  if (area === null) return () => true;
  return (id) => {
    const entry = index.entries[id];
    return entry !== undefined && area.has(index.municipalities[entry.municipality]?.departmentCode ?? '');
  };
}
