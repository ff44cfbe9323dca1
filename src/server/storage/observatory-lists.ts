/**
 * The list behind a figure of the observatory, page by page. Each page walks an index in the order of pacts, or of places;
 * the figure itself is read where it is kept, never counted from the list: a test compares the two.
 */
import { sql, type RawBuilder } from 'kysely';
import { codesOfCell, type Cell } from '#domain/observatory/cell.ts';
import { withinReach, type Listed, type Period, type Wanted, type Whole } from '#domain/observatory/listed.ts';
import type { Db } from './connection.ts';
import type { TallySubject } from './tallies.ts';

export type Asked = Wanted & { readonly listed: Listed };

/** One promise of a pact, or the pact alone. */
export type ListedPact = { readonly pact: number; readonly measure: number | null };
export type ListedPactPage = {
  readonly rows: readonly ListedPact[];
  /** The last row, to be passed as `after`; null: that was the last page. */
  readonly next: ListedPact | null;
};

/** The figures whose lists these are, in their order. One query. */
export async function figuresOf(
  db: Db,
  asked: readonly (Wanted & { readonly listed: Listed | Whole })[],
): Promise<readonly number[]> {
  const figures = asked.map((one) => {
    const { cell, period } = withinReach(one, one.listed);
    const { edition, area, size, standing } = codesOfCell(cell);
    const { subject, item, level, values } = keptAs(one.listed, period);
    return sql`(
      select coalesce(sum(count), 0)::integer from tally
      where (edition, area, size, standing) = (${edition}, ${area}, ${size}, ${standing})
        and subject = ${subject} ${item === null ? sql`` : sql`and item = ${item}`} and level = ${level} ${values})`;
  });
  const { rows } = await sql<{ figures: number[] }>`select array[${sql.join(figures)}]::integer[] as figures`.execute(
    db,
  );
  return rows[0]?.figures ?? [];
}

export async function figureOf(db: Db, asked: Asked): Promise<number> {
  const [figure = 0] = await figuresOf(db, [asked]);
  return figure;
}

/** Where the figures are kept: ./tallies.ts. `item` null: of any. */
function keptAs(
  listed: Listed | Whole,
  period: Period,
): { subject: TallySubject; item: string | null; level: number; values: RawBuilder<unknown> } {
  const bounded = period.since !== null || period.until !== null;
  switch (listed.kind) {
    case 'pacts':
      return bounded
        ? { subject: 'signed', item: '', level: 0, values: daysIn(period) }
        : { subject: 'pacts', item: '', level: 0, values: sql`` };
    case 'places': {
      const subject = { signed: 'places', assessed: 'places-assessed', reviewed: 'places-reviewed' } as const;
      return { subject: subject[listed.looked], item: '', level: 0, values: sql`` };
    }
    case 'stance':
      if (bounded) return { subject: 'signed', item: listed.item, level: 0, values: daysIn(period) };
      return {
        subject: 'stance',
        item: listed.item,
        level: listed.level,
        values: sql`and value = any (${stancesOf(listed)}::text[])`,
      };
    case 'promised':
      return listed.item === null
        ? { subject: 'commitments', item: '', level: 0, values: sql`` }
        : {
            subject: 'stance',
            item: listed.item,
            level: listed.level,
            values: sql`and value = any (${stancesOf({ stance: 'promised' })}::text[])`,
          };
    case 'amended':
      return { subject: 'amended', item: `m${listed.measure}`, level: 0, values: sql`` };
    case 'clause':
      return {
        subject: listed.apart,
        item: `m${listed.measure}`,
        level: listed.level,
        values: sql`and value = ${String(listed.clause)}`,
      };
    case 'body':
      return {
        subject: 'body',
        item: listed.measure === null ? null : `m${listed.measure}`,
        level: 0,
        values: sql`and value = ${listed.body}`,
      };
    case 'done': {
      const value = `${listed.voice} ${listed.status}${listed.beforeMandate ? ' before' : ''}`;
      return { subject: 'done', item: listed.item, level: 0, values: sql`and value = ${value}` };
    }
  }
}

/** A day that nobody knows is kept as ''. */
function daysIn({ since, until }: Period): RawBuilder<unknown> {
  return sql`and value >= ${since ?? '0000-01-01'} and value <= ${until ?? '9999-12-31'}`;
}

function stancesOf({ stance }: Pick<Extract<Listed, { kind: 'stance' }>, 'stance'>): readonly string[] {
  return stance === 'promised' ? ['accepted', 'partial'] : [stance];
}

/** One query; `listed` is anything but places. `limit`: 1 to 1,000. */
export async function listedPacts(
  db: Db,
  { after, limit, ...asked }: Asked & { readonly after: ListedPact | null; readonly limit: number },
): Promise<ListedPactPage> {
  const { cell, period } = withinReach(asked, asked.listed);
  const from = after?.pact ?? 0;
  const measure = after?.measure ?? 0;
  const { rows } =
    await sql<ListedPact>`${pactsOf(asked.listed, { cell, period }, { from, measure })} limit ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit);
  return { rows: page, next: rows.length > limit ? (page.at(-1) ?? null) : null };
}

type From = { readonly from: number; readonly measure: number };

function pactsOf(listed: Listed, { cell, period }: Wanted, { from, measure }: From): RawBuilder<ListedPact> {
  const facets = facetsOf(cell);
  const edition = cell.edition ?? '';
  const inOrder = sql`${facets} and f.pact_id > ${from} order by f.pact_id`;
  // Said of both tables: the database does not conclude it from the one for the other.
  const bothInOrder = sql`c.pact_id > ${from} and ${inOrder}`;
  switch (listed.kind) {
    case 'pacts':
      return sql`select f.pact_id as pact, null::integer as measure from counted_pact f where ${inPeriod(period)} ${inOrder}`;
    case 'places':
      throw new Error('places are listed by listedPlaces');
    case 'stance':
      return listed.item.startsWith('p')
        ? sql`
          select f.pact_id as pact, null::integer as measure from pact_principle c join counted_pact f using (pact_id)
          where c.letter = ${listed.item.slice(1)} and c.stance = any (${stancesOf(listed)}::text[]) and ${bothInOrder}`
        : sql`
          select f.pact_id as pact, c.measure from commitment c join counted_pact f using (pact_id)
          where c.edition = ${edition} and c.measure = ${measureOf(listed.item)}
            and ${sql.ref(`c.${listed.level === 0 ? 'stance' : `level${listed.level}`}`)} = any (${stancesOf(listed)}::text[])
            and ${inPeriod(period)} ${bothInOrder}`;
    case 'amended':
      return sql`
        select distinct on (f.pact_id) f.pact_id as pact, c.measure from signed_wording c join counted_pact f using (pact_id)
        where c.edition = ${edition} and c.measure = ${listed.measure} and ${bothInOrder}`;
    case 'clause':
      if (listed.apart === 'reworded') {
        return sql`
          select f.pact_id as pact, c.measure from signed_wording c join counted_pact f using (pact_id)
          where c.edition = ${edition} and c.measure = ${listed.measure} and c.level = ${listed.level}
            and c.clause = ${listed.clause} and ${bothInOrder}`;
      }
      return sql`
        select f.pact_id as pact, c.measure from commitment c join counted_pact f using (pact_id)
        where c.edition = ${edition} and c.measure = ${listed.measure} and ${SOME_CLAUSE_APART}
          and exists (
            select from jsonb_to_recordset(c.detail -> 'levels') as l (level int, stance text, clauses jsonb)
            cross join lateral jsonb_to_recordset(l.clauses) as clause (clause int, stance text, wording text)
            where l.level = ${listed.level} and clause.clause = ${listed.clause} and l.stance in ('accepted', 'partial')
              and (clause.stance in ('refused', 'unspecified') or clause.wording = 'omitted'))
          and ${bothInOrder}`;
    case 'body':
      return sql`
        select f.pact_id as pact, c.measure from commitment c join counted_pact f using (pact_id)
        where c.edition = ${edition} and coalesce(c.competent_siren, left(c.competent_body, 200)) = ${listed.body}
          and c.competent_body is not null and c.stance in ('accepted', 'partial')
          ${listed.measure === null ? sql`` : sql`and c.measure = ${listed.measure}`}
          and (f.pact_id, c.measure) > (${from}, ${measure}) and ${facets} order by f.pact_id, c.measure`;
    case 'done':
      return sql`
        select f.pact_id as pact, ${listed.item.startsWith('m') ? sql`${measureOf(listed.item)}::integer` : sql`null::integer`} as measure
        from latest_assessment a join counted_pact f using (pact_id)
        where a.item = ${listed.item} and a.voice = ${listed.voice} and a.status = ${listed.status}
          and a.before_mandate = ${listed.beforeMandate} and a.pact_id > ${from} and ${promised(listed.item)} and ${inOrder}`;
  }
}

/** As the index commitment_with_clause_apart has it (migration 0092). */
const SOME_CLAUSE_APART = sql`jsonb_path_exists(c.detail, ${sql.lit('$.levels[*].clauses[*] ? (@.stance == "refused" || @.stance == "unspecified" || @.wording == "omitted" || @.wording == "amended")')})`;

function measureOf(item: string): number {
  return Number(item.slice(1));
}

function promised(item: string): RawBuilder<unknown> {
  return item.startsWith('p')
    ? sql`exists (select from pact_principle pp where pp.pact_id = f.pact_id and pp.letter = ${item.slice(1)}
        and pp.stance in ('accepted', 'partial'))`
    : sql`exists (select from commitment c where c.pact_id = f.pact_id and c.measure = ${measureOf(item)}
        and c.stance in ('accepted', 'partial'))`;
}

function facetsOf({ edition, area, size, standing }: Cell): RawBuilder<unknown> {
  const conditions = [
    edition === null ? null : sql`f.edition = ${edition}`,
    area.kind === 'country' ? null : sql`${sql.ref(`f.${area.kind}`)} = ${area.code}`,
    size === null ? null : sql`f.size = ${size}`,
    standing === null ? null : sql`f.standing = ${standing}`,
  ].filter((condition) => condition !== null);
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

function inPeriod({ since, until }: Period): RawBuilder<unknown> {
  return sql`${since === null ? sql`` : sql`f.signed_on >= ${since} and`} ${until === null ? sql`` : sql`f.signed_on <= ${until} and`}`;
}

export type ListedPlace = {
  /** INSEE code or SIREN. */
  readonly place: string;
  /** Those of its pacts that put it in the list. */
  readonly pacts: number;
};

/** One query, by code; `listed` is of places. `limit`: 1 to 1,000. */
export async function listedPlaces(
  db: Db,
  { after, limit, ...asked }: Asked & { readonly after: string | null; readonly limit: number },
): Promise<{ readonly rows: readonly ListedPlace[]; readonly next: string | null }> {
  if (asked.listed.kind !== 'places') throw new Error('pacts are listed by listedPacts');
  const { rows } = await sql<ListedPlace>`
    select f.place, count(*)::integer as pacts from counted_pact f
    where f.place > ${after ?? ''} and ${facetsOf(withinReach(asked, asked.listed).cell)} and ${LOOKED[asked.listed.looked]}
    group by f.place
    order by f.place limit ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit);
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.place ?? null) : null };
}

const LOOKED = {
  signed: sql`true`,
  assessed: sql`exists (select from latest_assessment a where a.pact_id = f.pact_id)`,
  reviewed: sql`f.pact_id in (select r.pact_id from review r where r.published_at is not null)`,
} as const;
