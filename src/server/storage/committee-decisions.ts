/** Decisions of minutes that both sides agreed to: public, and followed like any other date. */
import { sql } from 'kysely';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';

export type PublicDecision = {
  readonly id: number;
  readonly words: string;
  readonly who: string;
  readonly dueOn: string | null;
  readonly committee: number;
  /** Number of the meeting in its committee. */
  readonly meeting: number;
  /** The day of the meeting there, YYYY-MM-DD. */
  readonly decidedOn: string;
};

/** Latest meeting first. */
export async function decisionsOf(db: Db, place: PlaceCode): Promise<readonly PublicDecision[]> {
  return await decisionQuery(db, place).execute();
}

/** Those about one promise. */
export async function decisionsAbout(
  db: Db,
  place: PlaceCode,
  { edition, item }: { readonly edition: string; readonly item: string },
): Promise<readonly PublicDecision[]> {
  return await decisionQuery(db, place)
    .where('decision.edition', '=', edition)
    .where(sql<boolean>`decision.items @> array[${item}]`)
    .execute();
}

function decisionQuery(db: Db, place: PlaceCode) {
  return db
    .selectFrom('committeeDecision as decision')
    .innerJoin('committeeMeeting as meeting', 'meeting.id', 'decision.meetingId')
    .innerJoin('committee', 'committee.id', 'meeting.committeeId')
    .select(['decision.id', 'decision.words', 'decision.who', 'decision.dueOn'])
    .select(['committee.id as committee', 'meeting.number as meeting'])
    .select(sql<string>`(meeting.starts_at at time zone meeting.zone)::date::text`.as('decidedOn'))
    .where(sql`coalesce(committee.municipality_code, committee.grouping_siren)`, '=', codeOf(place))
    .orderBy('meeting.startsAt', 'desc')
    .orderBy('decision.id')
    .limit(200);
}
