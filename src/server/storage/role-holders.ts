/** Who holds a role now, and the names that sentences about roles need. */
import { sql } from 'kysely';
import type { Holding } from '#domain/access/gate.ts';
import type { RequestedRole } from '#domain/campaign/role-request.ts';
import type { Db } from './connection.ts';
import { placeIn, placeRef } from './places.ts';

export type RoleNames =
  | { readonly role: 'list-representative'; readonly list: string; readonly place: string }
  | { readonly role: 'municipal-agent' | 'elected-official'; readonly place: string }
  | { readonly role: 'national-team' };

/** What a person holds of lists, town halls and the national team. One query. */
export async function campaignHoldings(db: Db, person: string): Promise<readonly Holding[]> {
  const { rows } = await sql<{
    readonly role: RequestedRole['role'];
    readonly listId: number | null;
    readonly municipalityCode: string | null;
    readonly groupingSiren: string | null;
  }>`
    select 'list-representative' as role, list_id, null as municipality_code, null as grouping_siren
      from list_representative where person_id = ${person}
    union all
    select role, null, municipality_code, grouping_siren from town_hall_member where person_id = ${person}
    union all
    select 'national-team', null, null, null from national_team_member where person_id = ${person}`.execute(db);
  return rows.map((row): Holding => {
    if (row.role === 'national-team') return { role: row.role };
    if (row.role === 'list-representative') return { role: row.role, list: row.listId ?? 0 };
    return { role: row.role, place: placeIn(row) };
  });
}

/** Null: no such list or place. */
export async function nameRole(db: Db, asked: RequestedRole): Promise<RoleNames | null> {
  if (asked.role === 'national-team') return { role: asked.role };
  if (asked.role === 'list-representative') {
    const row = await db
      .selectFrom('candidateList')
      .innerJoin('municipality', 'municipality.code', 'candidateList.municipalityCode')
      .select(['candidateList.name as list', 'municipality.name as place'])
      .where('candidateList.id', '=', asked.list)
      .executeTakeFirst();
    return row === undefined ? null : { role: asked.role, ...row };
  }
  const place = await placeRef(db, asked.place);
  return place === null ? null : { role: asked.role, place: place.name };
}

/** Who holds this very role. */
export async function holdersOf(db: Db, of: RequestedRole): Promise<readonly string[]> {
  if (of.role === 'list-representative') return await representatives(db, of.list);
  if (of.role === 'national-team') return await nationalTeam(db);
  return (await townHall(db, of)).filter(({ role }) => role === of.role).map(({ person }) => person);
}

/** Who may vouch for it: the same list, or the same town hall; for an elected official, another one only. */
export async function vouchersOf(db: Db, of: RequestedRole): Promise<readonly string[]> {
  if (of.role === 'list-representative') return await representatives(db, of.list);
  if (of.role === 'national-team') return await nationalTeam(db);
  if (of.role === 'elected-official') return await holdersOf(db, of);
  return [...new Set((await townHall(db, of)).map(({ person }) => person))];
}

export async function nationalTeam(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('nationalTeamMember').select('personId').orderBy('since').execute();
  return rows.map(({ personId }) => personId);
}

async function representatives(db: Db, list: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('listRepresentative')
    .select('personId')
    .where('listId', '=', list)
    .orderBy('since')
    .execute();
  return rows.map(({ personId }) => personId);
}

async function townHall(db: Db, { place }: Extract<RequestedRole, { place: unknown }>) {
  return await db
    .selectFrom('townHallMember')
    .select(['personId as person', 'role'])
    .$if(place.kind === 'municipality', (query) =>
      query.where('municipalityCode', '=', place.kind === 'municipality' ? place.code : ''),
    )
    .$if(place.kind === 'grouping', (query) =>
      query.where('groupingSiren', '=', place.kind === 'grouping' ? place.siren : ''),
    )
    .orderBy('since')
    .execute();
}

/** Null: nobody signed in with it. */
export async function personWithEmail(db: Db, email: string): Promise<string | null> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('email', '=', email.trim().toLowerCase())
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Of a collective that is not closed. */
export async function isInACollective(db: Db, person: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select exists (
      select from collective_member m join collective c on c.id = m.collective_id
      where m.person_id = ${person} and c.state <> 'closed'
    ) as there`.execute(db);
  return rows[0]?.there ?? false;
}
