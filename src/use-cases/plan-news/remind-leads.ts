/**
 * Every day: what was asked and not answered is asked again, and what is due by the rhythm of its plan is asked. One mail for each
 * lead, whatever the plans, once in thirty days at most; after four the asking is closed, and its silence is told to the town hall.
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { isAskedOf, isDue, mayBeMailed, MOST_MAILS } from '#domain/plan/action-news.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import type { Lead, LeadAction, OpenRequest } from '#domain/plan/news-kept.ts';
import { isReachable, writeToLead } from './write-to-lead.ts';

export type Reminded = { readonly mails: number; readonly closed: number };

export async function remindLeads(stores: Stores, actor: Actor, now: Date): Promise<Result<Reminded, NotAllowed>> {
  const passed = pass(actor, { act: 'remind-leads', state: 'plan-published' });
  if (!passed.ok) return passed;
  let mails = 0;
  let closed = 0;
  for (const entry of await leadsToLookAt(stores)) {
    const done = await stores.together<Reminded, never>(async (all) => accept(await remindLead(all, entry, now)));
    if (!done.ok) continue;
    mails += done.value.mails;
    closed += done.value.closed;
  }
  return accept({ mails, closed });
}

async function leadsToLookAt(stores: Stores): Promise<readonly number[]> {
  const waiting = (await stores.news.openRequests({})).map(({ entry }) => entry);
  const rhythms = await stores.news.rhythms();
  const due = await Promise.all(rhythms.map(async ({ plan }) => await stores.news.leads(plan)));
  return [...new Set([...waiting, ...due.flat().map(({ entry }) => entry)])];
}

async function remindLead(all: Stores, entry: number, now: Date): Promise<Reminded> {
  const requests = await all.news.openRequests({ entry });
  const lead = await all.news.lead(entry);
  const over = requests.filter(({ actions, mails }) => actions.length === 0 || mails >= MOST_MAILS);
  const gone = lead === null || !isReachable(lead);
  // Whoever left is asked nothing any more; the silence of four mails is one too.
  if (gone) {
    await all.news.close(
      requests.map(({ id }) => id),
      now,
    );
    return { mails: 0, closed: requests.length };
  }
  if (!mayBeMailed(lead.mailedAt, now)) return { mails: 0, closed: 0 };
  await all.news.close(
    over.map(({ id }) => id),
    now,
  );
  const open = requests.filter((request) => !over.includes(request));
  const mail = await whatToAsk(all, { lead, open }, now);
  if (mail.actions.length === 0) return { mails: 0, closed: over.length };
  for (const plan of new Set(mail.fresh.map((action) => action.plan))) {
    const actions = mail.fresh.filter((action) => action.plan === plan).map(({ id }) => id);
    await all.news.ask({ plan, entry, actions, words: '', by: null, at: now });
  }
  await all.news.mailed(
    open.map(({ id }) => id),
    now,
  );
  const words = open.map((request) => request.words).find((said) => said !== '') ?? '';
  await writeToLead(all, { lead, actions: mail.actions, why: open.length > 0 ? 'reminder' : 'its-time', words }, now);
  return { mails: 1, closed: over.length };
}

async function whatToAsk(
  all: Stores,
  { lead, open }: { readonly lead: Lead; readonly open: readonly OpenRequest[] },
  now: Date,
): Promise<{ readonly actions: readonly LeadAction[]; readonly fresh: readonly LeadAction[] }> {
  const led = (await all.news.actionsOf([lead.entry])).get(lead.entry) ?? [];
  const theirs = led.filter(({ declined }) => !declined);
  const waiting = new Set(open.flatMap(({ actions }) => actions));
  const rhythms = new Map((await all.news.rhythms()).map(({ plan, everyMonths }) => [plan, everyMonths]));
  const zone = (await all.places.facts(lead.place))?.zone ?? 'Europe/Paris';
  const today = dayIn(now, zone);
  const fresh = theirs.filter(
    ({ id, plan, status, newsAt }) =>
      !waiting.has(id) &&
      isAskedOf(status) &&
      isDue(newsAt === null ? null : dayIn(newsAt, zone), rhythms.get(plan) ?? 0, today),
  );
  const again = theirs.filter(({ id, status }) => waiting.has(id) && isAskedOf(status));
  return { actions: [...again, ...fresh], fresh };
}

/** Links past their last day: nobody asks for them any more. */
export async function forgetNewsLinks(stores: Stores, actor: Actor, now: Date): Promise<Result<number, NotAllowed>> {
  const passed = pass(actor, { act: 'forget-news-links', state: 'none' });
  if (!passed.ok) return passed;
  return accept(await stores.news.forgetLinks(now));
}
