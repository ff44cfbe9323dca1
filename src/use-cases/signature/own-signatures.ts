/**
 * What signing keeps about one person, and what goes with their account. Names of those who signed stay, as the law lets
 * them: they are public with the pact, and the person made them so. Addresses go, and the links to the account.
 */
import type { Json } from '#domain/shared/canonical-json.ts';
import type { Stores } from '../stores.ts';

type About = { readonly person: string; readonly email: string };

export async function keptInSigning(stores: Stores, about: About): Promise<Json> {
  return await stores.signing.keptAbout({ ...about, who: await stores.signing.whoIs({ email: about.email }) });
}

export async function leaveEverySigning(stores: Stores, about: About): Promise<void> {
  await stores.signing.eraseOf({ ...about, who: await stores.signing.whoIs({ email: about.email }) });
}
