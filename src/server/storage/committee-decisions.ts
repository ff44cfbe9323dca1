/** Decisions of minutes that both sides agreed to: public, and followed like any other date. */
import { sql } from 'kysely';
import type { DecisionStanding, DecisionState } from '#domain/committee/decision-state.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
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
  readonly standing: DecisionStanding;
};

/** Latest meeting first. */
export async function decisionsOf(db: Db, place: PlaceCode): Promise<readonly PublicDecision[]> {
  return (await decisionQuery(db, place).execute()).map(asPublic);
}

/** Those about one promise. */
export async function decisionsAbout(
  db: Db,
  place: PlaceCode,
  { edition, item }: { readonly edition: string; readonly item: string },
): Promise<readonly PublicDecision[]> {
  const rows = await decisionQuery(db, place)
    .where('decision.edition', '=', edition)
    .where(sql<boolean>`decision.items @> array[${item}]`)
    .execute();
  return rows.map(asPublic);
}

/** What became of the decisions of these meetings, in the order of their minutes. */
export async function standingsOf(
  db: Db,
  meetings: readonly number[],
): Promise<readonly { readonly meetingId: number; readonly standing: DecisionStanding }[]> {
  const rows = await db
    .selectFrom('committeeDecision as decision')
    .innerJoin('committeeMeeting as meeting', 'meeting.id', 'decision.meetingId')
    .select(['decision.meetingId', 'decision.state', 'decision.stateVoice', STATE_ON])
    .where('meetingId', 'in', meetings)
    .orderBy('decision.meetingId')
    .orderBy('decision.ordinal')
    .execute();
  return rows.map(({ meetingId, ...row }) => ({ meetingId, standing: standingIn(row) }));
}

/** `decision`: its number in the minutes, from 1. */
export async function settleDecision(
  db: Db,
  meeting: number,
  { decision, state, voice, by, at }: { decision: number; state: DecisionState; voice: Voice; by: string; at: Date },
): Promise<void> {
  await db
    .updateTable('committeeDecision')
    .set({ state, stateAt: at, stateVoice: voice, stateBy: by })
    .where('meetingId', '=', meeting)
    .where('ordinal', '=', decision)
    .execute();
}

/** On the day there, as the meeting's own clock says. */
const STATE_ON = sql<string | null>`(decision.state_at at time zone meeting.zone)::date::text`.as('stateOn');

function standingIn({
  state,
  stateOn,
  stateVoice,
}: {
  readonly state: DecisionState;
  readonly stateOn: string | null;
  readonly stateVoice: Voice | null;
}): DecisionStanding {
  return { state, said: stateOn === null || stateVoice === null ? null : { on: stateOn, voice: stateVoice } };
}

function decisionQuery(db: Db, place: PlaceCode) {
  return db
    .selectFrom('committeeDecision as decision')
    .innerJoin('committeeMeeting as meeting', 'meeting.id', 'decision.meetingId')
    .innerJoin('committee', 'committee.id', 'meeting.committeeId')
    .select(['decision.id', 'decision.words', 'decision.who', 'decision.dueOn'])
    .select(['decision.state', 'decision.stateVoice', STATE_ON])
    .select(['committee.id as committee', 'meeting.number as meeting'])
    .select(sql<string>`(meeting.starts_at at time zone meeting.zone)::date::text`.as('decidedOn'))
    .where(sql`coalesce(committee.municipality_code, committee.grouping_siren)`, '=', codeOf(place))
    .orderBy('meeting.startsAt', 'desc')
    .orderBy('decision.id')
    .limit(200);
}

function asPublic({
  state,
  stateOn,
  stateVoice,
  ...decision
}: Awaited<ReturnType<ReturnType<typeof decisionQuery>['executeTakeFirstOrThrow']>>): PublicDecision {
  return { ...decision, standing: standingIn({ state, stateOn, stateVoice }) };
}
