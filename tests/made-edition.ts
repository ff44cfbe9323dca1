/** An edition made here, for tests: that of 2020 with one measure changed, one split, one removed and one added. */
import type { Person } from '#domain/access/gate.ts';
import { changeOf } from '#domain/workbench/change.ts';
import { wordsIn } from '#domain/workbench/problems.ts';
import type { Db } from '#server/storage/connection.ts';
import { storesOn } from '#server/stores.ts';
import { knownTo } from '#use-cases/workbench/enter-draft.ts';
import { openDraft } from '#use-cases/workbench/open-draft.ts';
import { publishEdition } from '#use-cases/workbench/publish-edition.ts';
import { addMeasure, removeMeasure, splitMeasure } from '#use-cases/workbench/shape-measures.ts';
import { writeMeasure } from '#use-cases/workbench/write-measure.ts';
import { EDITION } from './world.ts';

export const NATIONAL_TEAM: Person = { kind: 'person', id: 'p-national-team', holds: [{ role: 'national-team' }] };
export const MADE = 'pacte-transition-2032';
const AT = new Date('2025-11-03T09:00:00Z');

/** Ready to be published: measure 2 has another title, 15 is 15 and 33, 32 is gone, 34 is new. */
export async function draftOfMadeEdition(db: Db, { id = MADE, year = 2032 } = {}): Promise<number> {
  const stores = storesOn(db);
  const request = {
    editionId: id,
    title: 'Pacte pour la Transition 2032',
    year,
    collective: null,
    from: EDITION,
  };
  const draft = taken(await openDraft(stores, NATIONAL_TEAM, request, AT)).id;
  const numbered = async (number: number) =>
    (await stores.workbench.find(draft))?.measures.find((measure) => measure.number === number)?.id ?? 0;
  taken(await splitMeasure(stores, NATIONAL_TEAM, { draft, measure: await numbered(15) }, AT));
  const gone = { draft, measure: await numbered(32), reason: 'Passée dans la loi.' };
  taken(await removeMeasure(stores, NATIONAL_TEAM, gone, AT));
  const words = {
    title: 'Protéger l’eau',
    introduction: [],
    levels: [{ level: 1, clauses: ['Protéger les captages.'] }],
  };
  taken(await addMeasure(stores, NATIONAL_TEAM, { draft, words, reason: 'Demandée par les collectifs.' }, AT));
  const found = await stores.workbench.find(draft);
  if (found === null) throw new Error('it was opened');
  const { find } = await knownTo(stores, found);
  for (const measure of found.measures) {
    const { id: number, version, words: before, number: shown } = measure;
    if (before === null) continue;
    const title = shown === 2 ? 'Emprunter auprès de la finance éthique.' : before.title;
    const levels = shown === 15 ? before.levels.slice(0, 2) : shown === 33 ? before.levels.slice(2) : before.levels;
    const changed = { ...measure, words: { ...before, title, levels } };
    const change = changeOf(changed, { all: found.measures, wordsOf: wordsIn(find) });
    const themes = { 'revue-nationale-2023': 'environnement-et-biodiversite', ...measure.themes };
    const reason = change === 'kept' ? '' : measure.reason || 'Décidé en comité.';
    const writing = { draft, measure: number, version, words: changed.words, themes, reason };
    taken(await writeMeasure(stores, NATIONAL_TEAM, writing, AT));
  }
  return draft;
}

/** Published as another process would: whoever reads it here still has to hear of it. */
export async function publishMadeEdition(
  db: Db,
  given: { readonly id?: string; readonly year?: number } = {},
): Promise<string> {
  const draft = await draftOfMadeEdition(db, given);
  return taken(await publishEdition(storesOn(db), NATIONAL_TEAM, { draft }, AT)).edition;
}

function taken<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: object },
): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
