/** Drafts of editions, with their measures. Those that are published: ./editions-made.ts. */
import { sql } from 'kysely';
import type { DraftMeasure, EditionDraft } from '#domain/workbench/draft.ts';
import type { MeasureChange, NewDraft, NewMeasure } from '#domain/workbench/kept.ts';
import type { Db } from './connection.ts';

export async function openEditionDraft(db: Db, draft: NewDraft): Promise<{ readonly id: number } | null> {
  const row = await db
    .insertInto('editionDraft')
    .values({
      editionId: draft.editionId,
      charter: draft.charter,
      basedOn: draft.basedOn,
      collectiveId: draft.collective,
      title: draft.title,
      year: draft.year,
      head: JSON.stringify(draft.head),
      createdAt: draft.at,
    })
    .onConflict((conflict) => conflict.column('editionId').where('abandonedAt', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return null;
  if (draft.measures.length > 0) {
    await db
      .insertInto('draftMeasure')
      .values(draft.measures.map((measure) => ({ draftId: row.id, ...rowOf(measure) })))
      .execute();
  }
  return { id: row.id };
}

export async function holderOfAddress(db: Db, editionId: string): Promise<number | null> {
  const row = await db
    .selectFrom('editionDraft')
    .select('id')
    .where('editionId', '=', editionId)
    .where('abandonedAt', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function findEditionDraft(db: Db, id: number, { lock }: { lock: boolean }): Promise<EditionDraft | null> {
  const row = await db
    .selectFrom('editionDraft')
    .selectAll()
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (row === undefined) return null;
  const { collectiveId, publishedAt, abandonedAt, createdAt: _, ...draft } = row;
  return {
    ...draft,
    collective: collectiveId,
    state: publishedAt !== null ? 'published' : abandonedAt !== null ? 'abandoned' : 'open',
    measures: await measuresOf(db, id),
  };
}

async function measuresOf(db: Db, draft: number): Promise<readonly DraftMeasure[]> {
  const rows = await db
    .selectFrom('draftMeasure')
    .select(['id', 'position', 'number', 'origins', 'words', 'keptWords', 'themes', 'notes', 'reason', 'version'])
    .where('draftId', '=', draft)
    .where('mergedInto', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows;
}

/** What was merged into another, by the measure it went into: it may be taken out again. */
export async function mergedMeasures(db: Db, draft: number) {
  const rows = await db
    .selectFrom('draftMeasure')
    .select(['id', 'position', 'origins', 'keptWords', 'themes', 'reason', 'version', 'mergedInto', 'brought'])
    .where('draftId', '=', draft)
    .where('mergedInto', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.map(({ mergedInto, ...row }) => ({ ...row, into: mergedInto ?? 0 }));
}

export async function changeDraftHead(
  db: Db,
  draft: number,
  { editionId, title, year, head }: Pick<EditionDraft, 'editionId' | 'title' | 'year' | 'head'>,
): Promise<void> {
  await db
    .updateTable('editionDraft')
    .set({ editionId, title, year, head: JSON.stringify(head), version: sql`version + 1` })
    .where('id', '=', draft)
    .execute();
}

export async function addDraftMeasure(db: Db, draft: number, measure: NewMeasure): Promise<{ readonly id: number }> {
  return await db
    .insertInto('draftMeasure')
    .values({ draftId: draft, ...rowOf(measure) })
    .returning('id')
    .executeTakeFirstOrThrow();
}

export async function changeDraftMeasure(
  db: Db,
  { draft, measure }: { readonly draft: number; readonly measure: number },
  { origins, brought, words, keptWords, themes, notes, ...plain }: MeasureChange,
): Promise<void> {
  await db
    .updateTable('draftMeasure')
    .set({
      ...plain,
      ...(origins === undefined ? {} : { origins: JSON.stringify(origins) }),
      ...(brought === undefined ? {} : { brought: JSON.stringify(brought) }),
      ...(words === undefined ? {} : { words: jsonOrNull(words) }),
      ...(keptWords === undefined ? {} : { keptWords: jsonOrNull(keptWords) }),
      ...(themes === undefined ? {} : { themes: JSON.stringify(themes) }),
      ...(notes === undefined ? {} : { notes: JSON.stringify(notes) }),
      version: sql`version + 1`,
    })
    .where('draftId', '=', draft)
    .where('id', '=', measure)
    .execute();
}

export async function arrangeDraftMeasures(
  db: Db,
  draft: number,
  places: readonly Pick<DraftMeasure, 'id' | 'number' | 'position'>[],
): Promise<void> {
  if (places.length === 0) return;
  await sql`
    update draft_measure set number = placed.number, position = placed.position
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as placed (id integer, number integer, position integer)
    where draft_measure.id = placed.id and draft_measure.draft_id = ${draft}
  `.execute(db);
}

export async function abandonEditionDraft(db: Db, draft: number, at: Date): Promise<void> {
  await db.updateTable('editionDraft').set({ abandonedAt: at }).where('id', '=', draft).execute();
}

export type DraftLine = {
  readonly id: number;
  readonly editionId: string;
  readonly title: string;
  readonly year: number;
  readonly basedOn: string | null;
  readonly collective: { readonly id: number; readonly name: string } | null;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
  /** Measures that it holds now. */
  readonly measures: number;
};

/** Whose: the national team's, of all collectives, or of one by its number. */
export type DraftsOf = 'country' | 'collectives' | number;

/** Those that were not given up, latest first, by keyset: `before` is the last one shown. `limit` 1 to 200. */
export async function editionDrafts(
  db: Db,
  {
    of,
    before = null,
    limit = 200,
  }: { readonly of: DraftsOf; readonly before?: number | null; readonly limit?: number },
): Promise<{ readonly drafts: readonly DraftLine[]; readonly next: number | null }> {
  const size = Math.min(Math.max(Math.trunc(limit), 1), 200);
  const rows = await db
    .selectFrom('editionDraft as draft')
    .leftJoin('collective', 'collective.id', 'draft.collectiveId')
    .select(({ selectFrom, fn }) => [
      'draft.id',
      'draft.editionId',
      'draft.title',
      'draft.year',
      'draft.basedOn',
      'draft.createdAt',
      'draft.publishedAt',
      'draft.collectiveId',
      'collective.name',
      selectFrom('draftMeasure')
        .select(fn.countAll<number>().as('count'))
        .whereRef('draftMeasure.draftId', '=', 'draft.id')
        .where('draftMeasure.words', 'is not', null)
        .as('measures'),
    ])
    .where('draft.abandonedAt', 'is', null)
    .$if(of === 'country', (query) => query.where('draft.collectiveId', 'is', null))
    .$if(of === 'collectives', (query) => query.where('draft.collectiveId', 'is not', null))
    .$if(typeof of === 'number', (query) => query.where('draft.collectiveId', '=', Number(of)))
    .$if(before !== null, (query) => query.where('draft.id', '<', before ?? 0))
    .orderBy('draft.id', 'desc')
    .limit(size + 1)
    .execute();
  const drafts = rows.slice(0, size).map(({ collectiveId, name, measures, ...row }) => ({
    ...row,
    collective: collectiveId === null ? null : { id: collectiveId, name: name ?? '' },
    measures: measures ?? 0,
  }));
  return { drafts, next: rows.length > size ? (drafts.at(-1)?.id ?? null) : null };
}

function rowOf({ position, number, origins, words, keptWords, themes, notes, reason }: NewMeasure) {
  return {
    position,
    number,
    origins: JSON.stringify(origins),
    words: jsonOrNull(words),
    keptWords: jsonOrNull(keptWords),
    themes: JSON.stringify(themes),
    notes: JSON.stringify(notes),
    reason,
  };
}

function jsonOrNull(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
