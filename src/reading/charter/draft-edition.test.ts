import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { draftEdition, type EditionDraft } from './draft-edition.ts';

const CHARTERS = new URL('../../../data/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, CHARTERS), 'utf8');
const reviewed = (id: string): EditionDraft => {
  const { preamble, principles, measures } = parse(read(`charters/${id}.yaml`)) as EditionDraft;
  return { preamble, principles, measures };
};

test('the draft of the Pacte is what review kept, but for the levels of measure 14 that its text does not have', () => {
  const draft = draftEdition(read('documents/pacte-transition-2020.txt'));
  const kept = reviewed('pacte-transition-2020');
  expect(draft).toEqual({
    ...kept,
    measures: kept.measures.map((measure) => (measure.number === 14 ? { ...measure, levels: [] } : measure)),
  });
});

test('the draft of the COORACE propositions is what review kept, but for the title cut in two lines', () => {
  const draft = draftEdition(read('documents/coorace-10-propositions-2020.txt'));
  const kept = reviewed('coorace-2020');
  expect(draft.preamble.slice(0, 2)).toEqual(["**S'ENGAGER POUR LES TERRITOIRES", 'INCLUSIFS DE DEMAIN !**']);
  expect({ ...draft, preamble: draft.preamble.slice(2) }).toEqual({ ...kept, preamble: kept.preamble.slice(1) });
});

test('a label that says more than a number is kept, a number is not', () => {
  const draft = draftEdition(
    'Mesure 1 : Planter\nNiveau unique : Planter un arbre\nMesure 2 : Semer\nN1 • Du blé\nN2 • Du trèfle',
  );
  expect(draft.measures.map((measure) => measure.levels)).toEqual([
    [{ level: 1, label: 'Niveau unique :', clauses: ['Planter un arbre'] }],
    [
      { level: 1, clauses: ['Du blé'] },
      { level: 2, clauses: ['Du trèfle'] },
    ],
  ]);
});
