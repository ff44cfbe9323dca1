/** What the two voices of the mandate say: two reviews, what the town hall answered to each, and the committee between them. */
import type { ReviewOccasion } from '#domain/review/review.ts';
import { emptyEntry } from '#domain/review/review-entry.ts';
import { agreeMinutes, writeMinutes } from '../committee/agree-minutes.ts';
import { callMeeting } from '../committee/meet.ts';
import { acceptCommittee, proposeCommittee } from '../committee/propose-committee.ts';
import { nameCommitteeMember } from '../committee/sit-in-committee.ts';
import { assess } from '../follow-up/assess.ts';
import { addRemark } from '../follow-up/remark.ts';
import { answerReview } from '../reviews/beside-review.ts';
import { openReview } from '../reviews/open-review.ts';
import { publishReview } from '../reviews/publish-review.ts';
import { saveEntry } from '../reviews/save-entry.ts';
import { assignPromises, describeReview } from '../reviews/share-work.ts';
import type { MandatePeople } from './mandate-people.ts';
import * as meetings from './rivemont-meetings.ts';
import * as story from './rivemont-voices.ts';
import { done, onDay, openAccount, person, type Stage } from './stage.ts';

/** `local`: the item of the promise beyond the charter, which the story calls « local ». `photo`: its picture, kept. */
export type Story = Stage & { readonly people: MandatePeople; readonly local: string; readonly photo: number };

export async function playMidTerm(stage: Story): Promise<void> {
  const review = await publishedReview(stage, {
    occasion: 'mid-term',
    opened: '2023-05-12',
    day: '2023-06-03',
    introduction: story.MID_TERM_WORDS,
    said: story.MID_TERM,
  });
  await reply(stage, { review, day: '2023-07-11', words: story.REPLY_WORDS, replies: story.REPLIES });
}

export async function playFinal(stage: Story): Promise<void> {
  const review = await publishedReview(stage, {
    occasion: 'end-of-term',
    opened: '2025-10-20',
    day: '2025-11-29',
    introduction: story.FINAL_WORDS,
    said: story.FINAL,
  });
  await reply(stage, { review, day: '2026-01-14', words: story.FINAL_REPLY_WORDS, replies: story.FINAL_REPLIES });
}

/** Neither of the two voices: somebody who knows. */
export async function playRemark(stage: Story): Promise<void> {
  const { by, day, ...remark } = story.REMARK;
  const account = await openAccount(stage, by, onDay(day));
  const said = { pact: stage.people.pact, ...remark, evidence: [] };
  done(await addRemark(stage.stores, person(account), said, onDay(day)));
}

async function publishedReview(
  { stores, people, local, photo: document }: Story,
  given: {
    readonly occasion: ReviewOccasion;
    readonly opened: string;
    readonly day: string;
    readonly introduction: string;
    readonly said: readonly story.Said[];
  },
): Promise<number> {
  const { collective, pact, coordinator } = people;
  const opening = { collective, pact, occasion: given.occasion };
  const { id: review } = done(await openReview(stores, coordinator, opening, onDay(given.opened)));
  const described = { review, occasion: given.occasion, introduction: given.introduction };
  done(await describeReview(stores, coordinator, described, onDay(given.opened)));
  const items = given.said.map(({ item }) => itemOf(item, local));
  const [first = null] = people.members;
  const shared = { review, items: items.slice(0, 5), person: first };
  done(await assignPromises(stores, coordinator, shared, onDay(given.opened)));
  for (const { item, levels = [], beforeMandate = false, evidence = [], photo, ...said } of given.said) {
    const shown = photo === undefined ? evidence : [...evidence, { kind: 'photo', ...photo, document } as const];
    const words = { ...emptyEntry(given.day), ...said, levels, beforeMandate, evidence: shown };
    const entry = { review, item: itemOf(item, local), version: 0, words };
    done(await saveEntry(stores, coordinator, entry, onDay(given.day)));
  }
  const changes = (await stores.reviews.find(review))?.changes ?? 0;
  done(await publishReview(stores, coordinator, { review, changes }, onDay(given.day)));
  return review;
}

/** The town hall answers the review as a whole, and says its own view of some of the promises. */
async function reply(
  { stores, people, local }: Story,
  given: {
    readonly review: number;
    readonly day: string;
    readonly words: string;
    readonly replies: readonly story.Said[];
  },
): Promise<void> {
  const at = onDay(given.day);
  done(await answerReview(stores, people.elected, { review: given.review, words: given.words }, at));
  for (const { item, levels = [], beforeMandate = false, evidence = [], ...said } of given.replies) {
    const about = { pact: people.pact, item: itemOf(item, local), voice: 'town-hall', assessedOn: given.day } as const;
    done(await assess(stores, people.agent, { ...said, ...about, levels, beforeMandate, evidence }, at));
  }
}

export async function playCommittee({ stores, people, local }: Story): Promise<void> {
  const { place, collective, coordinator, elected } = people;
  const proposal = { place, collective, words: meetings.COMMITTEE_WORDS };
  const { id: committee } = done(await proposeCommittee(stores, coordinator, proposal, onDay('2023-09-05')));
  done(await acceptCommittee(stores, elected, { committee, place }, onDay('2023-09-21')));
  for (const { by, ...member } of meetings.COMMITTEE_MEMBERS) {
    const who = by === 'collective' ? coordinator : elected;
    const named = { committee, place, ...member, email: '' };
    done(await nameCommitteeMember(stores, who, named, onDay('2023-09-25')));
  }
  for (const { day, present, text, decisions } of meetings.MEETINGS) {
    const startsAt = new Date(`${day}T17:00:00Z`);
    const endsAt = new Date(`${day}T19:00:00Z`);
    const room = { location: meetings.MEETING_PLACE, zone: 'Europe/Paris', open: true };
    const words = { committee, place, startsAt, endsAt, ...room };
    const called = new Date(startsAt.getTime() - 20 * 86_400_000);
    const { number: meeting } = done(await callMeeting(stores, coordinator, words, called));
    const about = { committee, place, meeting };
    const content = {
      text,
      present,
      decisions: decisions.map((one) => ({ ...one, items: one.items.map((item) => itemOf(item, local)) })),
    };
    const written = new Date(endsAt.getTime() + 3 * 86_400_000);
    const { revision } = done(await writeMinutes(stores, coordinator, { ...about, revision: 0, content }, written));
    done(await agreeMinutes(stores, coordinator, { ...about, revision }, written));
    done(await agreeMinutes(stores, elected, { ...about, revision }, new Date(written.getTime() + 86_400_000)));
  }
}

function itemOf(item: string, local: string): string {
  return item === 'local' ? local : item;
}
