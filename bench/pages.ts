/**
 * Requests a second of the commune page, cold, against three baselines in the same run: the same markup in a bare
 * SvelteKit page, the same components and data in one, and bare node:http sending the same bytes.
 *
 * The servers are loaded in turns, several times, one at a time: a machine that slows down slows all of them.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { municipalityCodeIn } from '#ui/addresses.ts';
import { openPostgres } from '#server/postgres/open.ts';
import { readConfig } from '#server/config.ts';
import { communeShown, type CommuneShown } from '#server/storage/commune-shown.ts';
import { openDatabase } from '#server/storage/connection.ts';
import { type LocalServer, startLocalServer } from '../tests/local-server.ts';
import { buildBareKit } from './bare-kit.ts';
import { type Load, load } from './load.ts';
import { type Row, type Section, fact, milliseconds, promise, quantile, timeEach } from './measure.ts';
import { buildSameComponents } from './same-components.ts';

const TURNS = 3;
const BOUNDS = { seconds: 4, connections: 10 };

/** `path`: that of a commune. `dataDirectory`: that of the running site. */
export async function benchPages(dataDirectory: string, site: LocalServer, path: string): Promise<Section> {
  const html = await (await fetch(site.origin + path)).text();
  const alone = await timeEach(100, async () => (await fetch(site.origin + path)).arrayBuffer());
  const folder = mkdtempSync(join(tmpdir(), 'bench-pages-'));
  const file = join(folder, 'page.html');
  writeFileSync(file, html);
  const bareKit = buildBareKit(html);
  const sameComponents = buildSameComponents(await factsOf(dataDirectory, path));
  const kit = await startLocalServer({ parameters: [bareKit.entry] });
  const same = await startLocalServer({ parameters: [sameComponents.entry], probe: path });
  const http = await startLocalServer({ parameters: [resolve('bench/bare-http.ts'), '{port}', file] });
  try {
    const ours: Load[] = [];
    const kits: Load[] = [];
    const sames: Load[] = [];
    const https: Load[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      ours.push(await load(site.origin + path, BOUNDS));
      kits.push(await load(`${kit.origin}/`, BOUNDS));
      sames.push(await load(same.origin + path, BOUNDS));
      https.push(await load(`${http.origin}/`, BOUNDS));
    }
    const ratio = middle(ours) / middle(kits);
    return {
      title: 'Serving a page',
      rows: [
        fact('the page', `${path}, ${(html.length / 1000).toFixed(0)} kB of HTML`),
        fact('ours, cold, with its database', speed(ours)),
        fact('same markup, bare SvelteKit', speed(kits)),
        fact('same components and data, bare SvelteKit without database', speed(sames)),
        fact('same bytes, bare node:http', speed(https)),
        promise('ours / bare SvelteKit', percent(ratio), { bound: '>= 50 %', kept: ratio >= 0.5 }),
        fact('ours / same components and data', percent(middle(ours) / middle(sames))),
        fact('ours / bare node:http', percent(middle(ours) / middle(https))),
        promise('one visitor: p95 of 100 answers', milliseconds(quantile(alone, 0.95)), {
          bound: '< 50 ms',
          kept: quantile(alone, 0.95) < 50,
        }),
        ...memoryRows(site),
      ],
      notes: [
        `Median of ${TURNS} turns of ${BOUNDS.seconds} s, ${BOUNDS.connections} connections, the servers in turns.`,
        'The client shares the cores with the server. The bare SvelteKit page is a template without data, so it does less.',
        'Ours asks the database at each page; ten visitors of one page at once share the question and what was read.',
      ],
    };
  } finally {
    await kit.stop();
    await same.stop();
    await http.stop();
    bareKit.remove();
    sameComponents.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the page is made of. Throws when there is no such commune. */
async function factsOf(dataDirectory: string, path: string): Promise<CommuneShown> {
  const postgres = await openPostgres(readConfig({ ...process.env, DATA_DIR: dataDirectory }), { role: 'command' });
  const db = openDatabase(postgres.url, { pool: 1, name: 'bench' });
  try {
    const code = municipalityCodeIn(path.split('/').at(-1) ?? '') ?? '';
    const commune = await communeShown(db, { code });
    if (commune === null) throw new Error(`${path} is not the page of a commune.`);
    return commune;
  } finally {
    await db.destroy();
    await postgres.close();
  }
}

function memoryRows(site: LocalServer): Row[] {
  const memory = site.memory();
  if (memory === null) return [];
  const megabytes = memory.peak / 1e6;
  return [
    promise('memory of the server under load, at most', `${megabytes.toFixed(0)} MB`, {
      bound: '< 300 MB',
      kept: megabytes < 300,
    }),
  ];
}

function middle(loads: readonly Load[]): number {
  return quantile(
    loads.map(({ perSecond }) => perSecond),
    0.5,
  );
}

function speed(loads: readonly Load[]): string {
  return `${Math.round(middle(loads)).toLocaleString('en')}/s`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}
