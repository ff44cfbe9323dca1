/** A promise with a relative in another charter and a goal that it serves, confirmed, and frozen as version 1. */
import { loadGoals } from '#server/goals.ts';
import type { Db } from '#server/storage/connection.ts';
import { storesOn } from '#server/stores.ts';
import { addLink } from '#use-cases/crosswalk/add-link.ts';
import { publishCrosswalk } from '#use-cases/crosswalk/publish-crosswalk.ts';
import { EDITION, THEN } from './world.ts';

export async function relateSomewhere(db: Db): Promise<void> {
  const stores = storesOn(db);
  const team = { kind: 'person', id: 'p-team', holds: [{ role: 'national-team' }] } as const;
  const goals = loadGoals();
  const said = { from: { edition: EDITION, item: 'm7' }, reason: 'Les cantines', goals };
  const to = { kind: 'promise', edition: 'coorace-2020', item: 'm8' } as const;
  const done = [
    await addLink(stores, team, { ...said, to, relation: 'overlaps' }, THEN),
    await addLink(stores, team, { ...said, to: { kind: 'goal', goal: 2 }, relation: null }, THEN),
    await publishCrosswalk(stores, team, { goals }, THEN),
  ];
  for (const one of done) if (!one.ok) throw new Error(`not related: ${one.refusal.kind}`);
}
