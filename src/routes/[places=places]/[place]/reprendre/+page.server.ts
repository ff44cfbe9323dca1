import type { PageServerLoad } from './$types';
import { codeOf } from '#domain/shared/place.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { cardFrame } from '#ui/card/card-frame.ts';
import { followUpPlace } from '../follow-up-place.ts';

export const load: PageServerLoad = async (event) => {
  const { config, place, code, address } = await followUpPlace(event);
  sendOnTo(`${address}/reprendre`, event.url);
  const origin = config.publicOrigin ?? event.url.origin;
  const kind = place.kind === 'municipality' ? 'communes' : 'intercommunalites';
  return {
    place,
    address,
    lasting: `${origin}/${kind}/${codeOf(code)}`,
    card: place.kind === 'municipality' ? cardFrame({ origin, place }) : null,
  };
};
