/** What moves in the charters, for the pages that lead there: consultations that are not over, editions that were published. */
import { sql, type RawBuilder } from 'kysely';
import { phaseOf, type ConsultationPhase } from '#domain/consultation/consultation.ts';
import type { Edition } from '#domain/charter/edition.ts';
import type { Db } from './connection.ts';

export type ConsultationTold = {
  readonly id: number;
  readonly title: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly phase: ConsultationPhase;
};

type Found = Omit<ConsultationTold, 'phase'> & {
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly countedAt: Date | null;
};

/** National ones, announced or open. Which closes first comes first. One query. */
export async function consultationsComing(db: Db, now: Date): Promise<readonly ConsultationTold[]> {
  const open = sql<boolean>`d.collective_id is null and c.counted_at is null and c.closes_at > ${now}`;
  return await consultationsTold(db, open, now);
}

/**
 * Of one edition: those on the draft that it came from, and those that are not counted yet on what would follow it. Of a
 * national edition only the national team's, of a local one its collective's. One query.
 */
export async function consultationsAbout(
  db: Db,
  { id, local }: Pick<Edition, 'id' | 'local'>,
  now: Date,
): Promise<readonly ConsultationTold[]> {
  const about = sql<boolean>`(d.id = (select e.draft_id from edition e where e.id = ${id})
    or (d.based_on = ${id} and c.counted_at is null and d.collective_id is not distinct from ${local?.collective ?? null}::int))`;
  return await consultationsTold(db, about, now);
}

async function consultationsTold(db: Db, which: RawBuilder<boolean>, now: Date): Promise<readonly ConsultationTold[]> {
  const { rows } = await sql<Found>`
    select c.id, c.title, c.opens_on, c.closes_on, c.opens_at, c.closes_at, c.counted_at
    from consultation c join edition_draft d on d.id = c.draft_id
    where c.cancelled_at is null and ${which} order by c.closes_at, c.id limit 20`.execute(db);
  return rows.map(({ opensAt, closesAt, countedAt, ...told }) => ({
    ...told,
    phase: phaseOf({ opensAt, closesAt, cancelled: null, count: countedAt === null ? null : {} }, now),
  }));
}

export type EditionTold = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly publishedAt: Date;
};

/** National ones that are still offered, latest first. `limit`: 1 to 100. One query. */
export async function editionsPublished(
  db: Db,
  { limit }: { readonly limit: number },
): Promise<readonly EditionTold[]> {
  return await selectEditions(db).where('draft.collectiveId', 'is', null).limit(limit).execute();
}

/** Those made out of this one by whoever made it: of a national one, the next for the whole country. Latest first. One query. */
export async function editionsAfter(
  db: Db,
  { id, local }: Pick<Edition, 'id' | 'local'>,
): Promise<readonly EditionTold[]> {
  return await selectEditions(db)
    .where('draft.basedOn', '=', id)
    .where('draft.collectiveId', local === undefined ? 'is' : '=', local?.collective ?? null)
    .limit(20)
    .execute();
}

function selectEditions(db: Db) {
  return db
    .selectFrom('edition')
    .innerJoin('editionDraft as draft', 'draft.id', 'edition.draftId')
    .select(['edition.id', 'draft.title', 'draft.year', 'edition.publishedAt'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('editionWithdrawal as gone').select('gone.edition').whereRef('gone.edition', '=', 'edition.id'),
        ),
      ),
    )
    .orderBy('edition.publishedAt', 'desc')
    .orderBy('edition.id');
}
