/**
 * Which promises the actions of a working plan carry out, as its town hall says. A link of an action that everybody sees is
 * seen by everybody at once (./action-commitments.ts); one of an action in preparation, when it is published.
 */
import { sql } from 'kysely';
import type { Db } from './connection.ts';

export type WorkingLink = { readonly action: number; readonly edition: string; readonly item: string };

export async function linkWorkingAction(
  db: Db,
  { action, edition, item, by, at }: WorkingLink & { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('workingLink')
    .values({ actionId: action, edition, item, linkedBy: by, linkedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  await sql`
    insert into action_commitment (action_id, edition, item, linked_by, linked_at)
    select a.id, ${edition}, ${item}, ${by}, ${at} from action a join working_action w on w.id = a.id
    where a.id = ${action} and w.visibility = 'public'
    on conflict do nothing`.execute(db);
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function unlinkWorkingAction(db: Db, { action, edition, item }: WorkingLink): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('workingLink')
    .where('actionId', '=', action)
    .where('edition', '=', edition)
    .where('item', '=', item)
    .executeTakeFirst();
  await db
    .deleteFrom('actionCommitment')
    .where('actionId', '=', action)
    .where('edition', '=', edition)
    .where('item', '=', item)
    .execute();
  return numDeletedRows > 0n;
}

/** False: it was dismissed already. */
export async function dismissLink(
  db: Db,
  { action, edition, item, by, at }: WorkingLink & { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('dismissedLink')
    .values({ actionId: action, edition, item, dismissedBy: by, dismissedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** False: it was not dismissed. */
export async function takeDismissalBack(db: Db, { action, edition, item }: WorkingLink): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('dismissedLink')
    .where('actionId', '=', action)
    .where('edition', '=', edition)
    .where('item', '=', item)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function dismissedLinks(db: Db, plan: number): Promise<readonly WorkingLink[]> {
  return await db
    .selectFrom('dismissedLink as d')
    .innerJoin('workingAction as a', 'a.id', 'd.actionId')
    .select(['a.id as action', 'd.edition', 'd.item'])
    .where('a.planId', '=', plan)
    .where('a.removedAt', 'is', null)
    .execute();
}

/**
 * Makes the links that everybody sees those of the working plan; call when a version is published, once its public actions are
 * written. Who made a link first stays who made it.
 */
export async function publishLinks(db: Db, plan: number): Promise<void> {
  await sql`
    delete from action_commitment c using action a
    where a.id = c.action_id and a.plan_id = ${plan} and not exists (
      select from working_link l where l.action_id = c.action_id and l.edition = c.edition and l.item = c.item)`.execute(
    db,
  );
  await sql`
    insert into action_commitment (action_id, edition, item, linked_by, linked_at)
    select l.action_id, l.edition, l.item, l.linked_by, l.linked_at
    from working_link l join action a on a.id = l.action_id
    where a.plan_id = ${plan} on conflict do nothing`.execute(db);
}
