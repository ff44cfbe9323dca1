/** The store of follow-up events, questions and letters that the use cases receive, on PostgreSQL. */
import type { EventStore } from '#use-cases/events/event-store.ts';
import type { Db } from './storage/connection.ts';
import * as events from './storage/follow-up-events.ts';
import * as questions from './storage/follow-up-questions.ts';

export function eventsOn(db: Db): EventStore {
  return {
    promisedHere: (place) => events.promisedHere(db, place),
    listsBoundHere: (place) => events.listsBoundHere(db, place),
    add: (event) => events.addEvent(db, event),
    find: (of) => events.findEvent(db, of),
    change: (id, change) => events.changeEvent(db, id, change),
    withdraw: (id, withdrawn) => events.withdrawEvent(db, id, withdrawn),
    ask: (question) => questions.askQuestion(db, question),
    question: async ({ place, id }) => (await questions.questionsOf(db, place, { id }))[0] ?? null,
    openQuestions: (place) => questions.questionsOf(db, place, { open: true }),
    answer: (question, answer) => questions.answerQuestion(db, question, answer),
    drop: (question, at) => questions.dropQuestion(db, question, at),
    draftLetter: (letter) => questions.draftLetter(db, letter),
    letter: (of) => questions.findLetter(db, of),
    changeLetter: (id, change) => questions.changeLetter(db, id, change),
    sent: (id, sent) => questions.letterSent(db, id, sent),
    throwAway: (id, at) => questions.throwLetterAway(db, id, at),
  };
}
