/** The door of the published versions of a plan: public, found through their plan. */
import { error } from '@sveltejs/kit';
import { versionsOf } from '#server/storage/plan-versions.ts';
import type { StoredVersion } from '#use-cases/plans/plan-version-store.ts';
import { knownPlan } from '../known-plan.ts';

export async function knownVersions(params: { readonly plan: string }) {
  const known = await knownPlan(params);
  return { ...known, versions: await versionsOf(known.db, known.id) };
}

export async function knownVersion(params: { readonly plan: string; readonly number: string }) {
  const known = await knownVersions(params);
  const number = Number(/^[1-9]\d{0,5}$/.exec(params.number)?.[0] ?? error(404));
  const version: StoredVersion = known.versions.find((one) => one.number === number) ?? error(404);
  return { ...known, version };
}
