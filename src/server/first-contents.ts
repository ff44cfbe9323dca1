/**
 * What a new site shows before anybody published anything: the documents of data/documents.
 *
 * The seam between the start of the server and the use case that reads and publishes them. It does nothing when
 * they are there already, and may be called from a server that is answering.
 */
import { importSeeds } from '#use-cases/demo/import-seeds.ts';
import { playMandate } from '#use-cases/demo/play-mandate.ts';
import { playNegotiation } from '#use-cases/demo/play-negotiation.ts';
import type { readKnownFile as ReadKnownFile } from './jobs/read-known-file.ts';
import type { Runtime } from './runtime.ts';
import { loadPlayedPact, loadPlayedPhoto, loadSeedDocuments } from './seed-documents.ts';
import { FICTIONAL_MANDATE, FICTIONAL_MUNICIPALITY } from './storage/fictional-municipality.ts';
import { storesOn } from './stores.ts';

/** Plays the demonstration's stories, once. Their municipalities must be there (./storage/fictional-municipality.ts). */
export async function playFirstStories({ config, db }: Runtime): Promise<void> {
  if (!config.demo) return;
  const actor = { kind: 'job', name: 'first-contents' } as const;
  const played = await playNegotiation(storesOn(db), actor, { municipality: FICTIONAL_MUNICIPALITY.code }, new Date());
  if (!played.ok) throw new Error(`first negotiation: ${JSON.stringify(played.refusal)}`);
  const invented = { pact: loadPlayedPact(), photo: loadPlayedPhoto() };
  const mandate = { municipality: FICTIONAL_MANDATE.code, read: readOwnFile, ...invented };
  const lived = await playMandate(storesOn(db), actor, mandate);
  if (!lived.ok) throw new Error(`first mandate: ${JSON.stringify(lived.refusal)}`);
}

/** Returns how many documents were published; 0 when there was nothing to do. */
export async function importFirstContents({ config, db }: Runtime): Promise<number> {
  if (!config.demo) return 0;
  const imported = await importSeeds(
    storesOn(db),
    { kind: 'job', name: 'first-contents' },
    { seeds: loadSeedDocuments(), read: readOwnFile },
    new Date(),
  );
  if (!imported.ok) throw new Error(`first contents: ${JSON.stringify(imported.refusal)}`);
  return imported.value.published;
}

/** Our own files: no need of a thread that can be killed. The reader is loaded only when there is one to read. */
const readOwnFile: typeof ReadKnownFile = async (...given) => {
  const { readKnownFile } = await import('./jobs/read-known-file.ts');
  return readKnownFile(...given);
};
