/**
 * One mail to one lead about all that is asked of them, with a link of their own. What the town hall asks goes a little later:
 * asked again meanwhile, of this plan or of another, the same person receives one mail about all of it.
 */
import { GATHERING_MINUTES, LINK_DAYS } from '#domain/plan/action-news.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import type { Stores } from '../stores.ts';
import type { NewsMail } from './news-mails.ts';
import type { Lead, LeadAction, OpenRequest } from '#domain/plan/news-kept.ts';

type Reachable = Lead & { readonly email: string };

/** Call once the asking is kept: it goes with those that wait for the same person. */
export async function askLead(all: Stores, lead: Reachable, now: Date): Promise<void> {
  const gathering = GATHERING_MINUTES * 60_000;
  const waiting = await all.mail.takeBackNewsAsked({ to: lead.email, lead: lead.entry }, now);
  // At the hour of the first: what is asked again and again does not put it off.
  const goesAt = waiting ?? new Date(now.getTime() + gathering);
  const open = await all.news.openRequests({ entry: lead.entry });
  const together = open.filter(({ mailedAt }) => mailedAt.getTime() >= goesAt.getTime() - gathering);
  await writeToLead(all, { lead, why: 'asked', goesAt, ...(await saidIn(all, lead, together)) }, now);
}

async function saidIn(
  all: Stores,
  lead: Lead,
  requests: readonly OpenRequest[],
): Promise<{ readonly actions: readonly LeadAction[]; readonly words: string }> {
  const led = (await all.news.actionsOf([lead.entry])).get(lead.entry) ?? [];
  const asked = new Set(requests.flatMap(({ actions }) => actions));
  const words = new Set(requests.map((request) => request.words).filter((said) => said !== ''));
  return {
    actions: led.filter(({ id }) => asked.has(id)),
    words: [...words].join('\n\n'),
  };
}

export async function writeToLead(
  all: Stores,
  asked: {
    readonly lead: Reachable;
    readonly actions: readonly Pick<LeadAction, 'number' | 'title'>[];
    readonly why: Extract<NewsMail, { kind: 'news-asked' }>['why'];
    readonly words: string;
    readonly goesAt?: Date;
  },
  now: Date,
): Promise<void> {
  const { lead, actions, why, words, goesAt = now } = asked;
  const expiresAt = new Date(now.getTime() + LINK_DAYS * 86_400_000);
  const token = await all.news.makeLink({ entry: lead.entry, email: lead.email, at: now, expiresAt });
  const zone = (await all.places.facts(lead.place))?.zone ?? 'Europe/Paris';
  await all.mail.queue({
    to: lead.email,
    content: {
      kind: 'news-asked',
      lead: lead.entry,
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
    goesAt,
  });
}

/** Somebody can be written to: an address, and they did not leave. */
export function isReachable(lead: Lead): lead is Reachable {
  return lead.email !== null && lead.leftOn === null;
}
