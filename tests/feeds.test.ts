/** The feeds, as a reader of feeds asks them: what everybody may learn of, latest first, and nothing else. */
import { resolve } from 'node:path';
import { SaxesParser } from 'saxes';
import { beforeAll, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { writeEvent } from '#use-cases/events/write-event.ts';
import { withdrawPublished } from '#use-cases/published/withdraw-published.ts';
import { assessSomewhere } from './assess-somewhere.ts';
import { active } from './collectives.ts';
import { ANNOUNCED, RUNNING } from './consultation-visit.ts';
import { consulting } from './consulting.ts';
import { withTestDatabase } from './database.ts';
import { actorFor } from './people.ts';
import { reviewSomewhere } from './review-somewhere.ts';
import { askedRoute } from './asked-route.ts';
import { routeModule, visit } from './route-module.ts';
import { BRY, buildWorld, OPERATOR, publish, type World } from './world.ts';
import { writePact } from './world-readings.ts';

const database = withTestDatabase();
const HOSTILE = 'Liste <script>alert(1)</script> & ]]> \u0001(exemple)';
const HERE = '/communes/94015-bry-sur-marne';
let world: World;

beforeAll(async () => {
  const { db } = database;
  world = await buildWorld(db);
  const stores = storesOn(db);
  await publish(db, BRY, writePact({ list: HOSTILE, commitments: [{ measure: 1, words: 'Mesure 1' }] }));
  const gone = await publish(
    db,
    BRY,
    writePact({ list: 'Retirée (exemple)', commitments: [{ measure: 1, words: '1' }] }),
  );
  await withdrawPublished(stores, OPERATOR, { what: 'pact', id: gone, reason: 'Un faux' }, at(1));
  const lou = await active(db, { founder: 'lou', places: [BRY], name: 'Bry en transition (exemple)' });
  await assessSomewhere(db, { founder: lou.founder, pacts: [{ id: world.bry, item: 'm15' }] });
  const by = await actorFor(db, lou.founder);
  await reviewSomewhere(db, { collective: lou.id, by, pacts: [{ id: world.bry, item: 'm15' }] });
  const meeting = {
    happenedOn: '2026-06-01',
    words: 'Le tracé',
    who: 'Voirie',
    whoPrivate: '',
    place: BRY,
    items: ['m15'],
  };
  for (const [title, visibility] of [
    ['Réunion publique', 'public'],
    ['Réunion entre nous', 'private'],
  ] as const) {
    const told = { ...meeting, title, visibility, about: { kind: 'meeting' } } as const;
    const written = await writeEvent(stores, by, told, at(3));
    if (!written.ok) throw new Error(written.refusal.kind);
  }
  await consulting(db, { address: 'exemple-flux', range: RUNNING, announcedAt: ANNOUNCED });
  provideRuntime({ config: readConfig({ PUBLIC_ORIGIN: 'https://parole.test' }, resolve('.')), db });
});

test('a commune’s tells what was published, said and met, latest first, each once under an address that lasts', async () => {
  const { entries, self } = await read(`${HERE}/nouveautes.atom`);
  expect(self).toBe(`https://parole.test${HERE}/nouveautes.atom`);
  expect(entries.map(({ title }) => title)).toEqual([
    'Bilan du pacte de Bry en transition (exemple), par le collectif Bry en transition (exemple)',
    'Réunion : Réunion publique',
    'Le collectif dit où en est une promesse',
    'La mairie dit où en est une promesse',
    'Pacte de Bry en transition (exemple)',
    'Pacte de Liste &lt;script&gt;alert(1)&lt;/script&gt; &amp; ]]&gt; (exemple)',
  ]);
  expect(entries.map(({ updated }) => updated)).toEqual(
    entries
      .map(({ updated }) => updated)
      .toSorted()
      .toReversed(),
  );
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
});

test('the country’s tells pacts, plans and reviews, with their commune, and what moves in the charters', async () => {
  const { entries } = await read('/nouveautes.atom');
  const titles = entries.map(({ title }) => title);
  const open = entries.find(({ title }) => title === 'Consultation ouverte : Le pacte de 2032 (exemple)');
  expect(open?.id).toMatch(/^https:\/\/parole\.test\/consultations\/\d+#opened$/u);
  expect(titles).toContain('Saint-Maur-des-Fossés : plan « Plan vélo (exemple) »');
  expect(titles.some((title) => title.includes('Réunion'))).toBe(false);
});

test('neither private words nor what was withdrawn nor markup of anybody is in one', async () => {
  for (const path of ['/nouveautes.atom', `${HERE}/nouveautes.atom`]) {
    const { body, entries } = await read(path);
    expect(body).not.toMatch(/entre nous|Retirée|<script/u);
    expect(entries.map(({ title }) => title).join('\n')).toContain('alert(1)');
  }
});

test('who has the same already gets no body', async () => {
  const first = await ask(`${HERE}/nouveautes.atom`);
  const etag = first.headers.get('etag') ?? '';
  const again = await ask(`${HERE}/nouveautes.atom`, { 'if-none-match': `"other", ${etag}` });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const other = await ask(`${HERE}/nouveautes.atom`, { 'if-none-match': '"other"' });
  expect(other.status).toBe(200);
});

test('a commune where nothing happened has an empty one, that says so by its date', async () => {
  const { entries, updated } = await read('/communes/94052-nogent-sur-marne/nouveautes.atom');
  expect([entries, updated]).toEqual([[], '2020-01-01T00:00:00.000Z']);
});

function at(day: number): Date {
  return new Date(Date.UTC(2026, 5, day, 8));
}

async function ask(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const asked = askedRoute(path);
  if (asked === null) throw new Error(`nothing answers at ${path}`);
  const { GET } = await routeModule(`${asked.route}/+server.ts`);
  const event = visit(path, asked.params);
  return await GET({ ...event, request: new Request(event.url, { headers }) });
}

function toEntry({ id = '', title = '', updated = '' }: Readonly<Record<string, string>>) {
  return { id, title, updated };
}

/** Throws when it is no well-formed XML. */
async function read(path: string) {
  const body = await (await ask(path)).text();
  const parser = new SaxesParser();
  const entries: Record<string, string>[] = [];
  const feed: Record<string, string> = {};
  let words = '';
  parser.on('opentag', ({ name, attributes }) => {
    words = '';
    if (name === 'entry') entries.push({});
    if (name === 'link' && attributes['rel'] === 'self') feed['self'] = attributes['href'] ?? '';
  });
  const more = (text: string) => (words += text);
  parser.on('text', more);
  parser.on('cdata', more);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('closetag', ({ name }) => {
    (entries.at(-1) ?? feed)[name] = words;
  });
  parser.write(body).close();
  return { body, self: feed['self'], updated: feed['updated'], entries: entries.map(toEntry) };
}
