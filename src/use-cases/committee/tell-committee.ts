/** Who is told of what happens in a follow-up committee. In the transaction of the act. */
import type { Committee } from '#domain/committee/committee.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { MailContent } from '../mail/mail-content.ts';
import type { Stores } from '../stores.ts';

type Telling = { readonly content: MailContent; readonly at: Date; readonly but?: string };

/** Those who speak for a side. */
export async function tellSide(
  all: Stores,
  given: Telling & { readonly committee: Pick<Committee, 'place' | 'collective'>; readonly voice: Voice },
): Promise<void> {
  const people = await all.committees.speakers(given.committee, given.voice);
  await tell(all, people, given);
}

/** Those who speak for both, and everybody who sits with an account; each once. */
export async function tellCommittee(all: Stores, given: Telling & { readonly committee: Committee }): Promise<void> {
  const seats = (await all.committees.members(given.committee.id)).flatMap(({ person, acceptedAt, left }) =>
    person !== null && acceptedAt !== null && left === null ? [person] : [],
  );
  const people = [
    ...(await all.committees.speakers(given.committee, 'collective')),
    ...(await all.committees.speakers(given.committee, 'town-hall')),
    ...seats,
  ];
  await tell(all, people, given);
}

async function tell(all: Stores, people: readonly string[], { content, at, but }: Telling): Promise<void> {
  for (const person of new Set(people)) {
    if (person !== but) await all.mail.queue({ to: { person }, content, at });
  }
}
