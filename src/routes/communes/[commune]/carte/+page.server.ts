import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { municipalityCodeIn, placeAddress } from '#ui/addresses.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { runtime } from '#server/runtime.ts';
import { communeShown } from '#server/storage/commune-shown.ts';
import { sendToHolder } from '../not-a-municipality.ts';
import { sheetToday } from '../sheet-today.ts';

/** Of several pacts, the last: a card is read at a glance. */
const MOST_PACTS = 2;

export const load: PageServerLoad = async ({ params, url }) => {
  const code = municipalityCodeIn(params.commune) ?? error(404);
  const { db } = await runtime();
  const commune = (await communeShown(db, { code })) ?? (await sendToHolder(db, { code, url }));
  sendOnTo(`${placeAddress(commune.place)}/carte`, url);
  const { name, title, description, address, lede, former, answers } = sheetToday(commune);
  return {
    alone: true,
    card: {
      name,
      title,
      description,
      address,
      lede,
      former,
      answers: answers.slice(0, MOST_PACTS),
      more: answers.length - MOST_PACTS,
    },
    readOn: new Date(),
  };
};
