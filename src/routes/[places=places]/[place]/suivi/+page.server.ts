import type { PageServerLoad } from './$types';
import { isOpen, isShown } from '#domain/events/question.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { promiseLines } from '#server/promise-lines.ts';
import { publicSittings } from '#server/storage/committee-sittings.ts';
import { publicEvents } from '#server/storage/follow-up-events.ts';
import { questionsOf } from '#server/storage/follow-up-questions.ts';
import { eventLines, silencesAmong } from '#ui/events/event-line.ts';
import { followUpEntries, meetingsAmong } from '#ui/events/follow-up-entries.ts';
import { questionLine } from '#ui/events/question-line.ts';
import { askedAfter, pageAfter } from '#ui/paging/page-after.ts';
import { followUpPlace, todayAt } from '../follow-up-place.ts';

export const load: PageServerLoad = async (event) => {
  const { db, stores, place, code, zone, address } = await followUpPlace(event);
  sendOnTo(`${address}/suivi`, event.url);
  const [events, sittings, questions, promises, pact] = await Promise.all([
    publicEvents(db, code),
    publicSittings(db, code, new Date()),
    questionsOf(db, code),
    promiseLines(db, place),
    stores.committees.hasPact(code),
  ]);
  const today = todayAt(zone);
  const lines = eventLines(events, { today, place: place.kind, promise: promises.of });
  const shown = questions.filter(isShown);
  const entries = followUpEntries(lines, sittings);
  const page = pageAfter(entries, { after: event.url.searchParams.get('apres') });
  const answered = pageAfter(shown.filter(({ answer }) => answer !== null).toReversed(), {
    after: askedAfter(event.url, 'questions-apres'),
  });
  return {
    place,
    address,
    today,
    pact,
    entries: page.shown,
    next: page.next,
    isFirst: page.isFirst,
    silences: silencesAmong(lines),
    meetings: meetingsAmong(entries),
    open: shown.filter(isOpen).map((question) => questionLine(question, { place: place.kind, promise: promises.of })),
    answered: answered.shown.map((question) => questionLine(question, { place: place.kind, promise: promises.of })),
    asked: shown.length,
    nextAnswered: answered.next,
  };
};
