/**
 * Pacts with their principles, local commitments and file, in the one query that finds them: a page of several
 * pacts costs as many queries as a page of one.
 */
import { sql, type ExpressionBuilder } from 'kysely';
import type { Db, Schema } from './connection.ts';
import { jsonDocument, toDocumentRef, type DocumentRef, type JsonDocument } from './documents.ts';
import { jsonCorrections, toCorrections, type Correction, type JsonCorrection } from './earlier-readings.ts';
import { toProvenance, type Provenance } from './provenance.ts';
import { selectPacts, toPactRef, type LocalCommitmentView, type PactRef, type PrincipleView } from './views.ts';

export type WholePact = {
  readonly pact: PactRef;
  readonly provenance: Provenance;
  readonly document: DocumentRef;
  readonly principles: readonly PrincipleView[];
  readonly localCommitments: readonly LocalCommitmentView[];
  /** When the reading shown replaced another, oldest first. */
  readonly corrections: readonly Correction[];
};

/** Narrow it with `where`. */
export function selectWholePacts(db: Db) {
  return selectPacts(db)
    .select(jsonPrinciples)
    .select(jsonLocals)
    .select(jsonDocument('pact'))
    .select(jsonCorrections('pact'));
}

type WholeColumns = Parameters<typeof toPactRef>[0] &
  Provenance & {
    readonly principles: readonly PrincipleView[];
    readonly localCommitments: readonly LocalCommitmentView[];
    readonly document: JsonDocument;
    readonly corrections: readonly JsonCorrection[];
  };

export function toWholePact(row: WholeColumns): WholePact {
  return {
    pact: toPactRef(row),
    provenance: toProvenance(row),
    document: toDocumentRef(row.document),
    principles: row.principles,
    localCommitments: row.localCommitments,
    corrections: toCorrections(row.corrections),
  };
}

export function jsonPrinciples(_: ExpressionBuilder<Schema, 'pact'>) {
  return sql<PrincipleView[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('letter', p.letter, 'stance', p.stance) || p.detail order by p.letter), '[]')
    from pact_principle p where p.pact_id = pact.id
  )`.as('principles');
}

export function jsonLocals(_: ExpressionBuilder<Schema, 'pact'>) {
  return sql<LocalCommitmentView[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'localNumber', l.local_number, 'text', l.text,
             'relatedMeasures', to_jsonb(l.related_measures)) || l.detail order by l.ordinal), '[]')
    from local_commitment l where l.pact_id = pact.id
  )`.as('localCommitments');
}
