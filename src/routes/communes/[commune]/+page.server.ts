import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { municipalityCodeIn, placeAddress } from '#ui/addresses.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { notWrittenOut } from '#server/http/not-written-out.ts';
import { runtime } from '#server/runtime.ts';
import { communeShown } from '#server/storage/commune-shown.ts';
import { groupingPage } from '#server/storage/grouping-page.ts';
import { sendToHolder } from './not-a-municipality.ts';
import { sheetToday } from './sheet-today.ts';

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
      sheet: sheetToday(commune),
      near:
        near === null
          ? null
          : { grouping: near.place, pacts: near.communePacts.filter(({ today }) => today?.code !== code) },
    }),
  };
};
