import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { negotiating, NOW, type Negotiating } from '#tests/negotiating.ts';
import { storesOn } from '#server/stores.ts';
import { AS_PROPOSED } from '#domain/negotiation/several-at-once.ts';
import { sayPosition } from '#use-cases/negotiation/say-position.ts';
import { revisionSeen } from '#use-cases/negotiation/see-negotiation.ts';
import { eventStream, MOST_EACH, openStreams } from './event-stream.ts';
import { negotiationHub } from './negotiation-hub.ts';
import type { Live } from '../runtime.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
let world: Negotiating;
let stopping = new AbortController();

beforeAll(async () => {
  world = await negotiating(database.db);
});

afterEach(() => {
  stopping.abort();
  stopping = new AbortController();
});

/** As another process of the site would be. */
const newLive = (): Live => ({ databaseUrl: database.url, closing: stopping.signal });

async function opened({
  live = newLive(),
  person = randomUUID(),
  allowed = () => true,
  heartbeatMilliseconds = 60_000,
}: { live?: Live; person?: string; allowed?: () => boolean; heartbeatMilliseconds?: number } = {}) {
  const response = await eventStream({
    hub: negotiationHub(live),
    negotiation: world.id,
    person,
    closing: live.closing,
    heartbeatMilliseconds,
    revision: async () => (allowed() ? await revisionSeen(stores(), await world.member(), world.id) : null),
  });
  if (response === null) return null;
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Error('no body');
  const decoder = new TextDecoder();
  let text = '';
  return {
    response,
    /** Reads until these words came; null: the answer ended before. */
    until: async (words: string): Promise<string | null> => {
      while (!text.includes(words)) {
        const { done, value } = await reader.read();
        if (done) return null;
        text += decoder.decode(value, { stream: true });
      }
      return text;
    },
    ended: async (): Promise<string> => {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return text;
        text += decoder.decode(value, { stream: true });
      }
    },
    leave: () => reader.cancel(),
  };
}

let version = 0;
async function answerOnce(): Promise<void> {
  const position = { ...AS_PROPOSED, observation: `Réponse ${version}` };
  const request = { negotiation: world.id, item: 'm1-1-1', version, position };
  const said = await sayPosition(stores(), await world.representative(), request, NOW);
  if (!said.ok) throw new Error(said.refusal.kind);
  version = said.value.version;
}

describe('a page that stays open', () => {
  test('hears what is said in any process, and none of the words', async () => {
    // Two processes: two hubs.
    const [here, elsewhere] = [await opened(), await opened()];
    await here?.until('event: revision');
    await elsewhere?.until('event: revision');
    await answerOnce();
    for (const page of [here, elsewhere]) {
      const heard = await page?.until('event: change');
      expect(heard).toContain('"items":["m1-1-1"]');
      expect(heard).toContain('"side":"counterpart"');
      expect(heard).not.toContain('Réponse');
    }
    expect(here?.response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    await here?.leave();
    await elsewhere?.leave();
    expect(openStreams()).toBe(0);
  });

  test('hears nothing more once the role is gone', async () => {
    let allowed = true;
    const page = await opened({ allowed: () => allowed });
    await page?.until('event: revision');
    allowed = false;
    await answerOnce();
    const heard = await page?.ended();
    expect(heard).toContain('event: over');
    expect(heard).not.toContain('event: change');
    expect(openStreams()).toBe(0);
  });

  test('is asked at each heartbeat too', async () => {
    let allowed = true;
    const page = await opened({ allowed: () => allowed, heartbeatMilliseconds: 20 });
    await page?.until(':\n\n');
    allowed = false;
    expect(await page?.ended()).toContain('event: over');
  });

  test('ends at once when the server stops, and may come back', async () => {
    const page = await opened();
    await page?.until('event: revision');
    stopping.abort();
    expect(await page?.ended()).toContain('event: pause');
    expect(openStreams()).toBe(0);
  });

  test('is one of a few for each person', async () => {
    const person = randomUUID();
    const live = newLive();
    const pages = [];
    for (let count = 0; count < MOST_EACH; count += 1) pages.push(await opened({ person, live }));
    expect(pages.every((page) => page !== null)).toBe(true);
    expect(await opened({ person, live })).toBeNull();
    for (const page of pages) await page?.leave();
    const again = await opened({ person, live });
    expect(again).not.toBeNull();
    await again?.leave();
  });

  test('is told to ask anew when the way to PostgreSQL broke', async () => {
    const page = await opened();
    await page?.until('event: revision');
    await cutListeners();
    // Heard after the new connection: no item is named.
    expect(await page?.until('event: change')).toMatch(/event: change\ndata: \{"revision":\d+\}/);
    await page?.leave();
  });
});

/** Ends the connections that listen, as a restart of PostgreSQL does. */
async function cutListeners(): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'parole-tenue live' and datname = current_database()`.execute(database.db);
}
