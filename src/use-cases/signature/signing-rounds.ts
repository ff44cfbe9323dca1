/** What is done in its own time: reminders, the end of the delay, the seal, and forgetting addresses. Each can run twice. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { reminderDue } from '#domain/signature/deadline.ts';
import type { Stores } from '../stores.ts';
import { enterSigning } from './enter-signing.ts';
import { sealText, type SealMachine } from './seal-text.ts';
import { aboutText } from './signature-mails.ts';
import { tellSides } from './tell-sides.ts';

/** Nobody receives a reminder at night: hours at the place. */
const HOURS = { from: 8, before: 20 } as const;

/** Says how many reminders were sent. */
export async function remindSignatories(stores: Stores, actor: Actor, now: Date): Promise<Result<number, NotAllowed>> {
  if (!pass(actor, { act: 'remind-signatories', state: 'waiting' }).ok) {
    return refuse({ kind: 'not-allowed', act: 'remind-signatories' });
  }
  let sent = 0;
  for (const id of await stores.signing.waiting(now)) sent += await remindOne(stores, actor, { id, now });
  return accept(sent);
}

async function remindOne(stores: Stores, actor: Actor, { id, now }: { id: number; now: Date }): Promise<number> {
  const reminded = await stores.together<number, never>(async (all) => {
    const entered = await enterSigning(all, actor, { act: 'remind-signatories', key: { id }, now, lock: true });
    if (!entered.ok) return accept(0);
    const { signing } = entered.value;
    if (!isDaytime(now, signing.zone)) return accept(0);
    const today = dayIn(now, signing.zone);
    let sent = 0;
    for (const { id: signatory, name, email, state, invitedOn, reminded: already } of signing.signatories) {
      if (state !== 'invited' || email === null || invitedOn === null) continue;
      const reminder = reminderDue({ invitedOn, expiresOn: signing.expiresOn, sent: already }, today);
      if (reminder === null) continue;
      const token = await all.signing.makeLink(signatory, now);
      await all.mail.queue({
        to: email,
        content: {
          kind: 'signature-reminder',
          ...aboutText(signing.text),
          name,
          link: `/signer/${token}`,
          until: signing.expiresOn,
          reminder,
        },
        at: now,
      });
      await all.signing.remind(signatory, reminder);
      sent += 1;
    }
    return accept(sent);
  });
  return reminded.ok ? reminded.value : 0;
}

function isDaytime(now: Date, zone: string): boolean {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: zone }).format(now),
  );
  return hour >= HOURS.from && hour < HOURS.before;
}

/** Both sides are told once that the delay is over. Says of how many texts. */
export async function tellExpired(stores: Stores, actor: Actor, now: Date): Promise<Result<number, NotAllowed>> {
  if (!pass(actor, { act: 'tell-expired', state: 'expired' }).ok) {
    return refuse({ kind: 'not-allowed', act: 'tell-expired' });
  }
  let told = 0;
  for (const id of await stores.signing.expiredUntold(now)) {
    const one = await stores.together<boolean, never>(async (all) => {
      const entered = await enterSigning(all, actor, { act: 'tell-expired', key: { id }, now, lock: true });
      // Somebody declined: everybody knows already. Another round told it: nothing to do.
      if (!entered.ok || !(await all.signing.expiredUntold(now)).includes(id)) return accept(false);
      const { signing } = entered.value;
      const mail = { kind: 'signature-expired', ...aboutText(signing.text), on: signing.expiresOn } as const;
      await tellSides(all, signing, { mail, at: now });
      await all.signing.markExpiredTold(id, now);
      await all.journal.append({
        at: now,
        act: 'tell-expired',
        actor: actor.kind,
        subject: { kind: 'agreed-text', id },
        says: { on: signing.expiresOn },
      });
      return accept(true);
    });
    if (one.ok && one.value) told += 1;
  }
  return accept(told);
}

export type SealingRound = {
  readonly now: Date;
  readonly seal: SealMachine;
  readonly onFailure: (error: unknown) => void;
};

/** Seals what waits; one that fails keeps none of the others. Says how many were sealed. */
export async function sealWaiting(
  stores: Stores,
  actor: Actor,
  { now, seal, onFailure }: SealingRound,
): Promise<Result<number, NotAllowed>> {
  if (!pass(actor, { act: 'seal-text', state: 'complete' }).ok)
    return refuse({ kind: 'not-allowed', act: 'seal-text' });
  let sealed = 0;
  for (const id of await stores.signing.toSeal(now)) {
    try {
      const done = await sealText(stores, actor, { id }, { now, seal });
      if (done.ok && !done.value.again) sealed += 1;
    } catch (error) {
      await stores.signing.missSeal(id, now);
      onFailure(error);
    }
  }
  return accept(sealed);
}

/** Kept to answer somebody who contests their name soon after; then the address serves no more. */
export const ADDRESS_DAYS = 30;

/** Says how many addresses were erased. */
export async function forgetSignatoryAddresses(
  stores: Stores,
  actor: Actor,
  now: Date,
): Promise<Result<number, NotAllowed>> {
  if (!pass(actor, { act: 'forget-signatories', state: 'complete' }).ok) {
    return refuse({ kind: 'not-allowed', act: 'forget-signatories' });
  }
  return accept(await stores.signing.forgetAddresses(new Date(now.getTime() - ADDRESS_DAYS * 86_400_000)));
}
