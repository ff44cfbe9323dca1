/** Votes: one for each box and object until the count, then ballots without anybody. */
import { sql } from 'kysely';
import type { Choice, ConsultationBallot, FrozenCount, VoteObject } from '#domain/consultation/count.ts';
import type { Db } from './connection.ts';
import { forgetAddresses } from './consultation-addresses.ts';

export async function castVotes(
  db: Db,
  { consultation, participation }: { readonly consultation: number; readonly participation: number },
  votes: readonly { readonly object: VoteObject; readonly choice: Choice | null }[],
): Promise<void> {
  // The last of a form counts; one order for everybody, so that two tabs at once do not wait for each other.
  const last = new Map(votes.map(({ object, choice }) => [object, choice]));
  const sorted = [...last].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const taken = sorted.flatMap(([object, choice]) => (choice === null ? [] : [{ object, choice }]));
  const back = sorted.flatMap(([object, choice]) => (choice === null ? [object] : []));
  if (back.length > 0)
    await db
      .deleteFrom('consultationVote')
      .where('participationId', '=', participation)
      .where('object', 'in', back)
      .execute();
  if (taken.length === 0) return;
  await sql`insert into consultation_vote (consultation_id, participation_id, object, choice)
    select ${consultation}::int, ${participation}::int, object, choice
    from unnest(${taken.map(({ object }) => object)}::text[], ${taken.map(({ choice }) => choice)}::text[]) as v (object, choice)
    on conflict (participation_id, object) where participation_id is not null do update set choice = excluded.choice`.execute(
    db,
  );
}

/** One query. */
export async function notToVoteOn(
  db: Db,
  consultation: number,
  objects: readonly VoteObject[],
): Promise<readonly VoteObject[]> {
  const { rows } = await sql<{ object: string }>`
    select asked.object from unnest(${[...objects]}::text[]) as asked (object)
    where not exists (select from consultation_measure m
        where m.consultation_id = ${consultation} and 'm' || m.draft_measure_id = asked.object)
      and not exists (select from contribution c
        where c.consultation_id = ${consultation} and 'c' || c.id = asked.object and c.kind <> 'comment'
          and c.hidden_at is null and c.withdrawn_at is null)`.execute(db);
  return rows.map(({ object }) => object);
}

/** What this participation chose. One query. */
export async function ownVotes(db: Db, participation: number): Promise<ReadonlyMap<VoteObject, Choice>> {
  const rows = await db
    .selectFrom('consultationVote')
    .select(['object', 'choice'])
    .where('participationId', '=', participation)
    .execute();
  return new Map(rows.map(({ object, choice }) => [object, choice]));
}

export async function ballotsToCount(
  db: Db,
  consultation: number,
  inBursts: readonly number[],
): Promise<{ readonly ballots: readonly ConsultationBallot[]; readonly turnout: FrozenCount['turnout'] }> {
  const { rows } = await sql<ConsultationBallot & { readonly participation: number }>`
    select object, choice, participation_id as participation, case
        when p.withdrawal_id is not null then 'withdrawn'
        when p.id = any(${[...inBursts]}::int[]) then 'burst'
        else 'counted'
      end as standing
    from consultation_vote v join participation p on p.id = v.participation_id
    where v.consultation_id = ${consultation}`.execute(db);
  const people = (of: (row: ConsultationBallot) => boolean) =>
    new Set(rows.filter(of).map(({ participation }) => participation)).size;
  return {
    ballots: rows.map(({ object, choice, standing }) => ({ object, choice, standing })),
    turnout: {
      participants: people(({ standing }) => standing !== 'withdrawn'),
      inBursts: people(({ standing }) => standing === 'burst'),
      withdrawn: people(({ standing }) => standing === 'withdrawn'),
    },
  };
}

export async function keepCount(
  db: Db,
  consultation: number,
  {
    frozen,
    sha256,
    ballots,
    at,
  }: {
    readonly frozen: FrozenCount;
    readonly sha256: string;
    readonly ballots: readonly ConsultationBallot[];
    readonly at: Date;
  },
): Promise<void> {
  await db
    .updateTable('consultation')
    .set({ frozen: JSON.stringify(frozen), sha256, countedAt: at, digestKey: null })
    .where('id', '=', consultation)
    .execute();
  await db.deleteFrom('consultationVote').where('consultationId', '=', consultation).execute();
  // In the order of what they say: where a row stands does not tell who came when.
  await sql`insert into consultation_vote (consultation_id, object, choice, standing)
    select ${consultation}::int, object, choice, standing
    from unnest(${ballots.map(({ object }) => object)}::text[], ${ballots.map(({ choice }) => choice)}::text[],
      ${ballots.map(({ standing }) => standing)}::text[]) as b (object, choice, standing)
    order by object, choice, standing`.execute(db);
  await forgetAddresses(db, consultation, { but: 'who-waits-for-an-answer' });
}

/** Since the count. In one order. */
export async function publishedBallots(db: Db, consultation: number): Promise<readonly ConsultationBallot[]> {
  return await db
    .selectFrom('consultationVote')
    .select(['object', 'choice', 'standing'])
    .where('consultationId', '=', consultation)
    .where('participationId', 'is', null)
    .orderBy('object')
    .orderBy('choice')
    .orderBy('standing')
    .execute();
}
