/** The indicators of a plan, and those that its charters already hold and nobody took. */
import type { Actor } from '#domain/access/gate.ts';
import type { ClauseAddress } from '#domain/charter/edition.ts';
import { clauseOfMeasure, type ClauseSigned } from '#domain/pact/clause-signed.ts';
import { offersOf, type IndicatorOffer } from '#domain/plan/indicator-offer.ts';
import type { PlacePromise } from '#domain/plan/place-promise.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import { enterPlan, type CannotEnterPlan } from '../plans/enter-plan.ts';
import type { StoredPlan } from '../plans/working-plan-store.ts';
import type { Stores } from '../stores.ts';
import type { StoredIndicator } from '#domain/plan/indicator-kept.ts';

export type SeenIndicators = {
  readonly plan: StoredPlan;
  readonly indicators: readonly StoredIndicator[];
  /** Of levels that were promised here, those that were not taken yet. */
  readonly offers: readonly IndicatorOffer[];
  readonly promises: readonly PlacePromise[];
};

export async function seeIndicators(
  stores: Stores,
  actor: Actor,
  { plan: id }: { readonly plan: number },
): Promise<Result<SeenIndicators, CannotEnterPlan>> {
  const entered = await enterPlan(stores, actor, { act: 'see-plan-work', plan: id, lock: false });
  if (!entered.ok) return entered;
  const { plan } = entered.value;
  const [indicators, promises, facts] = await Promise.all([
    stores.indicators.ofPlan(id),
    stores.planLinks.promises(plan.place),
    stores.places.facts(plan.place),
  ]);
  const governing = promises.filter(({ signed }) => signed.some(({ inOffice }) => inOffice));
  const editions = await Promise.all(
    [...new Set(governing.map(({ edition }) => edition))].map((edition) => stores.editions.find(edition)),
  );
  const taken = new Set(indicators.flatMap(({ offered }) => (offered === null ? [] : [keyOf(offered)])));
  const population = facts?.population ?? null;
  const signedIn = (edition: string) => (clause: ClauseAddress) => signedHere(governing, { edition, ...clause });
  const offers = editions
    .flatMap((edition) => (edition === null ? [] : offersOf(edition, { population, signed: signedIn(edition.id) })))
    .filter((offer) => !taken.has(keyOf(offer)));
  return accept({ plan, indicators, offers, promises: governing });
}

export function keyOf(from: {
  readonly edition: string;
  readonly measure: number;
  readonly level: number;
  readonly clause: number;
  readonly quote: string;
}): string {
  return [from.edition, from.measure, from.level, from.clause, from.quote].join('|');
}

/** By the latest of those in office that took the level, or the measure without a level. */
function signedHere(
  promises: readonly PlacePromise[],
  { edition, measure, level, clause }: ClauseAddress & { readonly edition: string },
): ClauseSigned {
  const promise = promises.find((one) => one.edition === edition && one.item === `m${measure}`);
  for (const signed of promise?.signed ?? []) {
    const said = signed.inOffice ? clauseOfMeasure(signed, { level, clause }) : null;
    if (said !== null) return said;
  }
  return { kind: 'left-out' };
}
