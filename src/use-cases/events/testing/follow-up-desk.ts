/** Both sides of a follow-up at Champigny, in the small world of the tests: what they tell, ask and write. */
import { beforeAll, beforeEach } from 'vitest';
import type { Person } from '#domain/access/gate.ts';
import type { EventWords } from '#domain/events/follow-up-event.ts';
import { storesOn } from '#server/stores.ts';
import { active } from '#tests/collectives.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor, newPerson } from '#tests/people.ts';
import { ofTownHall } from '#tests/town-hall.ts';
import { buildWorld, CHAMPIGNY, type World } from '#tests/world.ts';
import { askQuestion } from '../ask-question.ts';
import { draftLetter, type LetterTyped } from '../send-letter.ts';
import { writeEvent } from '../write-event.ts';

/** 11 p.m. in Paris: the same day there. */
export const NOW = new Date('2027-06-10T21:00:00Z');
export const place = CHAMPIGNY;
export const MEETING: EventWords = {
  happenedOn: '2027-06-10',
  title: 'Réunion sur la piste cyclable',
  words: 'Le tracé est choisi.',
  who: 'Maire adjointe aux mobilités',
  whoPrivate: 'Nadia, voisine',
  items: ['m15', 'm15'],
  visibility: 'public',
};
export const SENT = {
  place,
  revision: 1,
  sentOn: '2027-06-01',
  means: 'post',
  replyDays: 30,
  visibility: 'public',
} as const;

export const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) =>
  result.ok ? 'ok' : result.refusal?.kind;

export const letter = (...questions: number[]): LetterTyped => ({
  addressee: 'Madame la maire',
  subject: 'Suivi du pacte',
  opening: 'Nous revenons vers vous.',
  closing: 'Bien à vous',
  signedBy: 'Mona, pour le collectif',
  questions,
});

/** `posing` was elected since, and is still written down in the collective of `member`; `other` is of a second collective. */
type Who = 'member' | 'other' | 'elected' | 'posing' | 'stranger';

/** Call at the top of a file; `there()` answers from `beforeAll` on. No mail stays from one test to the next. */
export function followUpDesk() {
  const database = withTestDatabase();
  const stores = () => storesOn(database.db);
  let set: { readonly world: World; readonly collective: number; readonly people: Record<Who, string> } | null = null;
  const there = () => {
    if (set === null) throw new Error('both sides are there from beforeAll on');
    return set;
  };
  beforeAll(async () => {
    const { db } = database;
    const world = await buildWorld(db);
    const founded = await active(db, { founder: 'mona', places: [place] });
    const second = await active(db, { founder: 'otto', places: [place] });
    const people = {
      member: founded.founder,
      other: second.founder,
      elected: await ofTownHall(db, { name: 'edile', place, role: 'elected-official' }),
      posing: await ofTownHall(db, { name: 'double', place, role: 'elected-official' }),
      stranger: await newPerson(db, 'passante'),
    };
    await db
      .insertInto('collectiveMember')
      .values({
        collectiveId: founded.id,
        personId: people.posing,
        role: 'member',
        name: 'X',
        namePublic: false,
        joinedAt: NOW,
        foundOnLists: null,
        foundOnListsAt: null,
        namesakeSince: null,
      })
      .execute();
    set = { world, collective: founded.id, people };
  });
  beforeEach(async () => void (await database.db.deleteFrom('mail').execute()));
  const as = (who: Who): Promise<Person> => actorFor(database.db, there().people[who]);
  const write = async (who: Who, change: Partial<EventWords> = {}) =>
    await writeEvent(stores(), await as(who), { ...MEETING, ...change, place, about: { kind: 'meeting' } }, NOW);
  return {
    database,
    stores,
    there,
    as,
    write,
    written: async (who: Who, change: Partial<EventWords> = {}) => numberOf(await write(who, change)),
    asked: async (words: string, visibility: 'public' | 'private' = 'public') => {
      const request = { place, words, item: 'm15', visibility };
      return numberOf(await askQuestion(stores(), await as('member'), request, NOW));
    },
    drafted: async (...questions: number[]) =>
      numberOf(await draftLetter(stores(), await as('member'), { place, letter: letter(...questions) }, NOW)),
  };
}

function numberOf(result: { ok: true; value: { id: number } } | { ok: false; refusal: { kind: string } }): number {
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value.id;
}
