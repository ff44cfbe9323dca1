/** Every promise of one pact with the last that each voice said of it: for a review, for the page of what was done, for files. */
import { sql } from 'kysely';
import type { Voice } from '#domain/follow-up/assessment.ts';
import { commitmentItem, type CommitmentKey } from '#domain/follow-up/commitment-key.ts';
import { isFollowed } from '#domain/follow-up/promised.ts';
import type { SaidAssessment } from '#domain/follow-up/said-assessment.ts';
import type { Stance } from '#domain/pact/stance.ts';
import { selectSaid, toSaid } from './assessments.ts';
import type { Db } from './connection.ts';

export type FollowedCommitment = {
  readonly key: CommitmentKey;
  /** `m15`, `pA`, `l412`. */
  readonly item: string;
  /** Of a local commitment: its words. Titles of measures and principles are in the edition. */
  readonly text: string | null;
  /** As printed in the pact, when it differs. */
  readonly localNumber: string | null;
  readonly stance: Stance;
  readonly levels: readonly { readonly level: number; readonly stance: Stance }[];
  /** Null: this voice never said anything of it. */
  readonly latest: Readonly<Record<Voice, SaidAssessment | null>>;
  /** Remarks of others that are shown. */
  readonly remarks: number;
};

/**
 * In the order of the pact: measures by number, principles, local commitments; what was refused or left unsaid is left out.
 * Three queries. Empty: no such pact, or it promises nothing.
 */
export async function followedCommitments(
  db: Db,
  { pact }: { readonly pact: number },
): Promise<readonly FollowedCommitment[]> {
  const [promises, said, remarks] = await Promise.all([promisesOf(db, pact), latestOf(db, pact), remarksOf(db, pact)]);
  const by = new Map(said.map((one) => [`${one.item} ${one.voice}`, one]));
  return promises.filter(isFollowed).map(({ key, ...promise }) => {
    const item = commitmentItem(key);
    return {
      ...promise,
      key,
      item,
      latest: { collective: by.get(`${item} collective`) ?? null, 'town-hall': by.get(`${item} town-hall`) ?? null },
      remarks: remarks.get(item) ?? 0,
    };
  });
}

type SignedPromise = Pick<FollowedCommitment, 'key' | 'text' | 'localNumber' | 'stance' | 'levels'>;

async function promisesOf(db: Db, pact: number): Promise<readonly SignedPromise[]> {
  const { rows } = await sql<{
    kind: CommitmentKey['kind'];
    name: string;
    text: string | null;
    localNumber: string | null;
    stance: Stance;
    levels: SignedPromise['levels'];
  }>`
    select 'measure' as kind, measure::text as name, null as text, local_number, stance, marks as levels, 1 as part, measure as rank
      from commitment where pact_id = ${pact}
    union all
    select 'principle', letter, null, null, stance, '[]'::jsonb, 2, row_number() over (order by letter)
      from pact_principle where pact_id = ${pact}
    union all
    select 'local', id::text, text, local_number, 'accepted', '[]'::jsonb, 3, ordinal
      from local_commitment where pact_id = ${pact}
    order by part, rank`.execute(db);
  return rows.map(({ kind, name, text, localNumber, stance, levels }) => ({
    key: keyOf(kind, name),
    text,
    localNumber,
    stance,
    levels: levels.map(({ level, stance: taken }) => ({ level, stance: taken })),
  }));
}

function keyOf(kind: CommitmentKey['kind'], name: string): CommitmentKey {
  switch (kind) {
    case 'measure':
      return { kind, measure: Number(name) };
    case 'principle':
      return { kind, letter: name };
    case 'local':
      return { kind, local: Number(name) };
  }
}

async function latestOf(db: Db, pact: number): Promise<readonly SaidAssessment[]> {
  const rows = await selectSaid(db)
    .innerJoin('latestAssessment as latest', 'latest.assessmentId', 'assessment.id')
    .where('latest.pactId', '=', pact)
    .execute();
  return rows.map(toSaid);
}

async function remarksOf(db: Db, pact: number): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('remark')
    .select(['item', ({ fn }) => fn.countAll<number>().as('count')])
    .where('pactId', '=', pact)
    .where('withdrawnAt', 'is', null)
    .where('hiddenAt', 'is', null)
    .groupBy('item')
    .execute();
  return new Map(rows.map(({ item, count }) => [item, count]));
}
