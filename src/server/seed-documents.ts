/** The documents of data/documents that a new site publishes: data/documents/README.md says their keys. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { Seed } from '#use-cases/demo/import-seeds.ts';

/** The pact that the demonstration of a whole mandate follows. Throws when it is not there: it is data of the program. */
export function loadPlayedPact(): Seed {
  const [pact] = loadSeedDocuments(dataFolder('demo'));
  if (pact === undefined) throw new Error('data/demo has no pact');
  return pact;
}

/** The picture that the story shows as a photograph. */
export function loadPlayedPhoto(): Uint8Array {
  return readFileSync(join(dataFolder('demo'), 'haie-exemple.jpg'));
}

/** In the order of their names. Throws when a sidecar is wrong: it is data of the program. */
export function loadSeedDocuments(folder: string = dataFolder('documents')): readonly Seed[] {
  const sidecars = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort();
  return sidecars.flatMap((sidecar) => {
    const parsed = v.parse(SIDECAR, parse(readFileSync(join(folder, sidecar), 'utf8')));
    if (parsed.publish === undefined) return [];
    const filename = sidecar.replace(/\.yaml$/, '.txt');
    const { as, municipality, charter } = parsed.publish;
    return [
      {
        filename,
        bytes: readFileSync(join(folder, filename)),
        source: parsed.source,
        as,
        charter: charter ?? null,
        place: { kind: 'municipality', code: municipality },
      },
    ];
  });
}

const SIDECAR = v.strictObject({
  title: v.string(),
  source: v.strictObject({
    description: v.string(),
    url: v.nullable(v.pipe(v.string(), v.url())),
    publishedOn: v.nullable(v.pipe(v.string(), v.isoDate())),
  }),
  publish: v.optional(
    v.strictObject({
      as: v.picklist(['pact', 'plan']),
      municipality: v.pipe(v.string(), v.regex(/^(\d{5}|2[AB]\d{3})$/)),
      charter: v.optional(v.string()),
    }),
  ),
});

/** Found from here upwards: this module runs from src/ as well as from the built server. */
function dataFolder(name: string): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'data', name);
    if (existsSync(candidate)) return candidate;
  }
  throw new Error(`data/${name} is missing beside the program`);
}
