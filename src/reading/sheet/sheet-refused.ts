import type { SheetRefusal } from './workbook.ts';

/** Carries a refusal out of a deep parser; ./read-sheet.ts turns it back into data and nothing else catches it. */
export class SheetRefused extends Error {
  readonly refusal: SheetRefusal;
  constructor(refusal: SheetRefusal) {
    super(refusal.kind);
    this.name = 'SheetRefused';
    this.refusal = refusal;
  }
}
