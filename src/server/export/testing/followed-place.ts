/** What was said at a place since the signature, public and not, for tests of what leaves with its folder. */
import type { Letter } from '#domain/events/letter.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { callMeeting, writeMinutes } from '#server/storage/committee-meetings.ts';
import type { Db } from '#server/storage/connection.ts';
import { addEvent } from '#server/storage/follow-up-events.ts';
import { answerQuestion, askQuestion, draftLetter, letterSent } from '#server/storage/follow-up-questions.ts';
import { placeColumns } from '#server/storage/places.ts';
import { active } from '#tests/collectives.ts';

type Told = {
  readonly db: Db;
  readonly place: PlaceCode;
  readonly collective: number;
  readonly by: string;
  readonly at: Date;
};

/** Of each kind one with « montré » in its words, and one with « gardé » that is private, unsent, dropped or not agreed to. */
export async function followedPlace(db: Db, { place, at }: { readonly place: PlaceCode; readonly at: Date }) {
  const { id: collective, founder: by } = await active(db, { founder: 'p-suivi', places: [place] });
  const told: Told = { db, place, collective, by, at };
  await tell(told, { about: { kind: 'meeting' }, title: 'Rencontre', words: 'Tracé montré', visibility: 'public' });
  await tell(told, { about: { kind: 'meeting' }, title: 'Rencontre', words: 'Tracé gardé', visibility: 'private' });
  await letters(told);
  await questions(told);
  await minutes(told);
}

async function tell(
  { db, place, collective, by, at }: Told,
  words: Pick<Parameters<typeof addEvent>[1], 'about' | 'title' | 'words' | 'visibility'>,
): Promise<number> {
  const said = { happenedOn: '2026-05-10', who: 'Mairie', whoPrivate: 'Voisine gardée', edition: null, items: [] };
  return await addEvent(db, { ...said, ...words, place, voice: 'collective', collective, list: null, by, at });
}

async function letters(told: Told): Promise<void> {
  const { db, place, collective, by, at } = told;
  for (const [opening, visibility] of [
    ['Lettre montrée', 'public'],
    ['Lettre gardée', 'private'],
    ['Brouillon gardé', null],
  ] as const) {
    const content: Letter = {
      ...{ addressee: 'Madame la maire', subject: 'Suivi', opening, closing: 'Bien à vous', signedBy: 'Le collectif' },
      questions: [],
    };
    const id = await draftLetter(db, { place, collective, content, by, at });
    if (visibility === null) continue;
    const about = { kind: 'letter', means: 'post', replyDays: 30 } as const;
    const event = await tell(told, { about, title: 'Lettre', words: '', visibility });
    await letterSent(db, id, { event, questions: [] });
  }
}

async function questions({ db, place, collective, by, at }: Told): Promise<void> {
  for (const visibility of ['public', 'private'] as const) {
    const words = visibility === 'public' ? 'Question montrée' : 'Question gardée';
    const asked = { askedAs: 'collective', collective, committee: null, about: null, on: '2026-05-11' } as const;
    const id = await askQuestion(db, { ...asked, place, words, visibility, by, at });
    const answer = visibility === 'public' ? 'Réponse montrée' : 'Réponse gardée';
    await answerQuestion(db, id, { words: answer, on: '2026-05-20', by: 'town-hall' });
  }
}

async function minutes({ db, place, collective, by, at }: Told): Promise<void> {
  const { id: committee } = await db
    .insertInto('committee')
    .values({
      ...placeColumns(place),
      ...{ collectiveId: collective, state: 'active', proposedBy: 'collective', words: '' },
      ...{ proposedAt: at, acceptedAt: at, closedAt: null, closedBy: null, closedReason: null },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const [text, agreedAt] of [
    ['Séance montrée', at],
    ['Séance gardée', null],
  ] as const) {
    const [startsAt, endsAt] = [new Date('2026-05-12T16:00:00Z'), new Date('2026-05-12T18:00:00Z')];
    const when = { startsAt, endsAt, zone: 'Europe/Paris', location: 'Salle gardée', open: false, at };
    const { number } = await callMeeting(db, committee, when);
    const { id } = await db
      .selectFrom('committeeMeeting')
      .select('id')
      .where('committeeId', '=', committee)
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    const decisions = [{ words: `${text}, décidé`, items: ['m15'], who: '', dueOn: null }];
    await writeMinutes(db, id, { revision: 0, content: { text, present: 'Six', decisions }, by, at });
    await db.updateTable('committeeMinutes').set({ agreedAt }).where('meetingId', '=', id).execute();
  }
}
