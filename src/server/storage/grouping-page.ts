/** What a grouping of municipalities signed and plans, and what its municipalities' pacts leave to it. */
import type { Db } from './connection.ts';
import { placeRef, type PlaceRef } from './places.ts';
import {
  selectMarks,
  selectPacts,
  selectPlans,
  toMark,
  toPactRef,
  toPlanRef,
  type CommitmentMark,
  type PactRef,
  type PlanRef,
} from './views.ts';

export type GroupingPage = {
  readonly place: PlaceRef;
  readonly ownPacts: readonly PactRef[];
  readonly plans: readonly PlanRef[];
  /** Pacts of its municipalities, by name of the municipality. */
  readonly communePacts: readonly PactRef[];
  /** Commitments that name it as the body to act with, or to leave to. */
  readonly leftToIt: readonly { readonly pact: PactRef; readonly mark: CommitmentMark }[];
};

/** Five queries. Its municipalities themselves are asked of ./territory.ts. Null when no grouping has this SIREN. */
export async function groupingPage(db: Db, { siren }: { readonly siren: string }): Promise<GroupingPage | null> {
  const [place, own, plans, communes, marks] = await Promise.all([
    placeRef(db, { kind: 'grouping', siren }),
    selectPacts(db).where('pact.groupingSiren', '=', siren).orderBy('pact.id').execute(),
    selectPlans(db).where('plan.groupingSiren', '=', siren).orderBy('plan.id').execute(),
    selectPacts(db)
      .innerJoin('municipality', 'municipality.code', 'pact.municipalityCode')
      .where(({ eb, or }) =>
        or([
          eb('municipality.intercommunalitySiren', '=', siren),
          eb('municipality.territorialEstablishmentSiren', '=', siren),
        ]),
      )
      .orderBy('municipality.name')
      .orderBy('pact.id')
      .execute(),
    selectMarks(db).where('competentSiren', '=', siren).orderBy('commitment.pactId').orderBy('measure').execute(),
  ]);
  if (place === null) return null;
  const communePacts = communes.map(toPactRef);
  // A municipality that has left the grouping since still left its word there.
  const byId = new Map([...communePacts, ...own.map(toPactRef)].map((pact) => [pact.id, pact]));
  const missing = [...new Set(marks.map(({ pactId }) => pactId).filter((id) => !byId.has(id)))];
  if (missing.length > 0) {
    for (const row of await selectPacts(db).where('pact.id', 'in', missing).execute()) byId.set(row.id, toPactRef(row));
  }
  return {
    place,
    ownPacts: own.map(toPactRef),
    plans: plans.map(toPlanRef),
    communePacts,
    leftToIt: marks.flatMap((row) => {
      const pact = byId.get(row.pactId);
      return pact === undefined ? [] : [{ pact, mark: toMark(row) }];
    }),
  };
}
