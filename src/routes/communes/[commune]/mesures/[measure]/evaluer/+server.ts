import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { numberIn } from '#ui/addresses.ts';
import { sendToForm } from '../../../to-assess.ts';

export const GET: RequestHandler = async ({ params, url }) =>
  await sendToForm(
    { commune: params.commune, url },
    { kind: 'measure', measure: numberIn(params.measure) ?? error(404) },
  );
