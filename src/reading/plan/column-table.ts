/**
 * Plans laid out as one table: a row for each action, a column for each label.
 *
 * The head is a row of labels with a column for the action ("N° | Action | Pilote | Budget | Échéance"). Rows below are actions until
 * the table ends; a row without a title continues the one above, the head repeated on the next page is passed over. Linear.
 */
import type { Span } from '#reading/contract.ts';
import { type Label, matchLabel } from './label.ts';
import { layoutCells, type LayoutColumns, layoutColumns, runsOver } from './layout-columns.ts';
import type { Plain } from './plain-text.ts';
import type { PlanPage } from './plan-page.ts';
import type { Cell, Line } from './plan-lines.ts';
import type { Sheet } from './sheet-result.ts';
import { type Column, RowDraft, type Use } from './table-row.ts';

/** `layout`: where columns begin, when only blanks part them. */
type Table = { readonly columns: readonly Column[]; readonly layout: LayoutColumns | null };

const LEAST_LABELS = 3;
/** What the tables of a page hold: their actions, the lines they take, and where each begins. */
export type ColumnTables = {
  readonly sheets: readonly Sheet[];
  readonly lines: ReadonlySet<number>;
  readonly heads: readonly number[];
};

/** The actions of every such table of the page; none when there is no such table. */
export function columnTables(page: PlanPage): ColumnTables {
  const reader = new TableReader(page);
  for (const line of page.lines) reader.read(line);
  return reader.finish();
}

class TableReader {
  readonly #page: PlanPage;
  readonly #sheets: Sheet[] = [];
  readonly #lines = new Set<number>();
  readonly #heads: number[] = [];
  #table: Table | null = null;
  #head: Span | null = null;
  #draft: RowDraft | null = null;
  #last = -1;

  constructor(page: PlanPage) {
    this.#page = page;
  }

  read(line: Line): void {
    if (line.kind === 'rule' && this.#draft) this.#draft.cover(line);
    if (line.kind !== 'content' || this.#page.furniture.has(line.index)) return;
    const found = headOf(line);
    if (found) {
      this.#heads.push(line.index);
      this.#table = found;
      this.#head ??= { start: line.start, end: line.end };
      this.#draft?.cover(line);
      this.#lines.add(line.index);
      return;
    }
    const cells = this.#table ? rowCells(line, this.#table) : [];
    if (!this.#table || cells.length === 0) return this.#leave(line);
    const { columns } = this.#table;
    // "Ville de X | 12": a running footer is no row of a wide table.
    if (columns.length > 3 && cells.length === 2 && /^\d{1,3}$/.test(cells[1]?.plain.text ?? '')) return;
    if (!opensRow(cells, this.#table)) {
      const follows = this.#table.layout === null || line.index - this.#last === 1;
      if (!this.#draft || !follows) return this.#leave(line);
      this.#draft.add(cells, columns);
    } else {
      this.#close();
      this.#draft = new RowDraft(line);
      if (this.#head) this.#draft.cover(this.#head);
      this.#head = null;
      this.#draft.add(cells, columns);
    }
    this.#last = line.index;
    this.#lines.add(line.index);
  }

  finish(): ColumnTables {
    this.#close();
    return {
      sheets: this.#sheets.filter((sheet) => sheet.title.text !== ''),
      lines: this.#lines,
      heads: this.#heads,
    };
  }

  /** A line that is no row: the table goes on after a heading, not after a paragraph. */
  #leave(line: Line): void {
    this.#close();
    const paragraph =
      line.text.length > 120 || (this.#table !== null && this.#table.layout !== null && /[.;]$/.test(line.text));
    if (!line.tabular && !this.#page.headingAt(line.index) && paragraph) this.#table = null;
  }

  #close(): void {
    if (this.#draft) this.#sheets.push(this.#draft.finish());
    this.#draft = null;
  }
}

/** The cells of a row; none when the line is no row of that table. */
function rowCells(line: Line, { layout }: Table): readonly Cell[] {
  if (layout === null) return line.tabular && line.cells.length > 1 ? line.cells : [];
  return line.tabular || line.bulleted || runsOver(line, layout) ? [] : layoutCells(line, layout);
}

/** A row opens an action when it has a title or a number; in columns of blanks a title may go on below, so the number decides. */
function opensRow(cells: readonly Cell[], { columns, layout }: Table): boolean {
  const text = (kind: Use['kind']): string | undefined => cellOf(cells, columns, kind)?.text;
  if (layout === null) return text('title') !== undefined || text('number') !== undefined;
  if (columns.some((column) => column.use.kind === 'number')) return /^\S{0,4}\s?\d/.test(text('number') ?? '');
  return text('title') !== undefined && cells.length * 2 >= columns.length;
}

/** The columns of a head row: at least three labels, few cells that are none, one of them for the action itself. */
function headOf(line: Line): Table | null {
  const cells = line.tabular ? line.cells : line.spaced;
  if (cells.length < LEAST_LABELS || line.bulleted) return null;
  const layout = layoutColumns(line);
  const columns = cells.map(({ plain, column }): Column => {
    const label = plain.text.length > 80 ? null : matchLabel(plain.text);
    return { column, written: plain.text, use: useOf(label, plain.text) };
  });
  const fields = columns.filter((column) => column.use.kind === 'field').length;
  const unknown = columns.filter((column) => column.use.kind === 'unknown').length;
  if (fields < 2 || columns.length - unknown < LEAST_LABELS || unknown * 3 > columns.length) return null;
  if (columns.some((column) => column.use.kind === 'title')) return { columns, layout };
  // "Intitulé de la proposition" is no known label; the first column that is none names the action.
  const first = columns.findIndex((column) => column.use.kind === 'unknown');
  if (first === -1) return null;
  const titled = columns.map((column, index): Column =>
    index === first ? { ...column, use: { kind: 'title' } } : column,
  );
  return { columns: titled, layout };
}

function useOf(label: Label | null, written: string): Use {
  if (label?.kind === 'field') return { kind: 'field', field: label.field, key: label.key };
  if (label?.kind === 'part') return { kind: 'field', field: label.field, key: '' };
  if (label?.kind === 'role') return { kind: label.role };
  return /^(?:fiche|sous-)?\s*(?:actions?|mesures?|projets?|titre|intitulé|libellé)(?!\p{L})/iu.test(written)
    ? { kind: 'title' }
    : { kind: 'unknown' };
}

function cellOf(cells: readonly Cell[], columns: readonly Column[], kind: Use['kind']): Plain | undefined {
  const column = columns.find((one) => one.use.kind === kind);
  return column && cells.find((cell) => cell.column === column.column)?.plain;
}
