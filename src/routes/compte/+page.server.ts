import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { requireAccount } from '#server/accounts/actor-of.ts';
import { leaveBrowser } from '#server/accounts/leave-browser.ts';
import { endSession } from '#server/accounts/start-session.ts';
import { formText } from '#server/http/form-text.ts';
import { runtime } from '#server/runtime.ts';
import { namedHoldings } from '#server/storage/named-holdings.ts';
import { passkeysOf, removePasskey, sessionsOf } from '#server/storage/person-logins.ts';
import { storesOn } from '#server/stores.ts';
import { deviceInWords } from '#ui/messages/device.fr.ts';
import { dayOf, momentOf } from '#ui/messages/format.fr.ts';
import { doorOf, sayAccountRefusal } from '#ui/messages/own-account.fr.ts';
import { changeName, endSessions } from '#use-cases/accounts/change-account.ts';
import { pass } from '#domain/access/gate.ts';

export const load: PageServerLoad = async (event) => {
  const account = await requireAccount(event);
  const { person } = account;
  if (!pass(person, { act: 'see-account', state: 'none', concerns: { person: person.id } }).ok) error(404);
  const { db } = await runtime();
  const [sessions, passkeys, held] = await Promise.all([
    sessionsOf(db, person.id),
    passkeysOf(db, person.id),
    namedHoldings(db, person.holds),
  ]);
  const now = new Date();
  return {
    name: account.name,
    email: account.email,
    since: dayOf(account.createdAt),
    doors: held.map(doorOf),
    sessions: sessions
      .filter(({ expiresAt }) => expiresAt > now)
      .map(({ id, userAgent, createdAt, updatedAt }) => ({
        id,
        device: deviceInWords(userAgent),
        since: momentOf(createdAt),
        seen: momentOf(updatedAt),
        here: id === account.session.id,
      }))
      .toSorted((one, other) => Number(other.here) - Number(one.here)),
    passkeys: passkeys.map(({ id, createdAt }) => ({ id, since: createdAt === null ? null : dayOf(createdAt) })),
    changed: event.url.searchParams.has('fait'),
  };
};

export const actions: Actions = {
  nom: async (event) => {
    const { stores, person } = await own(event);
    const name = formText(await event.request.formData(), 'nom', 1000);
    const changed = await changeName(stores, person, { person: person.id, name }, new Date());
    if (!changed.ok) return fail(400, { name, problem: sayAccountRefusal(changed.refusal) });
    redirect(303, '/compte?fait');
  },
  fermer: async (event) => {
    const { stores, person } = await own(event);
    const only = formText(await event.request.formData(), 'connexion');
    await endSessions(stores, person, { person: person.id, which: { only } });
    redirect(303, '/compte?fait');
  },
  'fermer-autres': async (event) => {
    const { stores, person, session } = await own(event);
    await endSessions(stores, person, { person: person.id, which: { allBut: session.id } });
    redirect(303, '/compte?fait');
  },
  'retirer-cle': async (event) => {
    const { db, person } = await own(event);
    const key = formText(await event.request.formData(), 'cle');
    const passed = pass(person, { act: 'keep-passkey', state: 'none', concerns: { person: person.id } });
    if (passed.ok) await removePasskey(db, person.id, key);
    redirect(303, '/compte?fait');
  },
  sortir: async (event) => {
    await endSession(event);
    leaveBrowser(event.setHeaders);
    redirect(303, '/connexion?sorti');
  },
};

async function own(event: Pick<RequestEvent, 'request' | 'cookies' | 'url'>) {
  const [{ person, session }, { db }] = [await requireAccount(event), await runtime()];
  return { person, session, db, stores: storesOn(db) };
}
