/** What ties the actions of a plan to promises, kept. */
import type { PlacePromise } from '#domain/plan/place-promise.ts';
import type { PlaceCode } from '#domain/shared/place.ts';

export type PlanLink = { readonly action: number; readonly edition: string; readonly item: string };

export type PlanLinkStore = {
  /** Every promise of a place, what communes promised before they merged into it included. */
  promises(place: PlaceCode): Promise<readonly PlacePromise[]>;
  /** False: it was there. Seen by everybody at once when its action is. */
  link(link: PlanLink & { readonly by: string; readonly at: Date }): Promise<boolean>;
  /** False: it was not there. */
  unlink(link: PlanLink): Promise<boolean>;
  /** False: it was dismissed already. */
  dismiss(link: PlanLink & { readonly by: string; readonly at: Date }): Promise<boolean>;
  /** False: it was not dismissed. */
  takeDismissalBack(link: PlanLink): Promise<boolean>;
  dismissed(plan: number): Promise<readonly PlanLink[]>;
};
