/**
 * One action of a table while its row is being read: each cell goes where the head of its column says.
 */
import type { AmountFinding, PlanField, Span } from '#reading/contract.ts';
import { bareAmount } from './amounts.ts';
import { EMPTY, joinPlain, type Plain, slicePlain } from './plain-text.ts';
import type { Cell, Line } from './plan-lines.ts';
import type { Sheet } from './sheet-result.ts';
import { SheetFields } from './sheet-fields.ts';

export type Column = { readonly column: number; readonly written: string; readonly use: Use };
export type Use =
  | { readonly kind: 'title' | 'number' | 'axis' | 'status' | 'related' | 'unknown' }
  | { readonly kind: 'field'; readonly field: PlanField; readonly key: string };

const LEADING_NUMBER =
  /^(?:(?:action|fiche)\s+)?(?:n\s?[°º]\s*)?((?:[A-Z]{1,4}[ .-]?)?\d{1,3}(?:\.\d{1,3}){0,3})\s*(?:[.:)–-]\s*|\s+)(?=\S)/iu;

export class RowDraft {
  readonly #line: number;
  readonly #fields = new SheetFields();
  readonly #spans: Span[] = [];
  readonly #labels: string[] = [];
  readonly #related: Plain[] = [];
  readonly #amounts: AmountFinding[] = [];
  #title: Plain = EMPTY;
  #number = '';
  #lines = 0;
  #axisText: string | null = null;
  #axisLabel: string | null = null;

  constructor(line: Line) {
    this.#line = line.index;
  }

  cover(span: Span): void {
    this.#spans.push({ start: span.start, end: span.end });
  }

  /** The cells of one line of the row; a second line goes on with the first. */
  add(cells: readonly Cell[], columns: readonly Column[]): void {
    this.#lines += 1;
    for (const { column, plain } of cells) {
      const named = columns.find((one) => one.column === column);
      if (!named || named.use.kind === 'unknown') continue;
      this.#take(plain, named);
      const [start, end] = [plain.starts[0], plain.ends.at(-1)];
      if (start !== undefined && end !== undefined) this.#spans.push({ start, end });
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
      axisLabel: this.#axisLabel,
      amounts: this.#amounts,
      related: this.#related,
      spans: this.#spans,
      warnings: [],
    };
  }

  #take(plain: Plain, { use, written }: Column): void {
    if (use.kind === 'field') {
      const amount = bareAmount(plain, written);
      if (amount) this.#amounts.push(amount);
      this.#fields.open(use.field, { key: use.key, written });
      this.#fields.add(plain, this.#lines === 1);
    } else if (use.kind === 'title') this.#title = joinPlain([this.#title, plain], ' ');
    else if (use.kind === 'number') this.#number ||= plain.text;
    else if (use.kind === 'axis') [this.#axisText, this.#axisLabel] = [this.#axisText ?? plain.text, written];
    else if (use.kind === 'related') this.#related.push(plain);
    else if (use.kind === 'status') this.#labels.push(`${written} : ${plain.text}`);
  }
}
