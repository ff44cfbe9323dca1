/**
 * One promise of one municipality, from the charter to the town hall's actions: what each list signed of a measure,
 * of a principle, or beyond the charter.
 */
import { FIRST_EDITION } from '#domain/charter/edition.ts';
import { commitmentItem } from '#domain/follow-up/commitment-key.ts';
import { actionsOfCommitment, type LinkedAction } from './action-commitments.ts';
import type { Db } from './connection.ts';
import { placeRef, type PlaceRef } from './places.ts';
import { toProvenance, type Provenance } from './provenance.ts';
import {
  selectCommitments,
  selectMarks,
  selectPacts,
  toCommitmentView,
  toMark,
  toPactRef,
  type CommitmentMark,
  type CommitmentView,
  type LocalCommitmentView,
  type PactRef,
  type PrincipleView,
} from './views.ts';
import { jsonLocals, jsonPrinciples } from './whole-pacts.ts';

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
    actionsOfCommitment(db, {
      place: { kind: 'municipality', code: municipality },
      edition,
      item: commitmentItem({ kind: 'measure', measure }),
    }),
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
  readonly actions: readonly LinkedAction[];
};

/** Three queries. Null when no municipality has this code. */
export async function principleThread(
  db: Db,
  { municipality, edition, letter }: { municipality: string; edition: string; letter: string },
): Promise<PrincipleThread | null> {
  const [place, pacts, actions] = await Promise.all([
    placeRef(db, { kind: 'municipality', code: municipality }),
    pactsHere(db, { municipality, edition }).select(jsonPrinciples).execute(),
    actionsOfCommitment(db, {
      place: { kind: 'municipality', code: municipality },
      edition,
      item: commitmentItem({ kind: 'principle', letter }),
    }),
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
    actions,
  };
}

export type LocalCommitmentThread = Signed & {
  readonly place: PlaceRef;
  readonly commitment: LocalCommitmentView;
  /** What the same pact says of the measures that it names. */
  readonly related: readonly CommitmentMark[];
  readonly actions: readonly LinkedAction[];
};

/** Three queries. Null when this municipality has no such local commitment. */
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
  const [related, actions] = await Promise.all([
    commitment.relatedMeasures.length === 0
      ? []
      : selectMarks(db)
          .where('commitment.pactId', '=', row.id)
          .where('measure', 'in', [...commitment.relatedMeasures])
          .orderBy('measure')
          .execute(),
    actionsOfCommitment(db, {
      place: { kind: 'municipality', code: municipality },
      edition: row.edition,
      item: commitmentItem({ kind: 'local', local: id }),
    }),
  ]);
  return {
    place: row.place,
    pact: toPactRef(row),
    provenance: toProvenance(row),
    commitment,
    related: related.map(toMark),
    actions,
  };
}

/**
 * The edition of a thread whose address names none: the first one where it was signed here, so that an address that people
 * kept leads where it did; else that of the latest pact. Null when nobody signed.
 */
export async function editionAtAddress(db: Db, { municipality }: { municipality: string }): Promise<string | null> {
  const row = await db
    .selectFrom('pact')
    .select('edition')
    .where('municipalityCode', '=', municipality)
    .orderBy((eb) => eb('edition', '=', FIRST_EDITION), 'desc')
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
