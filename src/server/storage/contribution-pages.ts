/**
 * Contributions as pages and files show them. What is hidden or withdrawn is there without its words, except for whoever wrote
 * it (`own`): the reason stands in their place. No address and no number of whoever took part leaves from here.
 */
import { sql } from 'kysely';
import type { Answer, ContributionKind } from '#domain/consultation/contribution.ts';
import { consultedName, type ConsultedName } from '#domain/consultation/consulted-name.ts';
import { editionById } from '../charters.ts';
import type { Db } from './connection.ts';

export type ContributionShown = {
  readonly id: number;
  readonly consultation: number;
  readonly kind: ContributionKind;
  /** The measure that it is about; null: one that is missing. */
  readonly measure: ({ readonly id: number } & ConsultedName) | null;
  readonly spot: string | null;
  /** The words that it was about. '' where nothing may be shown. */
  readonly base: string | null;
  readonly title: string | null;
  readonly words: string;
  readonly because: string;
  readonly name: string | null;
  readonly saidAt: Date;
  readonly state: 'shown' | 'withdrawn' | 'hidden';
  readonly hiddenReason: string | null;
  /** `measure`: the row of the draft that it changed. */
  readonly answer: {
    readonly answer: Answer;
    readonly words: string;
    readonly measure: number | null;
    readonly at: Date;
  } | null;
  /** The answers that another took the place of, oldest first. */
  readonly before: readonly FormerAnswer[];
  /** How many answers were given. */
  readonly answers: number;
  readonly isOwn: boolean;
  /** To whoever wrote it alone: whether they asked to be told. */
  readonly tells: boolean;
};

export type FormerAnswer = {
  readonly answer: Answer;
  readonly words: string;
  readonly at: Date;
  /** When another took its place. */
  readonly until: Date;
};

export type ContributionsWanted = {
  readonly consultation: number;
  readonly measure?: number;
  readonly kinds?: readonly ContributionKind[];
  /** Only those that want an answer and have none. */
  readonly unanswered?: boolean;
  readonly own?: number;
  readonly after?: number;
  /** 1 to 1,000; 30 unless told. */
  readonly limit?: number;
};

/** One query; oldest first, so that nothing is missed or shown twice while people write. */
export async function contributionsShown(
  db: Db,
  { consultation, measure, kinds, unanswered = false, own = 0, after = 0, limit = 30 }: ContributionsWanted,
): Promise<{ readonly rows: readonly ContributionShown[]; readonly next: number | null }> {
  const size = Math.min(Math.max(Math.trunc(limit), 1), 1000);
  const found = await selectContributions(db)
    .where('contribution.consultationId', '=', consultation)
    .where('contribution.id', '>', after)
    .$if(measure !== undefined, (query) => query.where('contribution.draftMeasureId', '=', measure ?? 0))
    .$if(kinds !== undefined, (query) => query.where('kind', 'in', [...(kinds ?? [])]))
    .$if(unanswered, (query) =>
      query
        .where('answeredAt', 'is', null)
        .where('withdrawnAt', 'is', null)
        .where('hiddenAt', 'is', null)
        .where('kind', '<>', 'comment'),
    )
    .orderBy('contribution.id')
    .limit(size + 1)
    .execute();
  const rows = found.slice(0, size).map((row) => toShown(row, own));
  return { rows, next: found.length > size ? (rows.at(-1)?.id ?? null) : null };
}

/** As anybody sees them, of any consultation. */
export type PublicContributionsWanted = {
  readonly consultation?: number;
  readonly id?: number;
  readonly kind?: ContributionKind;
  /** The number that readers know the measure by. */
  readonly number?: number;
  readonly answer?: Answer;
  readonly after?: number;
  /** 1 to 1,000; so many unless told. */
  readonly limit?: number;
};

export type PublicContribution = Omit<ContributionShown, 'isOwn' | 'tells' | 'answers'>;

/** For files and programs, by number: without what only whoever wrote it is told. One query. */
export async function publicContributions(
  db: Db,
  { consultation, id, kind, number, answer, after = 0, limit = 1000 }: PublicContributionsWanted,
): Promise<{ readonly rows: readonly PublicContribution[]; readonly next: number | null }> {
  const size = Math.min(Math.max(Math.trunc(limit), 1), 1000);
  const found = await selectContributions(db)
    .where('contribution.id', '>', after)
    .$if(consultation !== undefined, (query) => query.where('contribution.consultationId', '=', consultation ?? 0))
    .$if(id !== undefined, (query) => query.where('contribution.id', '=', id ?? 0))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'comment'))
    .$if(number !== undefined, (query) => query.where('measure.number', '=', number ?? 0))
    .$if(answer !== undefined, (query) => query.where('answer', '=', answer ?? 'not'))
    .orderBy('contribution.id')
    .limit(size + 1)
    .execute();
  const rows = found.slice(0, size).map((row) => {
    const { isOwn: _own, tells: _tells, answers: _answers, ...shown } = toShown(row, 0);
    return shown;
  });
  return { rows, next: found.length > size ? (rows.at(-1)?.id ?? null) : null };
}

/** `all`: with its words whatever became of it, for moderators. */
export async function contributionShown(
  db: Db,
  {
    consultation,
    id,
    own = 0,
    all = false,
  }: { readonly consultation: number; readonly id: number; readonly own?: number; readonly all?: boolean },
): Promise<ContributionShown | null> {
  const row = await selectContributions(db)
    .where('contribution.consultationId', '=', consultation)
    .where('contribution.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : toShown(row, own, all);
}

function selectContributions(db: Db) {
  return db
    .selectFrom('contribution')
    .leftJoin('consultationMeasure as measure', (join) =>
      join
        .onRef('measure.consultationId', '=', 'contribution.consultationId')
        .onRef('measure.draftMeasureId', '=', 'contribution.draftMeasureId'),
    )
    .select([
      'contribution.id',
      'contribution.consultationId',
      'kind',
      'contribution.draftMeasureId',
      'spot',
      'base',
      'title',
      'because',
    ])
    .select(['contribution.words', 'shownName', 'participationId', 'saidAt', 'toldTo', 'withdrawnAt'])
    .select(['hiddenAt', 'hiddenReason', 'answer', 'answerWords', 'answerMeasureId', 'answeredAt', 'answers'])
    .select(BEFORE.as('before'))
    .select(['measure.number as measureNumber', 'measure.words as measureWords', 'measure.origins as measureOrigins'])
    .select('measure.part as measurePart');
}

const BEFORE = sql<readonly { answer: Answer; words: string; at: string; until: string }[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('answer', b.answer, 'words', b.words, 'at', b.answered_at, 'until', b.replaced_at)
    order by b.id), '[]')
  from contribution_answer_before b where b.contribution_id = contribution.id)`;

type Row = Awaited<ReturnType<ReturnType<typeof selectContributions>['executeTakeFirstOrThrow']>>;

function measureOf({ measureNumber, measureWords, measureOrigins, measurePart }: Row) {
  return { number: measureNumber, words: measureWords, origins: measureOrigins ?? [], part: measurePart };
}

function toShown(row: Row, own: number, all = false): ContributionShown {
  const { id, kind, spot, saidAt, hiddenReason } = row;
  const state = row.withdrawnAt !== null ? 'withdrawn' : row.hiddenAt !== null ? 'hidden' : 'shown';
  const isOwn = own !== 0 && row.participationId === own;
  const seen = state === 'shown' || isOwn || all;
  return {
    id,
    consultation: row.consultationId,
    kind,
    measure:
      row.draftMeasureId === null ? null : { id: row.draftMeasureId, ...consultedName(measureOf(row), editionById) },
    spot,
    base: row.base !== null && !seen ? '' : row.base,
    title: row.title !== null && !seen ? '' : row.title,
    words: seen ? row.words : '',
    because: seen ? row.because : '',
    name: seen ? row.shownName : null,
    saidAt,
    state,
    hiddenReason,
    answer:
      row.answer === null || row.answeredAt === null
        ? null
        : { answer: row.answer, words: row.answerWords ?? '', measure: row.answerMeasureId, at: row.answeredAt },
    before: row.before.map(({ at, until, ...former }) => ({ ...former, at: new Date(at), until: new Date(until) })),
    answers: row.answers,
    isOwn,
    tells: isOwn && row.toldTo !== null,
  };
}
