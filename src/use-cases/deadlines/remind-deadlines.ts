/**
 * Tells those who asked what is a month away, a week away, or has moved: one mail for all of it, each thing once. Run again,
 * by two servers or after a failure, it tells nothing twice: what is told and its mail are one transaction.
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import type { Deadline } from '#domain/deadlines/deadline.ts';
import { dueReminders, type Reminder } from '#domain/deadlines/reminders.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import { byOf } from '../collectives/enter-collective.ts';
import { pathOf } from '../committee/enter-committee.ts';
import type { Stores } from '../stores.ts';

/** Returns how many mails were queued. */
export async function remindDeadlines(stores: Stores, actor: Actor, now: Date): Promise<Result<number, NotAllowed>> {
  const passed = pass(actor, { act: 'remind-deadlines', state: 'none' });
  if (!passed.ok) return passed;
  let mails = 0;
  for (const place of await stores.deadlines.placesFollowed()) {
    const facts = await stores.places.facts(place);
    if (facts === null) continue;
    // The day there: in Nouméa it is tomorrow already, in Papeete still yesterday.
    const today = dayIn(now, facts.zone);
    const deadlines = await stores.deadlines.of(place);
    const near = { place, name: facts.name, today, deadlines, actor, role: passed.value };
    for (const follower of await stores.deadlines.followers(place))
      mails += await remindOne(stores, follower, near, now);
  }
  return accept(mails);
}

type Near = {
  readonly place: PlaceCode;
  readonly name: string;
  readonly today: string;
  readonly deadlines: readonly Deadline[];
  readonly actor: Actor;
  readonly role: string;
};

async function remindOne(stores: Stores, id: number, near: Near, now: Date): Promise<number> {
  const { place, name, today, deadlines, actor, role } = near;
  const sent = await stores.together<number, never>(async (all) => {
    const follower = await all.deadlines.lock(id);
    if (follower === null) return accept(0);
    const due: Reminder[] = [];
    for (const reminder of dueReminders(deadlines, { told: follower.told, today })) {
      const { key, on } = reminder.deadline;
      if (await all.deadlines.told(id, { key, on, stage: reminder.stage, at: now })) due.push(reminder);
    }
    if (due.length === 0) return accept(0);
    await all.mail.queue({
      to: follower.email,
      content: {
        kind: 'deadlines-near',
        place: name,
        path: `${pathOf(place)}/echeances`,
        deadlines: due.map(({ deadline: { on, precision, about }, stage, before }) => ({
          on,
          precision,
          about,
          stage,
          before,
        })),
        stop: follower.stop,
      },
      at: now,
    });
    await all.journal.append({
      at: now,
      act: 'remind-deadlines',
      actor: role,
      subject: { kind: 'place', id: codeOf(place) },
      says: { by: byOf(actor), follower: id, deadlines: due.map(({ deadline }) => deadline.key) },
    });
    return accept(1);
  });
  return sent.ok ? sent.value : 0;
}
