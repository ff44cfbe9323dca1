/** Seats, rules and decisions of the national committees. */
import { sql } from 'kysely';
import type { Json } from '#domain/shared/canonical-json.ts';
import type { NationalCommittee, NationalDecision, Seat } from '#domain/partners/national-committee.ts';
import type { Db } from './connection.ts';

export async function seatOf(db: Db, committee: NationalCommittee, person: string): Promise<Seat | null> {
  const row = await seats(db)
    .where('committee', '=', committee)
    .where('personId', '=', person)
    .where('until', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function lockSeat(db: Db, id: number): Promise<Seat | null> {
  return (await seats(db).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

function seats(db: Db) {
  return db
    .selectFrom('nationalMember')
    .select(['id', 'committee', 'personId as person', 'organisationId as organisation', 'since', 'until']);
}

/** By seat, the first first. */
export async function votersOn(db: Db, organisation: number): Promise<readonly string[]> {
  const { rows } = await sql<{ person: string }>`
    select m.person_id as person from national_member m
    where m.committee = 'steering' and m.until is null and m.person_id is not null
      and m.organisation_id is distinct from ${organisation}
      and not exists (
        select from organisation_representative r where r.organisation_id = ${organisation} and r.person_id = m.person_id)
    order by m.id`.execute(db);
  return rows.map(({ person }) => person);
}

/** Null: they sit in it already. */
export async function nameMember(
  db: Db,
  member: {
    readonly committee: NationalCommittee;
    readonly person: string;
    readonly quality: string;
    readonly organisation: number | null;
    readonly organisationName: string;
    readonly since: string;
    readonly at: Date;
  },
): Promise<number | null> {
  const row = await db
    .insertInto('nationalMember')
    .values({
      committee: member.committee,
      personId: member.person,
      quality: member.quality,
      organisation: member.organisationName,
      organisationId: member.organisation,
      shownName: null,
      since: member.since,
      until: null,
      namedAt: member.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function endSeat(db: Db, id: number, on: string): Promise<void> {
  await db.updateTable('nationalMember').set({ until: on }).where('id', '=', id).execute();
}

export async function showSeat(db: Db, id: number, shownName: string | null): Promise<void> {
  await db.updateTable('nationalMember').set({ shownName }).where('id', '=', id).execute();
}

export async function rulesOf(db: Db, committee: NationalCommittee) {
  return await db
    .selectFrom('nationalRule')
    .select(['since', 'votesNeeded'])
    .where('committee', '=', committee)
    .orderBy('since')
    .execute();
}

export async function addRule(
  db: Db,
  {
    at,
    ...rule
  }: {
    readonly committee: NationalCommittee;
    readonly since: string;
    readonly votesNeeded: number;
    readonly at: Date;
  },
): Promise<boolean> {
  const added = await db
    .insertInto('nationalRule')
    .values({ ...rule, saidAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('since')
    .executeTakeFirst();
  return added !== undefined;
}

export async function recordDecision(db: Db, decision: NationalDecision, at: Date): Promise<number> {
  const { id } = await db
    .insertInto('nationalDecision')
    .values({ ...decision, documents: JSON.stringify(decision.documents), saidAt: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function lockDecision(
  db: Db,
  id: number,
): Promise<(NationalDecision & { readonly version: number }) | null> {
  const row = await db
    .selectFrom('nationalDecision')
    .select(['committee', 'decidedOn', 'what', 'why', 'documents', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** What it said before stays, with why it was corrected. */
export async function correctDecision(
  db: Db,
  id: number,
  { committee: _, documents, ...decision }: NationalDecision,
  { reason, at }: { readonly reason: string; readonly at: Date },
): Promise<void> {
  await sql`insert into national_decision_before
      (decision_id, version, decided_on, what, why, documents, said_at, corrected_at, reason)
    select id, version, decided_on, what, why, documents, said_at, ${at}, ${reason} from national_decision where id = ${id}`.execute(
    db,
  );
  await db
    .updateTable('nationalDecision')
    .set((its) => ({ ...decision, documents: JSON.stringify(documents), version: its('version', '+', 1), saidAt: at }))
    .where('id', '=', id)
    .execute();
}

/** Seats and organisations go on without them, from that day. */
export async function forgetPartnerPerson(db: Db, person: string, at: Date): Promise<void> {
  await sql`update organisation_representative set shown_name = null, person_id = null, until = coalesce(until, ${at})
    where person_id = ${person}`.execute(db);
  await sql`update national_member set shown_name = null, person_id = null,
      until = coalesce(until, greatest(since, (${at}::timestamptz at time zone 'Europe/Paris')::date))
    where person_id = ${person}`.execute(db);
}

/** In French: people read it. */
export async function keptAboutPartner(db: Db, person: string): Promise<Json> {
  const { rows } = await sql<{ kept: Json }>`
    select jsonb_build_object(
      'represente', coalesce((select jsonb_agg(jsonb_build_object('organisation', o.name, 'qualite', r.quality,
          'nom_montre', r.shown_name, 'depuis', r.since, 'jusque', r.until) order by r.id)
        from organisation_representative r join organisation o on o.id = r.organisation_id
        where r.person_id = ${person}), '[]'),
      'sieges', coalesce((select jsonb_agg(jsonb_build_object('comite', m.committee, 'qualite', m.quality,
          'organisation', m.organisation, 'nom_montre', m.shown_name, 'depuis', m.since, 'jusque', m.until,
          'votes', coalesce((select jsonb_agg(jsonb_build_object('organisation', o.name, 'vote', v.vote,
              'motif', v.reason, 'le', v.at) order by v.at)
            from partner_vote v join organisation o on o.id = v.organisation_id where v.member_id = m.id), '[]'))
          order by m.id)
        from national_member m where m.person_id = ${person}), '[]')) as kept`.execute(db);
  return rows[0]?.kept ?? null;
}
