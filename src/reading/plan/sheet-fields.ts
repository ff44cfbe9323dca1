/**
 * The fields of one sheet while it is being read: which label opened which text, and how the pieces are put together.
 *
 * A field fed by several labels keeps them apart: "DGS", then "Partenaires : ADEME". Verbatim otherwise.
 */
import { PLAN_FIELDS, type PlanField } from '#reading/contract.ts';
import { joinPlain, type Plain, unplaced } from './plain-text.ts';

/** `pieces`: put together once at the end, so that a field of a thousand lines costs a thousand lines. */
type Segment = { readonly field: PlanField; readonly key: string; readonly written: string; readonly pieces: Plain[] };

export class SheetFields {
  readonly #segments: Segment[] = [];
  #open: Segment | undefined;

  /** Text after a label; the same label again (a page break, a second line of its cell) continues where it was. */
  open(field: PlanField, label: { key: string; written: string }): void {
    this.#open = this.#segments.find((segment) => segment.field === field && segment.key === label.key);
    if (this.#open) return;
    this.#open = { field, ...label, pieces: [] };
    this.#segments.push(this.#open);
  }

  /** More text for the label opened last. `fresh` starts a new line. */
  add(text: Plain, fresh: boolean): void {
    if (text.text === '' || !this.#open) return;
    const { pieces } = this.#open;
    const last = pieces.at(-1);
    if (last) pieces.push(unplaced(separator(last.text, text.text, fresh)));
    pieces.push(text);
  }

  hasText(field: PlanField): boolean {
    return this.#segments.some((segment) => segment.field === field && segment.pieces.length > 0);
  }

  finish(): Record<PlanField, Plain | null> {
    const fields = Object.fromEntries(PLAN_FIELDS.map((field) => [field, null])) as Record<PlanField, Plain | null>;
    for (const field of PLAN_FIELDS) fields[field] = this.#compose(field);
    return fields;
  }

  #compose(field: PlanField): Plain | null {
    const filled = this.#segments.filter((segment) => segment.field === field && segment.pieces.length > 0);
    const [first] = filled;
    if (!first) return null;
    const parts = filled.map((segment) =>
      segment.key === first.key
        ? joinPlain(segment.pieces, '')
        : joinPlain([unplaced(`${segment.written} :`), joinPlain(segment.pieces, '')], ' '),
    );
    return joinPlain(parts, '\n');
  }
}

function separator(before: string, after: string, fresh: boolean): string {
  // "inter-" + "générationnel": the hyphen stays, nobody can tell which words keep it.
  if (/\p{L}-$/u.test(before) && /^\p{Ll}/u.test(after)) return '';
  if (/^\p{Ll}/u.test(after)) return ' ';
  return fresh || /[.!?…;:»]$/.test(before) ? '\n' : ' ';
}
