/** Who is told of what happens to a collective. In the transaction of the act. */
import type { MailContent } from '../mail/mail-content.ts';
import type { Stores } from '../stores.ts';

export async function tellCoordinators(
  stores: Stores,
  collective: number,
  { content, at, but }: { readonly content: MailContent; readonly at: Date; readonly but?: string },
): Promise<number> {
  const coordinators = (await stores.collectives.members(collective)).filter(
    ({ role, person }) => role === 'coordinator' && person !== but,
  );
  for (const { person } of coordinators) await stores.mail.queue({ to: { person }, content, at });
  return coordinators.length;
}

export async function tellMembers(
  stores: Stores,
  collective: number,
  { content, at, but }: { readonly content: MailContent; readonly at: Date; readonly but?: string },
): Promise<void> {
  for (const { person } of await stores.collectives.members(collective)) {
    if (person !== but) await stores.mail.queue({ to: { person }, content, at });
  }
}

export async function tellNationalTeam(
  stores: Stores,
  { content, at }: { readonly content: MailContent; readonly at: Date },
): Promise<void> {
  for (const person of await stores.roles.nationalTeam()) {
    await stores.mail.queue({ to: { person }, content, at });
  }
}
