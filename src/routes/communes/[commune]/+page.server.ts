import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { localDay } from '#domain/shared/local-day.ts';
import { departmentOf } from '#domain/territory/department-of.ts';
import { municipalityCodeIn, placeAddress } from '#ui/addresses.ts';
import { communeSheet, type CommuneSheet } from '#ui/commune/commune-sheet.ts';
import { editionById } from '#server/charters.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { notWrittenOut } from '#server/http/not-written-out.ts';
import { runtime } from '#server/runtime.ts';
import { communeShown, type CommuneShown } from '#server/storage/commune-shown.ts';
import { groupingPage } from '#server/storage/grouping-page.ts';
import { sendToHolder } from './not-a-municipality.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const code = municipalityCodeIn(params.commune) ?? error(404);
  const { db } = await runtime();
  const commune = (await communeShown(db, { code })) ?? (await sendToHolder(db, { code, url }));
  sendOnTo(placeAddress(commune.place), url);

  const grouping = commune.groupings.at(-1);
  const near =
    commune.pacts.length > 0 || grouping?.kind !== 'grouping'
      ? null
      : await groupingPage(db, { siren: grouping.siren });
  return {
    commune: notWrittenOut({
      sheet: sheetOf(commune, localDay(new Date(), departmentOf(code))),
      near: near === null ? null : { grouping: near.place, pacts: near.communePacts },
    }),
  };
};

/** Made once from what the database says, as long as it says the same, on the same day. */
const sheets = new WeakMap<CommuneShown, { readonly today: string; readonly sheet: CommuneSheet }>();

function sheetOf(commune: CommuneShown, today: string): CommuneSheet {
  const known = sheets.get(commune);
  if (known?.today === today) return known.sheet;
  const sheet = communeSheet(commune, editionById, today);
  sheets.set(commune, { today, sheet });
  return sheet;
}
