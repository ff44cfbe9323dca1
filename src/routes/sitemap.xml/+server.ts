import type { RequestHandler } from './$types';
import * as to from '#ui/addresses.ts';
import { loadEditions } from '#server/charters.ts';
import { MOST_ENTRIES, sitemapXml, type SitemapEntry } from '#server/http/sitemap.ts';
import { runtime } from '#server/runtime.ts';
import type { Rows } from '#server/storage/downloads.ts';
import { sitemapActions, sitemapPacts, sitemapPlans, sitemapThreads } from '#server/storage/sitemap.ts';

const FIXED = ['/', '/communes', '/pactes', '/plans', '/chartes', '/a-propos'];

export const GET: RequestHandler = async ({ url }) => {
  const { config, db } = await runtime();
  const entries: SitemapEntry[] = FIXED.map((path) => ({ path }));
  for (const { id, measures } of loadEditions()) {
    entries.push({ path: to.editionAddress(id) });
    for (const { number } of measures) entries.push({ path: to.measureAddress(id, number) });
  }
  const places = new Map<string, Date>();
  await everyRow(
    (page) => sitemapPacts(db, page),
    (pact) => {
      entries.push({ path: to.pactAddress(pact), changedAt: pact.changedAt });
      places.set(to.placeAddress(pact.place), pact.changedAt);
    },
  );
  await everyRow(
    (page) => sitemapPlans(db, page),
    (plan) => {
      entries.push({ path: to.planAddress(plan), changedAt: plan.changedAt });
      places.set(to.placeAddress(plan.place), plan.changedAt);
    },
  );
  for (const [path, changedAt] of places) entries.push({ path, changedAt });
  await everyRow(
    (page) => sitemapThreads(db, page),
    ({ place, changedAt, measures, letters, localCommitments }) => {
      if (place.kind !== 'municipality') return;
      for (const measure of measures) entries.push({ path: to.threadAddress(place, measure), changedAt });
      for (const letter of letters) entries.push({ path: to.principleAddress(place, letter), changedAt });
      for (const id of localCommitments) entries.push({ path: to.localCommitmentAddress(place, id), changedAt });
    },
  );
  await everyRow(
    (page) => sitemapActions(db, page),
    (action) =>
      entries.push({
        path: to.actionAddress({ id: action.plan, slug: action.planSlug }, action.number),
        changedAt: action.changedAt,
      }),
  );
  const body = sitemapXml(config.publicOrigin ?? url.origin, entries);
  return new Response(body, { headers: { 'content-type': 'application/xml; charset=utf-8' } });

  async function everyRow<Row>(
    read: (page: { after?: number }) => Promise<Rows<Row>>,
    add: (row: Row) => void,
  ): Promise<void> {
    let after: number | null | undefined;
    while (after !== null && entries.length < MOST_ENTRIES) {
      const { rows, next }: Rows<Row> = await read(after === undefined ? {} : { after });
      rows.forEach(add);
      after = next;
    }
  }
};
