/**
 * Every public address that depends on what was published, page by page, for the sitemap.
 * Municipalities without a pact or plan are not listed: their page says only how to begin.
 */
import { sql } from 'kysely';
import { slugOf } from '#domain/shared/slug.ts';
import type { Db } from './connection.ts';
import { pactRows, planRows, type Page, type Rows } from './downloads.ts';
import type { PlaceRef } from './places.ts';
import type { ActionRef } from './views.ts';

export type SitemapPact = {
  readonly id: number;
  readonly slug: string;
  readonly place: PlaceRef;
  readonly edition: string;
  readonly changedAt: Date;
};

export async function sitemapPacts(db: Db, page: Page): Promise<Rows<SitemapPact>> {
  const { rows, next } = await pactRows(db, page);
  return {
    rows: rows.map(({ id, slug, place, edition, publishedAt }) => ({
      id,
      slug,
      place,
      edition,
      changedAt: publishedAt,
    })),
    next,
  };
}

export type SitemapPlan = {
  readonly id: number;
  readonly slug: string;
  readonly place: PlaceRef;
  readonly changedAt: Date;
};

export async function sitemapPlans(db: Db, page: Page): Promise<Rows<SitemapPlan>> {
  const { rows, next } = await planRows(db, page);
  return { rows: rows.map(({ id, slug, place, publishedAt }) => ({ id, slug, place, changedAt: publishedAt })), next };
}

export type SitemapAction = ActionRef & { readonly changedAt: Date };

export async function sitemapActions(db: Db, { after = 0, limit = 1000 }: Page): Promise<Rows<SitemapAction>> {
  const size = Math.min(Math.max(Math.trunc(limit), 1), 1000);
  const found = await db
    .selectFrom('action')
    .innerJoin('plan', 'plan.id', 'action.planId')
    .select(['action.id', 'action.number', 'action.title'])
    .select(['plan.id as plan', 'plan.title as planTitle', 'plan.publishedAt as changedAt'])
    .where('action.id', '>', after)
    .orderBy('action.id')
    .limit(size + 1)
    .execute();
  const rows = found.slice(0, size).map((row) => ({ ...row, planSlug: slugOf(row.planTitle) }));
  return { rows, next: found.length > size ? (rows.at(-1)?.id ?? null) : null };
}

/** The threads of one pact of a municipality: each is a page under the municipality. */
export type SitemapThreads = {
  readonly id: number;
  readonly place: PlaceRef;
  readonly changedAt: Date;
  readonly measures: readonly number[];
  readonly letters: readonly string[];
  readonly localCommitments: readonly number[];
};

/** By pact; two queries. */
export async function sitemapThreads(db: Db, page: Page): Promise<Rows<SitemapThreads>> {
  const { rows, next } = await pactRows(db, page);
  const ids = rows.filter(({ place }) => place.kind === 'municipality').map(({ id }) => id);
  if (ids.length === 0) return { rows: [], next };
  const threads = await db
    .selectFrom('pact')
    .select('pact.id')
    .select([
      sql<number[]>`array(select c.measure from commitment c where c.pact_id = pact.id order by c.measure)`.as(
        'measures',
      ),
      sql<string[]>`array(select p.letter from pact_principle p where p.pact_id = pact.id order by p.letter)`.as(
        'letters',
      ),
      sql<number[]>`array(select l.id from local_commitment l where l.pact_id = pact.id order by l.id)`.as(
        'localCommitments',
      ),
    ])
    .where('pact.id', 'in', ids)
    .orderBy('pact.id')
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return {
    rows: threads.flatMap((row) => {
      const pact = byId.get(row.id);
      return pact === undefined ? [] : [{ ...row, place: pact.place, changedAt: pact.publishedAt }];
    }),
    next,
  };
}
