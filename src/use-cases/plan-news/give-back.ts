/** « Ce n’est plus moi »: a lead says that an action, or all of them, is carried by somebody else. The town hall is told. */
import type { Actor } from '#domain/access/gate.ts';
import { LONGEST_NEWS } from '#domain/plan/action-news.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterNews, type CannotEnterNews } from './enter-news.ts';
import type { Lead, LeadAction } from '#domain/plan/news-kept.ts';

export type GiveBack = {
  /** Null: all of them. */
  readonly action: number | null;
  /** Who carries it now, when they know. */
  readonly words: string;
  readonly sending: string;
};

export type CannotGiveBack =
  CannotEnterNews | { readonly kind: 'unknown-action' } | { readonly kind: 'news-too-long'; readonly limit: number };

/** The sheet keeps its lead: who takes over is the town hall's to say. `left`: nothing is asked of them any more. */
export async function giveBack(
  stores: Stores,
  actor: Actor,
  request: GiveBack,
  now: Date,
): Promise<Result<{ readonly left: boolean }, CannotGiveBack>> {
  const words = request.words.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  if (words.length > LONGEST_NEWS) return refuse({ kind: 'news-too-long', limit: LONGEST_NEWS });
  return await stores.together<{ readonly left: boolean }, CannotGiveBack>(async (all) => {
    const entered = await enterNews(all, actor, { now });
    if (!entered.ok) return entered;
    const { lead, actions } = entered.value;
    const given = actions.filter(({ id }) => request.action === null || id === request.action);
    if (given.length === 0) return refuse({ kind: 'unknown-action' });
    const askers = (await all.news.openRequests({ entry: lead.entry }))
      .filter(({ actions: asked }) => given.some(({ id }) => asked.includes(id)))
      .flatMap(({ askedBy }) => askedBy ?? []);
    const news: { readonly id: number; readonly action: LeadAction }[] = [];
    for (const action of given) {
      const { sending } = request;
      const said = { action: action.id, entry: lead.entry, at: now, kind: 'not-mine', words, sending } as const;
      const id = await all.news.say({ ...said, status: null, document: null, photo: false });
      if (id !== null) news.push({ id, action });
    }
    const left = given.length === actions.length;
    await all.news.answered({ entry: lead.entry, actions: given.map(({ id }) => id) }, now);
    if (left) await all.news.endLinks(lead.entry, now);
    await tell(all, { lead, askers, news, words }, now);
    await all.journal.appendAll(
      news.map(({ id, action }) => ({
        at: now,
        act: 'give-action-back',
        actor: 'lead',
        subject: { kind: 'action', id: action.id } as const,
        says: { by: `directory-entry ${lead.entry}`, plan: action.plan, news: id },
      })),
    );
    return accept({ left });
  });
}

type Told = {
  readonly lead: Pick<Lead, 'place' | 'placeName' | 'name'>;
  readonly askers: readonly string[];
  readonly news: readonly { readonly action: LeadAction }[];
  readonly words: string;
};

async function tell(all: Stores, { lead, askers, news, words }: Told, now: Date): Promise<void> {
  const [first] = news;
  if (first === undefined) return;
  const told = await whoIsTold(all, lead.place, askers);
  for (const person of told.people) {
    await all.mail.queue({
      to: { person },
      content: {
        kind: 'news-not-mine',
        asked: told.asked,
        place: lead.placeName,
        name: lead.name,
        actions: news.map(({ action }) => `${action.number}. ${action.title}`),
        words,
        path: `/plans/${first.action.plan}/travail/nouvelles`,
      },
      at: now,
    });
  }
}

/** Those who asked, if the page still opens to them; else, of the town hall, its agents, or its elected officials without any. */
async function whoIsTold(
  all: Stores,
  place: PlaceCode,
  askers: readonly string[],
): Promise<{ readonly people: readonly string[]; readonly asked: boolean }> {
  const agents = await all.roles.holders({ role: 'municipal-agent', place });
  const elected = await all.roles.holders({ role: 'elected-official', place });
  const asked = [...new Set(askers)].filter((person) => agents.includes(person) || elected.includes(person));
  if (asked.length > 0) return { people: asked, asked: true };
  return { people: agents.length > 0 ? agents : elected, asked: false };
}
