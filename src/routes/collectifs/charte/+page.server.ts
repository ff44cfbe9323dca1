import type { PageServerLoad } from './$types';
import { collectivesCharter } from '#server/collectives-charter.ts';

export const load: PageServerLoad = () => ({ charter: collectivesCharter() });
