/** A file of results beside the lists we have, inside one transaction: like ./list-staging.ts. */
import { sql } from 'kysely';
import type { Outcome } from '#domain/campaign/candidate-list.ts';
import { nameKey } from '#domain/campaign/name-key.ts';
import type { Round } from '#domain/campaign/election.ts';
import type { Db } from './connection.ts';
import type { Then } from './municipality-then.ts';

export type StagedResult = {
  readonly line: number;
  readonly column: number;
  readonly panelNumber: number | null;
  readonly listName: string;
  readonly shortName: string;
  readonly leader: string;
  readonly votes: number;
  readonly votesCast: number | null;
  readonly seats: number | null;
};

/** Call first, inside the transaction. */
export async function beginResults(db: Db): Promise<void> {
  if (!db.isTransaction) throw new Error('a staging table lives as long as its transaction');
  await sql`drop table if exists staged_result`.execute(db);
  await sql`create temporary table staged_result (
    rid integer generated always as identity, line integer, col integer, municipality text, constituency text, panel integer,
    name text, name_key text, short_key text, leader_key text, votes integer, votes_cast integer, seats integer, list_id integer
  ) on commit drop`.execute(db);
}

export async function stageResults(
  db: Db,
  lines: readonly { readonly then: Then; readonly said: StagedResult }[],
): Promise<void> {
  const column = <Value>(of: (line: (typeof lines)[number]) => Value) => lines.map(of);
  await sql`insert into staged_result (line, col, municipality, constituency, panel, name, name_key, short_key, leader_key, votes, votes_cast, seats)
    select * from unnest(
      ${column(({ said }) => said.line)}::integer[], ${column(({ said }) => said.column)}::integer[],
      ${column(({ then }) => then.municipality)}::text[], ${column(({ then }) => then.constituency)}::text[],
      ${column(({ said }) => said.panelNumber)}::integer[], ${column(({ said }) => said.listName || said.shortName)}::text[],
      ${column(({ said }) => nameKey(said.listName))}::text[], ${column(({ said }) => nameKey(said.shortName))}::text[],
      ${column(({ said }) => nameKey(said.leader))}::text[], ${column(({ said }) => said.votes)}::integer[],
      ${column(({ said }) => said.votesCast)}::integer[], ${column(({ said }) => said.seats)}::integer[]
    )`.execute(db);
}

/** Finds the list of each result: by its name, its short name, its head, then by its panel of that round alone. */
export async function gatherResults(
  db: Db,
  { election, round }: { readonly election: string; readonly round: Round },
): Promise<void> {
  await sql`analyze staged_result`.execute(db);
  const ways = [
    sql`c.name_key = s.name_key and s.name_key <> '' and r.panel_number is not distinct from s.panel`,
    sql`c.name_key = s.name_key and s.name_key <> ''`,
    sql`lower(c.short_name) = s.short_key and s.short_key <> '' and r.panel_number is not distinct from s.panel`,
    sql`c.leader_key = s.leader_key and s.leader_key <> ''`,
    sql`r.panel_number = s.panel and s.name_key = '' and s.leader_key = ''`,
  ];
  for (const same of ways) {
    await sql`update staged_result t set list_id = m.id from (
      select distinct on (id) id, rid from (
        select distinct on (s.rid) s.rid, c.id from staged_result s join candidate_list c on c.election_id = ${election}
          and c.municipality_code = s.municipality and c.constituency_code = s.constituency
        left join candidate_list_round r on r.list_id = c.id and r.round = ${round}
        where ${same} and s.list_id is null and c.first_round <= ${round} and not exists (select from staged_result o where o.list_id = c.id)
        order by s.rid, c.id
      ) as theirs order by id, rid
    ) as m where t.rid = m.rid`.execute(db);
  }
}

export async function unmatchedResults(
  db: Db,
  limit: number,
): Promise<{
  readonly problems: readonly { readonly line: number; readonly column: number; readonly written: string }[];
  readonly total: number;
}> {
  const { rows } = await sql<{ line: number; column: number; written: string; total: number }>`
    select line, col as column, name as written, count(*) over () as total from staged_result where list_id is null
    order by line, col limit ${limit}`.execute(db);
  return { problems: rows.map(({ line, column, written }) => ({ line, column, written })), total: rows[0]?.total ?? 0 };
}

export type ResultDifference = {
  readonly lists: number;
  readonly municipalities: number;
  readonly changed: number;
  readonly withSeats: number;
};

export async function resultDifference(db: Db, round: Round): Promise<ResultDifference> {
  const { rows } = await sql<ResultDifference>`
    select count(*) as lists, count(distinct s.municipality) as municipalities, count(s.seats) as with_seats,
      count(*) filter (where (r.votes, r.votes_cast) is distinct from (s.votes, s.votes_cast)
        or (s.seats is not null and c.seats is distinct from s.seats)) as changed
    from staged_result s join candidate_list c on c.id = s.list_id
    left join candidate_list_round r on r.list_id = c.id and r.round = ${round}`.execute(db);
  const [counts] = rows;
  if (counts === undefined) throw new Error('a count has a row');
  return counts;
}

export async function applyResults(db: Db, { round, at }: { readonly round: Round; readonly at: Date }): Promise<void> {
  await sql`insert into candidate_list_round (list_id, round, panel_number, votes, votes_cast)
    select list_id, ${round}, panel, votes, greatest(votes_cast, votes) from staged_result where list_id is not null
    on conflict (list_id, round) do update set votes = excluded.votes, votes_cast = excluded.votes_cast,
      panel_number = coalesce(candidate_list_round.panel_number, excluded.panel_number)
    where (candidate_list_round.votes, candidate_list_round.votes_cast) is distinct from (excluded.votes, excluded.votes_cast)`.execute(
    db,
  );
  await sql`update candidate_list c set seats = s.seats, changed_at = ${at} from staged_result s
    where s.list_id = c.id and s.seats is not null and c.seats is distinct from s.seats`.execute(db);
}

/** The lists of one round, by constituency, with their seats: what outcomes are proposed from. In order, never all at once. */
export async function* seatsByConstituency(
  db: Db,
): AsyncGenerator<readonly { readonly id: number; readonly seats: number | null }[]> {
  for (let after = { municipality: '', constituency: '' }; ;) {
    const { rows } = await sql<{ municipality: string; constituency: string; id: number; seats: number | null }>`
      select s.municipality, s.constituency, c.id, c.seats from staged_result s join candidate_list c on c.id = s.list_id
      where (s.municipality, s.constituency) in (
        select distinct municipality, constituency from staged_result
        where (municipality, constituency) > (${after.municipality}, ${after.constituency}) and list_id is not null
        order by municipality, constituency limit 500
      ) order by s.municipality, s.constituency, c.id`.execute(db);
    if (rows.length === 0) return;
    const groups = Map.groupBy(rows, ({ municipality, constituency }) => `${municipality} ${constituency}`);
    yield* groups.values();
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

/** Never over what a person confirmed. */
export async function proposeOutcomes(db: Db, outcomes: ReadonlyMap<number, Outcome>): Promise<void> {
  if (outcomes.size === 0) return;
  await sql`update candidate_list c set outcome = o.outcome
    from unnest(${[...outcomes.keys()]}::integer[], ${[...outcomes.values()]}::text[]) as o (id, outcome)
    where c.id = o.id and c.outcome_confirmed_at is null and c.outcome is distinct from o.outcome`.execute(db);
}
