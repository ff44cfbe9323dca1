/**
 * Where the sheets are: which headings open a sheet, which only list it, which are axes.
 *
 * A running header, an entry of a contents list and the opening of a sheet look the same. What tells them apart is what
 * follows: a sheet is followed by labels, and its labels start again where those of the sheet before had been. So headings are
 * gone through once, with the labels that follow each. Cost: linear in the number of lines.
 */
import { bareAxes } from './bare-axes.ts';
import { columnTables } from './column-table.ts';
import type { Heading } from './heading.ts';
import type { PlanPage } from './plan-page.ts';
import type { Sheet } from './sheet-result.ts';
import { summaryTables } from './summary-table.ts';
import { type SheetStart, startsWithoutNumber } from './unnumbered.ts';

export type Outline = {
  readonly sheets: readonly SheetStart[];
  /** Actions read from a table that has one a row; then there are no `sheets`. */
  readonly tabled: readonly Sheet[];
  /** Entries of the contents list, in order. */
  readonly entries: readonly Heading[];
  /** Headings of axes and of what lies between axis and action, in order; running headers included. */
  readonly axes: readonly Heading[];
  /** First lines of tables that only sum up the sheets. */
  readonly tables: readonly number[];
};

type Families = readonly Heading['family'][];

const WAYS: readonly { families: Families; axisSheets: boolean }[] = [
  { families: ['sheet', 'axis'], axisSheets: false },
  { families: ['sheet', 'axis', 'code'], axisSheets: false },
  { families: ['sheet', 'axis', 'bare'], axisSheets: false },
  { families: ['sheet', 'axis'], axisSheets: true },
];

export function outlineOf(page: PlanPage): Outline {
  const tables = columnTables(page);
  const found = bestOpenings(page);
  // Numbers at the head of rows look like headings: what opens inside a table only is no sheet.
  const opened = tables.sheets.length > 1 && found.every(({ line }) => tables.lines.has(line)) ? [] : found;
  const tabled = opened.length > 0 ? [] : tables.sheets;
  if (tabled.length > 0) {
    const rows = tabled.map((sheet) => ({ line: sheet.line, heading: null }));
    return {
      sheets: [],
      tabled,
      entries: [],
      axes: axisHeadings(page, { sheets: rows, taken: new Set() }),
      tables: [],
    };
  }
  const started = opened.length > 0 ? opened : startsWithoutNumber(page);
  const sheets = started.length > 0 ? started : listedActions(page);
  const used = new Set(sheets.flatMap((sheet) => (sheet.heading ? [sheet.heading.line] : [])));
  const summary = opened.length > 0 ? summaryTables(tables, opened) : { entries: [], heads: [] };
  const rows = new Set(summary.entries.map((entry) => entry.line));
  const contents = opened.length > 0 ? contentsEntries(page, { sheets: opened, used }) : [];
  const entries = [...contents.filter((entry) => !rows.has(entry.line)), ...summary.entries].toSorted(
    (a, b) => a.line - b.line,
  );
  const listed = new Set(entries.map((entry) => entry.line));
  const axes = axisHeadings(page, { sheets, taken: new Set([...used, ...listed]) });
  return { sheets, tabled, entries, axes, tables: summary.heads };
}

/** The way of numbering sheets that explains most labels; none when no way explains any. */
function bestOpenings(page: PlanPage): SheetStart[] {
  let best: { sheets: SheetStart[]; score: number } = { sheets: [], score: 0 };
  for (const way of WAYS) {
    const tried = openings(page, way);
    if (tried.score > best.score) best = tried;
  }
  return best.sheets;
}

function openings(page: PlanPage, way: (typeof WAYS)[number]): { sheets: SheetStart[]; score: number } {
  // An axis may be repeated between the heading of a sheet and its labels: it ends no section.
  const headings = page.headings.filter(
    (heading) => way.families.includes(heading.family) && (heading.family !== 'axis' || opensSheets(heading, way)),
  );
  // « MOB-03 Créer un plan vélo » among « Action 1 »: the contents list it, so it opens a sheet where it stands again.
  const announced = new Set(page.headings.filter(({ inContents }) => inContents).map(nameOf));
  const sheets: SheetStart[] = [];
  const accepted = new Set<string>();
  let seen = new Set<string>();
  let score = 0;
  let mixed = 0;
  for (const [index, heading] of headings.entries()) {
    const keys = page.labelKeysBetween(heading.line + 1, headings[index + 1]?.line ?? page.lines.length);
    const [first] = keys;
    const open = first !== undefined && mayOpen(heading, way) && !resumes(sheets.at(-1)?.heading, heading);
    const again = sheets.length === 0 || (first !== undefined && seen.has(first));
    const listed = heading.family === 'code' && announced.has(nameOf(heading));
    const known = accepted.has(heading.form) && heading.family !== 'bare' && new Set(keys).size > 1;
    if (open && (again || known || listed)) {
      sheets.push({ line: heading.line, heading });
      accepted.add(heading.form);
      seen = new Set();
      score += new Set(keys).size > 1 ? 2 : 1;
    }
    // Labels that start over within one section: another kind of heading was missed there.
    mixed += keys.length - new Set(keys).size;
    for (const key of keys) seen.add(key);
  }
  return { sheets, score: score - mixed };
}

function mayOpen(heading: Heading, way: (typeof WAYS)[number]): boolean {
  return !heading.inContents && !heading.bulleted && (heading.family !== 'axis' || opensSheets(heading, way));
}

/** Number and letters of the title: what stays of an entry without its leaders and its page. */
function nameOf({ number, title }: Heading): string {
  return `${number} ${title.text.toLowerCase().replace(/[^\p{L}]+/gu, '')}`;
}

/** "AXE 1.8" may be a sheet; "AXE 1" only when nothing else is. */
function opensSheets(heading: Heading, way: (typeof WAYS)[number]): boolean {
  return way.axisSheets || !heading.form.endsWith('|1');
}

/** The same number and title again: the header of the sheet's next page. */
function resumes(open: Heading | null | undefined, heading: Heading): boolean {
  if (!open || open.number !== heading.number || open.form !== heading.form) return false;
  const title = (one: Heading): string => one.title.text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return title(heading) === title(open) || /^(?:suite)?$/.test(title(heading));
}

/** Plans that only list their actions: "Action 1 : …", with or without a text below. */
function listedActions(page: PlanPage): SheetStart[] {
  const numbers = new Set<string>();
  const sheets: SheetStart[] = [];
  for (const heading of page.headings) {
    if (heading.family !== 'sheet' || heading.inContents || numbers.has(heading.number)) continue;
    numbers.add(heading.number);
    sheets.push({ line: heading.line, heading });
  }
  return sheets.length > 1 ? sheets : [];
}

/**
 * Headings without labels that name the same numbers as the sheets, at least three in a row, before the first sheet or after the last
 * label: a list of contents, at the front or at the end. A list of one axis may stand between two sheets.
 */
function contentsEntries(
  page: PlanPage,
  { sheets, used }: { sheets: readonly SheetStart[]; used: ReadonlySet<number> },
): Heading[] {
  const first = sheets[0]?.line ?? page.lines.length;
  const numbers = new Set(sheets.map((sheet) => sheet.heading?.number ?? ''));
  const forms = new Set(sheets.map((sheet) => sheet.heading?.form ?? ''));
  const outside = (line: number): boolean => line < first || line > page.lastLabel;
  const listing = listingForms(
    page.headings.filter((heading) => outside(heading.line)),
    numbers,
  );
  const entries: Heading[] = [];
  let run: Heading[] = [];
  const close = (): void => {
    const known = run.filter((heading) => numbers.has(heading.number)).length;
    if (run.some((heading) => heading.inContents) || (run.length > 1 && known * 2 >= run.length)) entries.push(...run);
    run = [];
  };
  for (const heading of page.headings) {
    if (used.has(heading.line)) {
      close();
      continue;
    }
    const lists = outside(heading.line) && listing.has(heading.form);
    const axis = heading.family === 'axis' && !forms.has(heading.form) && !lists;
    const candidate = forms.has(heading.form) || lists;
    if (axis || (!candidate && !heading.inContents)) continue;
    const last = run.at(-1);
    if (last && page.labelKeysBetween(last.line + 1, heading.line).length > 0) close();
    if (last && page.contentBetween(last.line + 1, heading.line) > 4) close();
    run.push(heading);
  }
  close();
  return entries;
}

/** Kinds of headings of which at least half bear the number of a sheet: "AXE 1.1" lists the "Fiche action 1.1". */
function listingForms(headings: readonly Heading[], numbers: ReadonlySet<string>): ReadonlySet<string> {
  const counts = new Map<string, { all: number; known: number }>();
  for (const { form, family, number } of headings) {
    if (family === 'axis' && form.endsWith('|1')) continue;
    const count = counts.get(form) ?? { all: 0, known: 0 };
    counts.set(form, { all: count.all + 1, known: count.known + (numbers.has(number) ? 1 : 0) });
  }
  return new Set([...counts].flatMap(([form, { all, known }]) => (known > 1 && known * 2 >= all ? [form] : [])));
}

/** Between the heading of a sheet and its first label. */
function underHeading(page: PlanPage, starts: ReadonlySet<number>, line: number): boolean {
  let above = page.previousContent(line);
  for (let steps = 0; steps < 4 && above !== undefined; steps += 1) {
    if (starts.has(above)) return true;
    if (page.rows[above] !== null) return false;
    above = page.previousContent(above);
  }
  return false;
}

/**
 * Headings above the actions. A kind of heading is one of axes when it stands at least once before the first sheet, or just before a
 * sheet or another such heading; "Objectif 1 : …" inside a sheet is text.
 */
function axisHeadings(
  page: PlanPage,
  { sheets, taken }: { sheets: readonly SheetStart[]; taken: ReadonlySet<number> },
): Heading[] {
  const candidates = page.headings.filter((heading) => heading.family === 'axis' && !taken.has(heading.line));
  const starts = new Set(sheets.map((sheet) => sheet.line));
  const first = sheets[0]?.line ?? page.lines.length;
  const forms = new Set<string>();
  const formAt = new Map(candidates.map((heading) => [heading.line, heading.form]));
  for (const heading of candidates.toReversed()) {
    const next = page.nextContent(heading.line);
    const above = next !== undefined && (starts.has(next) || forms.has(formAt.get(next) ?? ''));
    if (heading.line < first || above || underHeading(page, starts, heading.line)) forms.add(heading.form);
  }
  const axes = candidates.filter((heading) => forms.has(heading.form));
  return axes.length > 0 ? axes : bareAxes(page, sheets);
}
