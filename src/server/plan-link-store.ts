/** What ties plans to promises as the use cases receive it, on PostgreSQL. */
import type { PlanLinkStore } from '#use-cases/plan-links/plan-link-store.ts';
import type { Db } from './storage/connection.ts';
import { promisesAt } from './storage/place-promises.ts';
import * as links from './storage/working-links.ts';

export function planLinksOn(db: Db): PlanLinkStore {
  return {
    promises: (place) => promisesAt(db, place),
    link: (link) => links.linkWorkingAction(db, link),
    unlink: (link) => links.unlinkWorkingAction(db, link),
    dismiss: (link) => links.dismissLink(db, link),
    takeDismissalBack: (link) => links.takeDismissalBack(db, link),
    dismissed: (plan) => links.dismissedLinks(db, plan),
  };
}
