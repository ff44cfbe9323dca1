/** One figure of every département at once, for the map and its table. */
import { sql } from 'kysely';
import type { Size, Standing } from '#domain/observatory/cell.ts';
import type { DepartmentFigure } from '#domain/observatory/figures.ts';
import type { MapFigure } from '#domain/observatory/map-figure.ts';
import type { Db } from './connection.ts';

export type MapAsked = {
  readonly edition: string;
  readonly size: Size | null;
  readonly standing: Standing | null;
  readonly figure: MapFigure;
};

/** One query; by code. A territory without a commune is not there. */
export async function departmentFigures(
  db: Db,
  { edition, size, standing, figure }: MapAsked,
): Promise<readonly DepartmentFigure[]> {
  const measure = figure.kind === 'measure' ? `m${figure.measure}` : '';
  // Every part of the key is said: a few steps in the index for each département.
  const cell = sql`edition = ${edition} and size = ${size ?? 'all'} and standing = ${standing ?? 'all'}`;
  const { rows } = await sql<DepartmentFigure>`
    with areas as materialized (select 'd-' || code collate "C" as area from department), kept as (
      select substr(area, 3) as code,
        coalesce(sum(count) filter (where subject = 'pacts'), 0)::integer as pacts,
        coalesce(sum(count) filter (where subject = 'places'), 0)::integer as places,
        coalesce(sum(count) filter (where subject = 'places-assessed'), 0)::integer as assessed,
        coalesce(sum(count) filter (where subject = 'stance'), 0)::integer as promised
      from (
        select area, subject, count from areas join tally t using (area)
        where ${cell} and subject in ('pacts', 'places', 'places-assessed') and item = ''
        union all
        select area, subject, count from areas join tally t using (area)
        where ${cell} and subject = 'stance' and item = ${measure} and level = 0 and value in ('accepted', 'partial')
      ) figures
      group by area
    )
    select d.code, d.name, jsonb_build_object('code', r.code, 'name', r.name) as region, coalesce(sized.municipalities, 0) as communes,
      coalesce(pacts, 0) as pacts, coalesce(places, 0) as places, coalesce(assessed, 0) as assessed,
      coalesce(promised, 0) as promised
    from department d
    join region r on r.code = d.region_code
    join municipality_count whole on whole.area = 'd-' || d.code and whole.size = 'all'
    left join municipality_count sized on sized.area = whole.area and sized.size = ${size ?? 'all'}
    left join kept on kept.code = d.code
    order by d.code`.execute(db);
  return rows;
}
