/**
 * What pacts say, as flat rows for downloads: one row for the smallest thing. Page by page, as ./downloads.ts.
 */
import { sql } from 'kysely';
import type { LocalCommitment, Quotation, WordChange } from '#domain/pact/commitment.ts';
import type { Stance, Wording } from '#domain/pact/stance.ts';
import { codesOfToday } from './codes-of-today.ts';
import type { Db } from './connection.ts';
import { isNotPlayed } from './fictional-municipality.ts';
import { pageOf, sizeOf, type Page, type Rows } from './downloads.ts';
import type { PlaceRef } from './places.ts';
import {
  selectCommitments,
  selectPacts,
  toCommitmentView,
  toPactRef,
  type CommitmentView,
  type PactRef,
} from './views.ts';
import { jsonPrinciples } from './whole-pacts.ts';

/** Whose words: narrow it to one pact, one municipality, one measure, or what names one grouping. */
export type SignedWanted = {
  readonly pact?: number;
  /** Several, of which somebody made sure that each may be shown; at least one. */
  readonly pacts?: readonly number[];
  /** INSEE code of the commune that signed, or of the one that it is part of today. */
  readonly municipality?: string;
  readonly edition?: string;
  readonly measure?: number;
  /** Of the measure or of one of its levels. */
  readonly stance?: Stance;
  /** SIREN of the body to act with, or to leave to. */
  readonly competent?: string;
};

type SignedRow = {
  readonly pact: number;
  readonly place: PlaceRef;
  readonly listName: string | null;
  readonly termFrom: number;
  readonly edition: string;
};

/** One row a level, or one with `level` null for a measure promised without a level. */
export type CommitmentRow = SignedRow & {
  readonly measure: number;
  readonly localNumber: string | null;
  readonly measureStance: Stance;
  readonly level: number | null;
  readonly stance: Stance;
  readonly wording: Wording | null;
  readonly competentBody: string | null;
  readonly competentSiren: string | null;
  readonly observations: readonly string[];
};

/** By number of commitment. Two queries. */
export async function commitmentRows(db: Db, wanted: SignedWanted & Page): Promise<Rows<CommitmentRow>> {
  return await commitmentsInRows(db, wanted, levelRows);
}

function levelRows(signed: SignedRow, view: CommitmentView): readonly CommitmentRow[] {
  const shared = {
    ...signed,
    measure: view.measure,
    localNumber: view.localNumber,
    measureStance: view.stance,
    competentBody: view.competentBody?.asWritten ?? null,
    competentSiren: view.competentBody?.grouping?.siren ?? null,
    observations: view.detail.observations,
  };
  if (view.levels.length === 0) return [{ ...shared, level: null, stance: view.stance, wording: null }];
  return view.levels.map(({ level, stance, wording }) => ({ ...shared, level, stance, wording }));
}

/** One row a clause that was compared with the charter. */
export type SignedClauseRow = SignedRow & {
  readonly measure: number;
  readonly level: number;
  readonly clause: number;
  readonly stance: Stance;
  readonly wording: Wording;
  readonly quotations: readonly Quotation[];
  readonly changes: readonly WordChange[];
};

/** By number of commitment; a level that a person set has no clause, and no row. Two queries. */
export async function signedClauseRows(db: Db, wanted: SignedWanted & Page): Promise<Rows<SignedClauseRow>> {
  return await commitmentsInRows(db, wanted, (signed, { measure, detail }) =>
    detail.levels.flatMap(({ level, clauses }) =>
      clauses.map(({ clause, stance, wording, quotations, changes }) => ({
        ...signed,
        measure,
        level,
        clause,
        stance,
        wording,
        quotations,
        changes,
      })),
    ),
  );
}

async function commitmentsInRows<Row>(
  db: Db,
  {
    pact,
    pacts: among,
    municipality,
    edition,
    measure,
    stance,
    competent,
    after = 0,
    limit = 1000,
  }: SignedWanted & Page,
  toRows: (signed: SignedRow, view: CommitmentView) => readonly Row[],
): Promise<Rows<Row>> {
  const found = await selectCommitments(db)
    .where('commitment.id', '>', after)
    .$if(pact !== undefined, (query) => query.where('commitment.pactId', '=', pact ?? 0))
    .$if(among !== undefined, (query) => query.where('commitment.pactId', 'in', [...(among ?? [])]))
    .$if(edition !== undefined, (query) => query.where('commitment.edition', '=', edition ?? ''))
    .$if(measure !== undefined, (query) => query.where('commitment.measure', '=', measure ?? 0))
    .$if(stance !== undefined, (query) =>
      query.where(
        sql<boolean>`${stance} in (commitment.stance, commitment.level1, commitment.level2, commitment.level3)`,
      ),
    )
    .$if(competent !== undefined, (query) => query.where('commitment.competentSiren', '=', competent ?? ''))
    .$if(municipality !== undefined, (query) =>
      query.where('commitment.pactId', 'in', (here) =>
        here
          .selectFrom('pact')
          .select('pact.id')
          .where(signedIn(municipality ?? '')),
      ),
    )
    .orderBy('commitment.id')
    .limit(sizeOf(limit) + 1)
    .execute();
  const ids = [...new Set(found.map(({ pactId }) => pactId))];
  const areKnown = pact !== undefined || municipality !== undefined || among !== undefined;
  const pacts =
    ids.length === 0
      ? []
      : await selectPacts(db)
          .where('pact.id', 'in', ids)
          .$if(!areKnown, (query) => query.where(isNotPlayed('pact')))
          .execute();
  const byId = new Map(pacts.map((row) => [row.id, signedRow(toPactRef(row))]));
  const { rows, next } = pageOf(found, limit, (row) => {
    const signed = byId.get(row.pactId);
    return signed === undefined ? [] : toRows(signed, toCommitmentView(row));
  });
  return { rows: rows.flat(), next };
}

function signedIn(municipality: string) {
  return sql<boolean>`pact.municipality_code = any ${codesOfToday(municipality)}`;
}

function signedRow({ id, place, listName, term, edition }: PactRef): SignedRow {
  return { pact: id, place, listName, termFrom: term.from, edition };
}

export type SignedPrincipleRow = SignedRow & {
  readonly letter: string;
  readonly stance: Stance;
  readonly observations: readonly string[];
  readonly quotations: readonly Quotation[];
};

/** By number of pact. One query. */
export async function signedPrincipleRows(
  db: Db,
  { pact, pacts, municipality, after = 0, limit = 1000 }: Pick<SignedWanted, 'pact' | 'pacts' | 'municipality'> & Page,
): Promise<Rows<SignedPrincipleRow>> {
  const found = await selectPacts(db)
    .select(jsonPrinciples)
    .where('pact.id', '>', after)
    .$if(pact !== undefined, (query) => query.where('pact.id', '=', pact ?? 0))
    .$if(pacts !== undefined, (query) => query.where('pact.id', 'in', [...(pacts ?? [])]))
    .$if(municipality !== undefined, (query) => query.where(signedIn(municipality ?? '')))
    .orderBy('pact.id')
    .limit(sizeOf(limit) + 1)
    .execute();
  const { rows, next } = pageOf(found, limit, (row) =>
    row.principles.map(({ letter, stance, observations, quotations }) => ({
      ...signedRow(toPactRef(row)),
      letter,
      stance,
      observations,
      quotations,
    })),
  );
  return { rows: rows.flat(), next };
}

export type LocalCommitmentRow = SignedRow & LocalCommitment & { readonly id: number };

/** By number of local commitment. Two queries. */
export async function localCommitmentRows(
  db: Db,
  {
    pact,
    pacts: among,
    municipality,
    after = 0,
    limit = 1000,
  }: Pick<SignedWanted, 'pact' | 'pacts' | 'municipality'> & Page,
): Promise<Rows<LocalCommitmentRow>> {
  const found = await db
    .selectFrom('localCommitment')
    .innerJoin('pact', 'pact.id', 'localCommitment.pactId')
    .select(['localCommitment.id', 'localCommitment.pactId', 'localNumber', 'text', 'relatedMeasures', 'detail'])
    .where('localCommitment.id', '>', after)
    .$if(pact !== undefined, (query) => query.where('localCommitment.pactId', '=', pact ?? 0))
    .$if(among !== undefined, (query) => query.where('localCommitment.pactId', 'in', [...(among ?? [])]))
    .$if(municipality !== undefined, (query) => query.where(signedIn(municipality ?? '')))
    .orderBy('localCommitment.id')
    .limit(sizeOf(limit) + 1)
    .execute();
  const ids = [...new Set(found.map(({ pactId }) => pactId))];
  const pacts = ids.length === 0 ? [] : await selectPacts(db).where('pact.id', 'in', ids).execute();
  const byId = new Map(pacts.map((row) => [row.id, signedRow(toPactRef(row))]));
  const { rows, next } = pageOf(found, limit, ({ pactId, detail, ...row }) => {
    const signed = byId.get(pactId);
    return signed === undefined ? [] : [{ ...signed, ...row, quotations: detail.quotations }];
  });
  return { rows: rows.flat(), next };
}
