import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { idIn } from '#ui/addresses.ts';
import { sendToForm } from '../../../to-assess.ts';

export const GET: RequestHandler = async ({ params, url }) =>
  await sendToForm({ commune: params.commune, url }, { kind: 'local', local: idIn(params.id) ?? error(404) });
