/** Which promises of a place the public actions of its plans carry out, and which actions carry out none. */
import { sql } from 'kysely';
import type { ActionStatus } from '#domain/plan/action-sheet.ts';
import { promiseKey, type PlacePromise } from '#domain/plan/place-promise.ts';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import { slugOf } from '#domain/shared/slug.ts';
import type { Db } from './connection.ts';
import { promisesAt } from './place-promises.ts';
import type { ActionRef } from './views.ts';

/** `status` null: nobody said how far it is. */
export type CarryingAction = ActionRef & { readonly status: ActionStatus | null };

export type CarriedPromises = {
  readonly promises: readonly { readonly promise: PlacePromise; readonly actions: readonly CarryingAction[] }[];
  /** Public actions that carry out no promise of this place. */
  readonly others: readonly CarryingAction[];
  readonly actions: number;
};

/** Of lists that govern, or of which nobody said what became of them. Six queries, whatever the size. */
export async function carriedPromises(db: Db, place: PlaceCode): Promise<CarriedPromises> {
  const [all, { rows }] = await Promise.all([
    promisesAt(db, place),
    sql<Omit<CarryingAction, 'planSlug'> & { readonly links: readonly { edition: string; item: string }[] }>`
      select a.id, a.number, a.title, a.status, p.id as plan, p.title as plan_title,
        coalesce((select jsonb_agg(jsonb_build_object('edition', l.edition, 'item', l.item))
          from action_commitment l where l.action_id = a.id), '[]') as links
      from action a join plan p on p.id = a.plan_id
      where coalesce(p.municipality_code, p.grouping_siren) = ${codeOf(place)}
      order by p.id, a.ordinal`.execute(db),
  ]);
  const promises = all
    .map((promise) => ({ ...promise, signed: promise.signed.filter(({ inOffice }) => inOffice) }))
    .filter(({ signed }) => signed.length > 0);
  const known = new Set(promises.map(promiseKey));
  const by = new Map<string, CarryingAction[]>();
  const others: CarryingAction[] = [];
  for (const { links, ...row } of rows) {
    const action = { ...row, planSlug: slugOf(row.planTitle) };
    const carried = links.map(promiseKey).filter((key) => known.has(key));
    if (carried.length === 0) others.push(action);
    for (const key of carried) {
      const there = by.get(key);
      if (there === undefined) by.set(key, [action]);
      else there.push(action);
    }
  }
  return {
    promises: promises.map((promise) => ({ promise, actions: by.get(promiseKey(promise)) ?? [] })),
    others,
    actions: rows.length,
  };
}
