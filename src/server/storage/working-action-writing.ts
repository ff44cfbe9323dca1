/** Writes actions that a town hall works on. Called under the lock of their plan, so that no two changes cross. */
import { sql } from 'kysely';
import type { WrittenWords } from '#domain/plan/carried-words.ts';
import type { NewAction, WrittenSheet } from '#domain/plan/working-plan.ts';
import type { WorkingSheet } from '#domain/plan/working-sheet.ts';
import type { Db } from './connection.ts';

/** PostgreSQL takes 65,535 values in one statement. */
const ROWS = 1000;

/** In a fixed number of statements for a thousand; the numbers in the order given. */
export async function addWorkingActions(db: Db, actions: readonly NewAction[]): Promise<readonly number[]> {
  const made: number[] = [];
  for (let from = 0; from < actions.length; from += ROWS) {
    made.push(...(await addSome(db, actions.slice(from, from + ROWS))));
  }
  return made;
}

async function addSome(db: Db, actions: readonly NewAction[]): Promise<readonly number[]> {
  const first = actions[0];
  if (first === undefined) return [];
  const fresh = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('action', 'id'))::int as id from generate_series(1, ${actions.length})`.execute(
    db,
  );
  const ids = actions.map(({ id }, index) => id ?? fresh.rows[index]?.id ?? 0);
  const { last } = await db
    .selectFrom('workingAction')
    .select(sql<number>`coalesce(max(ordinal), 0)::int`.as('last'))
    .where('planId', '=', first.plan)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('workingAction')
    .values(
      actions.map(({ plan, axis, number, sheet, asWritten, at }, index) => ({
        id: ids[index] ?? 0,
        planId: plan,
        axisId: axis,
        ordinal: last + 1 + index,
        number,
        ...columnsOf(sheet),
        asWritten: asWritten === null ? null : JSON.stringify(asWritten),
        createdAt: at,
        changedAt: at,
        newsAt: null,
        removedAt: null,
      })),
    )
    .execute();
  await addParts(
    db,
    actions.map(({ sheet }, index) => ({ action: ids[index] ?? 0, sheet })),
  );
  return ids;
}

/** Whole sheets, each as the next version of its action; the numbers of these versions by action. */
export async function writeWorkingSheets(
  db: Db,
  plan: number,
  { sheets, at }: { readonly sheets: readonly WrittenSheet[]; readonly at: Date },
): Promise<ReadonlyMap<number, number>> {
  const versions = new Map<number, number>();
  for (const some of slices(sheets)) {
    for (const { id, version } of await rewriteActions(db, plan, { sheets: some, at })) versions.set(id, version);
    const ids = some.map(({ action }) => action);
    for (const part of ['workingRole', 'workingFunding', 'workingStep'] as const) {
      await db
        .deleteFrom(part)
        .where(sql<boolean>`action_id = any(${ids}::integer[])`)
        .execute();
    }
    await addParts(db, some);
  }
  return versions;
}

export async function writeDocumentWords(db: Db, plan: number, words: readonly WrittenWords[]): Promise<void> {
  for (const some of slices(words)) {
    await sql`
      update working_action a set as_written = w.words::jsonb
      from unnest(${some.map(({ action }) => action)}::integer[],
        ${some.map(({ asWritten }) => JSON.stringify(asWritten))}::text[]) as w (id, words)
      where a.id = w.id and a.plan_id = ${plan}`.execute(db);
  }
}

async function rewriteActions(
  db: Db,
  plan: number,
  { sheets, at }: { readonly sheets: readonly WrittenSheet[]; readonly at: Date },
): Promise<readonly { readonly id: number; readonly version: number }[]> {
  const rows = sheets.map(({ sheet }) => columnsOf(sheet));
  const all = (column: keyof ReturnType<typeof columnsOf>) => rows.map((row) => row[column]);
  const { rows: written } = await sql<{ id: number; version: number }>`
    update working_action a set title = w.title, status = w.status, blocked_why = w.blocked_why,
      blocked_unblocks = w.blocked_unblocks, priority = w.priority, starts_on = w.starts_on, ends_on = w.ends_on,
      visibility = w.visibility, participation = w.participation, texts = w.texts::jsonb, amounts = w.amounts::jsonb,
      version = a.version + 1, changed_at = ${at}, news_at = case when w.news then ${at} else a.news_at end
    from unnest(${sheets.map(({ action }) => action)}::integer[], ${sheets.map(({ news }) => news)}::boolean[],
      ${all('title')}::text[], ${all('status')}::text[], ${all('blockedWhy')}::text[], ${all('blockedUnblocks')}::text[],
      ${all('priority')}::text[], ${all('startsOn')}::date[], ${all('endsOn')}::date[], ${all('visibility')}::text[],
      ${all('participation')}::text[], ${all('texts')}::text[], ${all('amounts')}::text[])
      as w (id, news, title, status, blocked_why, blocked_unblocks, priority, starts_on, ends_on, visibility,
        participation, texts, amounts)
    where a.id = w.id and a.plan_id = ${plan}
    returning a.id, a.version`.execute(db);
  if (written.length !== sheets.length)
    throw new Error(`Actions that are not of plan ${plan} cannot be written there.`);
  return written;
}

function columnsOf(sheet: WorkingSheet) {
  const { title, status, blocked, priority, startsOn, endsOn, visibility, participation, texts, amounts } = sheet;
  const said = Object.entries(texts).filter(([, text]) => text !== null);
  return {
    title,
    status,
    blockedWhy: blocked?.why ?? null,
    blockedUnblocks: blocked?.unblocks ?? null,
    priority,
    startsOn,
    endsOn,
    visibility,
    participation,
    texts: JSON.stringify(Object.fromEntries(said)),
    amounts: JSON.stringify(amounts),
  };
}

async function addParts(db: Db, written: readonly { readonly action: number; readonly sheet: WorkingSheet }[]) {
  const roles = written.flatMap(({ action, sheet }) =>
    Object.entries(sheet.roles).flatMap(([role, entries]) =>
      entries.map((entryId, index) => ({
        actionId: action,
        role: role as keyof typeof sheet.roles,
        entryId,
        ordinal: index,
      })),
    ),
  );
  const fundings = written.flatMap(({ action, sheet }) =>
    sheet.fundings.map(({ funder, call, deadline, state, euros }, ordinal) => ({
      actionId: action,
      ordinal,
      funderId: funder,
      call,
      deadline,
      state,
      euros: euros === null ? null : String(euros),
    })),
  );
  const steps = written.flatMap(({ action, sheet }) =>
    sheet.steps.map((step, ordinal) => ({ actionId: action, ordinal, ...step })),
  );
  for (const some of slices(roles)) await db.insertInto('workingRole').values(some).execute();
  for (const some of slices(fundings)) await db.insertInto('workingFunding').values(some).execute();
  for (const some of slices(steps)) await db.insertInto('workingStep').values(some).execute();
}

function slices<Item>(items: readonly Item[]): readonly Item[][] {
  return Array.from({ length: Math.ceil(items.length / ROWS) }, (_, index) =>
    items.slice(index * ROWS, (index + 1) * ROWS),
  );
}

export async function renumberWorkingActions(
  db: Db,
  plan: number,
  numbers: readonly { readonly action: number; readonly number: string }[],
): Promise<void> {
  await sql`
    update working_action a set number = n.number
    from unnest(${numbers.map(({ action }) => action)}::integer[], ${numbers.map(({ number }) => number)}::text[])
      as n (id, number)
    where a.id = n.id and a.plan_id = ${plan}`.execute(db);
}

export async function orderWorkingActions(
  db: Db,
  plan: number,
  { axis, actions }: { readonly axis: number | null; readonly actions: readonly number[] },
): Promise<void> {
  await sql`
    update working_action a set axis_id = ${axis}, ordinal = o.ordinal
    from unnest(${[...actions]}::integer[]) with ordinality as o (id, ordinal)
    where a.id = o.id and a.plan_id = ${plan}`.execute(db);
}

export async function removeWorkingAction(
  db: Db,
  { plan, action }: { readonly plan: number; readonly action: number },
  at: Date,
): Promise<void> {
  await db
    .updateTable('workingAction')
    .set({ removedAt: at })
    .where('planId', '=', plan)
    .where('id', '=', action)
    .execute();
}
