/** How fast the reader reads, whether its cost is linear, and how much memory it takes. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readText } from '#reading/read-text.ts';
import { loadEditions } from '#server/charters.ts';
import { CHARACTERS_PER_PAGE, longerPlan, ofSize } from './long-documents.ts';
import { type Row, type Section, fact, milliseconds, promise, quantile, timeEach } from './measure.ts';
import { readSeed } from './seeds.ts';

type Kind = 'pact' | 'plan';

const PAGES = 300;
/** What a process that only loads the reader may add to: a bound on the peak of the whole process. */
const MEMORY_BOUND = 200 * 1000 * 1000;

export async function benchReader(): Promise<Section> {
  const editions = loadEditions();
  const read = (text: string, as: Kind) => {
    const reading = readText(text, { editions, charter: as === 'pact' ? 'pacte-transition-2020' : null, as });
    if (!reading.ok) throw new Error(`The reader refused the benchmark's document: ${reading.refusal.kind}`);
    return reading.value;
  };
  const pact = ofSize(readSeed('pact'), 40_000);
  const plan = readSeed('plan');
  const long = longerPlan(plan, Math.ceil((PAGES * CHARACTERS_PER_PAGE) / plan.length)).slice(
    0,
    PAGES * CHARACTERS_PER_PAGE,
  );

  const pactTimes = await timeEach(30, () => read(pact, 'pact'));
  const longTimes = await timeEach(3, () => read(long, 'plan'));
  return {
    title: 'Reading a document',
    rows: [
      promise('40 kB pact, median of 30', milliseconds(quantile(pactTimes, 0.5)), {
        bound: '< 50 ms',
        kept: quantile(pactTimes, 0.5) < 50,
      }),
      fact('40 kB pact, slowest of 30', milliseconds(Math.max(...pactTimes))),
      promise(
        `${PAGES}-page plan (${Math.round(long.length / 1000)} kB), median of 3`,
        milliseconds(quantile(longTimes, 0.5)),
        {
          bound: '< 2 s',
          kept: quantile(longTimes, 0.5) < 2000,
        },
      ),
      ...(await growth(
        'plan',
        [1, 2, 4, 8].map((times) => longerPlan(plan, times)),
        (text) => read(text, 'plan'),
      )),
      ...(await growth(
        'pact',
        [1, 2, 4, 8].map((times) => ofSize(readSeed('pact'), times * 30_000)),
        (text) => read(text, 'pact'),
      )),
      ...memory('pact', pact),
      ...memory('plan', long),
    ],
    notes: [
      'The pact is the one signed at Champigny-sur-Marne, prolonged to 40 kB; the plan is that of Saint-Maur-des-Fossés,',
      'repeated under other axes with other words. Memory is the peak of a process that reads the one document.',
    ],
  };
}

/** Time per kilobyte at each size; the last must cost no more than 1.5 times the first, noise included. */
async function growth(name: string, texts: readonly string[], read: (text: string) => unknown): Promise<Row[]> {
  const perKilobyte: number[] = [];
  for (const text of texts) {
    const times = await timeEach(5, () => read(text));
    perKilobyte.push(Math.min(...times) / (text.length / 1000));
  }
  const [first = NaN] = perKilobyte;
  const ratio = (perKilobyte.at(-1) ?? NaN) / first;
  return [
    fact(`${name} at 1x, 2x, 4x, 8x`, perKilobyte.map((cost) => (cost * 1000).toFixed(0)).join(', ') + ' µs/kB'),
    promise(`${name}: cost per kB at 8x beside 1x`, ratio.toFixed(2), { bound: 'linear: < 1.5', kept: ratio < 1.5 }),
  ];
}

function memory(kind: Kind, text: string): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-reader-'));
  try {
    const file = join(folder, `${kind}.txt`);
    writeFileSync(file, text);
    const peak = Number(
      // As `npm run cli` starts it: a young generation that stays small costs no time here, and a quarter of the memory.
      execFileSync(process.execPath, ['--max-semi-space-size=8', resolve('bench/read-once.ts'), kind, file], {
        encoding: 'utf8',
      }),
    );
    return [
      promise(`${kind}: peak memory of the process`, `${(peak / 1e6).toFixed(0)} MB`, {
        bound: '< 200 MB',
        kept: peak < MEMORY_BOUND,
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
