import type { RequestHandler } from './$types';
import { jsonResponse } from '#server/http/files.ts';
import { knownGrouping, leftTo, membersOf } from '../known-grouping.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { page, place, siren } = await knownGrouping(params);
  return jsonResponse(`intercommunalite-${siren}`, {
    ...page,
    kind: place.kind,
    members: membersOf({ page, place }),
    leftToIt: leftTo(page),
  });
};
