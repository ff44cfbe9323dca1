/** The door of every page and file of an election: a code that names none is not found. */
import { error } from '@sveltejs/kit';
import type { Election } from '#domain/campaign/election.ts';
import { findElection } from '#server/campaign-store.ts';
import { runtime, type Runtime } from '#server/runtime.ts';

export async function knownElection({
  election: id,
}: {
  readonly election: string;
}): Promise<Runtime & { readonly election: Election }> {
  const opened = await runtime();
  const election = /^[a-z0-9][a-z0-9-]{0,79}$/.test(id) ? await findElection(opened.db, id) : null;
  return { ...opened, election: election ?? error(404) };
}
