import type { Actions, PageServerLoad } from './$types';
import { consultationAsked, headOf } from '../../consultation-asked.ts';
import { contributeAction } from '../../contribute-action.ts';

export const load: PageServerLoad = async (event) => ({ head: headOf(await consultationAsked(event)) });

export const actions: Actions = { default: (event) => contributeAction(event, { kind: 'new-measure', measure: 0 }) };
