/**
 * Every public address that depends on what was published, with the instant at which its page last changed, in parts of
 * bounded size: a part is a range of numbers of one table, so none needs the others to be counted or read.
 *
 * Each address comes once. What the demonstration plays is left out.
 */
import { sql } from 'kysely';
import type { Db } from './connection.ts';
import { isNotPlayed } from './fictional-municipality.ts';
import { ADDRESSES_A_NUMBER, SOURCES, type Row, type SitemapKind, type SitemapLine } from './sitemap-sources.ts';

type Asked = { readonly kind: SitemapKind; readonly limit: number };

/** Numbers of the parts that hold something, from 1; a part has at most `limit` addresses (at least those of one number). */
export async function sitemapParts(db: Db, { kind, limit }: Asked): Promise<readonly number[]> {
  const size = sizeOf({ kind, limit });
  const { id, from, rule } = SOURCES[kind];
  const { rows } = await sql<{ part: number }>`
    select w::int as part
    from generate_series(1, (select coalesce(max(${id}), 0) / ${size}::int + 1 from ${from})) as w
    cross join lateral (
      select ${id} from ${from}
      where ${id} > (w - 1) * ${size}::int and ${id} <= w * ${size}::int and ${rule} and ${isNotPlayed('p')}
      order by ${id} limit 1
    ) as something
    order by w`.execute(db);
  return rows.map(({ part }) => part);
}

/** The addresses of one part; empty when it holds nothing. One query. */
export async function sitemapPart(
  db: Db,
  { kind, limit, part }: Asked & { readonly part: number },
): Promise<readonly SitemapLine[]> {
  const size = sizeOf({ kind, limit });
  const { id, from, rule, columns, lines } = SOURCES[kind];
  const { rows } = await sql<Row>`
    select ${columns} from ${from}
    where ${id} > ${(part - 1) * size}::int and ${id} <= ${part * size}::int and ${rule} and ${isNotPlayed('p')}
    order by ${id}`.execute(db);
  return rows.flatMap(lines);
}

function sizeOf({ kind, limit }: Asked): number {
  return Math.max(1, Math.floor(limit / ADDRESSES_A_NUMBER[kind]));
}
