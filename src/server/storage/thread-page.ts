/**
 * One promise of one municipality, from the charter to the town hall's actions: what each list signed of a measure,
 * of a principle, or beyond the charter.
 */
import type { Db } from './connection.ts';
import { placeRef, type PlaceRef } from './places.ts';
import { toProvenance, type Provenance } from './provenance.ts';
import { slugOf } from '#domain/shared/slug.ts';
import {
  selectCommitments,
  selectMarks,
  selectPacts,
  toCommitmentView,
  toMark,
  toPactRef,
  type ActionRef,
  type CommitmentMark,
  type CommitmentView,
  type LocalCommitmentView,
  type PactRef,
  type PrincipleView,
} from './views.ts';
import { jsonLocals, jsonPrinciples } from './whole-pacts.ts';

/** An action that a person linked to the measure. */
export type LinkedAction = ActionRef & {
  readonly calendar: string | null;
  readonly linkedBy: string;
  readonly linkedAt: Date;
};

type Signed = { readonly pact: PactRef; readonly provenance: Provenance };

export type MeasureThread = {
  readonly place: PlaceRef;
  readonly edition: string;
  readonly measure: number;
  /** Every pact signed here against this edition, whether it speaks of the measure or not. */
  readonly pacts: readonly PactRef[];
  readonly signed: readonly (Signed & { readonly commitment: CommitmentView })[];
  /** Promises beyond the charter that name this measure. */
  readonly localCommitments: readonly { readonly pact: PactRef; readonly commitment: LocalCommitmentView }[];
  readonly actions: readonly LinkedAction[];
};

/** Four queries. Null when no municipality has this code. */
export async function measureThread(
  db: Db,
  { municipality, edition, measure }: { municipality: string; edition: string; measure: number },
): Promise<MeasureThread | null> {
  const [place, pacts, commitments, actions] = await Promise.all([
    placeRef(db, { kind: 'municipality', code: municipality }),
    pactsHere(db, { municipality, edition }).select(jsonLocals).execute(),
    selectCommitments(db)
      .where('commitment.edition', '=', edition)
      .where('measure', '=', measure)
      .where('commitment.pactId', 'in', (here) =>
        here.selectFrom('pact').select('pact.id').where('pact.municipalityCode', '=', municipality),
      )
      .execute(),
    linkedActions(db, { municipality, edition, measure }),
  ]);
  if (place === null) return null;
  return {
    place,
    edition,
    measure,
    pacts: pacts.map(toPactRef),
    signed: pacts.flatMap((row) => {
      const commitment = commitments.find(({ pactId }) => pactId === row.id);
      if (commitment === undefined) return [];
      return [{ pact: toPactRef(row), provenance: toProvenance(row), commitment: toCommitmentView(commitment) }];
    }),
    localCommitments: pacts.flatMap((row) =>
      row.localCommitments
        .filter(({ relatedMeasures }) => relatedMeasures.includes(measure))
        .map((commitment) => ({ pact: toPactRef(row), commitment })),
    ),
    actions,
  };
}

export type PrincipleThread = {
  readonly place: PlaceRef;
  readonly edition: string;
  readonly letter: string;
  readonly pacts: readonly PactRef[];
  readonly signed: readonly (Signed & { readonly principle: PrincipleView })[];
};

/** Two queries. Null when no municipality has this code. */
export async function principleThread(
  db: Db,
  { municipality, edition, letter }: { municipality: string; edition: string; letter: string },
): Promise<PrincipleThread | null> {
  const [place, pacts] = await Promise.all([
    placeRef(db, { kind: 'municipality', code: municipality }),
    pactsHere(db, { municipality, edition }).select(jsonPrinciples).execute(),
  ]);
  if (place === null) return null;
  return {
    place,
    edition,
    letter,
    pacts: pacts.map(toPactRef),
    signed: pacts.flatMap((row) => {
      const principle = row.principles.find((candidate) => candidate.letter === letter);
      if (principle === undefined) return [];
      return [{ pact: toPactRef(row), provenance: toProvenance(row), principle }];
    }),
  };
}

export type LocalCommitmentThread = Signed & {
  readonly place: PlaceRef;
  readonly commitment: LocalCommitmentView;
  /** What the same pact says of the measures that it names. */
  readonly related: readonly CommitmentMark[];
};

/** Two queries. Null when this municipality has no such local commitment. */
export async function localCommitmentThread(
  db: Db,
  { municipality, id }: { municipality: string; id: number },
): Promise<LocalCommitmentThread | null> {
  const row = await selectPacts(db)
    .select(jsonLocals)
    .innerJoin('localCommitment as wanted', 'wanted.pactId', 'pact.id')
    .where('pact.municipalityCode', '=', municipality)
    .where('wanted.id', '=', id)
    .executeTakeFirst();
  const commitment = row?.localCommitments.find((local) => local.id === id);
  if (row === undefined || commitment === undefined) return null;
  const related =
    commitment.relatedMeasures.length === 0
      ? []
      : await selectMarks(db)
          .where('commitment.pactId', '=', row.id)
          .where('measure', 'in', [...commitment.relatedMeasures])
          .orderBy('measure')
          .execute();
  return {
    place: row.place,
    pact: toPactRef(row),
    provenance: toProvenance(row),
    commitment,
    related: related.map(toMark),
  };
}

/** The edition of the latest pact signed here; null when nobody signed. */
export async function latestEditionHere(db: Db, { municipality }: { municipality: string }): Promise<string | null> {
  const row = await db
    .selectFrom('pact')
    .select('edition')
    .where('municipalityCode', '=', municipality)
    .orderBy('termFrom', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.edition ?? null;
}

function pactsHere(db: Db, { municipality, edition }: { municipality: string; edition: string }) {
  return selectPacts(db)
    .where('pact.municipalityCode', '=', municipality)
    .where('pact.edition', '=', edition)
    .orderBy('pact.termFrom', 'desc')
    .orderBy('pact.id');
}

async function linkedActions(
  db: Db,
  { municipality, edition, measure }: { municipality: string; edition: string; measure: number },
): Promise<readonly LinkedAction[]> {
  const rows = await db
    .selectFrom('actionMeasure as link')
    .innerJoin('action', 'action.id', 'link.actionId')
    .innerJoin('plan', 'plan.id', 'action.planId')
    .select(['action.id', 'action.number', 'action.title', 'action.calendar', 'link.linkedBy', 'link.linkedAt'])
    .select(['plan.id as plan', 'plan.title as planTitle'])
    .where('link.edition', '=', edition)
    .where('link.measure', '=', measure)
    .where('plan.municipalityCode', '=', municipality)
    .orderBy('plan.id')
    .orderBy('action.ordinal')
    .execute();
  return rows.map((row) => ({ ...row, planSlug: slugOf(row.planTitle) }));
}
