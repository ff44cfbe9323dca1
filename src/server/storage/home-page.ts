/** The country in figures, and what is new. Figures are kept, never recounted (./tallies.ts). */
import { editionsPublished, type EditionTold } from './charter-news.ts';
import type { Db } from './connection.ts';
import { isNotPlayed } from './fictional-municipality.ts';
import type { TallySubject } from './tallies.ts';
import { selectPacts, selectPlans, toPactRef, toPlanRef, type PactRef, type PlanRef } from './views.ts';

const COUNTED = [
  'pacts',
  'places',
  'commitments',
  'levels',
  'plans',
  'actions',
  'assessed',
] as const satisfies readonly TallySubject[];

export type HomeFigures = Readonly<Record<Exclude<(typeof COUNTED)[number], 'places'> | 'municipalities', number>> & {
  /** The last change; null: nothing is published yet. */
  readonly asOf: Date | null;
  /** Communes of the country, those that signed nothing too: kept with the territory. */
  readonly municipalitiesOfAll: number;
};

/** One query. */
export async function homeFigures(db: Db): Promise<HomeFigures> {
  const rows = await db
    .selectFrom('tallyDate')
    .leftJoin('tally', (join) =>
      join
        .onRef('tally.edition', '=', 'tallyDate.edition')
        .on('area', '=', 'fr')
        .on('size', 'in', ['all', 'grouping'])
        .on('standing', '=', 'all')
        .on('subject', 'in', COUNTED),
    )
    .select(['size', 'subject', 'count', 'countedAt'])
    .select(({ selectFrom }) =>
      selectFrom('municipalityCount')
        .select('municipalities')
        .where('area', '=', 'fr')
        .where('municipalityCount.size', '=', 'all')
        .as('ofAll'),
    )
    .where('tallyDate.edition', '=', '*')
    .execute();
  const count = (subject: TallySubject, size = 'all'): number =>
    rows.find((row) => row.subject === subject && row.size === size)?.count ?? 0;
  return {
    pacts: count('pacts'),
    municipalities: count('places') - count('places', 'grouping'),
    commitments: count('commitments'),
    levels: count('levels'),
    plans: count('plans'),
    actions: count('actions'),
    assessed: count('assessed'),
    asOf: rows[0]?.countedAt ?? null,
    municipalitiesOfAll: rows[0]?.ofAll ?? 0,
  };
}

export type News =
  | { readonly kind: 'pact-published'; readonly at: Date; readonly pact: PactRef }
  | { readonly kind: 'plan-published'; readonly at: Date; readonly plan: PlanRef }
  | { readonly kind: 'edition-published'; readonly at: Date; readonly edition: EditionTold };

/** Latest first, `limit` 1 to 100. Three queries. */
export async function latestNews(db: Db, { limit }: { readonly limit: number }): Promise<readonly News[]> {
  const [pacts, plans, editions] = await Promise.all([
    selectPacts(db)
      .where(isNotPlayed('pact'))
      .orderBy('pact.publishedAt', 'desc')
      .orderBy('pact.id', 'desc')
      .limit(limit)
      .execute(),
    selectPlans(db)
      .where(isNotPlayed('plan'))
      .orderBy('plan.publishedAt', 'desc')
      .orderBy('plan.id', 'desc')
      .limit(limit)
      .execute(),
    editionsPublished(db, { limit }),
  ]);
  const news: News[] = [
    ...pacts.map((row): News => ({ kind: 'pact-published', at: row.publishedAt, pact: toPactRef(row) })),
    ...plans.map((row): News => ({ kind: 'plan-published', at: row.publishedAt, plan: toPlanRef(row) })),
    ...editions.map((edition): News => ({ kind: 'edition-published', at: edition.publishedAt, edition })),
  ];
  return news.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, limit);
}

export type PlayedPlace = {
  readonly kind: 'municipality';
  readonly code: string;
  readonly name: string;
  readonly slug: string;
};

/** Where the demonstration shows a whole mandate; null: this site shows none. One query. */
export async function playedMandate(db: Db): Promise<PlayedPlace | null> {
  const row = await db
    .selectFrom('municipality')
    .select(['code', 'name', 'slug'])
    .where('fictional', '=', true)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('review').select('review.id').whereRef('review.municipalityCode', '=', 'municipality.code')),
    )
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { kind: 'municipality', ...row };
}
