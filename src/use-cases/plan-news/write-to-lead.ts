/** One mail to one lead about all that is asked of them, with a link of their own. */
import { LINK_DAYS } from '#domain/plan/action-news.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import type { Stores } from '../stores.ts';
import type { NewsMail } from './news-mails.ts';
import type { Lead, LeadAction } from '#domain/plan/news-kept.ts';

export async function writeToLead(
  all: Stores,
  asked: {
    readonly lead: Lead & { readonly email: string };
    readonly actions: readonly Pick<LeadAction, 'number' | 'title'>[];
    readonly why: Extract<NewsMail, { kind: 'news-asked' }>['why'];
    readonly words: string;
  },
  now: Date,
): Promise<void> {
  const { lead, actions, why, words } = asked;
  const expiresAt = new Date(now.getTime() + LINK_DAYS * 86_400_000);
  const token = await all.news.makeLink({ entry: lead.entry, email: lead.email, at: now, expiresAt });
  const zone = (await all.places.facts(lead.place))?.zone ?? 'Europe/Paris';
  await all.mail.queue({
    to: lead.email,
    content: {
      kind: 'news-asked',
      why,
      place: lead.placeName,
      ofGrouping: lead.place.kind === 'grouping',
      name: lead.name,
      actions: actions.map(({ number, title }) => `${number}. ${title}`),
      words,
      link: `/actualiser/${token}`,
      until: dayIn(expiresAt, zone),
    },
    at: now,
  });
}

/** Somebody can be written to: an address, and they did not leave. */
export function isReachable(lead: Lead): lead is Lead & { readonly email: string } {
  return lead.email !== null && lead.leftOn === null;
}
