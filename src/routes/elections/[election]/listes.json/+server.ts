import type { RequestHandler } from './$types';
import { streamedJson } from '#server/http/streamed-list.ts';
import { listRows } from '#server/storage/list-pages.ts';
import { knownElection } from '../known-election.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { db, election } = await knownElection(params);
  return streamedJson(`${election.id}-listes`, (after) => listRows(db, { election: election.id, ...from(after) }));
};

function from(after: number | undefined): { readonly after?: number } {
  return after === undefined ? {} : { after };
}
