/** A published plan as a spreadsheet holds it: the sheets that a town hall published, or what was read of its document. */
import { sql } from 'kysely';
import { namedFromPublished, publishedLine, type PublishedAction } from '#domain/plan/exchange/published-lines.ts';
import type { PlanLine } from '#domain/plan/exchange/plan-lines.ts';
import { writtenColumns, type WrittenColumn } from '#domain/plan/exchange/written-columns.ts';
import type { PlanVersionContent } from '#domain/plan/plan-version.ts';
import type { AxisPath, PublishedSheet } from '#domain/plan/published-sheet.ts';
import { takenUp } from '#domain/plan/take-up.ts';
import type { Db } from './connection.ts';
import { planToTakeUp } from './read-plans.ts';

export type PublishedLines = {
  readonly title: string;
  readonly lines: readonly PlanLine[];
  readonly written: readonly WrittenColumn[];
};

/** Null: no such public plan. */
export async function publishedLines(db: Db, plan: number): Promise<PublishedLines | null> {
  const row = await db.selectFrom('plan').select(['title', 'version']).where('id', '=', plan).executeTakeFirst();
  if (row === undefined) return null;
  const actions = row.version === null ? await readActions(db, plan) : await typedActions(db, plan);
  return {
    title: row.title,
    lines: actions.map(publishedLine),
    written: writtenColumns(actions.map(({ asWritten }) => asWritten)),
  };
}

async function typedActions(db: Db, plan: number): Promise<readonly PublishedAction[]> {
  const [said, rows] = await Promise.all([
    axesSaid(db, plan),
    db.selectFrom('action').select(['id', 'number', 'sheet']).where('planId', '=', plan).orderBy('ordinal').execute(),
  ]);
  return rows.flatMap(({ id, number, sheet }) => {
    if (sheet === null) return [];
    const { axisPath, asWritten } = sheet satisfies PublishedSheet;
    const described = axisPath.map((axis, index) => ({
      ...axis,
      description: said.get(keyOf(axisPath.slice(0, index + 1))) ?? '',
    }));
    return [{ id, number, axisPath: described, sheet: namedFromPublished(sheet), asWritten }];
  });
}

/** What presents each axis of the version shown, by its path. */
async function axesSaid(db: Db, plan: number): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ readonly axes: PlanVersionContent['axes'] | null }>`
    select v.content->'axes' as axes from plan p join plan_version v on v.plan_id = p.id and v.number = p.version
    where p.id = ${plan}`.execute(db);
  return new Map((rows[0]?.axes ?? []).map(({ path, description }) => [keyOf(path), description]));
}

function keyOf(path: AxisPath): string {
  return JSON.stringify(path.map(({ number, title }) => [number, title]));
}

/** As a town hall would take it up, so that a file that leaves from here and one that comes back agree. */
async function readActions(db: Db, plan: number): Promise<readonly PublishedAction[]> {
  const read = await planToTakeUp(db, plan);
  if (read === null) return [];
  const { axes, actions } = takenUp(read);
  const byKey = new Map(axes.map((axis) => [axis.key, axis]));
  return actions.map(({ id, number, axis, sheet, asWritten }) => {
    const inner = axis === null ? undefined : byKey.get(axis);
    const outer = byKey.get(inner?.parent ?? '');
    const axisPath = [outer, inner].flatMap((one) =>
      one === undefined ? [] : [{ number: one.number, title: one.title, description: '' }],
    );
    const nobody = { lead: [], referent: [], service: [], structure: [], partner: [] };
    return { id, number, axisPath, sheet: { ...sheet, roles: nobody, fundings: [] }, asWritten };
  });
}
