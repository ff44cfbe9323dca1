import type { PageServerLoad } from './$types';
import { keepPrivate } from '#server/http/private-page.ts';

/** After somebody gave back all they carried: their link opens nothing any more. */
export const load: PageServerLoad = ({ setHeaders }) => {
  keepPrivate(setHeaders);
};
