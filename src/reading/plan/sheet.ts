/**
 * One action sheet, from its heading to the next: its title, its fields, what it says of itself.
 *
 * Lines are gone through once. A label opens a field; what follows without a label continues it; a label that nobody knows closes it, and
 * what stands there stays unread. Cells that slipped are put back only when the page itself says where they belong, and a warning says so.
 */
import type { PlanField, Span, Warning } from '#reading/contract.ts';
import { foldedLetters } from './fold.ts';
import { endsHeading, endsLabel, headsColumns } from './label-clues.ts';
import type { SheetRole } from './label-lexicon.ts';
import type { Pair } from './label-row.ts';
import { type Open, unknownLabelOn } from './open-field.ts';
import type { PlanPage } from './plan-page.ts';
import { type Line, wholeLine } from './plan-lines.ts';
import type { Plain } from './plain-text.ts';
import { cutLabel, mergedLabels, shiftedCell, unknownLabel } from './plan-warnings.ts';
import { SheetFields } from './sheet-fields.ts';
import type { SheetRange } from './sheet-ranges.ts';
import type { Sheet } from './sheet-result.ts';
import { sheetTitle } from './sheet-title.ts';
import { subTableField } from './sub-table.ts';

const LONG_ENOUGH_TO_DESCRIBE = 60;
/** "Région : 3 000 €" on a row of its own is a line of its own. */
const NAMES_PART = /^\p{Lu}[^:]{1,40} :\s/u;

export function readSheet(page: PlanPage, range: SheetRange): Sheet {
  const reader = new SheetReader(page, range);
  for (let line = reader.afterTitle; line < range.to; line += 1) reader.read(line);
  return reader.finish();
}

class SheetReader {
  readonly afterTitle: number;
  readonly #page: PlanPage;
  readonly #range: SheetRange;
  readonly #fields = new SheetFields();
  readonly #labels: string[] = [];
  readonly #related: Plain[] = [];
  readonly #spans: Span[] = [];
  readonly #warnings: Warning[] = [];
  readonly #preface: Line[] = [];
  #title: Plain;
  #number: string;
  #axisText: string | null = null;
  #axisLabel: string | null = null;
  #open: Open = { kind: 'nothing' };
  #columns: readonly Pair[] | null = null;
  #labelled = false;
  /** The label opened last, as written. */
  #written = '';

  constructor(page: PlanPage, range: SheetRange) {
    this.#page = page;
    this.#range = range;
    this.#number = range.heading?.number ?? '';
    this.#axisText = range.heading?.axisText ?? null;
    const titled = sheetTitle(page, range);
    this.#title = titled.title;
    this.afterTitle = titled.next;
    for (let line = range.from; line < titled.next; line += 1) this.#cover(page.lines[line]);
    this.#readAxisAbove();
  }

  read(index: number): void {
    const line = this.#page.lines[index];
    if (!line || line.kind === 'blank' || this.#range.skipped.has(index)) return;
    if (line.kind === 'rule') {
      this.#cover(line);
      return;
    }
    const row = this.#page.rows[index] ?? null;
    // Under a label alone on its line, "12" is a value; in a table, or beside a running header, it is a page number.
    const { furniture } = this.#page;
    const beside = furniture.has(index - 1) || furniture.has(index + 1);
    const waits = this.#open.kind === 'field' && this.#open.waiting !== null && !this.#open.row && !beside;
    if (furniture.has(index) && !waits) return;
    if (this.#repeatsHeading(line)) {
      this.#cover(line);
      return;
    }
    if (row === null && this.#columns && line.tabular && line.cells.length > 1) return this.#readColumns(line);
    if (row && namesAxis(row) && (this.#page.nextContent(index) ?? this.#range.to) >= this.#range.to) return;
    const inside = row ? subTableField(this.#page, index, this.#range.to) : null;
    if (inside) {
      this.#cover(line);
      if (this.#open.kind !== 'field' || this.#open.field !== inside)
        this.#fields.open(inside, { key: 'table', written: '' });
      this.#fields.add(wholeLine(line), true);
      this.#open = { kind: 'field', field: inside, waiting: null, row: false, shape: 'table' };
      return;
    }
    if (row && headsColumns(this.#page, { row, index, to: this.#range.to })) {
      this.#columns = row;
      this.#cover(line);
      return;
    }
    if (row) {
      this.#columns = null;
      this.#cover(line);
      for (const [at, pair] of row.entries())
        this.#readPair(pair, { line, slipped: at > 0 && row[at - 1]?.value.text === '' });
      return;
    }
    this.#readText(line);
  }

  finish(): Sheet {
    this.#describeByPreface();
    return {
      line: this.#range.from,
      header: this.#range.header,
      printedNumber: this.#number,
      title: this.#title,
      fields: this.#fields.finish(),
      labels: this.#labels,
      axisText: this.#axisText,
      axisLabel: this.#axisLabel,
      amounts: [],
      related: this.#related,
      spans: this.#spans,
      warnings: this.#warnings,
    };
  }

  #readPair(pair: Pair, { line, slipped }: { line: Line; slipped: boolean }): void {
    const { label, value } = pair;
    const span = { start: line.start, end: line.end };
    switch (label.kind) {
      case 'part':
        // "Objectif | Méthodologie de l'action": a heading slipped into the cell of a value.
        if (slipped && this.#open.kind === 'field') this.#warnings.push(shiftedCell(this.#open.field, 'heading', span));
        this.#open = { kind: 'part', field: label.field };
        if (value.text !== '') this.#addText(value, { line, fresh: true });
        return;
      case 'role':
        return this.#readRole(pair, label.role);
      case 'tail':
        return this.#readTail(pair, { line, field: label.field });
      case 'field': {
        if (this.#completesLabel(pair)) return this.#addText(value, { line, fresh: false });
        if (label.merged.length > 0)
          this.#warnings.push(mergedLabels(pair.written, [label.field, ...label.merged], span));
        this.#labelled = true;
        this.#written = pair.written;
        this.#fields.open(label.field, { key: label.key, written: pair.written });
        const filled = value.text !== '';
        const shape = filled && !line.tabular ? 'inline' : 'block';
        this.#open = { kind: 'field', field: label.field, waiting: filled ? null : span, row: line.tabular, shape };
        if (filled) this.#fields.add(value, true);
      }
    }
  }

  /** "partenaires" in small letters under "Pilotes /": the end of that label, on the next row. */
  #completesLabel({ written, label }: Pair): boolean {
    return (
      /^\p{Ll}/u.test(written) &&
      label.kind === 'field' &&
      this.#open.kind === 'field' &&
      this.#open.field === label.field
    );
  }

  /** "réalisation | Automne 2021": the end of a label whose beginning a page break took away. */
  #readTail({ written, value }: Pair, { line, field }: { line: Line; field: PlanField | null }): void {
    const other = field !== null && !(this.#open.kind === 'field' && this.#open.field === field);
    if (other && value.text !== '') {
      this.#warnings.push(cutLabel(written, field, { start: line.start, end: line.end }));
      this.#fields.open(field, { key: '', written });
      this.#open = { kind: 'field', field, waiting: null, row: line.tabular, shape: 'block' };
    }
    if (value.text !== '') this.#addText(value, { line, fresh: false });
  }

  #readRole(pair: Pair, role: SheetRole): void {
    const { written, value } = pair;
    this.#open = value.text === '' ? { kind: 'role', pair, role } : { kind: 'nothing' };
    if (value.text === '') return;
    if (role === 'status') this.#labels.push(`${written} : ${value.text}`);
    else if (role === 'axis' && this.#axisText === null) [this.#axisText, this.#axisLabel] = [value.text, written];
    else if (role === 'axis') this.#labels.push(`${written} : ${value.text}`);
    else if (role === 'related') this.#related.push(value);
    else if (role === 'number') this.#number ||= value.text;
    else if (this.#title.text === '') this.#title = value;
    else if (foldedLetters(this.#title.text) !== foldedLetters(value.text)) {
      // "Action : planter trente tilleuls", in a sheet that has a title: what the action is.
      this.#fields.open('description', { key: 'title', written });
      this.#fields.add(value, true);
    }
  }

  #readText(line: Line): void {
    const text = wholeLine(line);
    const inTable = this.#open.kind === 'field' && this.#open.shape === 'table';
    const written = this.#labelled ? unknownLabelOn(this.#page, line, this.#open) : null;
    if (written !== null) {
      this.#warnings.push(unknownLabel(written, { start: line.start, end: line.end }));
      this.#open = { kind: 'unknown' };
    } else if (this.#isEndOfLabel(line)) {
      this.#cover(line);
    } else if (this.#open.kind === 'role') {
      this.#cover(line);
      this.#readRole({ ...this.#open.pair, value: text }, this.#open.role);
    } else if (this.#open.kind === 'nothing') {
      if (!this.#labelled) this.#preface.push(line);
    } else if (this.#open.kind !== 'unknown') {
      this.#cover(line);
      this.#addText(text, { line, fresh: !line.tabular || line.bulleted || inTable || NAMES_PART.test(text.text) });
    }
  }

  #isEndOfLabel(line: Line): boolean {
    if (this.#open.kind === 'part') return endsHeading(line);
    if (this.#open.kind !== 'field') return false;
    return endsLabel(line, { written: this.#written, waits: this.#open.waiting !== null });
  }

  #addText(text: Plain, { line, fresh }: { line: Line; fresh: boolean }): void {
    if (this.#open.kind === 'part') {
      this.#fields.open(this.#open.field, { key: '', written: '' });
      this.#labelled = true;
      this.#open = { kind: 'field', field: this.#open.field, waiting: null, row: line.tabular, shape: 'block' };
    }
    if (this.#open.kind !== 'field' || text.text === '') return;
    const { field, waiting, row } = this.#open;
    if (waiting && row && !this.#columns) {
      this.#warnings.push(shiftedCell(field, 'next-row', { start: waiting.start, end: line.end }));
    }
    this.#open = { ...this.#open, waiting: null };
    this.#fields.add(text, fresh);
  }

  #readColumns(line: Line): void {
    this.#cover(line);
    for (const cell of line.cells) {
      const pair = this.#columns?.findLast((column) => column.column <= cell.column);
      if (pair?.label.kind === 'role') this.#readRole({ ...pair, value: cell.plain }, pair.label.role);
      if (pair?.label.kind !== 'field') continue;
      this.#labelled = true;
      this.#fields.open(pair.label.field, {
        key: pair.label.key,
        written: pair.written,
      });
      this.#fields.add(cell.plain, true);
    }
    this.#open = { kind: 'nothing' };
  }

  /** Text between the title and the first label describes the action when no label does. */
  #describeByPreface(): void {
    const length = this.#preface.reduce((sum, line) => sum + line.text.length, 0);
    if (
      (this.#labelled && length < LONG_ENOUGH_TO_DESCRIBE) ||
      this.#fields.hasText('description') ||
      this.#fields.hasText('context')
    )
      return;
    this.#fields.open('description', { key: 'preface', written: '' });
    for (const line of this.#preface) {
      this.#cover(line);
      this.#fields.add(wholeLine(line), true);
    }
  }

  /** "Thématique : Mobilités" on the line above the heading. */
  #readAxisAbove(): void {
    const above = this.#page.previousContent(this.#range.from);
    const row = above === undefined ? null : this.#page.rows[above];
    if (above === undefined || !row || !namesAxis(row)) return;
    this.#axisText = row[0]?.value.text ?? null;
    this.#axisLabel = row[0]?.written ?? null;
    this.#cover(this.#page.lines[above]);
  }

  #repeatsHeading(line: Line): boolean {
    const again = this.#page.headingAt(line.index);
    if (!again || !this.#range.heading || again.number !== this.#range.heading.number || again.family === 'axis')
      return false;
    const title = foldedLetters(again.title.text);
    return title === '' || title === 'suite' || title === foldedLetters(this.#title.text);
  }

  #cover(line: Line | undefined): void {
    if (line && line.kind !== 'blank') this.#spans.push({ start: line.start, end: line.end });
  }
}

function namesAxis(row: readonly Pair[]): boolean {
  const [only] = row;
  return row.length === 1 && only?.label.kind === 'role' && only.label.role === 'axis' && only.value.text !== '';
}
