/** One pact, with all it says. */
import type { Db } from './connection.ts';
import {
  selectCommitments,
  selectPacts,
  toCommitmentView,
  toPactRef,
  type CommitmentView,
  type PactRef,
} from './views.ts';
import { selectWholePacts, toWholePact, type WholePact } from './whole-pacts.ts';

export type PactPage = WholePact & {
  /** By measure number. */
  readonly commitments: readonly CommitmentView[];
  /** The other pacts of the same place and term. */
  readonly otherPacts: readonly PactRef[];
};

/** Three queries. Null when there is no such pact. */
export async function pactPage(db: Db, { id }: { readonly id: number }): Promise<PactPage | null> {
  const [found, commitments, others] = await Promise.all([
    selectWholePacts(db).where('pact.id', '=', id).executeTakeFirst(),
    selectCommitments(db).where('commitment.pactId', '=', id).orderBy('measure').execute(),
    selectPacts(db)
      .innerJoin('pact as this', (join) =>
        join
          .onRef('this.termFrom', '=', 'pact.termFrom')
          .on(({ eb, or }) =>
            or([
              eb('this.municipalityCode', '=', eb.ref('pact.municipalityCode')),
              eb('this.groupingSiren', '=', eb.ref('pact.groupingSiren')),
            ]),
          ),
      )
      .where('this.id', '=', id)
      .where('pact.id', '<>', id)
      .orderBy('pact.id')
      .execute(),
  ]);
  if (found === undefined) return null;
  return {
    ...toWholePact(found),
    commitments: commitments.map(toCommitmentView),
    otherPacts: others.map(toPactRef),
  };
}

/** One query. Null when there is no such pact. */
export async function pactRefOf(db: Db, id: number): Promise<(PactRef & { readonly publishedAt: Date }) | null> {
  const row = await selectPacts(db).where('pact.id', '=', id).executeTakeFirst();
  return row === undefined ? null : { ...toPactRef(row), publishedAt: row.publishedAt };
}
