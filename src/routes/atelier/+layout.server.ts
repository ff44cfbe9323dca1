/** The workbench is private until an edition is published. */
import type { LayoutServerLoad } from './$types';
import { keepPrivate } from '#server/http/private-page.ts';

export const load: LayoutServerLoad = ({ setHeaders }) => {
  keepPrivate(setHeaders);
};
