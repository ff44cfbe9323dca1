/** What the page of a commune says today, for its page and for its card on other sites. */
import { localDay } from '#domain/shared/local-day.ts';
import { departmentOf } from '#domain/territory/department-of.ts';
import { communeSheet, type CommuneSheet } from '#ui/commune/commune-sheet.ts';
import { editionById } from '#server/charters.ts';
import type { CommuneShown } from '#server/storage/commune-shown.ts';

/** Made once from what the database says, as long as it says the same, on the same day. */
const sheets = new WeakMap<CommuneShown, { readonly today: string; readonly sheet: CommuneSheet }>();

export function sheetToday(commune: CommuneShown): CommuneSheet {
  const today = localDay(new Date(), departmentOf(commune.place.code));
  const known = sheets.get(commune);
  if (known?.today === today) return known.sheet;
  const sheet = communeSheet(commune, editionById, today);
  sheets.set(commune, { today, sheet });
  return sheet;
}
