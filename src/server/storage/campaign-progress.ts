/** Signatures of a charter in one area, day by day, from the kept figures: a range of a primary key, whatever the country holds. */
import { codeOfArea, type Area } from '#domain/observatory/cell.ts';
import type { SignedDay } from '#domain/observatory/progress.ts';
import type { Db } from './connection.ts';

export type Campaign = {
  readonly edition: string;
  readonly area: Area;
  /** Only pacts that take this measure, at least in part. */
  readonly measure?: number | null;
};

/** In order, the pacts of no known day first. One query; some 2,000 days at the most. */
export async function signedDays(db: Db, { edition, area, measure = null }: Campaign): Promise<readonly SignedDay[]> {
  const rows = await db
    .selectFrom('tally')
    .select(['value', 'count'])
    .where('edition', '=', edition)
    .where('area', '=', codeOfArea(area))
    .where('size', '=', 'all')
    .where('standing', '=', 'all')
    .where('subject', '=', 'signed')
    .where('item', '=', measure === null ? '' : `m${measure}`)
    .where('level', '=', 0)
    .orderBy('value')
    .execute();
  return rows.map(({ value, count }) => ({ day: value === '' ? null : value, pacts: count }));
}

/** When a figure of the charter last changed. Null: nothing was ever counted. */
export async function countedAt(db: Db, edition: string): Promise<Date | null> {
  const row = await db.selectFrom('tallyDate').select('countedAt').where('edition', '=', edition).executeTakeFirst();
  return row?.countedAt ?? null;
}
