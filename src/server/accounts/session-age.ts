/** How old a session may be for what asks for a recent sign-in. */

/** Once signed in, for how long a passkey may be added, the address changed or the account erased without signing in again. */
export const FRESH_MINUTES = 30;

export function isFresh(session: { readonly createdAt: Date }, now: Date): boolean {
  return now.getTime() - session.createdAt.getTime() < FRESH_MINUTES * 60_000;
}
