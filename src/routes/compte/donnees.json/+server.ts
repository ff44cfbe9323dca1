/** A copy of everything kept about oneself. */
import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { exportAccount } from '#use-cases/accounts/own-account.ts';

export const GET: RequestHandler = async (event) => {
  keepPrivate(event.setHeaders);
  const person = await requirePerson(event);
  const { db } = await runtime();
  const copy = await exportAccount(storesOn(db), person, { person: person.id });
  if (!copy.ok) error(404);
  return new Response(`${JSON.stringify(copy.value, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="parole-tenue-mes-donnees.json"',
    },
  });
};
