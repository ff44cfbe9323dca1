/** Telling the people of an agreed text what happened, in the transaction of the act. Nobody is told twice. */
import type { Signing } from '#domain/signature/signing.ts';
import { SIDES, type Side } from '#domain/signature/side.ts';
import type { Stores } from '../stores.ts';
import type { SignatureMail } from './signature-mails.ts';

export type Told = {
  readonly mail: SignatureMail;
  readonly at: Date;
  /** Both when absent. */
  readonly sides?: readonly Side[];
  readonly nationalTeam?: boolean;
  /** Signatories that have an address and were not taken off. */
  readonly signatories?: boolean;
  /** The account whose act it is knows already. */
  readonly but?: string | null;
};

/** To those who speak for the sides, and to the others asked for. */
export async function tellSides(
  stores: Stores,
  signing: Signing,
  { mail, at, sides = SIDES, nationalTeam = false, signatories = false, but = null }: Told,
): Promise<void> {
  const people = new Set<string>();
  for (const side of sides) for (const person of await stores.signing.speakers(signing.text, side)) people.add(person);
  if (nationalTeam) for (const person of await stores.signing.nationalTeam()) people.add(person);
  const told = new Set<string>();
  for (const person of people) {
    told.add(await stores.signing.whoIs({ person }));
    if (person !== but) await stores.mail.queue({ to: { person }, content: mail, at });
  }
  if (!signatories) return;
  for (const { email, state } of signing.signatories) {
    if (email === null || state === 'removed') continue;
    const who = await stores.signing.whoIs({ email });
    if (told.has(who)) continue;
    told.add(who);
    await stores.mail.queue({ to: email, content: mail, at });
  }
}
