/**
 * The fields of one sheet while it is being read: which label opened which text, and how the pieces are put together.
 *
 * A field fed by several labels keeps them apart: "DGS", then "Partenaires : ADEME". Verbatim otherwise.
 */
import { PLAN_FIELDS, type PlanField } from '#reading/contract.ts';
import { EMPTY, joinPlain, type Plain, unplaced } from './plain-text.ts';

type Segment = { readonly field: PlanField; readonly key: string; readonly written: string; text: Plain };

export class SheetFields {
  readonly #segments: Segment[] = [];

  /** Text after a label; the same label again (cut by a page break) continues where it was. */
  open(field: PlanField, label: { key: string; written: string }): void {
    const last = this.#segments.at(-1);
    if (last && last.field === field && last.key === label.key) return;
    this.#segments.push({ field, ...label, text: EMPTY });
  }

  /** More text for the label opened last. `fresh` starts a new line. */
  add(text: Plain, fresh: boolean): void {
    const last = this.#segments.at(-1);
    if (last) last.text = joinPlain([last.text, text], separator(last.text.text, text.text, fresh));
  }

  hasText(field: PlanField): boolean {
    return this.#segments.some((segment) => segment.field === field && segment.text.text !== '');
  }

  finish(): Record<PlanField, Plain | null> {
    const fields = Object.fromEntries(PLAN_FIELDS.map((field) => [field, null])) as Record<PlanField, Plain | null>;
    for (const field of PLAN_FIELDS) fields[field] = this.#compose(field);
    return fields;
  }

  #compose(field: PlanField): Plain | null {
    const filled = this.#segments.filter((segment) => segment.field === field && segment.text.text !== '');
    const [first] = filled;
    if (!first) return null;
    const parts = filled.map((segment) =>
      segment.key === first.key ? segment.text : joinPlain([unplaced(`${segment.written} :`), segment.text], ' '),
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
