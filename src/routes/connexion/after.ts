/** Where signing in leads. */
import { error, redirect } from '@sveltejs/kit';
import type { Asking } from '#server/accounts/actor-of.ts';
import { startSession } from '#server/accounts/start-session.ts';
import type { Config } from '#server/config.ts';
import { sameSitePath } from '#server/http/same-site-path.ts';
import { LOGIN_OF_ANOTHER, SIGN_IN_FIRST } from '#ui/messages/accounts.fr.ts';
import type { CannotEnter, SignedIn } from '#use-cases/accounts/sign-in.ts';

/** The link of the mail stands under it. */
export const LINK_PATH = '/connexion/lien';

/** Holds what was asked of the other service, while the person is there. */
export const AWAY_COOKIE = 'parole.ailleurs';

/** The address that the other service knows of ours. */
export function redirectUriOf({ publicOrigin }: Pick<Config, 'publicOrigin'>, url: URL): string {
  return `${publicOrigin ?? url.origin}/connexion/retour`;
}

export function nextOf(url: URL): string {
  return sameSitePath(url.searchParams.get('vers'), '/compte');
}

/** Gives the session and goes on. */
export async function goOn(event: Asking, { person, next }: SignedIn): Promise<never> {
  await startSession(event, person);
  redirect(303, sameSitePath(next, '/compte'));
}

/** Refusals that no field of the form can mend. */
export function notEntered(refusal: CannotEnter): never {
  if (refusal.kind === 'not-allowed') error(403, SIGN_IN_FIRST);
  error(409, LOGIN_OF_ANOTHER);
}
