/** The page where a collective opens a negotiation: what it may start from is offered, not only asked by its address. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isRedirect } from '@sveltejs/kit';
import { beforeAll, expect, test } from 'vitest';
import type { Asked, Browser } from '#server/accounts/testing/request.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { pactsOfPlaces } from '#server/storage/pacts-of-places.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from './database.ts';
import { negotiating, type Negotiating } from './negotiating.ts';
import { signedIn } from './signed-in.ts';
import { buildWorld } from './world.ts';

const database = withTestDatabase();
const ROUTE = '/negociations/ouvrir';
const CHAMPIGNY = { kind: 'municipality', code: '94017' } as const;
let there: Negotiating;

beforeAll(async () => {
  provideRuntime({ config: readConfig({}), db: database.db });
  await buildWorld(database.db);
  there = await negotiating(database.db);
});

const coordinator = async (): Promise<Browser> => await signedIn(`p-${there.names.coordinator}`);

type Module = {
  readonly load: (event: Asked) => Promise<unknown>;
  readonly actions: { readonly default: (event: Asked) => Promise<unknown> };
};
const page = async () =>
  (await import(/* @vite-ignore */ pathToFileURL(resolve(`src/routes${ROUTE}/+page.server.ts`)).href)) as Module;

test('the pacts of other places are not offered, and no place has none', async () => {
  expect((await pactsOfPlaces(database.db, [CHAMPIGNY])).map(({ place }) => place.kind)).toContain('municipality');
  expect(await pactsOfPlaces(database.db, [{ kind: 'municipality', code: '94052' }])).toEqual([]);
  expect(await pactsOfPlaces(database.db, [])).toEqual([]);
});

test('a pact of the commune is offered by its title, and the negotiation starts from it', async () => {
  const visitor = await coordinator();
  const { load, actions } = await page();
  const shown = (await load(visitor.ask(ROUTE))) as { readonly pacts: readonly { value: string; label: string }[] };
  const [pact] = await pactsOfPlaces(database.db, [CHAMPIGNY]);
  const choice = shown.pacts[0];
  expect(choice?.label).toMatch(/^Le pacte .*, Champigny-sur-Marne, mandat \d{4}–\d{4}$/);
  const form = {
    collective: String(there.collective),
    counterpart: 'commune 94017',
    edition: pact?.edition ?? '',
    start: 'previous-pact',
    document: '',
    pact: choice?.value ?? '',
  };
  const thrown: unknown = await actions.default(visitor.ask(ROUTE, 'POST', { form })).catch((error: unknown) => error);
  const id = Number(isRedirect(thrown) ? thrown.location.split('/').at(-1) : Number.NaN);
  const opened = await storesOn(database.db).negotiations.find(id);
  expect(opened?.startingPoint).toEqual({ kind: 'previous-pact', pact: pact?.id });
});
