import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { noticeDocument } from '#publishing/plan/notice-document.ts';
import { publicAddress } from '#server/config.ts';
import { printedFile } from '#server/http/printed-file.ts';
import { councilPrintedPlan } from '#server/printed-plans.ts';
import { runtime } from '#server/runtime.ts';
import { seeNextVersion } from '#use-cases/plans/prepare-version.ts';
import { knownWorkshop } from '../known-workshop.ts';

/** For the council's file, that anybody may ask for: what a publication would show, and nothing else. */
export const GET: RequestHandler = async (event) => {
  const workshop = await knownWorkshop(event);
  const { stores, person, plan } = workshop;
  const next = await seeNextVersion(stores, person, { plan: plan.id });
  if (!next.ok) error(404);
  const { config } = await runtime();
  const printed = await councilPrintedPlan(workshop, next.value, { origin: publicAddress(config) });
  const name = `plan-${plan.id}-notice-conseil`;
  return await printedFile(event, noticeDocument(printed), { format: event.params.format, name });
};
