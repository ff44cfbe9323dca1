/** The form of a wish under thousands of askings: each network has its share, and nothing is kept of what was not proved. */
import { beforeAll, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from './database.ts';
import { settle } from './world.ts';

const database = withTestDatabase();

type Outcome = { readonly status: number; readonly location?: string; readonly data?: { readonly problem: string } };
type Act = (event: object) => Promise<Outcome>;

beforeAll(async () => {
  provideRuntime({ config: readConfig({}), db: database.db });
  await settle(database.db);
});

/** Sends the form as a visitor at `address` would. */
async function send(address: string, fields: Readonly<Record<string, string>>): Promise<Outcome> {
  const route = '../src/routes/communes/[commune]/souhait/+page.server.ts';
  const { actions } = (await import(/* @vite-ignore */ route)) as { actions: { default: Act } };
  const url = new URL('http://site.test/communes/94052-nogent-sur-marne/souhait');
  const body = new URLSearchParams(fields);
  const event = {
    params: { commune: '94052-nogent-sur-marne' },
    url,
    request: new Request(url, { method: 'POST', body }),
    getClientAddress: () => address,
  };
  return await actions.default(event).catch((thrown: unknown) => thrown as Outcome);
}

test('a thousand askings from one network are told to wait; others are not', async () => {
  const outcomes: Outcome[] = [];
  for (let turn = 0; turn < 1000; turn += 1) {
    outcomes.push(await send('192.0.2.7', { email: `x${turn}@exemple.fr`, readiness: 'sign' }));
  }
  const passed = outcomes.filter(({ status }) => status === 303);
  expect(passed.length).toBeGreaterThan(10);
  expect(passed.length).toBeLessThan(200);
  expect(outcomes.at(-1)).toMatchObject({ status: 429 });
  expect(outcomes.at(-1)?.data?.problem).toContain('Réessayez dans');
  expect(await send('198.51.100.9', { email: 'ana@exemple.fr', readiness: 'sign' })).toMatchObject({ status: 303 });
  expect(await storesOn(database.db).wishes.count('94052')).toBe(0);
});

test('what was typed comes back with the problem', async () => {
  const outcome = await send('203.0.113.4', { email: 'ana chez exemple', readiness: 'found' });
  expect(outcome).toMatchObject({ status: 400, data: { email: 'ana chez exemple', readiness: 'found' } });
});
