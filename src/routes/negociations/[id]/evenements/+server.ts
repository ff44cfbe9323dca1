/** What changes in a negotiation, told while its page stays open. No words travel here: the page asks for them. */
import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { idIn } from '#ui/addresses.ts';
import { accountOf } from '#server/accounts/actor-of.ts';
import { eventStream } from '#server/live/event-stream.ts';
import { negotiationHub } from '#server/live/negotiation-hub.ts';
import { runtime } from '#server/runtime.ts';
import { personOfSession } from '#server/storage/open-sessions.ts';
import { storesOn } from '#server/stores.ts';
import { revisionSeen } from '#use-cases/negotiation/see-negotiation.ts';

export const GET: RequestHandler = async (event) => {
  const id = idIn(event.params.id) ?? error(404);
  const { db, live } = await runtime();
  const account = await accountOf(event);
  const stores = storesOn(db);
  if (account === null || (await revisionSeen(stores, account.person, id)) === null) error(404);
  if (live === undefined) error(503);
  const { person, session } = account;
  const answer = await eventStream({
    hub: negotiationHub(live),
    negotiation: id,
    person: person.id,
    closing: live.closing,
    // Asked each time: a session that was ended and a role that was taken hear nothing more.
    revision: async () => {
      const now = await personOfSession(db, session.id, new Date());
      return now === null ? null : await revisionSeen(stores, now, id);
    },
  });
  return answer ?? new Response(null, { status: 503, headers: { 'retry-after': '60', 'cache-control': 'no-store' } });
};
