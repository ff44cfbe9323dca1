/**
 * The right of reply, once the quiet time after a mail is over (./tell-other-voice.ts): one more says what was said meanwhile
 * and still waits for an answer. Run again, by two servers or after a failure, it tells nothing twice.
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import type { AwaitedAnswer } from '#domain/follow-up/said-assessment.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import { byOf } from '../collectives/enter-collective.ts';
import type { Stores } from '../stores.ts';
import { quietSince } from './tell-other-voice.ts';

/** Returns how many mails were queued. */
export async function tellUnanswered(stores: Stores, actor: Actor, now: Date): Promise<Result<number, NotAllowed>> {
  let mails = 0;
  for (const { pact, voice } of await stores.assessments.unanswered({ toldBefore: quietSince(now) })) {
    const told = await stores.together((all) => tellOne(all, actor, { pact, voice }, now));
    if (!told.ok) return told;
    mails += told.value;
  }
  return accept(mails);
}

async function tellOne(
  all: Stores,
  actor: Actor,
  { pact: id, voice }: Pick<AwaitedAnswer, 'pact' | 'voice'>,
  now: Date,
): Promise<Result<number, NotAllowed>> {
  const pact = await all.assessments.pact(id, { lock: true });
  if (pact === null) return accept(0);
  const passed = pass(actor, { act: 'tell-unanswered', state: pact.state });
  if (!passed.ok) return passed;
  // Another server may have told it, or somebody answered, before the lock.
  const found = await all.assessments.unanswered({ toldBefore: quietSince(now), pact: id });
  const waiting = found.find((one) => one.voice === voice);
  const people = waiting === undefined ? [] : await all.assessments.speakers(pact, voice);
  if (waiting === undefined || people.length === 0) return accept(0);
  const { by, items } = waiting;
  for (const person of people) {
    await all.mail.queue({
      to: { person },
      content: {
        kind: 'unanswered',
        voice: voice === 'collective' ? 'town-hall' : 'collective',
        by,
        place: pact.placeName,
        promises: items.length,
        path: `/pactes/${id}/suivi`,
      },
      at: now,
    });
  }
  await all.assessments.told(id, voice, now);
  await all.journal.append({
    at: now,
    act: 'tell-unanswered',
    actor: passed.value,
    subject: { kind: 'pact', id },
    says: { by: byOf(actor), voice, items, told: people.length },
  });
  return accept(people.length);
}
