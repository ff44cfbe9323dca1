/** Who is told of what happens in a negotiation. In the transaction of the act. */
import type { Side } from '#domain/signature/side.ts';
import type { Stores } from '../stores.ts';
import type { NegotiationMail } from './negotiation-mails.ts';
import type { StoredNegotiation } from './negotiation-store.ts';

/** Says how many accounts were written to. `but`: who did it needs no mail. */
export async function tellSide(
  stores: Stores,
  negotiation: StoredNegotiation,
  {
    side,
    content,
    at,
    but,
  }: { readonly side: Side; readonly content: NegotiationMail; readonly at: Date; readonly but?: string },
): Promise<number> {
  const people = (await stores.negotiations.people(negotiation, side)).filter((person) => person !== but);
  for (const person of people) await stores.mail.queue({ to: { person }, content, at });
  return people.length;
}
