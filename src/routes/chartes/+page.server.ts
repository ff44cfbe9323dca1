import type { PageServerLoad } from './$types';
import { editionRows } from '#server/edition-lists.ts';

export const load: PageServerLoad = () => ({ editions: editionRows() });
