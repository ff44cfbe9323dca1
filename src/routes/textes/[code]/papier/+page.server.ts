import type { Actions, PageServerLoad } from './$types';
import { comerTo, enterInside } from '../../enter.ts';
import { bringAct, bringPage } from '../../papers.ts';

export const load: PageServerLoad = async (event) => {
  const { seen } = await enterInside(event);
  return bringPage(await comerTo(event), seen);
};

export const actions: Actions = {
  default: async (event) => await bringAct(await comerTo(event), event),
};
