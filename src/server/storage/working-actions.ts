/** Actions that a town hall works on: read whole, in a fixed number of queries however many they are. */
import { sql } from 'kysely';
import { SHEET_ROLES, SHEET_TEXTS, type Funding, type SheetRole } from '#domain/plan/action-sheet.ts';
import { ofAll, type WorkingSheet } from '#domain/plan/working-sheet.ts';
import type { StoredAction, StoredActionDocument } from '#domain/plan/working-plan.ts';
import type { Db } from './connection.ts';
import { axesOf } from './working-plans.ts';

/** Null: this plan has no such action, or it was removed. */
export async function findWorkingAction(
  db: Db,
  { plan, action }: { readonly plan: number; readonly action: number },
): Promise<StoredAction | null> {
  const row = await selectActions(db).where('a.planId', '=', plan).where('a.id', '=', action).executeTakeFirst();
  return row === undefined ? null : toStoredAction(row);
}

export async function wasThere(
  db: Db,
  { plan, action }: { readonly plan: number; readonly action: number },
): Promise<boolean> {
  const row = await db
    .selectFrom('workingAction')
    .select('id')
    .where('planId', '=', plan)
    .where('id', '=', action)
    .executeTakeFirst();
  return row !== undefined;
}

/** In the order of the plan; those under no axis last. */
export async function workingActions(db: Db, plan: number): Promise<readonly StoredAction[]> {
  const [axes, rows] = await Promise.all([
    axesOf(db, plan),
    selectActions(db).where('a.planId', '=', plan).orderBy('a.ordinal').orderBy('a.id').execute(),
  ]);
  const place = new Map(axes.map(({ id }, index) => [id, index]));
  const rank = (axis: number | null): number => (axis === null ? axes.length : (place.get(axis) ?? axes.length));
  return rows.map(toStoredAction).toSorted((a, b) => rank(a.axis) - rank(b.axis));
}

type Entry = { readonly role: SheetRole; readonly entry: number };

function selectActions(db: Db) {
  return db
    .selectFrom('workingAction as a')
    .select(['a.id', 'a.planId as plan', 'a.number', 'a.axisId as axis', 'a.version', 'a.changedAt', 'a.newsAt'])
    .select(['a.title', 'a.status', 'a.blockedWhy', 'a.blockedUnblocks', 'a.priority', 'a.startsOn', 'a.endsOn'])
    .select(['a.visibility', 'a.participation', 'a.texts', 'a.amounts', 'a.asWritten'])
    .select([
      sql<readonly Entry[]>`coalesce((
        select jsonb_agg(jsonb_build_object('role', r.role, 'entry', r.entry_id) order by r.ordinal)
        from working_role r where r.action_id = a.id), '[]')`.as('roles'),
      sql<readonly Funding[]>`coalesce((
        select jsonb_agg(jsonb_build_object('funder', f.funder_id, 'call', f.call, 'deadline', f.deadline,
                 'state', f.state, 'euros', f.euros) order by f.ordinal)
        from working_funding f where f.action_id = a.id), '[]')`.as('fundings'),
      sql<WorkingSheet['steps']>`coalesce((
        select jsonb_agg(jsonb_build_object('title', s.title, 'status', s.status, 'endsOn', s.ends_on) order by s.ordinal)
        from working_step s where s.action_id = a.id), '[]')`.as('steps'),
      sql<readonly StoredActionDocument[]>`coalesce((
        select jsonb_agg(jsonb_build_object('id', w.id, 'document', d.id, 'sha256', d.sha256, 'filename', d.filename,
                 'title', w.title, 'visibility', w.visibility) order by w.id)
        from working_document w join document d on d.id = w.document_id where w.action_id = a.id), '[]')`.as(
        'documents',
      ),
      sql<StoredAction['links']>`coalesce((
        select jsonb_agg(jsonb_build_object('edition', l.edition, 'item', l.item) order by l.edition, l.item)
        from working_link l where l.action_id = a.id), '[]')`.as('links'),
    ])
    .where('a.removedAt', 'is', null);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectActions>['executeTakeFirstOrThrow']>>;

function toStoredAction(row: Row): StoredAction {
  const { id, plan, number, axis, version, changedAt, newsAt, documents, links, asWritten } = row;
  const { blockedWhy, blockedUnblocks, roles } = row;
  const sheet: WorkingSheet = {
    title: row.title,
    status: row.status,
    blocked: blockedWhy === null ? null : { why: blockedWhy, unblocks: blockedUnblocks ?? '' },
    priority: row.priority,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    visibility: row.visibility,
    participation: row.participation,
    texts: { ...ofAll(SHEET_TEXTS, null), ...row.texts },
    roles: {
      ...ofAll<SheetRole, readonly number[]>(SHEET_ROLES, []),
      ...Object.fromEntries(
        SHEET_ROLES.map((role) => [role, roles.filter((held) => held.role === role).map(({ entry }) => entry)]),
      ),
    },
    amounts: row.amounts,
    fundings: row.fundings,
    steps: row.steps,
  };
  return { id, plan, number, axis, version, changedAt, newsAt, sheet, documents, links, asWritten };
}
