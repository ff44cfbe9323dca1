/** What happened between the two voices of the mandate: meetings, two letters, one reply, one silence. */
import { answerQuestion, askQuestion } from '../events/ask-question.ts';
import { draftLetter, recordSending } from '../events/send-letter.ts';
import { writeEvent } from '../events/write-event.ts';
import type { Story } from './mandate-follow-up.ts';
import * as story from './rivemont-meetings.ts';
import { done, onDay } from './stage.ts';

export async function playEvents({ stores, people }: Story): Promise<void> {
  const { place, coordinator, elected } = people;
  for (const { day, by, ...words } of story.EVENTS) {
    const who = by === 'collective' ? coordinator : elected;
    const event = { place, happenedOn: day, whoPrivate: '', visibility: 'public', about: { kind: 'meeting' } } as const;
    done(await writeEvent(stores, who, { ...event, ...words }, onDay(day)));
  }
  for (const { question, sentOn, reply, ...letter } of story.LETTERS) {
    const at = onDay(sentOn);
    const asked = { place, visibility: 'public', ...question } as const;
    const { id: open } = done(await askQuestion(stores, coordinator, asked, at));
    const typed = { ...letter, questions: [open] };
    const { id } = done(await draftLetter(stores, coordinator, { place, letter: typed }, at));
    const sending = { place, id, revision: 1, sentOn, means: 'post', replyDays: 60, visibility: 'public' } as const;
    const { event } = done(await recordSending(stores, coordinator, sending, at));
    if (reply === null) continue;
    const { day, ...words } = reply;
    const about = { kind: 'reply', letter: event } as const;
    const answer = { place, happenedOn: day, whoPrivate: '', visibility: 'public', about, ...words } as const;
    done(await writeEvent(stores, elected, answer, onDay(day)));
    const told = { place, question: open, words: reply.words };
    done(await answerQuestion(stores, elected, told, onDay(day)));
  }
}
