/** A town hall that asks the leads of its actions for news, in the small world of the tests: plans of Bry, and what their leads say. */
import { beforeAll } from 'vitest';
import type { Actor, Person } from '#domain/access/gate.ts';
import { emptySheet } from '#domain/plan/working-sheet.ts';
import { prepareScan } from '#server/scans/prepare-scan.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { mailsTo } from '#tests/people.ts';
import { ofTownHall } from '#tests/town-hall.ts';
import { BRY, settle } from '#tests/world.ts';
import { askNews } from '../ask-news.ts';
import { sayNews, type SayNews } from '../say-news.ts';

export const NOW = new Date('2027-03-01T09:00:00Z');
/** So many days after `NOW`. */
export const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
export const JOB: Actor = { kind: 'job', name: 'remind-leads' };
export const AGENT: Person = { kind: 'person', id: 'p-agent', holds: [{ role: 'municipal-agent', place: BRY }] };
export const leadOf = (token: string): Actor => ({ kind: 'lead', token });

const NOTHING: Omit<SayNews, 'action'> = {
  version: 1,
  status: null,
  blocked: null,
  words: '',
  file: null,
  nothingNew: false,
  sending: 'form-1',
};

/** Call at the top of a file. */
export function newsDesk() {
  const database = withTestDatabase();
  const stores = () => storesOn(database.db);
  let count = 0;
  beforeAll(async () => {
    await settle(database.db);
    await ofTownHall(database.db, { name: 'agent', place: BRY });
  });
  return {
    database,
    stores,
    /** A plan of Bry with one lead, who has an address, and as many actions as titles. */
    world: async (...titles: string[]) => {
      count += 1;
      const email = `nadia${count}@example.fr`;
      const words = { title: `Plan ${count}`, introduction: '', by: 'x', at: NOW };
      const plan = await stores().workingPlans.create({ place: BRY, ...words });
      const entry = { kind: 'person', isElected: false, isPublic: false, name: `Nadia ${count}`, email } as const;
      const lead = await stores().directory.add(BRY, { ...entry, at: NOW });
      const actions = await stores().workingPlans.addActions(
        titles.map((title, index) => {
          const sheet = emptySheet(title);
          const filled = { ...sheet, status: 'planned', roles: { ...sheet.roles, lead: [lead] } } as const;
          return { plan, axis: null, number: String(index + 1), sheet: filled, asWritten: null, at: NOW };
        }),
      );
      const [first = 0] = actions;
      return { plan, lead, entry, email, actions, first };
    },
    ask: async (plan: number, now = NOW, words = '') => {
      const asked = await askNews(stores(), AGENT, { plan, entry: null, actions: null, words }, now);
      if (!asked.ok) throw new Error(asked.refusal.kind);
      return asked.value;
    },
    /** What opens the actions of this lead: the end of the link of their last mail. */
    tokenFor: async (email: string): Promise<string> => {
      const mail = (await mailsTo(database.db, email)).findLast(({ kind }) => kind === 'news-asked');
      return String(mail?.['link']).replace('/actualiser/', '');
    },
    say: async (token: string, said: Partial<SayNews> & { action: number }, now = later(1)) =>
      await sayNews(stores(), leadOf(token), { ...NOTHING, ...said }, { now, prepare: prepareScan }),
  };
}
