/** The right of reply: the other side is told, in the transaction of the act, that something was said of its promise. */
import type { AssessmentStatus, Voice } from '#domain/follow-up/assessment.ts';
import type { FollowedPact } from '#domain/follow-up/followed-pact.ts';
import type { Stores } from '../stores.ts';

/** Whoever looks at thirty promises in an evening sends one mail, which says where they all are. */
const QUIET_HOURS = 6;
const HOUR = 3_600_000;

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
  if (last !== null && now.getTime() - last.getTime() < QUIET_HOURS * HOUR) return;
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
