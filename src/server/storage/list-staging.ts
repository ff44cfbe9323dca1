/**
 * A file of candidate lists beside the lists we have, inside one transaction: its lines go to a temporary table, what is
 * wrong and what would change is asked of the database, then written all at once. Memory does not grow with the file.
 */
import { sql } from 'kysely';
import { nameKey } from '#domain/campaign/name-key.ts';
import type { Round } from '#domain/campaign/election.ts';
import type { Db } from './connection.ts';
import type { Then } from './municipality-then.ts';

export type StagedCandidate = {
  readonly line: number;
  readonly panelNumber: number | null;
  readonly shortName: string | null;
  readonly listName: string;
  readonly nuance: string | null;
  readonly position: number;
  readonly family: string;
  readonly given: string;
};

export type StagedProblem = {
  readonly line: number;
  readonly kind: 'same-position' | 'no-head-of-list' | 'panel-of-two-lists';
  readonly written: string;
};

/** Call first, inside the transaction. */
export async function beginStaging(db: Db): Promise<void> {
  if (!db.isTransaction) throw new Error('a staging table lives as long as its transaction');
  await sql`drop table if exists staged_line, staged_list`.execute(db);
  await sql`create temporary table staged_line (
    line integer, municipality text, constituency text, constituency_name text, list_name text, name_key text,
    short_name text, nuance text, panel integer, position integer, family text, given text
  ) on commit drop`.execute(db);
}

export async function stageCandidates(
  db: Db,
  lines: readonly { readonly then: Then; readonly said: StagedCandidate }[],
): Promise<void> {
  const column = <Value>(of: (line: (typeof lines)[number]) => Value) => lines.map(of);
  await sql`insert into staged_line select * from unnest(
    ${column(({ said }) => said.line)}::integer[], ${column(({ then }) => then.municipality)}::text[],
    ${column(({ then }) => then.constituency)}::text[], ${column(({ then }) => then.constituencyName)}::text[],
    ${column(({ said }) => said.listName)}::text[], ${column(({ said }) => nameKey(said.listName))}::text[],
    ${column(({ said }) => said.shortName)}::text[], ${column(({ said }) => said.nuance)}::text[],
    ${column(({ said }) => said.panelNumber)}::integer[], ${column(({ said }) => said.position)}::integer[],
    ${column(({ said }) => said.family)}::text[], ${column(({ said }) => said.given)}::text[]
  )`.execute(db);
}

/** Gathers the lines into lists and finds which we have. Call once, when every line is staged. */
export async function gatherStaged(
  db: Db,
  { election, round }: { readonly election: string; readonly round: Round },
): Promise<void> {
  await sql`create temporary table staged_list on commit drop as
    select row_number() over (order by min(line))::integer as sid, municipality, constituency, max(constituency_name) as constituency_name,
      name_key, panel, min(line) as line, min(list_name) as list_name, max(short_name) as short_name, max(nuance) as nuance,
      max(case when position = 1 then btrim(given || ' ' || family) end) as leader, ''::text as leader_key,
      null::integer as list_id, false as added, false as changed, false as moved
    from staged_line group by municipality, constituency, name_key, panel`.execute(db);
  await sql`create index on staged_list (municipality, constituency, name_key)`.execute(db);
  await sql`create index on staged_line (municipality, constituency, name_key, panel)`.execute(db);
  await keyLeaders(db);
  await sql`analyze staged_list`.execute(db);
  await match(db, election, sql`c.name_key = s.name_key and c.leader_key = s.leader_key`);
  await match(db, election, sql`c.name_key = s.name_key`);
  // A list re-registered under another name for the second round is another list: who stands on it tells where it comes from.
  if (round === 1) await match(db, election, sql`c.leader_key = s.leader_key and s.leader_key <> ''`);
  await markChanges(db, round);
}

/** The key is made by the same function as everywhere, in pieces. */
async function keyLeaders(db: Db): Promise<void> {
  for (let from = 0; ; from += 5000) {
    const { rows } = await sql<{ sid: number; leader: string | null }>`
      select sid, leader from staged_list where sid > ${from} and sid <= ${from + 5000} order by sid`.execute(db);
    if (rows.length === 0) return;
    await sql`update staged_list s set leader_key = k.leader_key
      from unnest(${rows.map(({ sid }) => sid)}::integer[], ${rows.map(({ leader }) => nameKey(leader ?? ''))}::text[]) as k (sid, leader_key)
      where s.sid = k.sid`.execute(db);
  }
}

/** One of ours for one of theirs, among those that found none yet. */
async function match(db: Db, election: string, same: ReturnType<typeof sql>): Promise<void> {
  await sql`update staged_list t set list_id = m.id from (
    select distinct on (id) id, sid from (
      select distinct on (s.sid) s.sid, c.id from staged_list s join candidate_list c on c.election_id = ${election}
        and c.municipality_code = s.municipality and c.constituency_code = s.constituency and ${same}
      where s.list_id is null and not exists (select from staged_list o where o.list_id = c.id)
      order by s.sid, c.id
    ) as theirs order by id, sid
  ) as m where t.sid = m.sid`.execute(db);
}

async function markChanges(db: Db, round: Round): Promise<void> {
  await sql`update staged_list s set changed = true from candidate_list c
    left join candidate_list_round r on r.list_id = c.id and r.round = ${round}
    where c.id = s.list_id and (
      c.name is distinct from s.list_name or c.leader is distinct from s.leader or c.short_name is distinct from s.short_name
      or c.nuance is distinct from s.nuance or r.panel_number is distinct from s.panel or c.entered_as <> 'import' or r.list_id is null
    )`.execute(db);
  await sql`update staged_list s set moved = true where s.list_id is not null and (
      select string_agg(position || ' ' || family || ' ' || given, '|' order by position) from staged_line l
      where (l.municipality, l.constituency, l.name_key) = (s.municipality, s.constituency, s.name_key) and l.panel is not distinct from s.panel
    ) is distinct from (
      select string_agg(position || ' ' || family_name || ' ' || given_name, '|' order by position) from candidate k
      where k.list_id = s.list_id and k.round = ${round}
    )`.execute(db);
}

/** What only the whole file shows; `limit` of them, in the order of the file. */
export async function stagedProblems(
  db: Db,
  limit: number,
): Promise<{ readonly problems: readonly StagedProblem[]; readonly total: number }> {
  const { rows } = await sql<StagedProblem & { readonly total: number }>`
    select *, count(*) over () as total from (
      select line, 'same-position' as kind, position::text as written from (
        select line, position, row_number() over (partition by municipality, constituency, name_key, panel, position order by line) as n from staged_line
      ) as l where n > 1
      union all
      select line, 'no-head-of-list', list_name from staged_list where leader is null
      union all
      select line, 'panel-of-two-lists', panel::text from (
        select line, panel, row_number() over (partition by municipality, constituency, panel order by line) as n from staged_list where panel is not null
      ) as p where n > 1
    ) as problems order by line limit ${limit}`.execute(db);
  return { problems: rows.map(({ line, kind, written }) => ({ line, kind, written })), total: rows[0]?.total ?? 0 };
}

export type StagedChange = {
  readonly municipality: string;
  readonly municipalityName: string;
  readonly line: number;
  readonly kind: 'added' | 'changed' | 'candidates';
  readonly now: string;
  /** Name and head of list as we have them; null: added. */
  readonly before: string | null;
};
export type StagedDifference = {
  readonly lists: number;
  readonly candidates: number;
  readonly municipalities: number;
  readonly added: number;
  readonly changed: number;
  /** Lists whose people changed. */
  readonly moved: number;
  /** Lists that we have in the municipalities of the file and that it does not name: kept, and told. */
  readonly missing: readonly { readonly id: number; readonly name: string; readonly municipalityName: string }[];
  readonly missingTotal: number;
  /** The first changes, in the order of the file. */
  readonly changes: readonly StagedChange[];
};

export async function stagedDifference(
  db: Db,
  { election, round, limit }: { readonly election: string; readonly round: Round; readonly limit: number },
): Promise<StagedDifference> {
  const { rows: counted } = await sql<Omit<StagedDifference, 'missing' | 'missingTotal' | 'changes'>>`
    select count(*) as lists, (select count(*) from staged_line) as candidates, count(distinct municipality) as municipalities,
      count(*) filter (where list_id is null) as added, count(*) filter (where changed) as changed,
      count(*) filter (where moved) as moved from staged_list`.execute(db);
  const { rows: missing } = await sql<{ id: number; name: string; municipalityName: string; total: number }>`
    select c.id, c.name, m.name as municipality_name, count(*) over () as total
    from candidate_list c join municipality m on m.code = c.municipality_code
    where c.election_id = ${election} and c.first_round <= ${round} and c.withdrawn_on is null and c.merged_into is null and ${round} = 1
      and c.municipality_code in (select municipality from staged_list)
      and not exists (select from staged_list s where s.list_id = c.id)
    order by c.id limit ${limit}`.execute(db);
  const { rows: changes } = await sql<StagedChange>`
    select s.municipality, m.name as municipality_name, s.line,
      case when s.list_id is null then 'added' when s.changed then 'changed' else 'candidates' end as kind,
      s.list_name || coalesce(' (' || s.leader || ')', '') as now, c.name || coalesce(' (' || c.leader || ')', '') as before
    from staged_list s join municipality m on m.code = s.municipality left join candidate_list c on c.id = s.list_id
    where s.list_id is null or s.changed or s.moved order by s.line limit ${limit}`.execute(db);
  const [counts] = counted;
  if (counts === undefined) throw new Error('a count has a row');
  return {
    ...counts,
    missing: missing.map(({ id, name, municipalityName }) => ({ id, name, municipalityName })),
    missingTotal: missing[0]?.total ?? 0,
    changes,
  };
}

/** Writes what differs and nothing else. */
export async function applyStaged(
  db: Db,
  given: { readonly election: string; readonly round: Round; readonly source: string; readonly at: Date },
): Promise<void> {
  const { election, round, source, at } = given;
  await sql`with added as (
      insert into candidate_list (election_id, municipality_code, constituency_code, constituency_name, name, name_key, short_name, nuance,
        leader, leader_key, first_round, source, entered_as, entered_at, changed_at)
      select ${election}, municipality, constituency, constituency_name, list_name, name_key, short_name, nuance, leader, leader_key,
        ${round}, ${source}, 'import', ${at}, ${at} from staged_list where list_id is null order by sid
      returning id, municipality_code, constituency_code, name_key, leader_key
    )
    update staged_list s set list_id = a.id, added = true from added a
    where (s.municipality, s.constituency, s.name_key, s.leader_key) = (a.municipality_code, a.constituency_code, a.name_key, a.leader_key)
      and s.list_id is null`.execute(db);
  await sql`update candidate_list c set name = s.list_name, name_key = s.name_key, short_name = s.short_name, nuance = s.nuance,
      leader = s.leader, leader_key = s.leader_key, entered_as = 'import', source = ${source}, changed_at = ${at}
    from staged_list s where s.list_id = c.id and s.changed`.execute(db);
  await sql`insert into candidate_list_round (list_id, round, panel_number)
    select list_id, ${round}, panel from staged_list where added or changed
    on conflict (list_id, round) do update set panel_number = excluded.panel_number`.execute(db);
  await sql`delete from candidate k using staged_list s where s.list_id = k.list_id and k.round = ${round} and s.moved`.execute(
    db,
  );
  await sql`insert into candidate (list_id, round, position, family_name, given_name)
    select s.list_id, ${round}, l.position, l.family, l.given from staged_list s join staged_line l
      on (l.municipality, l.constituency, l.name_key) = (s.municipality, s.constituency, s.name_key) and l.panel is not distinct from s.panel
    where s.added or s.moved`.execute(db);
}
