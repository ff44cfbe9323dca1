/** A whole plan being worked on, one line an action, in two queries whatever its size. */
import { sql } from 'kysely';
import { sumsOf } from '#domain/plan/budget.ts';
import type { PlanAxis, PlanOverview, PlanRow, RowFunding, RowName } from '#domain/plan/plan-row.ts';
import type { Db } from './connection.ts';
import { axesOf } from './working-plans.ts';

export async function workingOverview(db: Db, plan: number): Promise<PlanOverview> {
  const [axes, rows] = await Promise.all([axesOf(db, plan), selectRows(db, plan)]);
  const paths = pathsOf(axes);
  const place = new Map(axes.map(({ id }, index) => [id, index]));
  const last = axes.length;
  return {
    axes,
    rows: rows
      .toSorted(
        (a, b) =>
          (place.get(a.axis ?? 0) ?? last) - (place.get(b.axis ?? 0) ?? last) || a.ordinal - b.ordinal || a.id - b.id,
      )
      .map(({ ordinal: _, ...row }) => toRow(row, paths)),
  };
}

type Names = { readonly role: 'lead' | 'referent' | 'service' } & RowName;

/** A person who left is no lead any more: their name stays, told apart. */
const nameOf = (entry: string) =>
  sql.raw(
    `jsonb_build_object('kind', ${entry}.kind, 'name', ${entry}.name, 'entry', ${entry}.id, 'left', ${entry}.left_on is not null)`,
  );

async function selectRows(db: Db, plan: number) {
  return await db
    .selectFrom('workingAction as a')
    .select(['a.id', 'a.number', 'a.title', 'a.axisId as axis', 'a.ordinal', 'a.status', 'a.blockedWhy'])
    .select(['a.blockedUnblocks', 'a.priority', 'a.startsOn', 'a.endsOn', 'a.visibility', 'a.newsAt', 'a.amounts'])
    .select('a.version')
    .select([
      sql<readonly Names[]>`coalesce((
        select jsonb_agg(${nameOf('e')} || jsonb_build_object('role', r.role) order by r.ordinal)
        from working_role r join directory_entry e on e.id = r.entry_id
        where r.action_id = a.id and r.role in ('lead', 'referent', 'service')), '[]')`.as('names'),
      sql<readonly RowFunding[]>`coalesce((
        select jsonb_agg(jsonb_build_object('funder', ${nameOf('e')}, 'call', f.call, 'deadline', f.deadline,
                 'state', f.state, 'euros', f.euros) order by f.ordinal)
        from working_funding f join directory_entry e on e.id = f.funder_id where f.action_id = a.id), '[]')`.as(
        'fundings',
      ),
      sql<number>`(select count(*)::int from working_link l where l.action_id = a.id)`.as('linked'),
      sql<PlanRow['steps']>`(
        select jsonb_build_object('all', count(*), 'done', count(*) filter (where s.status = 'done'))
        from working_step s where s.action_id = a.id)`.as('steps'),
    ])
    .where('a.planId', '=', plan)
    .where('a.removedAt', 'is', null)
    .execute();
}

type Row = Omit<Awaited<ReturnType<typeof selectRows>>[number], 'ordinal'>;

function toRow({ names, blockedWhy, blockedUnblocks, ...row }: Row, paths: ReadonlyMap<number, readonly string[]>) {
  const having = (role: Names['role']): readonly RowName[] =>
    names.filter((name) => name.role === role).map(({ role: _, ...name }) => name);
  const made: PlanRow = {
    ...row,
    axisPath: row.axis === null ? [] : (paths.get(row.axis) ?? []),
    blocked: blockedWhy === null ? null : { why: blockedWhy, unblocks: blockedUnblocks ?? '' },
    leads: having('lead'),
    referents: having('referent'),
    services: having('service'),
    ...sumsOf(row.amounts),
  };
  return made;
}

/** Titles from the top, by axis. */
export function pathsOf(axes: readonly PlanAxis[]): ReadonlyMap<number, readonly string[]> {
  const paths = new Map<number, readonly string[]>();
  for (const { id, parent, title } of axes) {
    paths.set(id, [...(parent === null ? [] : (paths.get(parent) ?? [])), title]);
  }
  return paths;
}
