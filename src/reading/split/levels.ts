/**
 * The levels that words name: « N1 », « Niveaux 1 et 2 », « niveau 1 à 3 », « les 3 niveaux »,
 * « Niveau unique », « deuxième niveau », « N1-2-3 ». What the words say of them (taken, refused)
 * is not decided here: see ../propose/decisions.ts.
 */

export type LevelMention = {
  readonly start: number;
  readonly end: number;
  /** In order, from 1; `all` for « les 3 niveaux », « tous les niveaux ». */
  readonly levels: readonly number[] | 'all';
  /** One full label for one level (« Niveau 2 », « N2 »), as forms print them. */
  readonly single: boolean;
};

const JOIN = String.raw`(?:\s*(?:,|\/|-|–|—|\+|&|et|ou|à|au|puis|ainsi que)\s*)+`;
const HEAD = String.raw`(?:[Nn]iveaux?|NIVEAUX?|[Nn]iv\.?|NIV\.?)(?:\s+d['’]\s?(?:ambition|engagement|exigence)s?)?(?:\s+(?:choisis?|retenus?|visés?|signés?|demandés?|acceptés?|n[°º]))?\s*:?\s*(?:n[°º]\s*)?|N\s?`;
const DIGIT = String.raw`(?:[1-3]|I{1,3})(?![\p{L}\p{M}%°²]|\d|[,.]\d|\s*\/\s*\d{2})`;
const GLUED = String.raw`[1-3](?=N(?:iveau|IVEAU|iv)?\s?[1-3])`;
const NUMBERED = String.raw`(?:${HEAD})(?:${GLUED}|${DIGIT})(?:(?:${JOIN}|\s+et\s+les?\s+)(?:${HEAD})?${DIGIT})*`;
const ALL = String.raw`(?:[Ll]es\s+(?:3|trois)|[Tt]ous\s+les|[Ll]['’]ensemble\s+des|[Cc]hacun\s+des|[Dd]es\s+(?:3|trois)|[Aa]ux\s+(?:3|trois))\s+niveaux`;
const UNIQUE = String.raw`[Nn]iveau\s+unique|NIVEAU\s+UNIQUE`;
const FIRST_TWO = String.raw`(?:[Ll]es|[Dd]es|[Aa]ux)\s+(?:2|deux)\s+premiers\s+niveaux`;
const ORDINAL = String.raw`(?:1er|[Pp]remier|2e|2ème|[Dd]euxième|[Ss]econd|3e|3ème|[Tt]roisième)\s+niveau(?!x)`;
const MENTION = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(?:(?<all>${ALL})|(?<unique>${UNIQUE})|(?<two>${FIRST_TWO})|(?<ordinal>${ORDINAL})|(?<numbered>${NUMBERED}))`,
  'gu',
);

/** Mentions in [start, end) of the text, in order. Linear. */
export function levelMentions(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): LevelMention[] {
  const mentions: LevelMention[] = [];
  const part = text.slice(start, end);
  for (const match of part.matchAll(MENTION)) {
    const place = { start: start + match.index, end: start + match.index + match[0].length };
    mentions.push({ ...place, ...levelsOf(match[0], match.groups ?? {}) });
  }
  return mentions;
}

/** The mention that stands exactly at `start`, null when there is none. */
export function levelMentionAt(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): LevelMention | null {
  const first = levelMentions(text, { start, end: Math.min(end, start + 60) })[0];
  return first !== undefined && first.start === start ? first : null;
}

function levelsOf(words: string, groups: Record<string, string | undefined>): Pick<LevelMention, 'levels' | 'single'> {
  if (groups['all'] !== undefined) return { levels: 'all', single: false };
  if (groups['unique'] !== undefined) return { levels: [1], single: true };
  if (groups['two'] !== undefined) return { levels: [1, 2], single: false };
  if (groups['ordinal'] !== undefined) return { levels: [ordinal(words)], single: true };
  const numbers = [...words.matchAll(/[1-3]|(?<!\p{L})I{1,3}(?!\p{L})/gu)].map(([digit]) =>
    digit.startsWith('I') ? digit.length : Number(digit),
  );
  const [first, last] = [numbers[0] ?? 1, numbers.at(-1) ?? 1];
  // « Niveau 2/3 » is two out of three; « Niveaux 2/3 » names both.
  if (numbers.length === 2 && last === 3 && /[1-3]\s?\/\s?3$/.test(words) && !/niveaux/i.test(words))
    return { levels: [first], single: true };
  const range = numbers.length === 2 && last > first && /(?:\sà\s|\sau\s|\d\s*[-–—]\s*N?\s*\d)/u.test(words);
  const levels = range ? Array.from({ length: last - first + 1 }, (_, step) => first + step) : [...new Set(numbers)];
  return { levels, single: levels.length === 1 };
}

function ordinal(words: string): number {
  if (/^(?:1|p)/i.test(words)) return 1;
  return /^(?:2|d|s)/i.test(words) ? 2 : 3;
}
