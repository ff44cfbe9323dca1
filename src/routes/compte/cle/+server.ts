/** Adding a passkey to one's own account, soon after having signed in. */
import type { RequestHandler } from './$types';
import { error } from '@sveltejs/kit';
import { pass } from '#domain/access/gate.ts';
import { actorOf, type Asking } from '#server/accounts/actor-of.ts';
import { passkeyStep } from '#server/accounts/passkeys.ts';
import { keepPrivate } from '#server/http/private-page.ts';

export const GET: RequestHandler = async (event) => {
  keepPrivate(event.setHeaders);
  await ownKeys(event);
  return await passkeyStep(event, 'add-options');
};

export const POST: RequestHandler = async (event) => {
  keepPrivate(event.setHeaders);
  await ownKeys(event);
  return await passkeyStep(event, 'add');
};

async function ownKeys(event: Asking): Promise<void> {
  const actor = await actorOf(event);
  const person = actor.kind === 'person' ? actor.id : '';
  if (!pass(actor, { act: 'keep-passkey', state: 'none', concerns: { person } }).ok) error(403);
}
