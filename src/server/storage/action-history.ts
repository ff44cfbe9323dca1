/** What happened to each field of an action, or of an indicator, as the journal says it. */
import type { Json } from '#domain/shared/canonical-json.ts';
import type { PastChange } from '#domain/plan/working-plan.ts';
import type { Db } from './connection.ts';
import { historiesOf, historyOf, type JournalEntry } from './journal.ts';

/** Oldest first. An event whose words were erased says nothing of any field. */
export async function actionHistory(db: Db, action: number): Promise<readonly PastChange[]> {
  const entries = await historyOf(db, { kind: 'action', id: action });
  return entries.map(toPastChange);
}

/** Of many in one query, each from versions above `after` alone; those of which nothing is told are not there. */
export async function actionHistories(
  db: Db,
  wanted: readonly { readonly action: number; readonly after: number }[],
): Promise<ReadonlyMap<number, readonly PastChange[]>> {
  const seen = new Map(wanted.map(({ action, after }) => [String(action), after]));
  const entries = await historiesOf(db, { kind: 'action', ids: [...seen.keys()] });
  const later = entries.flatMap(({ subject, ...entry }) => {
    const past = toPastChange(entry);
    return past.version !== null && past.version > (seen.get(subject) ?? 0) ? [{ action: Number(subject), past }] : [];
  });
  return new Map(
    [...Map.groupBy(later, ({ action }) => action)].map(([action, told]) => [action, told.map(({ past }) => past)]),
  );
}

/** Oldest first. What is done to an indicator is told of its plan. */
export async function indicatorHistory(
  db: Db,
  { plan, id }: { readonly plan: number; readonly id: number },
): Promise<readonly PastChange[]> {
  const entries = await historyOf(db, { kind: 'plan', id: plan });
  return entries.filter(({ says }) => objectOr(says)['indicator'] === id).map(toPastChange);
}

function toPastChange({ at, act, actor, says }: JournalEntry): PastChange {
  const said = objectOr(says);
  const version = typeof said['version'] === 'number' ? said['version'] : null;
  const by = typeof said['by'] === 'string' ? said['by'] : actor;
  return { at, act, role: actor, by, version, changes: changesIn(said['changes'] ?? null) };
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
