/**
 * One small named world for tests and screenshots: four municipalities of the Val-de-Marne with their groupings,
 * three pacts of invented lists, one invented plan. Everything enters through the use cases, as it does in life.
 *
 * The municipalities are real, the lists and their words are not: they all say "(exemple)".
 */
import type { Actor } from '#domain/access/gate.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Reading } from '#reading/contract.ts';
import { keepMunicipalityCounts } from '#server/storage/municipality-counts.ts';
import type { Db } from '#server/storage/connection.ts';
import { storesOn } from '#server/stores.ts';
import { openDraft, type ReadDocument } from '#use-cases/drafts/open-draft.ts';
import { publishDraft } from '#use-cases/drafts/publish-draft.ts';
import { correctPublished } from '#use-cases/published/correct-published.ts';
import type { PublishedKey } from '#use-cases/published/published-store.ts';
import { linkAction } from '#use-cases/plans/link-action.ts';
import { writePact, writePlan } from './world-readings.ts';

export const OPERATOR: Actor = { kind: 'operator', name: 'claire' };
export const EDITION = 'pacte-transition-2020';
/** The instant at which the world was made. */
export const THEN = new Date('2026-05-12T09:30:00Z');

export const CHAMPIGNY: PlaceCode = { kind: 'municipality', code: '94017' };
export const BRY: PlaceCode = { kind: 'municipality', code: '94015' };
export const SAINT_MAUR: PlaceCode = { kind: 'municipality', code: '94068' };
/** Nothing was ever signed here. */
export const NOGENT: PlaceCode = { kind: 'municipality', code: '94052' };
export const PARIS_EST_MARNE_ET_BOIS = '200057941';
export const METROPOLE = '200054781';

export type World = {
  /** Champigny-sur-Marne: two lists signed. */
  readonly demain: number;
  readonly ensemble: number;
  /** Bry-sur-Marne. */
  readonly bry: number;
  /** The plan of Saint-Maur-des-Fossés. */
  readonly plan: number;
};

export async function buildWorld(db: Db): Promise<World> {
  await settle(db);
  const demain = await publish(db, CHAMPIGNY, writePact(DEMAIN));
  const ensemble = await publish(db, CHAMPIGNY, writePact(ENSEMBLE));
  const bry = await publish(db, BRY, writePact(BRY_LIST));
  const plan = await publish(db, SAINT_MAUR, writePlan('Plan vélo (exemple)', ACTIONS));
  const linked = await linkAction(storesOn(db), OPERATOR, { plan, action: '1.2', edition: EDITION, measure: 15 }, THEN);
  if (!linked.ok) throw new Error(`the world could not be linked: ${linked.refusal.kind}`);
  return { demain, ensemble, bry, plan };
}

/** What a reader would say, without a reader. */
export function readAs(reading: Reading): ReadDocument<never> {
  return async () => ({ ok: true, value: { reading, mediaType: 'text/plain', readerVersion: 'world' } });
}

/** Publishes a reading at once, as an operator does with `--publish --accept-all`; returns the number of the pact or plan. */
export async function publish(db: Db, place: PlaceCode, reading: Reading): Promise<number> {
  const stores = storesOn(db);
  const opened = await openDraft(
    stores,
    OPERATOR,
    {
      bytes: Buffer.from(reading.text),
      filename: 'exemple.txt',
      source: { description: 'Document d’exemple' },
      place,
      read: readAs(reading),
    },
    THEN,
  );
  if (!opened.ok) throw new Error(`not opened: ${opened.refusal.kind}`);
  const published = await publishDraft(
    stores,
    OPERATOR,
    { draft: { id: opened.value.draft }, doubts: 'accept', reviewed: false },
    THEN,
  );
  if (!published.ok) throw new Error(`not published: ${JSON.stringify(published.refusal)}`);
  return published.value.id;
}

/** Another reading of the file that `first` was read from takes the place of what is shown. */
export async function correct(
  db: Db,
  published: PublishedKey,
  { first, reading, reason, at }: { first: Reading; reading: Reading; reason: string; at: Date },
): Promise<void> {
  const stores = storesOn(db);
  const file = { bytes: Buffer.from(first.text), filename: 'exemple.txt', read: readAs(reading) };
  const opened = await openDraft(stores, OPERATOR, file, THEN);
  if (!opened.ok) throw new Error(`not opened: ${opened.refusal.kind}`);
  const draft = { id: opened.value.draft };
  const request = { ...published, draft, reason, doubts: 'accept', reviewed: true } as const;
  const corrected = await correctPublished(stores, OPERATOR, request, at);
  if (!corrected.ok) throw new Error(`not corrected: ${JSON.stringify(corrected.refusal)}`);
}

/** The few places of this world; those that the whole country already brought are left as they are. */
export async function settle(db: Db): Promise<void> {
  await db
    .insertInto('region')
    .values({ code: '11', name: 'Île-de-France' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('department')
    .values({ code: '94', name: 'Val-de-Marne', regionCode: '11' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('grouping')
    .values([
      grouping(METROPOLE, { name: 'Métropole du Grand Paris', kind: 'metropole', population: 7_200_000 }),
      grouping(PARIS_EST_MARNE_ET_BOIS, { name: 'Paris Est Marne et Bois', kind: 'ept', population: 520_000 }),
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('municipality')
    .values([
      municipality('94017', 'Champigny-sur-Marne', 78_072),
      municipality('94015', 'Bry-sur-Marne', 17_500),
      municipality('94068', 'Saint-Maur-des-Fossés', 75_000),
      municipality('94052', 'Nogent-sur-Marne', 33_000),
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await keepMunicipalityCounts(db);
}

function grouping(siren: string, rest: { name: string; kind: 'metropole' | 'ept'; population: number }) {
  return { siren, slug: rest.name.toLowerCase().replaceAll(/[^a-z]+/g, '-'), current: true, ...rest };
}

function municipality(code: string, name: string, population: number) {
  return {
    code,
    name,
    population,
    slug: name.toLowerCase().replaceAll('é', 'e'),
    siren: null,
    postcodes: [`${code.slice(0, 2)}000`],
    departmentCode: '94',
    regionCode: '11',
    intercommunalitySiren: METROPOLE,
    territorialEstablishmentSiren: PARIS_EST_MARNE_ET_BOIS,
    current: true,
  };
}

const DEMAIN = {
  list: 'Champigny demain (exemple)',
  leader: 'Camille Exemple',
  commitments: [
    { measure: 1, words: '1 – Achats publics responsables', levels: { 1: 'accepted', 2: 'accepted' } },
    { measure: 2, words: '2 – Financements éthiques', levels: { 1: 'refused', 2: 'accepted' } },
    {
      measure: 11,
      words: '11 – Territoire à énergie positive, avec l’Établissement public territorial Paris-Est-Marne et Bois',
      levels: { 1: 'accepted' },
      competentBody: 'Établissement public territorial Paris-Est-Marne et Bois',
    },
    {
      measure: 15,
      words: '15 – Mobilités actives',
      levels: { 1: 'accepted', 2: 'accepted', 3: 'partial' },
      observations: ['Un accord sur les trois niveaux, sauf sur le montant par habitant·e.'],
    },
    { measure: 26, words: '26 – Premier accueil', levels: { 1: 'accepted' } },
  ],
  locals: [{ text: 'Soutenir l’Office municipal des migrants (mesure 26)', relatedMeasures: [26] }],
} as const;

const ENSEMBLE = {
  list: 'Ensemble à Champigny (exemple)',
  commitments: [
    { measure: 1, words: 'Mesure 1', levels: { 1: 'accepted' } },
    { measure: 15, words: 'Mesure 15', levels: { 1: 'unknown', 2: 'unknown', 3: 'unknown' } },
  ],
} as const;

const BRY_LIST = {
  list: 'Bry en transition (exemple)',
  commitments: [
    { measure: 14, words: '14 – Transports en commun', levels: { 1: 'accepted', 3: 'delegated' } },
    { measure: 15, words: '15 – Mobilités actives', levels: { 1: 'accepted' } },
    { measure: 19, words: '19 – Prévention des déchets' },
  ],
} as const;

const ACTIONS = [
  { number: '1.1', title: 'Compter les vélos', calendar: '3ème trimestre 2021', amount: '650€' },
  { number: '1.2', title: 'Tracer une piste', calendar: 'A définir', relatedActions: ['1.1'] },
  { number: '1.3', printedNumber: '1.2', title: 'Poser des arceaux', amount: 'entre 1 300 et 2 100€ par mois' },
] as const;
