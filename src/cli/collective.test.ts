import { tmpdir } from 'node:os';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type * as Gate from '#domain/access/gate.ts';
import { readConfig } from '#server/config.ts';
import { requested } from '#tests/collectives.ts';
import { withTestDatabase } from '#tests/database.ts';
import { BRY, buildWorld } from '#tests/world.ts';
import { command } from './collective.ts';

/** Whether the gate lets anybody see the collectives that wait. */
const gate = vi.hoisted(() => ({ isShut: false }));
vi.mock('#domain/access/gate.ts', async (original) => {
  const real = await original<typeof Gate>();
  const pass: typeof real.pass = (actor, request) =>
    gate.isShut && request.act === 'see-collectives-to-help'
      ? { ok: false, refusal: { kind: 'not-allowed', act: request.act } }
      : real.pass(actor, request);
  return { ...real, pass };
});

const database = withTestDatabase();

beforeAll(async () => {
  await buildWorld(database.db);
  await requested(database.db, { founder: 'demandeuse', places: [BRY], name: 'Bry demain' });
});
afterEach(() => {
  gate.isShut = false;
});

async function list() {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await command.run(['list'], {
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
    withRuntime: (work) => work({ config: readConfig({}, tmpdir()), db: database.db }),
  });
  return { code, said, complained };
}

test('the operator reads which collectives wait to be confirmed', async () => {
  expect(await list()).toEqual({ code: 0, said: [expect.stringContaining('Bry demain')], complained: [] });
});

test('whom the gate refuses reads nothing of them, and why', async () => {
  gate.isShut = true;
  expect(await list()).toEqual({ code: 1, said: [], complained: [expect.stringMatching(/./)] });
});
