/** Consultations and the words that they are about. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Consultation, ConsultedMeasure } from '#domain/consultation/consultation.ts';
import { wordsOfOrigins } from '#domain/consultation/consulted-name.ts';
import type { ConsultationToLookAt } from '#domain/consultation/problems.ts';
import { changeOf } from '#domain/workbench/change.ts';
import { partsOfHead } from '#domain/consultation/head-part.ts';
import type { AnnouncedConsultation, ConsultedDraft } from '#domain/consultation/kept.ts';
import { editionById } from '../charters.ts';
import type { Db } from './connection.ts';

/** As the workbench has it now. Two queries. */
export async function draftToConsult(db: Db, draft: number): Promise<ConsultedDraft | null> {
  const found = await db
    .selectFrom('editionDraft')
    .select(['title', 'collectiveId', 'basedOn', 'head'])
    .where('id', '=', draft)
    .where('publishedAt', 'is', null)
    .where('abandonedAt', 'is', null)
    .executeTakeFirst();
  if (found === undefined) return null;
  const all = await db
    .selectFrom('draftMeasure')
    .select(['id', 'position', 'number', 'words', 'origins', 'reason', 'themes'])
    .where('draftId', '=', draft)
    .where('mergedInto', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const measures = all.map(({ themes: _themes, ...measure }): ConsultedMeasure => ({
    ...measure,
    part: null,
    change: changeOf(measure, { all, wordsOf: wordsOfOrigins(editionById) }),
  }));
  const base = found.basedOn === null ? null : editionById(found.basedOn);
  const head = partsOfHead(found.head, { base, measures: all });
  return { title: found.title, collective: found.collectiveId, measures, head };
}

export async function announceConsultation(
  db: Db,
  { draft, measures, head, at, ...words }: AnnouncedConsultation & { readonly at: Date },
): Promise<number> {
  const { id } = await db
    .insertInto('consultation')
    .values({ ...words, draftId: draft, announcedAt: at, digestKey: randomBytes(32) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await keepConsulted(db, id, { measures, head });
  return id;
}

export async function changeConsultation(
  db: Db,
  id: number,
  { draft, measures, head, ...words }: AnnouncedConsultation,
): Promise<void> {
  await db
    .updateTable('consultation')
    .set({ ...words, draftId: draft })
    .where('id', '=', id)
    .execute();
  await db.deleteFrom('consultationMeasure').where('consultationId', '=', id).execute();
  await keepConsulted(db, id, { measures, head });
}

/** The head comes first, under numbers that no measure has. */
async function keepConsulted(
  db: Db,
  id: number,
  { measures, head }: Pick<AnnouncedConsultation, 'measures' | 'head'>,
): Promise<void> {
  if (head.length > 0)
    await db
      .insertInto('consultationMeasure')
      .values(
        head.map(({ part, change, reason }, index) => ({
          consultationId: id,
          draftMeasureId: sql<number>`nextval(pg_get_serial_sequence('draft_measure', 'id'))`,
          position: index - head.length,
          number: null,
          words: null,
          origins: '[]',
          change,
          reason,
          part: JSON.stringify(part),
        })),
      )
      .execute();
  await db
    .insertInto('consultationMeasure')
    .values(
      measures.map(({ id: draftMeasureId, words, origins, part: _part, ...measure }) => ({
        ...measure,
        consultationId: id,
        draftMeasureId,
        words: words === null ? null : JSON.stringify(words),
        origins: JSON.stringify(origins),
        part: null,
      })),
    )
    .execute();
}

/** `share`: nobody changes it meanwhile, others may hold it so too; `alone`: nobody else holds it. */
export async function findConsultation(
  db: Db,
  id: number,
  lock: 'none' | 'share' | 'alone',
): Promise<Consultation | null> {
  const row = await selectConsultations(db)
    .where('id', '=', id)
    .$if(lock === 'share', (query) => query.forShare())
    .$if(lock === 'alone', (query) => query.forUpdate())
    .executeTakeFirst();
  return row === undefined ? null : toConsultation(row);
}

function selectConsultations(db: Db) {
  return db
    .selectFrom('consultation')
    .select(['id', 'draftId', 'title', 'words', 'opensOn', 'closesOn', 'opensAt', 'closesAt'])
    .select(['cancelledAt', 'cancelledReason', 'frozen', 'sha256', 'countedAt'])
    .select(({ selectFrom }) =>
      // Of a draft this never changes: nothing to hold.
      selectFrom('editionDraft')
        .whereRef('editionDraft.id', '=', 'consultation.draftId')
        .select('collectiveId')
        .as('collective'),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof selectConsultations>['executeTakeFirstOrThrow']>>;

function toConsultation({
  draftId,
  cancelledAt,
  cancelledReason,
  frozen,
  sha256,
  countedAt,
  ...row
}: Row): Consultation {
  return {
    ...row,
    draft: draftId,
    cancelled: cancelledAt === null ? null : { at: cancelledAt, reason: cancelledReason ?? '' },
    count: frozen === null || countedAt === null ? null : { at: countedAt, sha256: sha256 ?? '', frozen },
  };
}

export async function consultationUnderWay(db: Db, draft: number): Promise<{ readonly id: number } | null> {
  const row = await db
    .selectFrom('consultation')
    .select('id')
    .where('draftId', '=', draft)
    .where('countedAt', 'is', null)
    .where('cancelledAt', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** One query: what keeps the draft from being published (src/domain/consultation/problems.ts). */
export async function consultationsOfDraft(db: Db, draft: number): Promise<readonly ConsultationToLookAt[]> {
  const rows = await db
    .selectFrom('consultation')
    .select(['id', 'title', 'opensAt', 'closesAt', 'cancelledAt', 'countedAt'])
    .select(({ selectFrom, fn }) =>
      selectFrom('contribution')
        .whereRef('contribution.consultationId', '=', 'consultation.id')
        .where('kind', '<>', 'comment')
        .where('answeredAt', 'is', null)
        .where('withdrawnAt', 'is', null)
        .where('hiddenAt', 'is', null)
        .select(fn.countAll<number>().as('unanswered'))
        .as('unanswered'),
    )
    .where('draftId', '=', draft)
    .orderBy('id')
    .execute();
  return rows.map(({ cancelledAt, countedAt, unanswered, ...row }) => ({
    ...row,
    cancelled: cancelledAt === null ? null : {},
    count: countedAt === null ? null : {},
    unanswered: unanswered ?? 0,
  }));
}

export async function consultedMeasures(db: Db, id: number): Promise<readonly ConsultedMeasure[]> {
  return await selectMeasures(db, id).orderBy('position').orderBy('draftMeasureId').execute();
}

export async function consultedMeasure(
  db: Db,
  { consultation, id }: { readonly consultation: number; readonly id: number },
): Promise<ConsultedMeasure | null> {
  return (await selectMeasures(db, consultation).where('draftMeasureId', '=', id).executeTakeFirst()) ?? null;
}

function selectMeasures(db: Db, id: number) {
  return db
    .selectFrom('consultationMeasure')
    .select(['draftMeasureId as id', 'position', 'number', 'words', 'origins', 'change', 'reason', 'part'])
    .where('consultationId', '=', id);
}

/** Closed before then, neither cancelled nor counted. */
export async function consultationsToCount(db: Db, closedBefore: Date): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('consultation')
    .select('id')
    .where('closesAt', '<=', closedBefore)
    .where('countedAt', 'is', null)
    .where('cancelledAt', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
