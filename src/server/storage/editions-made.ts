/** Editions published from the workbench: frozen rows, and what became of each measure. Pages read ../charters.ts. */
import { sql } from 'kysely';
import type { Edition } from '#domain/charter/edition.ts';
import type { Change } from '#domain/workbench/change.ts';
import type { MeasureOrigin } from '#domain/workbench/origins.ts';
import type { MadeEdition } from '#domain/workbench/kept.ts';
import type { Db } from './connection.ts';

/** Told when an edition is published, withdrawn or offered again; the payload is its id. */
export const EDITION_CHANNEL = 'edition';

export async function publishEditionRow(db: Db, made: MadeEdition, origins: readonly MeasureOrigin[]): Promise<void> {
  const { edition, sha256, publishedAt, publishedAs, draft } = made;
  await db
    .insertInto('edition')
    .values({
      id: edition.id,
      content: JSON.stringify(edition),
      sha256,
      publishedAt,
      publishedAs,
      draftId: draft,
    })
    .execute();
  if (origins.length > 0) {
    await db
      .insertInto('measureOrigin')
      .values(origins.map((origin) => ({ edition: edition.id, ...origin })))
      .execute();
  }
  await db.updateTable('editionDraft').set({ publishedAt }).where('id', '=', draft).execute();
  await tellOfEdition(db, edition.id);
}

export async function madeEdition(db: Db, id: string): Promise<MadeEdition | null> {
  const row = await made(db).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : asMade(row);
}

/** All of them, by id. */
export async function editionsMade(db: Db): Promise<readonly MadeEdition[]> {
  return (await made(db).orderBy('id').execute()).map(asMade);
}

/** One line of the story of a measure: what it comes from, or what it became. */
export type MeasureStep = {
  readonly change: Change;
  readonly reason: string;
  /** Null: it was removed. */
  readonly to: { readonly edition: string; readonly measure: number | null } | null;
  readonly from: { readonly edition: string; readonly measure: number } | null;
};

export type MeasureFate = { readonly from: readonly MeasureStep[]; readonly became: readonly MeasureStep[] };

/**
 * What this measure comes from, and what it became in later editions: those of a collective are the next of its own alone. One query.
 */
export async function measureFate(
  db: Db,
  { edition, measure }: { readonly edition: string; readonly measure: number },
): Promise<MeasureFate> {
  const rows = await db
    .selectFrom('measureOrigin as origin')
    .innerJoin('edition', 'edition.id', 'origin.edition')
    .innerJoin('editionDraft as draft', 'draft.id', 'edition.draftId')
    .leftJoin('editionDraft as before', (join) =>
      join.onRef('before.editionId', '=', 'origin.fromEdition').on('before.publishedAt', 'is not', null),
    )
    .select([
      'origin.edition',
      'origin.measure',
      'origin.fromEdition',
      'origin.fromMeasure',
      'origin.change',
      'origin.reason',
    ])
    .where((eb) =>
      eb.or([
        eb.and([eb('origin.edition', '=', edition), eb('origin.measure', '=', measure)]),
        eb.and([
          eb('origin.fromEdition', '=', edition),
          eb('origin.fromMeasure', '=', measure),
          eb('draft.collectiveId', 'is not distinct from', eb.ref('before.collectiveId')),
        ]),
      ]),
    )
    .orderBy('edition.publishedAt')
    .orderBy('origin.measure')
    .orderBy('origin.fromMeasure')
    .execute();
  const steps = rows.map((row) => ({
    here: row.edition === edition && row.measure === measure,
    change: row.change,
    reason: row.reason,
    to: { edition: row.edition, measure: row.measure },
    from:
      row.fromEdition === null || row.fromMeasure === null
        ? null
        : { edition: row.fromEdition, measure: row.fromMeasure },
  }));
  return {
    from: steps.flatMap(({ here, ...step }) => (here ? [step] : [])),
    became: steps.flatMap(({ here, ...step }) => (here ? [] : [step])),
  };
}

/** What became of every measure on the way to this edition, removed ones included. */
export async function originsOfEdition(db: Db, edition: string): Promise<readonly MeasureOrigin[]> {
  return await db
    .selectFrom('measureOrigin')
    .select(['measure', 'fromEdition', 'fromMeasure', 'change', 'reason'])
    .where('edition', '=', edition)
    .orderBy('measure')
    .orderBy('fromMeasure')
    .execute();
}

const made = (db: Db) =>
  db.selectFrom('edition').select(['id', 'content', 'sha256', 'publishedAt', 'publishedAs', 'draftId']);

function asMade(row: {
  content: Edition;
  sha256: string;
  publishedAt: Date;
  publishedAs: string;
  draftId: number;
}): MadeEdition {
  const { content, draftId, sha256, publishedAt, publishedAs } = row;
  return { edition: content, sha256, publishedAt, publishedAs, draft: draftId };
}

export async function tellOfEdition(db: Db, id: string): Promise<void> {
  await sql`select pg_notify(${EDITION_CHANNEL}, ${id})`.execute(db);
}
