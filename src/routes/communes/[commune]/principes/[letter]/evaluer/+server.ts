import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { sendToForm } from '../../../to-assess.ts';

export const GET: RequestHandler = async ({ params, url }) => {
  const letter = /^[A-Za-z]$/.test(params.letter) ? params.letter.toUpperCase() : error(404);
  return await sendToForm({ commune: params.commune, url }, { kind: 'principle', letter });
};
