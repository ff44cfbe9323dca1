/**
 * Which grouping a text names: "l’Établissement public territorial Paris-Est-Marne et Bois", "la métropole de Lyon",
 * "PEMB". It answers only when the words leave no doubt, and null otherwise: a promise laid at the wrong door is
 * worse than one laid at none.
 *
 * 1. A kind and the whole name, of any grouping of the country, when one alone bears it (or one of the municipality's own).
 * 2. A whole name without its kind, unless it is also the name of a town.
 * 3. Among the groupings of the municipality only: a kind ("la métropole"), a kind and a part of the name ("la métropole
 *    de Nice"), initials ("PEMB", "MGP").
 */
import { wordsOf } from './fold.ts';
import type { GroupingKind, Siren } from './grouping.ts';

/** `name` without the kind that is spelled out (./grouping-name.ts): `Val Parisis`, but `Métropole de Lyon`. */
export type NamedGrouping = { readonly siren: Siren; readonly name: string; readonly kind: GroupingKind };

export type Groupings = {
  readonly all: readonly NamedGrouping[];
  /** Those that the municipality belongs to; empty when no municipality is known. */
  readonly own: readonly NamedGrouping[];
  /** Names of the municipalities of `own`: such a name alone is the town. */
  readonly members: readonly string[];
};

/** Words that say a kind, longest first. */
const KIND_WORDS: readonly (readonly [string, readonly GroupingKind[]])[] = [
  ['etablissement public territorial', ['ept']],
  ['communaute d agglomeration', ['ca']],
  ['communaute de communes', ['cc']],
  ['communaute urbaine', ['cu']],
  ['metropole', ['metropole', 'metropole-de-lyon']],
  ['eurometropole', ['metropole']],
  ['agglomeration', ['ca']],
  ['agglo', ['ca']],
  ['ept', ['ept']],
  ['cc', ['cc']],
  ['ca', ['ca']],
  ['cu', ['cu']],
];

/** Kinds whose groupings have names that nothing else bears. */
const SPEAKING_KINDS: ReadonlySet<GroupingKind> = new Set(['ept', 'metropole', 'metropole-de-lyon']);

/** Before a name, and no part of it. */
const DETERMINER = /^(?:(?:a|au|aux|avec|par|de|du|la|le|les|l|d) )+/;
const LINKS: ReadonlySet<string> = new Set('a au aux d de des du en et l la le les sur'.split(' '));
const INITIALS = /^\p{Lu}{3,8}$/u;

/** Null: unknown, or not sure. `words` as written; at most 120 characters are read. */
export function resolveCompetentBody(words: string, groupings: Groupings): Siren | null {
  const plain = words.replace(/\([^)]*\)/g, ' ').replaceAll('&', ' et ');
  const folded = wordsOf(plain).join(' ').replace(DETERMINER, '');
  const { kinds, rest } = readKind(folded);
  const found =
    kinds === null ? withoutKind(nameKey(folded), groupings) : withKind({ kinds, rest, whole: folded }, groupings);
  return (found ?? only(withInitials(plain.trim(), groupings.own)))?.siren ?? null;
}

/** A bare name: "Lyon" is a town, "Rennes Métropole" and "Paris Est Marne et Bois" are not. */
function withoutKind(key: string, { all, own, members }: Groupings): NamedGrouping | undefined {
  if (key === '') return undefined;
  if (members.some((name) => nameKey(wordsOf(name).join(' ')) === key)) return undefined;
  const bearsIt = (grouping: NamedGrouping): boolean => wholeKey(grouping) === key;
  return (
    only(own.filter(bearsIt)) ?? only(all.filter((grouping) => SPEAKING_KINDS.has(grouping.kind) && bearsIt(grouping)))
  );
}

function withKind(
  said: { readonly kinds: readonly GroupingKind[]; readonly rest: string; readonly whole: string },
  { all, own }: Groupings,
): NamedGrouping | undefined {
  const key = nameKey(said.rest);
  const wholeName = nameKey(said.whole);
  const bearsIt = (grouping: NamedGrouping): boolean =>
    wholeKey(grouping) === wholeName || (key !== '' && [wholeKey(grouping), bareKey(grouping)].includes(key));
  const ofTheKind = ({ kind }: NamedGrouping): boolean => said.kinds.includes(kind);
  return (
    // Kinds change, and people say the old one for years: for one of ours, the name is enough.
    only(own.filter(bearsIt)) ??
    only(all.filter((grouping) => ofTheKind(grouping) && bearsIt(grouping))) ??
    only(own.filter((grouping) => ofTheKind(grouping) && holdsWords(grouping, said.rest)))
  );
}

/** Splits "communaute d agglomeration du pays de grasse" in its kind and its name. */
function readKind(folded: string): { readonly kinds: readonly GroupingKind[] | null; readonly rest: string } {
  for (const [said, kinds] of KIND_WORDS) {
    if (folded === said) return { kinds, rest: '' };
    if (folded.startsWith(`${said} `)) return { kinds, rest: folded.slice(said.length + 1) };
  }
  return { kinds: null, rest: folded };
}

/** "la métropole", "la métropole de Nice": all the words said besides the kind are in its name. */
function holdsWords({ name }: NamedGrouping, rest: string): boolean {
  const named = mainWords(wordsOf(name).join(' '));
  return mainWords(rest).every((word) => named.includes(word));
}

function withInitials(written: string, own: readonly NamedGrouping[]): readonly NamedGrouping[] {
  const bare = written.replace(/^(?:(?:avec|par|de|à|la|le|les|l[’']|d[’'])\s*)+/iu, '');
  if (!INITIALS.test(bare)) return [];
  const letters = wordsOf(bare).join('');
  return own.filter(({ name, kind }) => {
    const inParentheses = /\(([^)]+)\)/.exec(name)?.[1] ?? '';
    const initials = mainWords(wordsOf(name.replace(/\([^)]*\)/g, ' ')).join(' '))
      .map((word) => word.charAt(0))
      .join('');
    return [initials, `${kind}${initials}`, wordsOf(inParentheses).join('')].includes(letters);
  });
}

function wholeKey({ name }: NamedGrouping): string {
  return nameKey(wordsOf(name.replace(/\([^)]*\)/g, ' ')).join(' '));
}

/** A métropole bears its kind in its name: `lyon` of "Métropole de Lyon". */
function bareKey({ name }: NamedGrouping): string {
  return nameKey(
    readKind(
      wordsOf(name.replace(/\([^)]*\)/g, ' '))
        .join(' ')
        .replace(DETERMINER, ''),
    ).rest,
  );
}

/** Without small words, hyphens and spaces: "Paris-Est-Marne & Bois" and "ParisEstMarne et Bois" are one. */
function nameKey(folded: string): string {
  return mainWords(folded).join('');
}

function mainWords(folded: string): readonly string[] {
  return folded.split(' ').filter((word) => word !== '' && !LINKS.has(word));
}

function only(found: readonly NamedGrouping[]): NamedGrouping | undefined {
  return found.length === 1 ? found[0] : undefined;
}
