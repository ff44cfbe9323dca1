/**
 * A town hall asks those who carry its actions how far they are: one mail for each of them, whatever they carry. Whoever was asked
 * about an action in the last thirty days and did not answer is not asked again about it: that would be a reminder before its time.
 */
import type { Actor } from '#domain/access/gate.ts';
import { isAskedOf, mayBeMailed } from '#domain/plan/action-news.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { enterPlan, type CannotEnterPlan } from '../plans/enter-plan.ts';
import type { Stores } from '../stores.ts';
import { askLead, isReachable } from './write-to-lead.ts';

export type AskNews = {
  readonly plan: number;
  /** One lead alone; null: everybody. */
  readonly entry: number | null;
  /** These alone, chosen; null: everything that is not over. */
  readonly actions: readonly number[] | null;
  /** 1,000 characters at most. */
  readonly words: string;
};

export type Asked = {
  readonly asked: readonly string[];
  /** Asked already, and their month is not over. */
  readonly already: readonly string[];
  /** Said themselves how far all of theirs is, less than a month ago. */
  readonly recent: readonly string[];
  readonly withoutAddress: readonly string[];
};

export type CannotAskNews =
  CannotEnterPlan | { readonly kind: 'no-action-chosen' } | { readonly kind: 'words-too-long'; readonly limit: number };

const LONGEST_WORDS = 1000;

export async function askNews(
  stores: Stores,
  actor: Actor,
  request: AskNews,
  now: Date,
): Promise<Result<Asked, CannotAskNews>> {
  const words = request.words.replace(/\r\n?/g, '\n').trim();
  if (words.length > LONGEST_WORDS) return refuse({ kind: 'words-too-long', limit: LONGEST_WORDS });
  const chosen = request.actions === null ? null : new Set(request.actions);
  if (chosen?.size === 0) return refuse({ kind: 'no-action-chosen' });
  return await stores.together<Asked, CannotAskNews>(async (all) => {
    const entered = await enterPlan(all, actor, { act: 'ask-news', plan: request.plan, lock: true });
    if (!entered.ok) return entered;
    const { plan, role, by } = entered.value;
    const done = {
      asked: [] as string[],
      already: [] as string[],
      recent: [] as string[],
      withoutAddress: [] as string[],
    };
    const requests: number[] = [];
    const leads = (await all.news.leads(plan.id)).filter(({ entry }) => entry === (request.entry ?? entry));
    const led = await all.news.actionsOf(leads.map(({ entry }) => entry));
    for (const lead of leads) {
      const theirs = (led.get(lead.entry) ?? []).filter(
        (action) =>
          action.plan === plan.id &&
          !action.declined &&
          (chosen === null ? isAskedOf(action.status) : chosen.has(action.id)),
      );
      if (theirs.length === 0) continue;
      if (!isReachable(lead)) {
        done.withoutAddress.push(lead.name);
        continue;
      }
      // What was chosen is asked about on purpose; all of them, only where they said nothing lately.
      const quiet = theirs.filter(({ saidAt }) => chosen !== null || mayBeMailed(saidAt, now));
      if (quiet.length === 0) {
        done.recent.push(lead.name);
        continue;
      }
      const actions = quiet.filter(({ askedAt }) => mayBeMailed(askedAt, now));
      if (actions.length === 0) {
        done.already.push(lead.name);
        continue;
      }
      requests.push(
        await all.news.ask({
          plan: plan.id,
          entry: lead.entry,
          actions: actions.map(({ id }) => id),
          words,
          by: actor.kind === 'person' ? actor.id : null,
          at: now,
        }),
      );
      await askLead(all, lead, now);
      done.asked.push(lead.name);
    }
    if (requests.length > 0) {
      await all.journal.append({
        at: now,
        act: 'ask-news',
        actor: role,
        subject: { kind: 'plan', id: plan.id },
        says: { by, requests },
      });
    }
    return accept(done);
  });
}
