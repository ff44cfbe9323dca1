/** A spreadsheet as a form brings it: a file, or cells pasted from one. */
import type { CannotOpenPlanImport } from '#use-cases/plan-import/open-plan-import.ts';

/** As large as the reader takes (src/reading/sheet/read-sheet.ts). */
export const SHEET_MEGABYTES = 20;
/** Characters of pasted cells. */
const PASTE_LIMIT = 5_000_000;

export type SheetBrought =
  | { readonly kind: 'brought'; readonly filename: string; readonly bytes: Uint8Array; readonly pasted: boolean }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'too-large' };

export async function sheetBrought(form: FormData): Promise<SheetBrought> {
  const file = form.get('fichier');
  if (file instanceof File && file.size > 0) {
    if (file.size > SHEET_MEGABYTES * 1024 * 1024) return { kind: 'too-large' };
    return { kind: 'brought', filename: file.name, bytes: new Uint8Array(await file.arrayBuffer()), pasted: false };
  }
  const pasted = form.get('collage');
  if (typeof pasted !== 'string' || pasted.trim() === '') return { kind: 'nothing' };
  if (pasted.length > PASTE_LIMIT) return { kind: 'too-large' };
  return { kind: 'brought', filename: '', bytes: Buffer.from(pasted), pasted: true };
}

export function statusOfRefusal({ kind }: CannotOpenPlanImport): 400 | 404 | 413 | 429 | 503 {
  if (kind === 'sheet-too-large') return 413;
  if (kind === 'reader-busy') return 503;
  return kind === 'not-allowed' || kind === 'unknown-plan' || kind === 'plan-elsewhere' ? 404 : 400;
}
