/** The store of questions put to groupings, on PostgreSQL. */
import type { QuestionStore } from '#use-cases/campaign/question-store.ts';
import * as questions from './storage/body-questions.ts';
import type { Db } from './storage/connection.ts';

export function questionsOn(db: Db): QuestionStore {
  return {
    put: (question, at) => questions.putQuestion(db, question, at),
    lock: (id) => questions.findQuestion(db, id, { lock: true }),
    answer: (id, answer) => questions.answerQuestion(db, id, answer),
    wasLeft: (of) => questions.wasLeft(db, of),
    groupingsOf: (municipality) => questions.groupingsOf(db, municipality),
  };
}
