/**
 * The title of a sheet: what stands after its number, on the next line when nothing does, and the line after when a title was cut in two.
 */
import type { PlanPage } from './plan-page.ts';
import { type Line, wholeLine } from './plan-lines.ts';
import { EMPTY, joinPlain, type Plain } from './plain-text.ts';
import type { SheetRange } from './sheet-ranges.ts';

const MOST_LINES = 3;

/** The title (empty when none is found) and the first line after it. */
export function sheetTitle(page: PlanPage, range: SheetRange): { title: Plain; next: number } {
  const first = page.lines[range.from];
  let title = range.heading?.title ?? rowTitle(page, range.from) ?? (first ? wholeLine(first) : EMPTY);
  let next = range.from + 1;
  if (title.text === '') {
    const below = page.nextContent(range.from);
    const line = below === undefined || below >= range.to ? undefined : page.lines[below];
    if (!line || !isBareText(page, line) || range.skipped.has(line.index)) return { title, next };
    title = wholeLine(line);
    next = line.index + 1;
  }
  for (let count = 1; count < MOST_LINES && next < range.to; count += 1) {
    const line = page.lines[next];
    if (!line || range.skipped.has(next) || !isBareText(page, line) || !continues(title.text, line.text)) break;
    title = joinPlain([title, wholeLine(line)], ' ');
    next += 1;
  }
  return { title, next };
}

function rowTitle(page: PlanPage, index: number): Plain | undefined {
  return page.rows[index]?.find((pair) => pair.label.kind === 'role' && pair.label.role === 'title')?.value;
}

function isBareText(page: PlanPage, line: Line): boolean {
  if (line.kind !== 'content' || page.rows[line.index] || page.furniture.has(line.index)) return false;
  if (page.headingAt(line.index) && page.headingAt(line.index)?.family !== 'bare') return false;
  return !line.bulleted && line.text.length <= 150 && !(line.tabular && line.cells.length > 1);
}

/** A bracket or a quotation still open, small letters, or capitals after capitals: the same title goes on. */
function continues(title: string, next: string): boolean {
  const open = count(title, /[(«]/g) > count(title, /[)»]/g);
  if (
    open ||
    /(?:[,'’:-]|\s(?:de|des|du|et|la|le|les|l|d|à|au|aux|en|pour|ou|par|sur|un|une|DE|DES|DU|ET|LA|LE|LES|A|AU|AUX|EN|POUR|OU|PAR|SUR))$/u.test(
      title,
    )
  )
    return true;
  if (/^\p{Ll}/u.test(next) && !/[.:]$/.test(title)) return true;
  const capitals = (text: string): boolean => /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);
  return capitals(title) && capitals(next) && !/[.:]$/.test(title);
}

function count(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0;
}
