import { error, redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { dumpDays, dumpsFolder } from '#server/dumps/dump-files.ts';
import { runtime } from '#server/runtime.ts';

export const GET: RequestHandler = async () => {
  const { config } = await runtime();
  const [day] = await dumpDays(dumpsFolder(config.dataDirectory));
  return day === undefined ? error(404) : redirect(302, `/donnees/${day}`);
};
