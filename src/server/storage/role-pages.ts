/** What the pages about roles show: one's own requests, those that wait for somebody, the queue of the national team. */
import { sql, type RawBuilder } from 'kysely';
import type { RequestedRole, RequestState, RequestWay } from '#domain/campaign/role-request.ts';
import type { Db } from './connection.ts';
import type { RoleNames } from './role-holders.ts';
import { askedIn } from './role-requests.ts';

export type RequestView = {
  readonly id: number;
  readonly asked: RequestedRole;
  readonly name: RoleNames;
  readonly words: string;
  readonly askedAt: Date;
  readonly state: RequestState;
  readonly codeSentAt: Date | null;
  readonly way: RequestWay | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  /** The name that the person gave in their account; '' when none. Never the address. */
  readonly person: string;
};

/** Newest first. */
export async function requestsOfPerson(db: Db, person: string): Promise<readonly RequestView[]> {
  return await requests(db, sql`r.person_id = ${person}`);
}

/** Those that wait, oldest first, for who may decide them all. */
export async function waitingRequests(db: Db): Promise<readonly RequestView[]> {
  return (await requests(db, sql`r.state = 'asked'`)).toReversed();
}

/** Those that wait for this person to vouch, but their own: of the same list or town hall; an agent for agents only. */
export async function requestsToVouchFor(db: Db, person: string): Promise<readonly RequestView[]> {
  return await requests(
    db,
    sql`r.state = 'asked' and r.person_id <> ${person} and (
      r.list_id in (select list_id from list_representative where person_id = ${person})
      or exists (
        select from town_hall_member h where h.person_id = ${person}
          and (h.municipality_code = r.municipality_code or h.grouping_siren = r.grouping_siren)
          and (h.role = 'elected-official' or r.role = 'municipal-agent')))`,
  );
}

/** Who holds a role now, newest first: for the national team, which may take it away. */
export async function heldRoles(db: Db, { limit }: { readonly limit: number }): Promise<readonly RequestView[]> {
  return await requests(db, sql`r.state = 'confirmed'`, limit);
}

async function requests(db: Db, which: RawBuilder<unknown>, limit = 200): Promise<readonly RequestView[]> {
  const { rows } = await sql<Row>`
    select r.id, r.role, r.list_id, r.municipality_code, r.grouping_siren, r.words, r.asked_at, r.state,
      case when r.code_hash is not null then r.code_sent_at end as code_sent_at, r.way, r.decided_at, r.reason, r.ended_at, r.end_reason,
      p.name as person, c.name as list_name, coalesce(lm.name, m.name, g.name) as place_name
    from role_request r join person p on p.id = r.person_id
    left join candidate_list c on c.id = r.list_id left join municipality lm on lm.code = c.municipality_code
    left join municipality m on m.code = r.municipality_code left join "grouping" g on g.siren = r.grouping_siren
    where ${which} order by r.id desc limit ${limit}`.execute(db);
  return rows.map(({ listName, placeName, role, listId, municipalityCode, groupingSiren, ...row }) => ({
    ...row,
    asked: askedIn({ role, listId, municipalityCode, groupingSiren }),
    name: nameOf(role, listName ?? '', placeName ?? ''),
  }));
}

type Row = Omit<RequestView, 'asked' | 'name'> & {
  readonly role: RequestedRole['role'];
  readonly listId: number | null;
  readonly municipalityCode: string | null;
  readonly groupingSiren: string | null;
  readonly listName: string | null;
  readonly placeName: string | null;
};

function nameOf(role: RequestedRole['role'], list: string, place: string): RoleNames {
  if (role === 'national-team') return { role };
  return role === 'list-representative' ? { role, list, place } : { role, place };
}
