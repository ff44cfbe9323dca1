import type { Actions, PageServerLoad } from './$types';
import { confirmAct, dropAct, pageAct, paperPage } from '../../../../textes/papers.ts';
import { enterByLink, linkComer } from '../../bearer.ts';

export const load: PageServerLoad = async (event) => {
  const { comer, seen } = await enterByLink(event);
  return await paperPage(comer, seen, event.params.paper);
};

export const actions: Actions = {
  page: async (event) => await pageAct(await linkComer(event), event),
  confirm: async (event) => await confirmAct(await linkComer(event), event),
  drop: async (event) => await dropAct(await linkComer(event), event),
};
