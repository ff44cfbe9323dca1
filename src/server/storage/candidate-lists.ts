/**
 * Candidate lists as kept, one by one: what acts find and change. A whole file at once is ./list-staging.ts; what pages
 * show is ./list-pages.ts.
 */
import { sql } from 'kysely';
import type { CandidateList, ListChange, ListRound, NewList } from '#domain/campaign/candidate-list.ts';
import type { Round } from '#domain/campaign/election.ts';
import { nameKey } from '#domain/campaign/name-key.ts';
import type { Db } from './connection.ts';

/** In the order of their panels; every constituency, withdrawn and merged lists too. */
export async function listsIn(
  db: Db,
  asked: { readonly municipality: string; readonly election?: string },
): Promise<readonly CandidateList[]> {
  const rows = await selectLists(db)
    .where('municipalityCode', '=', asked.municipality)
    .$if(asked.election !== undefined, (query) => query.where('electionId', '=', asked.election ?? ''))
    .orderBy('constituencyCode')
    .orderBy(sql`(select min(panel_number) from candidate_list_round r where r.list_id = candidate_list.id)`)
    .orderBy('id')
    .execute();
  return rows.map(toList);
}

export async function findList(
  db: Db,
  id: number,
  { lock }: { readonly lock: boolean },
): Promise<CandidateList | null> {
  const row = await selectLists(db)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate('candidateList'))
    .executeTakeFirst();
  return row === undefined ? null : toList(row);
}

/** One after the other by number: nobody changes them, nor links a pact to them, before the end of the transaction. */
export async function lockLists(db: Db, ids: readonly number[]): Promise<void> {
  await sql`select from candidate_list where id = any (${[...ids]}::integer[]) order by id for update`.execute(db);
}

export async function keepList(
  db: Db,
  list: NewList,
  at: Date,
): Promise<{ readonly id: number; readonly added: boolean }> {
  const keys = keysOf(list);
  const added = await db
    .insertInto('candidateList')
    .values({
      ...keys,
      constituencyName: list.constituency?.name ?? null,
      name: list.name,
      shortName: list.shortName,
      nuance: list.nuance,
      leader: list.leader,
      firstRound: list.firstRound,
      source: list.source,
      enteredAs: list.enteredAs,
      enteredAt: at,
      changedAt: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added === undefined) {
    const there = await db
      .selectFrom('candidateList')
      .select('id')
      .where((list) => list.and(keys))
      .executeTakeFirstOrThrow();
    return { id: there.id, added: false };
  }
  await keepRound(db, added.id, {
    round: list.firstRound,
    panelNumber: list.panelNumber,
    votes: null,
    votesCast: null,
  });
  return { id: added.id, added: true };
}

export async function sameList(db: Db, list: Identity): Promise<number | null> {
  const row = await db
    .selectFrom('candidateList')
    .select('id')
    .where((candidate) => candidate.and(keysOf(list)))
    .executeTakeFirst();
  return row?.id ?? null;
}

type Identity = Pick<NewList, 'election' | 'municipality' | 'constituency' | 'name' | 'leader'>;

function keysOf(list: Identity) {
  return {
    electionId: list.election,
    municipalityCode: list.municipality,
    constituencyCode: list.constituency?.code ?? '',
    nameKey: nameKey(list.name),
    leaderKey: nameKey(list.leader ?? ''),
  };
}

export async function changeList(db: Db, id: number, change: ListChange, at: Date): Promise<void> {
  const { merged, outcome, ...plain } = change;
  await db
    .updateTable('candidateList')
    .set({
      ...plain,
      ...(plain.name === undefined ? {} : { nameKey: nameKey(plain.name) }),
      ...(plain.leader === undefined ? {} : { leaderKey: nameKey(plain.leader ?? '') }),
      ...(merged === undefined ? {} : { mergedInto: merged?.into ?? null, mergedOn: merged?.on ?? null }),
      ...(outcome === undefined
        ? {}
        : { outcome: outcome?.kind ?? null, outcomeConfirmedAt: outcome?.confirmed === true ? at : null }),
      changedAt: at,
    })
    .where('id', '=', id)
    .execute();
}

export async function keepRound(db: Db, id: number, { round, ...figures }: ListRound): Promise<void> {
  await db
    .insertInto('candidateListRound')
    .values({ listId: id, round, ...figures })
    .onConflict((conflict) => conflict.columns(['listId', 'round']).doUpdateSet(figures))
    .execute();
}

export function selectLists(db: Db) {
  return db
    .selectFrom('candidateList')
    .selectAll('candidateList')
    .select(
      sql<ListRound[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('round', r.round, 'panelNumber', r.panel_number, 'votes', r.votes,
          'votesCast', r.votes_cast) order by r.round), '[]')
        from candidate_list_round r where r.list_id = candidate_list.id)`.as('rounds'),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof selectLists>['executeTakeFirstOrThrow']>>;

export function toList(row: Row): CandidateList {
  return {
    id: row.id,
    election: row.electionId,
    municipality: row.municipalityCode,
    constituency: row.constituencyCode === '' ? null : { code: row.constituencyCode, name: row.constituencyName },
    name: row.name,
    shortName: row.shortName,
    nuance: row.nuance,
    leader: row.leader,
    firstRound: row.firstRound,
    source: row.source,
    enteredAs: row.enteredAs,
    enteredAt: row.enteredAt,
    withdrawnOn: row.withdrawnOn,
    merged: row.mergedInto === null ? null : { into: row.mergedInto, on: row.mergedOn ?? '' },
    seats: row.seats,
    outcome: row.outcome === null ? null : { kind: row.outcome, confirmed: row.outcomeConfirmedAt !== null },
    rounds: row.rounds,
  };
}

export type KeptCandidate = {
  readonly list: number;
  readonly round: Round;
  readonly position: number;
  readonly family: string;
  readonly given: string;
};

export async function candidatesOf(db: Db, lists: readonly number[]): Promise<readonly KeptCandidate[]> {
  if (lists.length === 0) return [];
  return await db
    .selectFrom('candidate')
    .select(['listId as list', 'round', 'position', 'familyName as family', 'givenName as given'])
    .where('listId', 'in', [...lists])
    .orderBy('listId')
    .orderBy('round')
    .orderBy('position')
    .execute();
}

/** Heads of list stay: they are public by their place. Says how many names were forgotten. */
export async function forgetCandidates(
  db: Db,
  { elections, keepSeated }: { readonly elections: readonly string[]; readonly keepSeated: boolean },
): Promise<number> {
  if (elections.length === 0) return 0;
  const { numDeletedRows } = await db
    .deleteFrom('candidate')
    .where('position', '>', 1)
    .where('listId', 'in', (eb) =>
      eb
        .selectFrom('candidateList')
        .select('id')
        .where('electionId', 'in', [...elections])
        .$if(keepSeated, (query) => query.where(sql<boolean>`coalesce(seats, 0) = 0 and seats is not null`)),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}
