/**
 * Plans laid out as one table: a row for each action, a column for each label.
 *
 * The head is a row of labels with a column for the action ("N° | Action | Pilote | Budget | Échéance"). Rows below are actions until
 * the table ends; a row without a title continues the one above, the head repeated on the next page is passed over. Linear.
 */
import type { PlanField, Span } from '#reading/contract.ts';
import { type Label, matchLabel } from './label.ts';
import type { PlanPage } from './plan-page.ts';
import type { Line } from './plan-lines.ts';
import { EMPTY, type Plain, slicePlain } from './plain-text.ts';
import type { Sheet } from './sheet.ts';
import { SheetFields } from './sheet-fields.ts';

type Column = { readonly column: number; readonly written: string; readonly use: Use };
type Use =
  | { readonly kind: 'title' | 'number' | 'axis' | 'status' | 'related' | 'unknown' }
  | { readonly kind: 'field'; readonly field: PlanField; readonly key: string };

const LEAST_LABELS = 3;
const LEADING_NUMBER =
  /^(?:(?:action|fiche)\s+)?(?:n\s?[°º]\s*)?((?:[A-Z]{1,4}[ .-]?)?\d{1,3}(?:\.\d{1,3}){0,3})\s*(?:[.:)–-]\s*|\s+)(?=\S)/iu;

/** The actions of every such table of the page; none when there is no such table. */
export function columnSheets(page: PlanPage): Sheet[] {
  const sheets: Sheet[] = [];
  let columns: readonly Column[] | null = null;
  let head: Span | null = null;
  let draft: RowDraft | null = null;
  for (const line of page.lines) {
    if (line.kind === 'rule' && draft) draft.cover(line);
    if (line.kind !== 'content' || page.furniture.has(line.index)) continue;
    const found = headOf(line);
    if (found) {
      columns = found;
      head ??= { start: line.start, end: line.end };
      if (draft) draft.cover(line);
      continue;
    }
    if (!columns || !line.tabular || line.cells.length < 2) {
      if (draft) sheets.push(draft.finish());
      draft = null;
      if (!line.tabular && !page.headingAt(line.index)) columns = line.text.length > 120 ? null : columns;
      continue;
    }
    // "Ville de X | 12": a running footer is no row of a wide table.
    if (columns.length > 3 && line.cells.length === 2 && /^\d{1,3}$/.test(line.cells[1]?.plain.text ?? '')) continue;
    const titled = cellOf(line, columns, 'title');
    if (draft && titled === undefined && cellOf(line, columns, 'number') === undefined) {
      draft.add(line, columns);
      continue;
    }
    if (draft) sheets.push(draft.finish());
    draft = new RowDraft(line);
    if (head) draft.cover(head);
    head = null;
    draft.add(line, columns);
  }
  if (draft) sheets.push(draft.finish());
  return sheets.filter((sheet) => sheet.title.text !== '');
}

/** The columns of a head row: at least three labels, few cells that are none, one of them for the action itself. */
function headOf(line: Line): Column[] | null {
  if (!line.tabular || line.cells.length < LEAST_LABELS) return null;
  const columns = line.cells.map((cell): Column => {
    const label = cell.plain.text.length > 80 ? null : matchLabel(cell.plain.text);
    return { column: cell.column, written: cell.plain.text, use: useOf(label, cell.plain.text) };
  });
  const fields = columns.filter((column) => column.use.kind === 'field').length;
  const unknown = columns.filter((column) => column.use.kind === 'unknown').length;
  if (fields < 2 || columns.length - unknown < LEAST_LABELS || unknown * 3 > columns.length) return null;
  if (columns.some((column) => column.use.kind === 'title')) return columns;
  // "Intitulé de la proposition" is no known label; the first column that is none names the action.
  const first = columns.findIndex((column) => column.use.kind === 'unknown');
  if (first === -1) return null;
  return columns.map((column, index) => (index === first ? { ...column, use: { kind: 'title' } } : column));
}

function useOf(label: Label | null, written: string): Use {
  if (label?.kind === 'field')
    return { kind: 'field', field: label.field, key: label.weight === 'strong' ? '' : label.key };
  if (label?.kind === 'part') return { kind: 'field', field: label.field, key: '' };
  if (label?.kind === 'role') return { kind: label.role };
  return /^(?:fiche|sous-)?\s*(?:actions?|mesures?|projets?|titre|intitulé|libellé)(?!\p{L})/iu.test(written)
    ? { kind: 'title' }
    : { kind: 'unknown' };
}

function cellOf(line: Line, columns: readonly Column[], kind: Use['kind']): Plain | undefined {
  const column = columns.find((one) => one.use.kind === kind);
  return column && line.cells.find((cell) => cell.column === column.column)?.plain;
}

class RowDraft {
  readonly #line: number;
  readonly #fields = new SheetFields();
  readonly #spans: Span[] = [];
  readonly #labels: string[] = [];
  readonly #related: Plain[] = [];
  #title: Plain = EMPTY;
  #number = '';
  #axisText: string | null = null;

  constructor(line: Line) {
    this.#line = line.index;
  }

  cover(span: Span): void {
    this.#spans.push({ start: span.start, end: span.end });
  }

  add(line: Line, columns: readonly Column[]): void {
    for (const { column, plain } of line.cells) {
      const named = columns.find((one) => one.column === column);
      if (!named || named.use.kind === 'unknown') continue;
      this.#take(plain, named);
      const [start, end] = [plain.starts[0] ?? line.start, plain.ends.at(-1) ?? line.end];
      this.#spans.push({ start, end });
    }
  }

  finish(): Sheet {
    const leading = this.#number === '' ? LEADING_NUMBER.exec(this.#title.text) : null;
    return {
      line: this.#line,
      header: this.#line,
      printedNumber: leading?.[1] ?? this.#number,
      title: leading ? slicePlain(this.#title, leading[0].length, this.#title.text.length) : this.#title,
      fields: this.#fields.finish(),
      labels: this.#labels,
      axisText: this.#axisText,
      related: this.#related,
      spans: this.#spans,
      warnings: [],
    };
  }

  #take(plain: Plain, { use, written }: Column): void {
    if (use.kind === 'field') {
      this.#fields.open(use.field, { key: use.key, written });
      this.#fields.add(plain, true);
    } else if (use.kind === 'title') this.#title = this.#title.text === '' ? plain : this.#title;
    else if (use.kind === 'number') this.#number ||= plain.text;
    else if (use.kind === 'axis') this.#axisText ??= plain.text;
    else if (use.kind === 'related') this.#related.push(plain);
    else if (use.kind === 'status') this.#labels.push(`${written} : ${plain.text}`);
  }
}
