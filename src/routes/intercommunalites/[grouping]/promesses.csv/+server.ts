import type { RequestHandler } from './$types';
import { commitmentsCsv } from '#server/http/signed-lists.ts';
import { knownGrouping } from '../known-grouping.ts';

/** What pacts leave to it, or mean to do with it. */
export const GET: RequestHandler = async ({ params }) => {
  const { db, siren } = await knownGrouping(params);
  return commitmentsCsv(db, { name: `intercommunalite-${siren}-promesses`, wanted: { competent: siren } });
};
