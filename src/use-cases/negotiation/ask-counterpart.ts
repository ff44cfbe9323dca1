/**
 * The collective asks the counterpart to negotiate: by mail to its public addresses, to its representatives, and to an
 * address that the collective knows; or it says that it asked in person. From then on it is public that it was asked.
 */
import type { Actor } from '#domain/access/gate.ts';
import { readEmail } from '#domain/shared/email.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterNegotiation, type CannotEnterNegotiation, type InNegotiation } from './enter-negotiation.ts';
import { aboutNegotiation, negotiationPath } from './negotiation-mails.ts';
import { recordAct } from './record-act.ts';
import { tellSide } from './tell-side.ts';

export type AskCounterpart = {
  readonly negotiation: number;
  /** `in-person`: no mail is sent. */
  readonly how: 'mail' | 'in-person';
  /** Of somebody of the list, as typed; '' when none is known. Used for this mail, kept nowhere else. */
  readonly email: string;
};

/** One is asked again after a day at the earliest. */
const HOURS_BETWEEN = 24;

export type CannotAsk =
  | CannotEnterNegotiation
  | { readonly kind: 'not-an-address' }
  /** No public address, no representative, and none was typed. */
  | { readonly kind: 'nobody-to-write-to' }
  | { readonly kind: 'asked-just-now'; readonly again: Date };

/** `mails`: how many were sent. */
export async function askCounterpart(
  stores: Stores,
  actor: Actor,
  request: AskCounterpart,
  now: Date,
): Promise<Result<{ readonly mails: number }, CannotAsk>> {
  return await stores.together(async (all): Promise<Result<{ readonly mails: number }, CannotAsk>> => {
    const { negotiation: id, how } = request;
    const entered = await enterNegotiation(all, actor, { act: 'ask-counterpart', id, lock: true });
    if (!entered.ok) return entered;
    const { negotiation } = entered.value;
    const typed = request.email.trim();
    const email = readEmail(typed);
    if (how === 'mail' && typed !== '' && email === null) return refuse({ kind: 'not-an-address' });
    const again = new Date((negotiation.toldAt?.getTime() ?? 0) + HOURS_BETWEEN * 3_600_000);
    if (how === 'mail' && negotiation.toldAt !== null && now < again) return refuse({ kind: 'asked-just-now', again });

    const mails = how === 'mail' ? await writeToThem(all, entered.value, { email, now }) : 0;
    if (how === 'mail' && mails === 0) return refuse({ kind: 'nobody-to-write-to' });
    if (negotiation.state === 'prepared') await all.negotiations.change(id, { to: 'asked', at: now });
    if (how === 'mail') await all.negotiations.told(id, now);
    await recordAct(all, entered.value, {
      act: 'ask-counterpart',
      at: now,
      changed: { what: 'stage' },
      says: { how, mails },
    });
    return accept({ mails });
  });
}

async function writeToThem(
  all: Stores,
  { negotiation, edition }: InNegotiation,
  { email, now }: { readonly email: string | null; readonly now: Date },
): Promise<number> {
  const { counterpart, place, state } = negotiation;
  const owner = counterpart.kind === 'list' ? { list: counterpart.list } : { place };
  const addresses = (await all.campaign.addressesOf(owner)).map((address) => address.email);
  const content = {
    kind: 'negotiation-asked',
    ...aboutNegotiation(negotiation),
    edition: edition.title,
    again: state === 'asked',
    // Open to whoever holds it: it says how to be confirmed, and nothing of the negotiation.
    path: `${negotiationPath(negotiation.id)}/rejoindre`,
  } as const;
  const unique = new Set([...addresses, ...(email === null ? [] : [email])]);
  for (const to of unique) await all.mail.queue({ to, content, at: now });
  return unique.size + (await tellSide(all, negotiation, { side: 'counterpart', content, at: now }));
}
