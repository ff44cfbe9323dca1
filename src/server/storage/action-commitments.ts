/**
 * Which promises the actions of a plan carry out, as persons said: what everybody sees. What a town hall prepares beside it
 * is in ./working-links.ts.
 */
import type { ActionStatus } from '#domain/plan/action-sheet.ts';
import { sql } from 'kysely';
import type { PlaceCode } from '#domain/shared/place.ts';
import { slugOf } from '#domain/shared/slug.ts';
import type { Db } from './connection.ts';
import type { ActionRef } from './views.ts';

export type ActionCommitmentTables = {
  /** `item`: `m15`, `pA`, `l412` (src/domain/follow-up/commitment-key.ts). */
  actionCommitment: { actionId: number; edition: string; item: string; linkedBy: string; linkedAt: Date };
  dismissedLink: { actionId: number; edition: string; item: string; dismissedBy: string; dismissedAt: Date };
};

export type NewLink = {
  readonly action: number;
  readonly edition: string;
  readonly item: string;
  readonly linkedBy: string;
  readonly linkedAt: Date;
};

/** False: a person had already made this link. Where a town hall works on the plan, it finds it there too. */
export async function linkActionToCommitment(db: Db, { action, ...link }: NewLink): Promise<boolean> {
  await sql`
    insert into working_link (action_id, edition, item, linked_by, linked_at)
    select id, ${link.edition}, ${link.item}, ${link.linkedBy}, ${link.linkedAt} from working_action where id = ${action}
    on conflict do nothing`.execute(db);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('actionCommitment')
    .values({ actionId: action, ...link })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** An action that a person linked to a promise. */
export type LinkedAction = ActionRef & {
  readonly calendar: string | null;
  /** Typed by the town hall; all null: its plan was read from a document, and nobody published it since. */
  readonly status: ActionStatus | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly blocked: { readonly why: string; readonly unblocks: string } | null;
  readonly newsAt: Date | null;
  readonly linkedBy: string;
  readonly linkedAt: Date;
};

/** The public actions of a place that carry out a promise, whatever their plan. One query. */
export async function actionsOfCommitment(
  db: Db,
  { place, edition, item }: { readonly place: PlaceCode; readonly edition: string; readonly item: string },
): Promise<readonly LinkedAction[]> {
  const rows = await db
    .selectFrom('actionCommitment as link')
    .innerJoin('action', 'action.id', 'link.actionId')
    .innerJoin('plan', 'plan.id', 'action.planId')
    .select(['action.id', 'action.number', 'action.title', 'action.calendar', 'link.linkedBy', 'link.linkedAt'])
    .select(['action.status', 'action.startsOn', 'action.endsOn', 'action.blocked', 'action.newsAt'])
    .select(['plan.id as plan', 'plan.title as planTitle'])
    .where('link.edition', '=', edition)
    .where('link.item', '=', item)
    .where(({ eb, or, selectFrom }) =>
      place.kind === 'grouping'
        ? eb('plan.groupingSiren', '=', place.siren)
        : or([
            eb('plan.municipalityCode', '=', place.code),
            // Of the municipality into which it merged since.
            eb(
              'plan.municipalityCode',
              'in',
              selectFrom('municipalityFormerName as f').select('f.municipalityCode').where('f.code', '=', place.code),
            ),
          ]),
    )
    .orderBy('plan.id')
    .orderBy('action.ordinal')
    .execute();
  return rows.map((row) => ({ ...row, planSlug: slugOf(row.planTitle) }));
}

/** Links whose action went away: the key of the table waits for the end of the transaction. How many they were. */
export async function forgetLooseLinks(db: Db, actions: readonly { readonly id: number }[]): Promise<number> {
  if (actions.length === 0) return 0;
  const { numDeletedRows } = await db
    .deleteFrom('actionCommitment')
    .where(
      'actionId',
      'in',
      actions.map((action) => action.id),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('action').select('action.id').whereRef('action.id', '=', 'actionCommitment.actionId'))),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}
