/** The door of every page where a town hall works on a plan: whoever may not see it is told what is told of no plan. */
import { error, type RequestEvent } from '@sveltejs/kit';
import type { Person } from '#domain/access/gate.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { runtime } from '#server/runtime.ts';
import type { Db } from '#server/storage/connection.ts';
import { placeRef, type PlaceRef } from '#server/storage/places.ts';
import { storesOn } from '#server/stores.ts';
import { idIn, placeAddress } from '#ui/addresses.ts';
import type { PlanFrame } from '#ui/plan/frame.ts';
import { enterPlan } from '#use-cases/plans/enter-plan.ts';
import type { StoredPlan } from '#use-cases/plans/working-plan-store.ts';
import type { PlanState } from '#domain/plan/plan-state.ts';
import type { Stores } from '#use-cases/stores.ts';

export type Workshop = {
  readonly db: Db;
  readonly stores: Stores;
  readonly person: Person;
  readonly plan: StoredPlan;
  readonly state: PlanState;
  readonly place: PlaceRef;
  readonly now: Date;
  /** YYYY-MM-DD at the place. */
  readonly today: string;
  readonly frame: PlanFrame;
};

/** Sends a visitor to sign in; 404 for anybody who does not work on it. Kept by no cache. */
export async function knownWorkshop(event: RequestEvent): Promise<Workshop> {
  keepPrivate(event.setHeaders);
  const person = await requirePerson(event);
  const id = idIn(event.params['plan'] ?? '') ?? error(404);
  const { db } = await runtime();
  const stores = storesOn(db);
  const entered = await enterPlan(stores, person, { act: 'see-plan-work', plan: id, lock: false });
  if (!entered.ok) error(404);
  const { plan, state } = entered.value;
  const place = (await placeRef(db, plan.place)) ?? error(404);
  const now = new Date();
  const zone = (await stores.places.facts(plan.place))?.zone ?? 'Europe/Paris';
  const today = dayIn(now, zone);
  const frame: PlanFrame = {
    kind: 'workshop',
    base: workshopAddress(id),
    title: plan.title,
    place: { name: place.name, href: placeAddress(place) },
    today,
    typed: true,
  };
  return { db, stores, person, plan, state, place, now, today, frame };
}

export function workshopAddress(plan: number): string {
  return `/plans/${plan}/travail`;
}

/** The number in a segment of the address: 404 when it is none. */
export function numberOr404(segment: string | undefined): number {
  return Number(/^[1-9]\d{0,8}$/.exec(segment ?? '')?.[0] ?? error(404));
}
