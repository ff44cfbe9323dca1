/**
 * Pacts as kept. Rows are written once by `insertPact`, inside the act of publishing; pages read them through
 * ./pact-page.ts and its neighbours.
 */
import { sql, type Generated } from 'kysely';
import type {
  Commitment,
  LocalCommitment,
  Quotation,
  SignedLevel,
  SignedPrinciple,
  TitleMatch,
} from '#domain/pact/commitment.ts';
import { isAmended } from '#domain/pact/commitment.ts';
import type { Pact } from '#domain/pact/pact.ts';
import type { Stance, Wording } from '#domain/pact/stance.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';
import type { JsonColumn } from './json-column.ts';
import type { KeptReading, ProvenanceColumns } from './provenance.ts';

export type PactTables = {
  pact: ProvenanceColumns & {
    id: Generated<number>;
    municipalityCode: string | null;
    groupingSiren: string | null;
    edition: string;
    listName: string | null;
    leader: string | null;
    termFrom: number;
    termTo: number;
    signedOn: string | null;
  };
  pactPrinciple: { pactId: number; letter: string; stance: Stance; detail: JsonColumn<PrincipleDetail> };
  commitment: {
    id: Generated<number>;
    pactId: number;
    edition: string;
    measure: number;
    localNumber: string | null;
    titleMatch: TitleMatch;
    stance: Stance;
    amended: boolean;
    marks: JsonColumn<readonly LevelMark[]>;
    level1: Stance | null;
    level2: Stance | null;
    level3: Stance | null;
    competentBody: string | null;
    competentSiren: string | null;
    detail: JsonColumn<CommitmentDetail>;
  };
  localCommitment: {
    id: Generated<number>;
    pactId: number;
    ordinal: number;
    localNumber: string | null;
    text: string;
    relatedMeasures: number[];
    detail: JsonColumn<{ readonly quotations: readonly Quotation[] }>;
  };
  pactReading: { pactId: number; reading: JsonColumn<KeptReading> };
};

export type LevelMark = { readonly level: number; readonly stance: Stance; readonly wording: Wording };

export type CommitmentDetail = {
  readonly levels: readonly SignedLevel[];
  readonly observations: readonly string[];
  readonly quotations: readonly Quotation[];
  /** 0 to 1, as the reader said it, with its reasons. */
  readonly confidence: number;
  readonly reasons: readonly string[];
};

export type PrincipleDetail = { readonly observations: readonly string[]; readonly quotations: readonly Quotation[] };

export type NewProvenance = {
  readonly document: number;
  readonly readAt: Date;
  readonly readerVersion: string;
  /** Null: nobody checked the reading. */
  readonly reviewed: { readonly at: Date; readonly by: string } | null;
  readonly publishedAt: Date;
};

export type NewPact = {
  readonly pact: Pact;
  readonly provenance: NewProvenance;
  readonly reading: KeptReading;
  /** SIREN of the competent bodies that the territory knows, by the name as written. */
  readonly competent: ReadonlyMap<string, string>;
};

/** The id of the pact of the same list, place, edition and term; null when there is none. */
export async function findSamePact(db: Db, pact: Pact): Promise<number | null> {
  const row = await db
    .selectFrom('pact')
    .select('id')
    .where(sql<string>`coalesce(municipality_code, grouping_siren)`, '=', codeOf(pact.place))
    .where('edition', '=', pact.edition)
    .where('termFrom', '=', pact.term.from)
    .where(sql<string>`lower(coalesce(list_name, ''))`, '=', sql<string>`lower(${pact.listName ?? ''})`)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function pactExists(db: Db, id: number): Promise<boolean> {
  return (await db.selectFrom('pact').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/** Writes the whole pact; call inside a transaction. The database refuses the same list twice. */
export async function insertPact(db: Db, { pact, provenance, reading, competent }: NewPact): Promise<number> {
  const { id } = await db
    .insertInto('pact')
    .values({
      municipalityCode: pact.place.kind === 'municipality' ? pact.place.code : null,
      groupingSiren: pact.place.kind === 'grouping' ? pact.place.siren : null,
      edition: pact.edition,
      listName: pact.listName,
      leader: pact.leader,
      termFrom: pact.term.from,
      termTo: pact.term.to,
      signedOn: pact.signedOn,
      documentId: provenance.document,
      readAt: provenance.readAt,
      readerVersion: provenance.readerVersion,
      reviewedAt: provenance.reviewed?.at ?? null,
      reviewedBy: provenance.reviewed?.by ?? null,
      publishedAt: provenance.publishedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('pactReading')
    .values({ pactId: id, reading: JSON.stringify(reading) })
    .execute();
  const principles = pact.principles.map((principle) => principleRow(id, principle));
  if (principles.length > 0) await db.insertInto('pactPrinciple').values(principles).execute();
  const commitments = pact.commitments.map((commitment) => ({
    pactId: id,
    edition: pact.edition,
    ...commitmentRow(commitment),
    competentSiren: commitment.competentBody === null ? null : (competent.get(commitment.competentBody) ?? null),
  }));
  if (commitments.length > 0) await db.insertInto('commitment').values(commitments).execute();
  const locals = pact.localCommitments.map((local, index) => localRow(local, { pactId: id, ordinal: index + 1 }));
  if (locals.length > 0) await db.insertInto('localCommitment').values(locals).execute();
  return id;
}

export function codeOf(place: PlaceCode): string {
  return place.kind === 'municipality' ? place.code : place.siren;
}

function principleRow(pactId: number, { letter, stance, observations, quotations }: SignedPrinciple) {
  return { pactId, letter, stance, detail: JSON.stringify({ observations, quotations } satisfies PrincipleDetail) };
}

function commitmentRow(commitment: Commitment) {
  const { levels, observations, quotations, confidence, reasons } = commitment;
  const stanceAt = (wanted: number): Stance | null => levels.find(({ level }) => level === wanted)?.stance ?? null;
  return {
    measure: commitment.measure,
    localNumber: commitment.localNumber,
    titleMatch: commitment.title,
    stance: commitment.stance,
    amended: isAmended(commitment),
    marks: JSON.stringify(levels.map(({ level, stance, wording }): LevelMark => ({ level, stance, wording }))),
    level1: stanceAt(1),
    level2: stanceAt(2),
    level3: stanceAt(3),
    competentBody: commitment.competentBody,
    detail: JSON.stringify({ levels, observations, quotations, confidence, reasons } satisfies CommitmentDetail),
  };
}

function localRow(local: LocalCommitment, { pactId, ordinal }: { pactId: number; ordinal: number }) {
  return {
    pactId,
    ordinal,
    localNumber: local.localNumber,
    text: local.text,
    relatedMeasures: [...local.relatedMeasures],
    detail: JSON.stringify({ quotations: local.quotations }),
  };
}
