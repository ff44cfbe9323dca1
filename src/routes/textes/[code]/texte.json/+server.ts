import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { runtime } from '#server/runtime.ts';
import { findAgreedText } from '#server/storage/agreed-texts.ts';
import { NOT_PUBLIC } from '#ui/messages/signing.fr.ts';
import { enterText } from '../../enter.ts';

/** The very bytes that the fingerprint is taken of. */
export const GET: RequestHandler = async (event) => {
  const { seen } = await enterText(event);
  const { code, id } = seen.signing;
  const kept = (await findAgreedText((await runtime()).db, { id })) ?? error(404, NOT_PUBLIC);
  return new Response(new Uint8Array(kept.canonical), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="pacte-${code}.json"`,
    },
  });
};
