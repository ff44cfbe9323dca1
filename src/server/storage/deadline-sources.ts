/** What the deadlines of a place are computed from: pacts, public plans, decisions both sides agreed to, letters, meetings. */
import { sql } from 'kysely';
import type { DatedPact } from '#domain/deadlines/promised-deadlines.ts';
import type { Deadline, PlanDeadline } from '#domain/deadlines/deadline.ts';
import type { PublishedName } from '#domain/plan/published-sheet.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';
import { codesOf } from './municipality-then.ts';
import { selectCommitments } from './views.ts';

/** Three queries. */
export async function datedPacts(db: Db, place: PlaceCode): Promise<readonly DatedPact[]> {
  const codes = await codesOf(db, place);
  const pacts = await db
    .selectFrom('pact')
    .select(['id', 'publishedAt', 'listName as list', 'edition', 'signedOn', 'termFrom', 'termTo'])
    .select(
      sql<{ id: number; text: string }[]>`(
        select coalesce(json_agg(json_build_object('id', l.id, 'text', l.text) order by l.ordinal), '[]')
        from local_commitment l where l.pact_id = pact.id)`.as('locals'),
    )
    .where(({ or, eb }) => or([eb('municipalityCode', 'in', codes), eb('groupingSiren', 'in', codes)]))
    .orderBy('id')
    .execute();
  const ids = pacts.map(({ id }) => id);
  const commitments =
    ids.length === 0 ? [] : await selectCommitments(db).where('pactId', 'in', ids).orderBy('measure').execute();
  return pacts.map(({ termFrom, termTo, ...pact }) => ({
    ...pact,
    term: { from: termFrom, to: termTo },
    commitments: commitments
      .filter(({ pactId }) => pactId === pact.id)
      .map(({ measure, detail }) => ({ measure, levels: detail.levels })),
  }));
}

/** Ends of actions and steps, and calls for projects, of the public plans of the place. One query. */
export async function planDeadlines(db: Db, place: PlaceCode): Promise<readonly Deadline[]> {
  const codes = await codesOf(db, place);
  const rows = await db
    .selectFrom('action')
    .innerJoin('plan', 'plan.id', 'action.planId')
    .select(['action.id', 'action.number', 'action.title', 'action.status', 'action.endsOn', 'action.sheet'])
    .select(['plan.id as plan', 'plan.title as planTitle', 'plan.publishedAt as changedAt'])
    .where(({ or, eb }) => or([eb('plan.municipalityCode', 'in', codes), eb('plan.groupingSiren', 'in', codes)]))
    .where(({ or, eb }) => or([eb('action.endsOn', 'is not', null), eb('action.sheet', 'is not', null)]))
    .orderBy('action.id')
    .execute();
  return rows.flatMap(({ id, number, title, status, endsOn, sheet, plan, planTitle, changedAt }): Deadline[] => {
    const of = { plan: { id: plan, title: planTitle }, number, title };
    const over = status === 'done' || status === 'abandoned';
    const dated = (
      key: string,
      on: string | null,
      { settled, about }: { readonly settled: boolean; readonly about: PlanDeadline },
    ): Deadline[] => (on === null ? [] : [{ key, on, precision: 'day', settled, changedAt, hours: null, about }]);
    return [
      ...dated(`a:${id}`, endsOn, { settled: over, about: { ...of, kind: 'action-end' } }),
      ...(sheet?.steps ?? []).flatMap(({ title: step, status: done, endsOn: on }) =>
        dated(`s:${id}:${step}`, on, {
          settled: over || done === 'done' || done === 'abandoned',
          about: { ...of, kind: 'step-end', step },
        }),
      ),
      ...(sheet?.fundings ?? []).flatMap(({ call, funder, deadline, state }) =>
        dated(`f:${id}:${call}:${nameIn(funder) ?? ''}`, deadline, {
          settled: over || (state !== null && state !== 'to-ask'),
          about: { ...of, kind: 'funding-call', call, funder: nameIn(funder) },
        }),
      ),
    ];
  });
}

/** Decisions of agreed minutes, replies that are awaited, open meetings: what was said since the signature. Three queries. */
export async function followUpDeadlines(db: Db, place: PlaceCode): Promise<readonly Deadline[]> {
  const codes = await codesOf(db, place);
  const [decisions, letters, meetings] = await Promise.all([
    db
      .selectFrom('committeeDecision as decision')
      .innerJoin('committeeMeeting as meeting', 'meeting.id', 'decision.meetingId')
      .innerJoin('committee', 'committee.id', 'meeting.committeeId')
      .innerJoin('committeeMinutes as minutes', 'minutes.meetingId', 'meeting.id')
      .select(sql<Date>`coalesce(decision.state_at, minutes.agreed_at, minutes.written_at)`.as('changedAt'))
      .select(['decision.id', 'decision.words', 'decision.who', 'decision.dueOn', 'decision.state'])
      .select(['committee.id as committee', 'meeting.number as meeting'])
      .where(sql`coalesce(committee.municipality_code, committee.grouping_siren)`, 'in', codes)
      .where('decision.dueOn', 'is not', null)
      .execute(),
    db
      .selectFrom('followUpEvent as letter')
      .select([
        'letter.id',
        'letter.title',
        'letter.changedAt',
        sql<string>`(happened_on + reply_days)::text`.as('dueOn'),
      ])
      .select(
        sql<boolean>`exists (select from follow_up_event r where r.reply_to = letter.id and r.withdrawn_at is null
          and r.visibility = 'public')`.as('answered'),
      )
      .where(sql`coalesce(municipality_code, grouping_siren)`, 'in', codes)
      .where('kind', '=', 'letter')
      .where('visibility', '=', 'public')
      .where('withdrawnAt', 'is', null)
      .where('replyDays', 'is not', null)
      .execute(),
    db
      .selectFrom('committeeMeeting as meeting')
      .innerJoin('committee', 'committee.id', 'meeting.committeeId')
      .select(['meeting.id', 'meeting.number', 'meeting.location', 'committee.id as committee'])
      .select(['meeting.startsAt', 'meeting.endsAt', 'meeting.revision', 'meeting.changedAt'])
      .select(sql<string>`(starts_at at time zone zone)::date::text`.as('on'))
      .where(sql`coalesce(committee.municipality_code, committee.grouping_siren)`, 'in', codes)
      .where('meeting.open', '=', true)
      .where('meeting.cancelledAt', 'is', null)
      .execute(),
  ]);
  return [
    ...decisions.flatMap(({ id, words, who, dueOn, state, committee, meeting, changedAt }): Deadline[] =>
      dueOn === null
        ? []
        : [
            {
              key: `d:${id}`,
              ...{ on: dueOn, precision: 'day', settled: state !== 'to-do', changedAt, hours: null },
              about: { kind: 'decision', committee, meeting, words, who },
            },
          ],
    ),
    ...letters.map(({ id, title, dueOn, answered, changedAt }): Deadline => ({
      ...{ key: `l:${id}`, on: dueOn, precision: 'day', settled: answered, changedAt, hours: null },
      about: { kind: 'letter-reply', event: id, title },
    })),
    ...meetings.map(({ id, number, location, committee, on, changedAt, startsAt, endsAt, revision }): Deadline => ({
      ...{ key: `g:${id}`, on, precision: 'day', settled: false, changedAt, hours: { startsAt, endsAt, revision } },
      about: { kind: 'meeting', committee, meeting: number, location },
    })),
  ];
}

function nameIn(name: PublishedName): string | null {
  return name.kind === 'someone' ? null : name.name;
}
