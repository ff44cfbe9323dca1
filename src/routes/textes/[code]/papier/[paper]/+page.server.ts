import type { Actions, PageServerLoad } from './$types';
import { comerTo, enterInside } from '../../../enter.ts';
import { confirmAct, dropAct, pageAct, paperPage } from '../../../papers.ts';

export const load: PageServerLoad = async (event) => {
  const { seen } = await enterInside(event);
  return await paperPage(await comerTo(event), seen, event.params.paper);
};

export const actions: Actions = {
  page: async (event) => await pageAct(await comerTo(event), event),
  confirm: async (event) => await confirmAct(await comerTo(event), event),
  drop: async (event) => await dropAct(await comerTo(event), event),
};
