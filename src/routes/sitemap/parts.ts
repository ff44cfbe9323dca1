/** The parts of the sitemap: which there are, and the addresses of each. `limit` is the most addresses in one; `dumps` the folder of public copies. */
import * as to from '#ui/addresses.ts';
import type { SitemapEntry } from '#server/http/sitemap.ts';
import type { Db } from '#server/storage/connection.ts';
import { SITEMAP_KINDS, type SitemapLine } from '#server/storage/sitemap-sources.ts';
import { sitemapPart, sitemapParts } from '#server/storage/sitemap.ts';
import { fixedEntries } from './fixed-entries.ts';

/** Addresses of the parts that hold something. */
export async function partAddresses(
  db: Db,
  { limit, dumps }: { readonly limit: number; readonly dumps: string },
): Promise<readonly string[]> {
  const fixed = await fixedEntries(db, dumps);
  const pages = Array.from({ length: Math.ceil(fixed.length / limit) }, (_, index) => `pages-${index + 1}`);
  const parts = await Promise.all(
    SITEMAP_KINDS.map(async (kind) => (await sitemapParts(db, { kind, limit })).map((part) => `${kind}-${part}`)),
  );
  return [...pages, ...parts.flat()].map((name) => `/sitemap/${name}.xml`);
}

/** `mesures-2.xml`; null: there is no such part. */
export async function partEntries(
  db: Db,
  { name, limit, dumps }: { readonly name: string; readonly limit: number; readonly dumps: string },
): Promise<readonly SitemapEntry[] | null> {
  const [, kind = '', digits = ''] = /^([a-z]+)-([1-9]\d{0,5})\.xml$/.exec(name) ?? [];
  const part = Number(digits);
  if (kind === 'pages') return someOrNull((await fixedEntries(db, dumps)).slice((part - 1) * limit, part * limit));
  const known = SITEMAP_KINDS.find((candidate) => candidate === kind);
  if (known === undefined) return null;
  const lines = await sitemapPart(db, { kind: known, part, limit });
  return someOrNull(
    lines.map((line) => ({ path: pathOf(line), ...(line.changedAt === null ? {} : { changedAt: line.changedAt }) })),
  );
}

function pathOf(line: SitemapLine): string {
  switch (line.kind) {
    case 'pact':
      return to.pactAddress(line.pact);
    case 'plan':
      return to.planAddress(line.plan);
    case 'pact-follow-up':
      return `${to.pactAddress(line.pact)}/suivi`;
    case 'ties':
      return `${to.placeAddress(line.place)}/engagements-et-actions`;
    case 'plan-version':
      return `${to.planAddress(line.plan)}/versions/${line.version}`;
    case 'follow-up':
      return `${to.placeAddress(line.place)}/suivi`;
    case 'committee':
      return `${to.placeAddress(line.place)}/comite`;
    case 'collective':
      return to.collectiveAddress(line.collective);
    case 'place':
      return to.placeAddress(line.place);
    case 'action':
      return to.actionAddress(line.plan, line.number);
    case 'measure':
      return to.threadAddress(line.place, line.measure, line.edition);
    case 'principle':
      return to.principleAddress(line.place, line.letter, line.edition);
    case 'list':
      return to.listAddress(line.list);
    case 'question':
      return to.questionAddress(line.id);
    case 'lists':
      return to.listsAddress(line.place);
    case 'indicator':
      return to.indicatorAddress(line);
    case 'review':
      return to.reviewAddress(line);
    case 'sheet':
      return to.sheetAddress(line);
    case 'local-commitment':
      return to.localCommitmentAddress(line.place, line.id);
  }
}

function someOrNull(entries: readonly SitemapEntry[]): readonly SitemapEntry[] | null {
  return entries.length === 0 ? null : entries;
}
