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

/** `today`: the municipality that holds the one that signed, since it merged; null: it stands by itself. */
export type CommunePact = PactRef & {
  readonly today: { readonly code: string; readonly name: string; readonly slug: string } | null;
};

export type GroupingPage = {
  readonly place: PlaceRef;
  readonly ownPacts: readonly PactRef[];
  readonly plans: readonly PlanRef[];
  /** Pacts of its municipalities and of those that merged into them, by name of the municipality of today. */
  readonly communePacts: readonly CommunePact[];
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
      .innerJoin('municipality as there', 'there.code', 'pact.municipalityCode')
      .innerJoin('municipality', 'municipality.code', 'there.ofToday')
      .select(['municipality.code as todayCode', 'municipality.name as todayName', 'municipality.slug as todaySlug'])
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
  const communePacts = communes.map(({ todayCode: code, todayName: name, todaySlug: slug, ...row }): CommunePact => {
    const pact = toPactRef(row);
    const merged = pact.place.kind === 'municipality' && pact.place.code !== code;
    return { ...pact, today: merged ? { code, name, slug } : null };
  });
  // A municipality that has left the grouping since still left its word there.
  const byId = new Map<number, PactRef>([...communePacts, ...own.map(toPactRef)].map((pact) => [pact.id, pact]));
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
