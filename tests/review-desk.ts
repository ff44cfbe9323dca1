/** For tests of the pages of a review: a collective at work on one, its neighbours, and the pages asked as a browser asks them. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll } from 'vitest';
import { dayIn } from '#domain/shared/local-day.ts';
import type { Asked, Browser } from '#server/accounts/testing/request.ts';
import { storesOn } from '#server/stores.ts';
import { giveRole } from '#use-cases/campaign/give-role.ts';
import { openReview } from '#use-cases/reviews/open-review.ts';
import { active, joined } from './collectives.ts';
import type { TestDatabase } from './database.ts';
import { actorFor, addressOf, newPerson } from './people.ts';
import { signedIn as sessionOf } from './signed-in.ts';
import { buildWorld, CHAMPIGNY, NOGENT, OPERATOR, type World } from './world.ts';

export const ROOT = '/bilans/[review]';
export const TODAY = dayIn(new Date(), 'Europe/Paris');
/** What one answers to the three points of a level of measure 15. */
export const CHECKED = { 'point-1-0': 'yes', 'point-1-1': 'yes', 'point-1-2': 'no', 'note-1-2': 'Mairie, le 3 mai' };

type Module = {
  readonly load: (event: Asked) => Promise<unknown>;
  readonly actions: Readonly<Record<string, (event: Asked) => Promise<unknown>>>;
  readonly GET: (event: Asked) => Promise<Response>;
  readonly POST: (event: Asked) => Promise<Response>;
};

export const routeModule = async (file: string) =>
  (await import(/* @vite-ignore */ pathToFileURL(resolve(`src/routes${file}`)).href)) as Module;
export const moduleOf = async (file: string) => await routeModule(`${ROOT}${file}`);
export const paramsOf = (id: number, item = 'm15') => ({ review: String(id), item });
export const signedIn = async (name: string): Promise<Browser> => await sessionOf(`p-${name}`);

/**
 * Call at the top of a file, once pages are served from its database. From `beforeAll` on: anne and paul, members of the
 * collective of Champigny, have a review open; nadia is of another collective, sofia an agent of the town hall.
 */
export function reviewDesk(database: TestDatabase) {
  let set: { readonly world: World; readonly collective: number; readonly review: number } | null = null;
  const there = () => {
    if (set === null) throw new Error('the review is there from beforeAll on');
    return set;
  };
  const stores = () => storesOn(database.db);
  const open = async (collective: number, pact: number): Promise<number> => {
    const request = { collective, pact, occasion: 'mid-term' };
    const outcome = await openReview(stores(), await actorFor(database.db, 'p-anne'), request, new Date());
    if (!outcome.ok) throw new Error(`not opened: ${outcome.refusal.kind}`);
    return outcome.value.id;
  };
  beforeAll(async () => {
    const world = await buildWorld(database.db);
    const founded = await active(database.db, {
      founder: 'anne',
      places: [CHAMPIGNY],
      name: 'Champigny en transition',
    });
    await joined(database.db, { id: founded.id, by: founded.founder, name: 'paul' });
    await active(database.db, { founder: 'nadia', places: [NOGENT] });
    await newPerson(database.db, 'sofia');
    const role = { role: 'municipal-agent', place: CHAMPIGNY } as const;
    await giveRole(stores(), OPERATOR, { email: addressOf('sofia'), role }, new Date());
    set = { world, collective: founded.id, review: await open(founded.id, world.demain) };
  });
  return {
    stores,
    get world() {
      return there().world;
    },
    get collective() {
      return there().collective;
    },
    get review() {
      return there().review;
    },
    /** One more review, of this pact. */
    opened: (pact: number) => open(there().collective, pact),
    /** Sends the form of one promise of the review. */
    send: async (who: Browser, act: string, form: Readonly<Record<string, string>>, item = 'm15') => {
      const { review } = there();
      const { actions } = await moduleOf('/travail/[item]/+page.server.ts');
      const event = who.ask(`/bilans/${review}/travail/${item}`, 'POST', { form, params: paramsOf(review, item) });
      const answer = await actions[act]?.(event).catch((thrown: unknown) => thrown);
      return { ...event, answer };
    },
  };
}
