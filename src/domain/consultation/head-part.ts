/**
 * What a consultation is about beside the measures: the parts of the head of an edition, each as the edition before had it
 * and as the draft has it. A preamble and principles have words that can be said otherwise; rules and themes are commented.
 */
import type { Edition, Principle, Rules } from '../charter/edition.ts';
import { sameWords } from '../pact/same-words.ts';
import { canonicalJson } from '../shared/canonical-json.ts';
import type { Change } from '../workbench/change.ts';
import type { DraftHead } from '../workbench/draft.ts';

/** `null`: there is none on that side. */
export type HeadPart =
  | { readonly kind: 'preamble'; readonly before: readonly string[] | null; readonly now: readonly string[] | null }
  | {
      readonly kind: 'principle';
      readonly letter: string;
      readonly before: PrincipleWords | null;
      readonly now: PrincipleWords | null;
    }
  | { readonly kind: 'rules'; readonly before: Rules | null; readonly now: Rules }
  | {
      readonly kind: 'themes';
      readonly grouping: string;
      readonly title: string;
      readonly before: readonly ThemeShown[] | null;
      readonly now: readonly ThemeShown[] | null;
    };

export type PrincipleWords = Pick<Principle, 'title' | 'text'>;

/** `measures`: their numbers on that side. */
export type ThemeShown = { readonly title: string; readonly measures: readonly number[] };

export type ConsultedPart = { readonly part: HeadPart; readonly change: Change; readonly reason: string };

/** As far as its parts need it. */
export type ConsultedHead = Pick<DraftHead, 'preamble' | 'principles' | 'rules' | 'groupings' | 'reason'>;
type ThemedMeasure = { readonly number: number | null; readonly themes: Readonly<Record<string, string>> };

/** In the order of a charter. `base`: the edition that the draft starts from. */
export function partsOfHead(
  head: ConsultedHead,
  {
    base,
    measures,
  }: {
    readonly base: Pick<Edition, 'preamble' | 'principles' | 'rules' | 'groupings'> | null;
    readonly measures: readonly ThemedMeasure[];
  },
): readonly ConsultedPart[] {
  return [preambleOf(head, base), ...principlesOf(head, base), rulesOf(head, base), ...themesOf(head, base, measures)]
    .filter(({ before, now }) => before !== null || now !== null)
    .map((part) => {
      const change = changeOfPart(part);
      return { part, change, reason: change === 'kept' ? '' : head.reason };
    });
}

/** What it is known by in files, the same on both sides: `principle-A`. */
export function partCode(part: HeadPart): string {
  switch (part.kind) {
    case 'principle':
      return `principle-${part.letter}`;
    case 'themes':
      return `themes-${part.grouping}`;
    default:
      return part.kind;
  }
}

/** '' where it has none of its own. */
export function partTitle(part: HeadPart): string {
  if (part.kind === 'themes') return part.title;
  return part.kind === 'principle' ? ((part.now ?? part.before)?.title ?? '') : '';
}

export type PartSpot = { readonly spot: string; readonly text: string };

/** `p2`: the second paragraph of a preamble; `title` and `text` of a principle. Rules and themes have none. */
export function spotsOfPart(part: HeadPart, side: 'before' | 'now' = 'now'): readonly PartSpot[] {
  if (part.kind === 'preamble') return (part[side] ?? []).map((text, index) => ({ spot: `p${index + 1}`, text }));
  if (part.kind !== 'principle') return [];
  const words = part[side];
  return words === null
    ? []
    : [
        { spot: 'title', text: words.title },
        { spot: 'text', text: words.text },
      ];
}

type Base = Parameters<typeof partsOfHead>[1]['base'];

function preambleOf({ preamble }: ConsultedHead, base: Base): HeadPart {
  // The first paragraph is the printed title, which the draft has apart.
  const some = ([, ...paragraphs]: readonly string[]) => (paragraphs.length === 0 ? null : paragraphs);
  return { kind: 'preamble', before: some(base?.preamble ?? []), now: some(preamble) };
}

function principlesOf({ principles }: ConsultedHead, base: Base): readonly HeadPart[] {
  const were = base?.principles ?? [];
  const letters = [...new Set([...principles, ...were].map(({ letter }) => letter))].toSorted();
  const words = (of: readonly Principle[], letter: string) => {
    const found = of.find((one) => one.letter === letter);
    return found === undefined ? null : { title: found.title, text: found.text };
  };
  return letters.map((letter) => ({
    kind: 'principle',
    letter,
    before: words(were, letter),
    now: words(principles, letter),
  }));
}

function rulesOf({ rules }: ConsultedHead, base: Base): HeadPart {
  return { kind: 'rules', before: base?.rules ?? null, now: rules };
}

function themesOf({ groupings }: ConsultedHead, base: Base, measures: readonly ThemedMeasure[]): readonly HeadPart[] {
  const were = base?.groupings ?? [];
  const all = new Map([...were, ...groupings].map(({ id, title }) => [id, title]));
  return Array.from(all, ([grouping, title]): HeadPart => {
    const now = groupings.find(({ id }) => id === grouping);
    return {
      kind: 'themes',
      grouping,
      title,
      before:
        were
          .find(({ id }) => id === grouping)
          ?.themes.map(({ title: of, measures: numbers }) => ({ title: of, measures: numbers })) ?? null,
      now:
        now?.themes.map((theme) => ({
          title: theme.title,
          measures: numbersIn(measures, { grouping, theme: theme.id }),
        })) ?? null,
    };
  });
}

function numbersIn(
  measures: readonly ThemedMeasure[],
  { grouping, theme }: { readonly grouping: string; readonly theme: string },
): readonly number[] {
  return measures
    .flatMap(({ number, themes }) => (number !== null && themes[grouping] === theme ? [number] : []))
    .toSorted((one, other) => one - other);
}

function changeOfPart({ before, now }: HeadPart): Change {
  if (before === null) return 'added';
  if (now === null) return 'removed';
  return sameWords(canonicalJson(before), canonicalJson(now)) ? 'kept' : 'modified';
}
