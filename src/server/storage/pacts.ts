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
import { codeOf } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';
import type { JsonColumn } from './json-column.ts';
import { placeColumns, placeIn, type LockedPublished } from './places.ts';
import { provenanceColumns, type KeptReading, type NewProvenance, type ProvenanceColumns } from './provenance.ts';

export type PactTables = {
  pact: Omit<ProvenanceColumns, 'readerVersion'> & {
    /** Null: signed on this site. */
    readerVersion: string | null;
    agreedTextId: number | null;
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

export type NewPact = {
  readonly pact: Pact;
  readonly provenance: NewProvenance<string | null>;
  /** Null: signed on this site. */
  readonly reading: KeptReading | null;
  /** The text that was signed on this site; absent: read from a document. */
  readonly agreedText?: number;
  /** SIREN of the competent bodies that the territory knows, by the name as written. */
  readonly competent: ReadonlyMap<string, string>;
};

/** The id of another pact of the same list, place, edition and term; null when there is none. */
export async function findSamePact(
  db: Db,
  pact: Pact,
  { but = 0 }: { readonly but?: number } = {},
): Promise<number | null> {
  const row = await db
    .selectFrom('pact')
    .select('id')
    .where(sql<string>`coalesce(municipality_code, grouping_siren)`, '=', codeOf(pact.place))
    .where('id', '<>', but)
    .where('edition', '=', pact.edition)
    .where('termFrom', '=', pact.term.from)
    .where(sql<string>`lower(coalesce(list_name, ''))`, '=', sql<string>`lower(${pact.listName ?? ''})`)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function pactExists(db: Db, id: number): Promise<boolean> {
  return (await db.selectFrom('pact').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/** The place and what a person chose; nobody else changes this pact before the end of the transaction. */
export async function lockPact(db: Db, id: number): Promise<LockedPublished | null> {
  const row = await db
    .selectFrom('pact')
    .select(['documentId', 'municipalityCode', 'groupingSiren', 'signedOn', 'termFrom', 'agreedTextId'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return null;
  const { documentId, signedOn, termFrom, agreedTextId } = row;
  return { document: documentId, place: placeIn(row), signedOn, termFrom, signedHere: agreedTextId !== null };
}

/** Writes the whole pact; call inside a transaction. The database refuses the same list twice. */
export async function insertPact(db: Db, given: NewPact): Promise<number> {
  const { id } = await db
    .insertInto('pact')
    .values({
      ...pactRow(given),
      publishedAt: given.provenance.publishedAt,
      agreedTextId: given.agreedText ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertParts(db, id, given, new Map());
  return id;
}

/**
 * Puts another reading under the number of a pact: its place and the day it was published stay. A promise beyond the
 * charter that both readings hold keeps its number, which is in its address. Call inside a transaction, once the
 * reading before was kept (./earlier-readings.ts).
 */
export async function replacePact(db: Db, id: number, given: NewPact): Promise<void> {
  const before = await db
    .selectFrom('localCommitment')
    .select(['id', 'text', 'detail'])
    .where('pactId', '=', id)
    .orderBy('ordinal')
    .execute();
  await deleteParts(db, id);
  await db.updateTable('pact').set(pactRow(given)).where('id', '=', id).execute();
  await insertParts(db, id, given, keptNumbers(before, given.pact.localCommitments));
}

/** Call inside a transaction, once the reading was kept (./earlier-readings.ts). */
export async function deletePact(db: Db, id: number): Promise<void> {
  await deleteParts(db, id);
  await db.deleteFrom('pact').where('id', '=', id).execute();
}

async function deleteParts(db: Db, id: number): Promise<void> {
  for (const part of ['pactReading', 'pactPrinciple', 'commitment', 'localCommitment'] as const) {
    await db.deleteFrom(part).where('pactId', '=', id).execute();
  }
}

type LocalBefore = {
  readonly id: number;
  readonly text: string;
  readonly detail: { readonly quotations: readonly Quotation[] };
};

/** By place in the new list: the number of the same promise before, which has the same words or begins at the same place. */
function keptNumbers(before: readonly LocalBefore[], now: readonly LocalCommitment[]): ReadonlyMap<number, number> {
  const free = new Map(before.map((local) => [local.id, local]));
  const kept = new Map<number, number>();
  const alike = [
    (one: LocalBefore, other: LocalCommitment) => one.text === other.text,
    (one: LocalBefore, { quotations: [start] }: LocalCommitment) =>
      start !== undefined && one.detail.quotations[0]?.start === start.start,
  ];
  for (const isSame of alike) {
    for (const [index, local] of now.entries()) {
      if (kept.has(index)) continue;
      const found = [...free.values()].find((candidate) => isSame(candidate, local));
      if (found === undefined) continue;
      kept.set(index, found.id);
      free.delete(found.id);
    }
  }
  return kept;
}

function pactRow({ pact, provenance }: NewPact) {
  return {
    ...placeColumns(pact.place),
    ...provenanceColumns(provenance),
    edition: pact.edition,
    listName: pact.listName,
    leader: pact.leader,
    termFrom: pact.term.from,
    termTo: pact.term.to,
    signedOn: pact.signedOn,
  };
}

async function insertParts(
  db: Db,
  id: number,
  { pact, reading, competent }: NewPact,
  localNumbers: ReadonlyMap<number, number>,
): Promise<void> {
  if (reading !== null) {
    await db
      .insertInto('pactReading')
      .values({ pactId: id, reading: JSON.stringify(reading) })
      .execute();
  }
  const principles = pact.principles.map((principle) => principleRow(id, principle));
  if (principles.length > 0) await db.insertInto('pactPrinciple').values(principles).execute();
  const commitments = pact.commitments.map((commitment) => ({
    pactId: id,
    edition: pact.edition,
    ...commitmentRow(commitment),
    competentSiren: commitment.competentBody === null ? null : (competent.get(commitment.competentBody) ?? null),
  }));
  if (commitments.length > 0) await db.insertInto('commitment').values(commitments).execute();
  for (const [index, local] of pact.localCommitments.entries()) {
    const number = localNumbers.get(index);
    await db
      .insertInto('localCommitment')
      .values({
        ...localRow(local, { pactId: id, ordinal: index + 1 }),
        ...(number === undefined ? {} : { id: number }),
      })
      .execute();
  }
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
