/** Minutes of follow-up committees that both sides agreed to, as everybody reads them. */
import { sql } from 'kysely';
import type { Minutes } from '#domain/committee/minutes.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';
import { codesOf } from './municipality-then.ts';

export type AgreedMinutes = Minutes & {
  readonly committee: number;
  /** Number of the meeting in its committee. */
  readonly meeting: number;
  readonly collective: string;
  /** The day of the meeting there, YYYY-MM-DD. */
  readonly on: string;
  readonly agreedAt: Date;
};

/** Oldest meeting first; of communes that merged into the place too. */
export async function agreedMinutes(db: Db, place: PlaceCode): Promise<readonly AgreedMinutes[]> {
  const rows = await db
    .selectFrom('committeeMinutes as minutes')
    .innerJoin('committeeMeeting as meeting', 'meeting.id', 'minutes.meetingId')
    .innerJoin('committee', 'committee.id', 'meeting.committeeId')
    .innerJoin('collective', 'collective.id', 'committee.collectiveId')
    .select(['committee.id as committee', 'meeting.number as meeting', 'collective.name as collective'])
    .select(sql<string>`(meeting.starts_at at time zone meeting.zone)::date::text`.as('on'))
    .select(['minutes.content', sql<Date>`minutes.agreed_at`.as('agreedAt')])
    .where(sql`coalesce(committee.municipality_code, committee.grouping_siren)`, 'in', await codesOf(db, place))
    .where('minutes.agreedAt', 'is not', null)
    .orderBy('meeting.startsAt')
    .orderBy('meeting.id')
    .execute();
  return rows.map(({ content: { text, present, decisions }, ...row }) => ({ ...row, present, text, decisions }));
}
