/** The edition of 2032 made from that of 2020 in the workbench, and published: for tests of what follows a measure. */
import { sql } from 'kysely';
import type { Person } from '#domain/access/gate.ts';
import type { Db } from '#server/storage/connection.ts';
import { storesOn } from '#server/stores.ts';
import { arrangeMeasures } from '#use-cases/workbench/arrange-measures.ts';
import { openDraft } from '#use-cases/workbench/open-draft.ts';
import { publishEdition } from '#use-cases/workbench/publish-edition.ts';
import { mergeMeasures, removeMeasure, splitMeasure } from '#use-cases/workbench/shape-measures.ts';
import { EDITION } from './world.ts';

export const NEXT_EDITION = 'pacte-transition-2032';

export type NextEdition = {
  /** Two measures change numbers. */
  readonly swapped: readonly [number, number];
  /** The second goes into the first. */
  readonly merged: readonly [number, number];
  /** Its second half has the next number, 33. */
  readonly split: number;
  readonly removed: number;
};

export async function publishNextEdition(db: Db, changes: NextEdition, at: Date): Promise<void> {
  const stores = storesOn(db);
  const team: Person = { kind: 'person', id: 'p-team', holds: [{ role: 'national-team' }] };
  const request = { editionId: NEXT_EDITION, title: 'Pacte (exemple)', year: 2032, collective: null, from: EDITION };
  const draft = taken(await openDraft(stores, team, request, at)).id;
  const of = async (number: number) => {
    const found = (await stores.workbench.find(draft))?.measures.find((measure) => measure.number === number);
    if (found === undefined) throw new Error(`no measure ${number}`);
    return found;
  };
  const [into, from] = changes.merged;
  taken(await mergeMeasures(stores, team, { draft, measure: (await of(from)).id, into: (await of(into)).id }, at));
  taken(await splitMeasure(stores, team, { draft, measure: (await of(changes.split)).id }, at));
  const gone = await of(changes.removed);
  const removal = { draft, measure: gone.id, version: gone.version, reason: 'Fait partout' };
  taken(await removeMeasure(stores, team, removal, at));
  const [one, other] = changes.swapped;
  const numbers = new Map([
    [(await of(one)).id, other],
    [(await of(other)).id, one],
  ]);
  taken(await arrangeMeasures(stores, team, { draft, numbers }, at));
  await sql`update draft_measure set reason = 'Pour l’exemple' where draft_id = ${draft} and reason = ''`.execute(db);
  taken(await publishEdition(stores, team, { draft }, at));
}

function taken<Value>(
  done: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: object },
): Value {
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
}
