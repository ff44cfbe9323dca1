/**
 * Axes and sub-axes, from the contents list and from the headers that run above the sheets.
 *
 * "AXE 2 : Créer et innover…/ Economie circulaire et innovation / action transversale ESS et Politique de la ville": the title, a
 * sub-axis, a label of the sheet below. The contents list says how a sub-axis is named; headers shorten it. Linear in the headings.
 */
import type { PlanReading, Span } from '#reading/contract.ts';
import { foldedLetters, foldedWords } from './fold.ts';
import type { Heading } from './heading.ts';
import { STOP_WORDS } from './label-lexicon.ts';

export type Axis = PlanReading['axes'][number];

/** What the headers above a sheet say of it. */
export type Place = {
  readonly line: number;
  readonly axis: string | null;
  readonly subAxis: string | null;
  readonly labels: readonly string[];
};

/** An entry of the contents list, its sub-axis told apart from its title. */
export type Entry = { readonly heading: Heading; readonly subAxis: string | null; readonly title: string };

const LABEL =
  /^(?:actions? )?(?:transversale?s?|phares?|prioritaires?|emblematiques?|pilotes?|structurante?s?)(?!\p{L})/u;
const SLASH = /\s+\/\s*|\s*\/\s+|\/(?=\p{Lu}?\p{Ll}+ \p{Ll}+ )/u;

export type Axes = {
  readonly axes: readonly Axis[];
  readonly entries: readonly Entry[];
  /** In the order of the text. */
  readonly places: readonly Place[];
};

export function readAxes(
  headings: readonly Heading[],
  listed: readonly Heading[],
  spanOf: (line: number) => Span,
): Axes {
  const [top] = headings;
  const form = headings.find((heading) => heading.form.endsWith('|1'))?.form ?? top?.form;
  const main = headings.filter((heading) => heading.form === form);
  const entries = splitEntries(listed);
  const drafts = new Map<string, Draft>();
  for (const heading of main) {
    const known = drafts.get(heading.number);
    if (known) known.headings.push(heading);
    else drafts.set(heading.number, { number: heading.number, headings: [heading], subAxes: [] });
  }
  for (const entry of entries)
    if (entry.subAxis !== null) addSubAxis(drafts.get(axisOf(entry.heading.number)), entry.subAxis);
  for (const draft of drafts.values()) splitHeaders(draft);
  const places = placesOf(headings, form, drafts);
  const axes = [...drafts.values()].map((draft) => ({
    number: draft.number,
    title: draft.title ?? '',
    subAxes: draft.subAxes.map((title) => ({ title })),
    spans: [
      ...draft.headings,
      ...headings.filter((one) => one.form !== form && ownerOf(one, main)?.number === draft.number),
    ].map((heading) => spanOf(heading.line)),
  }));
  return { axes, entries, places };
}

/** The axis that a row of a sheet names ("Axe | 2 – Mobilités"), by its title or its number. */
export function axisNamed(axes: readonly Axis[], text: string): Axis | undefined {
  const { number, title } = namedParts(text);
  const letters = foldedLetters(title);
  return (
    axes.find((axis) => letters !== '' && foldedLetters(axis.title) === letters) ??
    axes.find((axis) => axis.number === number)
  );
}

/** Axes that only rows of sheets name are added, in order; one without a number gets the next. */
export function withNamedAxes(
  axes: Axes,
  sheets: readonly { axisText: string | null; spans: readonly Span[] }[],
): Axes {
  const all = [...axes.axes];
  for (const { axisText, spans } of sheets) {
    if (axisText === null || axisNamed(all, axisText)) continue;
    const { number, title } = namedParts(axisText);
    all.push({ number: number ?? String(all.length + 1), title, subAxes: [], spans });
  }
  return { ...axes, axes: all };
}

function namedParts(text: string): { number: string | null; title: string } {
  const match =
    /^(?:(?:axe|orientation|d[ée]fi|volet|pilier|th[èe]me|th[ée]matique|objectif)\s+)?(?:n\s?[°º]\s*)?(\d{1,2}|[IVX]{1,5}|[A-H])(?![\p{L}\p{N}])\s*[.:)–-]*\s*/iu.exec(
      text,
    );
  return { number: match?.[1] ?? null, title: text.slice(match?.[0].length ?? 0) };
}

type Draft = { readonly number: string; readonly headings: Heading[]; readonly subAxes: string[]; title?: string };

/** "1.10" belongs to axis "1", "A2" to "A". */
export function axisOf(number: string): string {
  return number.split(/[.-]/)[0] ?? number;
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
 * The title is what all headers of the axis share before a slash; a header that stands alone keeps its slash, unless a label
 * follows it or the rest is a known sub-axis.
 */
function splitHeaders(draft: Draft): void {
  const cut = draft.headings.map((heading) => partsOf(heading.title.text));
  const first = cut.find((parts) => parts.length > 0)?.[0] ?? '';
  const whole = cut.find((parts) => parts.length === 1)?.[0];
  const varied = new Set(cut.map((parts) => parts.slice(1).map(foldedLetters).join('/'))).size > 1;
  const known = cut.some((parts) => parts.slice(1).some((part) => matchSubAxis(draft, part) !== undefined));
  draft.title = whole ?? (varied || known || cut.length === 0 ? first : (cut[0] ?? []).join(' / '));
  const letters = foldedLetters(draft.title);
  for (const parts of cut) {
    if (foldedLetters(parts.join(' / ')) === letters) continue;
    for (const part of parts.slice(1)) if (!matchSubAxis(draft, part)) addSubAxis(draft, part);
  }
}

/** Parts of a header between slashes, labels left out. */
function partsOf(title: string): string[] {
  return slashed(title).filter((part) => !isLabel(part));
}

function slashed(title: string): string[] {
  return title
    .split(/\s*\/(?:\s+|(?=actions? )|(?=\p{Lu}\p{Ll}))|\s+\//u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isLabel(part: string): boolean {
  return LABEL.test(foldedWords(part).join(' '));
}

function addSubAxis(draft: Draft | undefined, title: string): void {
  if (draft && !draft.subAxes.some((known) => foldedLetters(known) === foldedLetters(title))) draft.subAxes.push(title);
}

/** "Achats responsables" is the "Des achats responsables" of the contents list. */
function matchSubAxis(draft: Draft, part: string): string | undefined {
  const letters = foldedLetters(part);
  const exact = draft.subAxes.find((title) => foldedLetters(title) === letters);
  if (exact !== undefined) return exact;
  const words = contentWords(part);
  return draft.subAxes.find((title) => {
    const others = contentWords(title);
    const [few, many] = words.size < others.size ? [words, others] : [others, words];
    return few.size > 0 && [...few].every((word) => many.has(word));
  });
}

function contentWords(text: string): Set<string> {
  return new Set(
    foldedWords(text)
      .filter((word) => !STOP_WORDS.has(word))
      .map((word) => word.replace(/s$/, '')),
  );
}

function placesOf(headings: readonly Heading[], form: string | undefined, drafts: ReadonlyMap<string, Draft>): Place[] {
  let axis: string | null = null;
  return headings.map((heading) => {
    if (heading.form !== form) {
      const owner = drafts.get(axisOf(heading.number)) ?? (axis === null ? undefined : drafts.get(axis));
      addSubAxis(owner, heading.title.text);
      return { line: heading.line, axis: owner?.number ?? axis, subAxis: heading.title.text, labels: [] };
    }
    axis = heading.number;
    const draft = drafts.get(axis);
    const parts = slashed(heading.title.text);
    const sub = parts.slice(1).find((part) => !isLabel(part) && draft && matchSubAxis(draft, part));
    const subAxis = sub !== undefined && draft ? (matchSubAxis(draft, sub) ?? null) : null;
    return { line: heading.line, axis, subAxis, labels: parts.slice(1).filter(isLabel) };
  });
}

function ownerOf(sub: Heading, main: readonly Heading[]): Heading | undefined {
  return (
    main.find((heading) => heading.number === axisOf(sub.number)) ?? main.findLast((heading) => heading.line < sub.line)
  );
}
