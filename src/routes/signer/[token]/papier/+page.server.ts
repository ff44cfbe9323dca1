import type { Actions, PageServerLoad } from './$types';
import { bringAct, bringPage } from '../../../textes/papers.ts';
import { enterByLink, linkComer } from '../bearer.ts';

export const load: PageServerLoad = async (event) => {
  const { comer, seen } = await enterByLink(event);
  return bringPage(comer, seen);
};

export const actions: Actions = {
  default: async (event) => await bringAct(await linkComer(event), event),
};
