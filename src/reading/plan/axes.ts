/**
 * Axes and sub-axes, from the contents list and from the headers that run above the sheets.
 *
 * "AXE 2 : Créer et innover…/ Economie circulaire et innovation / action transversale ESS et Politique de la ville": the title, a
 * sub-axis, a label of the sheet below. The contents list says how a sub-axis is named; headers shorten it. Linear in the headings.
 */
import type { PlanReading, Span } from '#reading/contract.ts';
import { foldedLetters, foldedWords } from './fold.ts';
import type { Heading } from './heading.ts';
import { SubAxes } from './sub-axes.ts';

export type Axis = PlanReading['axes'][number];

/** What the header on that line says of the sheets below. */
export type Place = {
  readonly line: number;
  readonly axis: string | null;
  readonly subAxis: string | null;
  readonly labels: readonly string[];
};

/** An entry of the contents list, its sub-axis told apart from its title. */
export type Entry = { readonly heading: Heading; readonly subAxis: string | null; readonly title: string };

export type Axes = {
  readonly axes: readonly Axis[];
  readonly entries: readonly Entry[];
  /** In the order of the text. */
  readonly places: readonly Place[];
};

type Draft = { readonly number: string; readonly headings: Heading[]; readonly subAxes: SubAxes; title: string };

const LABEL =
  /^(?:actions? )?(?:transversale?s?|phares?|prioritaires?|emblematiques?|pilotes?|structurante?s?)(?!\p{L})/u;
const SLASH = /\s+\/\s*|\s*\/\s+/u;

export function readAxes(
  headings: readonly Heading[],
  listed: readonly Heading[],
  spanOf: (line: number) => Span,
): Axes {
  const form = (headings.find((heading) => heading.form.endsWith('|1')) ?? headings[0])?.form;
  const drafts = new Map<string, Draft>();
  for (const heading of headings) {
    if (heading.form !== form) continue;
    const known = drafts.get(heading.number);
    if (known) known.headings.push(heading);
    else drafts.set(heading.number, { number: heading.number, headings: [heading], subAxes: new SubAxes(), title: '' });
  }
  const entries = splitEntries(listed);
  for (const { heading, subAxis } of entries) {
    if (subAxis !== null) drafts.get(axisOf(heading.number) ?? '')?.subAxes.add(subAxis);
  }
  for (const draft of drafts.values()) splitHeaders(draft);
  const places = placesOf(headings, form, drafts);
  const spans = new Map<string | null, Span[]>();
  for (const { axis, line } of places) {
    const known = spans.get(axis);
    if (known) known.push(spanOf(line));
    else spans.set(axis, [spanOf(line)]);
  }
  const axes = [...drafts.values()].map(({ number, title, subAxes }) => ({
    number,
    title,
    subAxes: subAxes.titles.map((name) => ({ title: name })),
    spans: spans.get(number) ?? [],
  }));
  return { axes, entries, places };
}

/** "1.10" belongs to axis "1", "A2" and "A.2" to "A"; "12" to none that it says. */
export function axisOf(number: string): string | null {
  const match = /^(?:(\d+|[A-Za-z]+)[.-]|([A-Za-z])(?=\d))/.exec(number);
  return match?.[1] ?? match?.[2] ?? null;
}

/** A part before a slash is a sub-axis when entries share it, or when the slash stands free on both sides. */
function splitEntries(listed: readonly Heading[]): Entry[] {
  const cut = listed.map((heading) => {
    const match = SLASH.exec(heading.title.text);
    return { heading, match, before: match ? heading.title.text.slice(0, match.index) : '' };
  });
  const counts = new Map<string, number>();
  for (const { before } of cut) counts.set(foldedLetters(before), (counts.get(foldedLetters(before)) ?? 0) + 1);
  return cut.map(({ heading, match, before }) => {
    const { text } = heading.title;
    const shared = (counts.get(foldedLetters(before)) ?? 0) > 1 || / \/ /.test(match?.[0] ?? '');
    if (!match || before === '' || !shared) return { heading, subAxis: null, title: text };
    return { heading, subAxis: before, title: text.slice(match.index + match[0].length) };
  });
}

/**
 * The title is what all headers of the axis share before a slash; a header that stands alone keeps its slash, unless a label follows it
 * or the rest is a known sub-axis.
 */
function splitHeaders(draft: Draft): void {
  const cut = draft.headings.map((heading) => slashed(heading.title.text).filter((part) => !isLabel(part)));
  const first = cut.find((parts) => parts.length > 0) ?? [];
  const whole = cut.find((parts) => parts.length === 1)?.[0];
  const varied = new Set(cut.map((parts) => parts.slice(1).map(foldedLetters).join('/'))).size > 1;
  const known = cut.some((parts) => parts.slice(1).some((part) => draft.subAxes.match(part) !== undefined));
  draft.title = whole ?? (varied || known ? (first[0] ?? '') : first.join(' / '));
  const letters = foldedLetters(draft.title);
  for (const parts of cut) {
    if (foldedLetters(parts.join(' / ')) === letters) continue;
    for (const part of parts.slice(1)) if (draft.subAxes.match(part) === undefined) draft.subAxes.add(part);
  }
}

/** The parts of a header between its slashes; "et/ou" holds none. */
function slashed(title: string): string[] {
  return title
    .split(/\s*\/\s+|\s+\/\s*|\/(?=actions? |\p{Lu}\p{Ll})/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isLabel(part: string): boolean {
  return LABEL.test(foldedWords(part).join(' '));
}

function placesOf(headings: readonly Heading[], form: string | undefined, drafts: ReadonlyMap<string, Draft>): Place[] {
  let axis: string | null = null;
  return headings.map(({ line, number, title, form: own }): Place => {
    if (own !== form) {
      const owner = drafts.get(axisOf(number) ?? '') ?? (axis === null ? undefined : drafts.get(axis));
      owner?.subAxes.add(title.text);
      return { line, axis: owner?.number ?? axis, subAxis: title.text, labels: [] };
    }
    axis = number;
    const parts = slashed(title.text).slice(1);
    const subAxes = drafts.get(axis)?.subAxes;
    const named = parts.filter((part) => !isLabel(part)).flatMap((part) => subAxes?.match(part) ?? []);
    return { line, axis, subAxis: named[0] ?? null, labels: parts.filter(isLabel) };
  });
}
