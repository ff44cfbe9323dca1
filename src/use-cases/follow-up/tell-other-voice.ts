/** The right of reply: the other side is told, in the transaction of the act, that something was said of its promise. */
import type { AssessmentStatus, Voice } from '#domain/follow-up/assessment.ts';
import type { FollowedPact } from '#domain/follow-up/followed-pact.ts';
import type { Stores } from '../stores.ts';

/** Whoever looks at thirty promises in an evening sends one mail; what it does not say comes in one more (./tell-unanswered.ts). */
const QUIET_HOURS = 6;
const HOUR = 3_600_000;

/** Told after that, a side is not told again now. */
export function quietSince(now: Date): Date {
  return new Date(now.getTime() - QUIET_HOURS * HOUR);
}

export async function tellOtherVoice(
  all: Stores,
  given: {
    readonly pact: FollowedPact;
    readonly item: string;
    readonly voice: Voice;
    readonly status: AssessmentStatus;
    readonly by: string;
    readonly but: string | null;
  },
  now: Date,
): Promise<void> {
  const { pact, item, voice, status, by, but } = given;
  const other: Voice = voice === 'collective' ? 'town-hall' : 'collective';
  const last = await all.assessments.lastTold(pact.id, other);
  const quiet = quietSince(now);
  if (last !== null && last > quiet) return;
  // What was said in these hours is about to be told, and this with it: one mail, nothing left out.
  const waiting = await all.assessments.unanswered({ toldBefore: quiet, pact: pact.id });
  if (waiting.some((one) => one.voice === other)) return;
  const people = (await all.assessments.speakers(pact, other)).filter((person) => person !== but);
  if (people.length === 0) return;
  for (const person of people) {
    await all.mail.queue({
      to: { person },
      content: {
        kind: 'right-of-reply',
        voice,
        by,
        place: pact.placeName,
        item,
        status,
        path: `/pactes/${pact.id}/suivi/${item}`,
      },
      at: now,
    });
  }
  await all.assessments.told(pact.id, other, now);
}
