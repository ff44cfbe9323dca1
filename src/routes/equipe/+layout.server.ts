/** The pages of the national team: private, and not there for anybody else. */
import type { LayoutServerLoad } from './$types';
import { keepPrivate } from '#server/http/private-page.ts';

export const load: LayoutServerLoad = ({ setHeaders }) => {
  keepPrivate(setHeaders);
};
