/**
 * How pages see pacts and plans: the same few shapes everywhere, each with the columns it needs.
 * Charter texts are not here: they are data (src/server/charters.ts).
 */
import { sql, type ExpressionBuilder, type Selectable } from 'kysely';
import type { LocalCommitment, SignedPrinciple, TitleMatch } from '#domain/pact/commitment.ts';
import type { Term } from '#domain/pact/term.ts';
import type { Stance } from '#domain/pact/stance.ts';
import { slugOf } from '#domain/shared/slug.ts';
import type { Db, Schema } from './connection.ts';
import type { CommitmentDetail, LevelMark, PactTables } from './pacts.ts';
import { jsonPlace, type PlaceRef } from './places.ts';
import { PROVENANCE_COLUMNS } from './provenance.ts';
import { jsonSignedHere } from './signed-here.ts';

export type PactRef = {
  readonly id: number;
  /** The list's name, or the place's when a council signed: for the address, after the number. */
  readonly slug: string;
  readonly listName: string | null;
  readonly leader: string | null;
  readonly edition: string;
  readonly term: Term;
  /** YYYY-MM-DD; null: no source says the day. */
  readonly signedOn: string | null;
  readonly place: PlaceRef;
};

export type CompetentBody = {
  readonly asWritten: string;
  /** Null: the territory knows no such body here. */
  readonly grouping: { readonly siren: string; readonly name: string; readonly slug: string } | null;
};

export type CommitmentMark = {
  readonly measure: number;
  readonly localNumber: string | null;
  readonly stance: Stance;
  /** The words of a level that was taken differ from the edition's. */
  readonly amended: boolean;
  readonly levels: readonly LevelMark[];
  readonly competentBody: CompetentBody | null;
};

export type CommitmentView = CommitmentMark & {
  readonly id: number;
  readonly title: TitleMatch;
  readonly detail: CommitmentDetail;
};

/** As signed: nothing is added for the page. */
export type PrincipleView = SignedPrinciple;

export type LocalCommitmentView = LocalCommitment & { readonly id: number };

/** The pacts with all a line about them needs; narrow it with `where`. */
export function selectPacts(db: Db) {
  return db
    .selectFrom('pact')
    .select([
      'pact.id',
      'pact.listName',
      'pact.leader',
      'pact.edition',
      'pact.termFrom',
      'pact.termTo',
      'pact.signedOn',
      'pact.documentId',
      ...PROVENANCE_COLUMNS.map((column) => `pact.${column}` as const),
    ])
    .select(jsonPlace('pact'))
    .select(jsonSignedHere);
}

type PactColumns = Pick<Selectable<PactTables['pact']>, 'id' | 'listName' | 'leader' | 'edition' | 'signedOn'> & {
  readonly termFrom: number;
  readonly termTo: number;
  readonly place: PlaceRef;
};

export function toPactRef(row: PactColumns): PactRef {
  const { id, listName, leader, edition, signedOn, place } = row;
  const slug = slugOf(listName ?? '') || place.slug;
  return { id, slug, listName, leader, edition, term: { from: row.termFrom, to: row.termTo }, signedOn, place };
}

/** Commitments with their marks; narrow it with `where`. */
export function selectMarks(db: Db) {
  return db
    .selectFrom('commitment')
    .select([
      'commitment.id',
      'commitment.pactId',
      'commitment.measure',
      'commitment.localNumber',
      'commitment.stance',
      'commitment.amended',
      'commitment.marks',
      'commitment.competentBody',
    ])
    .select(jsonCompetentGrouping);
}

export function selectCommitments(db: Db) {
  return selectMarks(db).select(['commitment.titleMatch', 'commitment.detail']);
}

function jsonCompetentGrouping(_: ExpressionBuilder<Schema, 'commitment'>) {
  return sql<CompetentBody['grouping']>`(
    select jsonb_build_object('siren', g.siren, 'name', g.name, 'slug', g.slug)
    from "grouping" g where g.siren = commitment.competent_siren
  )`.as('competentGrouping');
}

type MarkColumns = Pick<
  Selectable<PactTables['commitment']>,
  'measure' | 'localNumber' | 'stance' | 'amended' | 'marks' | 'competentBody'
> & { readonly competentGrouping: CompetentBody['grouping'] };

export function toMark(row: MarkColumns): CommitmentMark {
  return {
    measure: row.measure,
    localNumber: row.localNumber,
    stance: row.stance,
    amended: row.amended,
    levels: row.marks,
    competentBody:
      row.competentBody === null ? null : { asWritten: row.competentBody, grouping: row.competentGrouping },
  };
}

type CommitmentColumns = MarkColumns & Pick<Selectable<PactTables['commitment']>, 'id' | 'titleMatch' | 'detail'>;

export function toCommitmentView(row: CommitmentColumns): CommitmentView {
  return { ...toMark(row), id: row.id, title: row.titleMatch, detail: row.detail };
}

export type PlanRef = {
  readonly id: number;
  readonly slug: string;
  readonly title: string;
  /** The day of the council, as written. */
  readonly councilDate: string | null;
  readonly axes: number;
  readonly actions: number;
  readonly publishedAt: Date;
  readonly place: PlaceRef;
};

/** The plans with all a line about them needs; narrow it with `where`. */
export function selectPlans(db: Db) {
  return db
    .selectFrom('plan')
    .select([
      'plan.id',
      'plan.title',
      'plan.councilDate',
      'plan.axisCount',
      'plan.actionCount',
      'plan.documentId',
      ...PROVENANCE_COLUMNS.map((column) => `plan.${column}` as const),
    ])
    .select(jsonPlace('plan'));
}

type PlanColumns = {
  readonly id: number;
  readonly title: string;
  readonly councilDate: string | null;
  readonly axisCount: number;
  readonly actionCount: number;
  readonly publishedAt: Date;
  readonly place: PlaceRef;
};

export function toPlanRef(row: PlanColumns): PlanRef {
  const { id, title, councilDate, publishedAt, place } = row;
  const slug = slugOf(title) || place.slug;
  return { id, slug, title, councilDate, axes: row.axisCount, actions: row.actionCount, publishedAt, place };
}

export type ActionRef = {
  readonly id: number;
  readonly plan: number;
  readonly planSlug: string;
  readonly planTitle: string;
  readonly number: string;
  readonly title: string;
};
