/**
 * Requests a second of the commune page, cold, against two baselines in the same run: the same markup in a bare
 * SvelteKit page, and bare node:http sending the same bytes.
 *
 * The three servers are loaded in turns, several times, one at a time: a machine that slows down slows all three.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type LocalServer, startLocalServer } from '../tests/local-server.ts';
import { buildBareKit } from './bare-kit.ts';
import { type Load, load } from './load.ts';
import { type Row, type Section, fact, milliseconds, promise, quantile, timeEach } from './measure.ts';

const TURNS = 3;
const BOUNDS = { seconds: 4, connections: 10 };

export async function benchPages(site: LocalServer, path: string): Promise<Section> {
  const html = await (await fetch(site.origin + path)).text();
  const alone = await timeEach(100, async () => (await fetch(site.origin + path)).arrayBuffer());
  const folder = mkdtempSync(join(tmpdir(), 'bench-pages-'));
  const file = join(folder, 'page.html');
  writeFileSync(file, html);
  const bareKit = buildBareKit(html);
  const kit = await startLocalServer({ parameters: [bareKit.entry] });
  const http = await startLocalServer({ parameters: [resolve('bench/bare-http.ts'), '{port}', file] });
  try {
    const ours: Load[] = [];
    const kits: Load[] = [];
    const https: Load[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      ours.push(await load(site.origin + path, BOUNDS));
      kits.push(await load(`${kit.origin}/`, BOUNDS));
      https.push(await load(`${http.origin}/`, BOUNDS));
    }
    const ratio = middle(ours) / middle(kits);
    return {
      title: 'Serving a page',
      rows: [
        fact('the page', `${path}, ${(html.length / 1000).toFixed(0)} kB of HTML`),
        fact('ours, cold, with its database', speed(ours)),
        fact('same markup, bare SvelteKit', speed(kits)),
        fact('same bytes, bare node:http', speed(https)),
        promise('ours / bare SvelteKit', percent(ratio), { bound: '>= 50 %', kept: ratio >= 0.5 }),
        fact('ours / bare node:http', percent(middle(ours) / middle(https))),
        promise('one visitor: p95 of 100 answers', milliseconds(quantile(alone, 0.95)), {
          bound: '< 50 ms',
          kept: quantile(alone, 0.95) < 50,
        }),
        ...memoryRows(site),
      ],
      notes: [
        `Median of ${TURNS} turns of ${BOUNDS.seconds} s, ${BOUNDS.connections} connections, the three servers in turns.`,
        'The client shares the cores with the server. The bare SvelteKit page is a template without data, so it does less.',
        'Of ours, a fifth is one query in PostgreSQL; in Node a quarter is collecting memory, then rendering its components, and five passes of French spaces. Next: keep finished pages.',
      ],
    };
  } finally {
    await kit.stop();
    await http.stop();
    bareKit.remove();
    rmSync(folder, { recursive: true, force: true });
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
