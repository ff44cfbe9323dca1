/** What the papers of a meeting are made from, as public today: pacts with both voices, decisions, dates, letters, questions. */
import { fateOf } from '#domain/events/silence.ts';
import { isOpen } from '#domain/events/question.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import { tallyOf } from '#domain/follow-up/tally.ts';
import { dayAfter } from '#domain/shared/local-day.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { KitPact, MeetingKit } from '#publishing/meeting-kit/meeting-kit.ts';
import { promiseLines, type PromiseLines } from './promise-lines.ts';
import { decisionsOf } from './storage/committee-decisions.ts';
import type { Db } from './storage/connection.ts';
import { followedCommitments, type FollowedCommitment } from './storage/followed-commitments.ts';
import { publicEvents } from './storage/follow-up-events.ts';
import { questionsOf } from './storage/follow-up-questions.ts';
import { pactsOfPlaces } from './storage/pacts-of-places.ts';
import type { PlaceRef } from './storage/places.ts';
import { answeringFor } from './storage/thread-follow-up.ts';
import { deadlinesOn } from './deadline-store.ts';

const SIX_MONTHS = 183;

export type KitAsked = {
  readonly place: PlaceRef;
  readonly code: PlaceCode;
  readonly today: string;
  readonly address: string;
  readonly meeting: string | null;
  readonly agenda: readonly string[];
  /** A committee whose own questions are added; null: what is public alone. */
  readonly committee: number | null;
};

/** Pacts of the latest term alone: the one whose promises are still to be kept. */
export async function meetingKitFacts(db: Db, asked: KitAsked): Promise<MeetingKit> {
  const { place, code, today, committee, ...rest } = asked;
  const [pacts, promises, decisions, deadlines, events, questions] = await Promise.all([
    pactsOfPlaces(db, [code]),
    promiseLines(db, place),
    decisionsOf(db, code),
    deadlinesOn(db).of(code),
    publicEvents(db, code),
    questionsOf(db, code, { open: true }),
  ]);
  const term = pacts[0]?.term.from;
  const current = pacts.filter((pact) => pact.term.from === term);
  const states = await answeringFor(
    db,
    current.map(({ id }) => id),
  );
  const until = dayAfter(today, SIX_MONTHS);
  const letters = events.flatMap(({ id, about, title, happenedOn, withdrawn }) => {
    if (about.kind !== 'letter' || withdrawn !== null) return [];
    const replies = events.flatMap((other) =>
      other.about.kind === 'reply' && other.about.letter === id && other.withdrawn === null ? [other.happenedOn] : [],
    );
    const fate = fateOf({ sentOn: happenedOn, replyDays: about.replyDays }, { replies, today });
    return fate.kind === 'answered' ? [] : [{ title, sentOn: happenedOn, days: fate.days }];
  });
  return {
    ...rest,
    place: place.name,
    placeKind: place.kind,
    today,
    decisions,
    pacts: await Promise.all(
      current.map(async (pact): Promise<KitPact> => {
        const commitments = await followedCommitments(db, { pact: pact.id });
        const speaking = { place: place.kind, state: states.get(pact.id) ?? 'in-office', list: pact.listName } as const;
        return kitPact(pact, { commitments, promises, speaking, today });
      }),
    ),
    deadlines: deadlines.filter(({ settled, on }) => !settled && on >= today && on <= until),
    letters,
    questions: questions
      .filter(
        (question) =>
          isOpen(question) &&
          (question.visibility === 'public' || (committee !== null && question.committee === committee)),
      )
      .map(({ words, about, askedOn }) => ({
        words,
        askedOn,
        about: about === null ? null : promises.of(about.edition, about.item).label,
      })),
  };
}

function kitPact(
  pact: { readonly edition: string },
  given: {
    readonly commitments: readonly FollowedCommitment[];
    readonly promises: PromiseLines;
    readonly speaking: KitPact['speaking'];
    readonly today: string;
  },
): KitPact {
  const counted = given.commitments.map(({ key, item, stance, levels, latest }) => ({
    key,
    label: given.promises.of(pact.edition, item).label,
    ...{ stance, levels },
    latest: { collective: counts(latest.collective), 'town-hall': counts(latest['town-hall']) },
  }));
  const tally = (voice: Voice) => tallyOf(counted, { voice, today: given.today });
  return {
    speaking: given.speaking,
    promises: counted,
    tallies: { collective: tally('collective'), 'town-hall': tally('town-hall') },
  };
}

function counts(said: FollowedCommitment['latest'][Voice]) {
  if (said === null) return null;
  const { status, beforeMandate, assessedOn, confirmedOn } = said;
  return {
    status,
    beforeMandate,
    lookedOn: confirmedOn !== null && confirmedOn > assessedOn ? confirmedOn : assessedOn,
  };
}
