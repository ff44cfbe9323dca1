/** Meetings of follow-up committees that everybody may know of (src/domain/committee/public-meeting.ts). */
import { sql } from 'kysely';
import type { PublicMeeting } from '#domain/committee/public-meeting.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';
import { codesOf } from './municipality-then.ts';

/** Those that began by `now` and were not cancelled, latest first; of communes that merged into the place too. */
export async function publicSittings(db: Db, place: PlaceCode, now: Date): Promise<readonly PublicMeeting[]> {
  return await db
    .selectFrom('committeeMeeting as meeting')
    .innerJoin('committee', 'committee.id', 'meeting.committeeId')
    .innerJoin('collective', 'collective.id', 'committee.collectiveId')
    .leftJoin('committeeMinutes as minutes', 'minutes.meetingId', 'meeting.id')
    .select(['committee.id as committee', 'meeting.number as meeting', 'collective.name as collective'])
    .select(sql<string>`(meeting.starts_at at time zone meeting.zone)::date::text`.as('on'))
    .select(sql<string | null>`case when meeting.open then meeting.location end`.as('location'))
    .select(sql<boolean>`minutes.agreed_at is not null`.as('hasMinutes'))
    .select('meeting.open as isOpen')
    .where(sql`coalesce(committee.municipality_code, committee.grouping_siren)`, 'in', await codesOf(db, place))
    .where('meeting.cancelledAt', 'is', null)
    .where('meeting.startsAt', '<=', now)
    .where(sql<boolean>`(meeting.open or minutes.agreed_at is not null)`)
    .orderBy('meeting.startsAt', 'desc')
    .orderBy('meeting.id', 'desc')
    .limit(500)
    .execute();
}
