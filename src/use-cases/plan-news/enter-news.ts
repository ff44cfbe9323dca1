/** The door of the secret link of a lead: whom it names, and whether it still opens. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import type { Lead, LeadAction } from '#domain/plan/news-kept.ts';

/** `link-over`: past its last day, taken back, or its bearer left or changed address. */
export type CannotEnterNews = NotAllowed | { readonly kind: 'unknown-link' } | { readonly kind: 'link-over' };

export type EnteredNews = {
  readonly lead: Lead;
  readonly expiresAt: Date;
  /** Those that wait for news first; without what they said is no longer theirs. */
  readonly actions: readonly LeadAction[];
};

/** Reading changes nothing: a mail scanner that opens the link answers for nobody. */
export async function enterNews(
  stores: Stores,
  actor: Actor,
  { now }: { readonly now: Date },
): Promise<Result<EnteredNews, CannotEnterNews>> {
  if (actor.kind !== 'lead') return refuse({ kind: 'not-allowed', act: 'say-news' });
  const link = await stores.news.byLink(actor.token);
  if (link === null) return refuse({ kind: 'unknown-link' });
  const lead = await stores.news.lead(link.entry);
  if (lead === null) return refuse({ kind: 'unknown-link' });
  const open = !link.ended && link.current && link.expiresAt > now && lead.leftOn === null;
  const passed = pass(actor, {
    act: 'say-news',
    state: open ? 'news-awaited' : 'link-over',
    opens: (token) => token === actor.token,
  });
  if (!passed.ok) return refuse({ kind: 'link-over' });
  const led = (await stores.news.actionsOf([lead.entry])).get(lead.entry) ?? [];
  const actions = led.filter(({ declined }) => !declined);
  return accept({ lead, expiresAt: link.expiresAt, actions });
}
