/** What happened to each field of an action, as the journal says it. */
import type { Json } from '#domain/shared/canonical-json.ts';
import type { PastChange } from '#domain/plan/working-plan.ts';
import type { Db } from './connection.ts';
import { historyOf } from './journal.ts';

/** Oldest first; with `after`, of versions above it alone. An event whose words were erased says nothing of any field. */
export async function actionHistory(db: Db, action: number, after = 0): Promise<readonly PastChange[]> {
  const entries = await historyOf(db, { kind: 'action', id: action });
  return entries.flatMap(({ at, act, actor, says }): PastChange[] => {
    const said = objectOr(says);
    const version = typeof said['version'] === 'number' ? said['version'] : null;
    if (after > 0 && (version === null || version <= after)) return [];
    const by = typeof said['by'] === 'string' ? said['by'] : actor;
    return [{ at, act, role: actor, by, version, changes: changesIn(said['changes'] ?? null) }];
  });
}

function changesIn(said: Json): PastChange['changes'] {
  const fields = Object.entries(objectOr(said)).map(([field, change]) => {
    const { before = null, after = null } = objectOr(change);
    return [field, { before, after }] as const;
  });
  return Object.fromEntries(fields);
}

function objectOr(said: Json): { readonly [key: string]: Json } {
  return said !== null && typeof said === 'object' && !Array.isArray(said) ? (said as { [key: string]: Json }) : {};
}
