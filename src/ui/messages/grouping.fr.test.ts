import { expect, test } from 'vitest';
import { neighboursTitle, noNeighbours } from './commune.fr.ts';
import { kindUnlessSaid } from './grouping.fr.ts';

test('a grouping takes its article in a sentence when it has one', () => {
  expect(neighboursTitle('Communauté urbaine du Grand Reims')).toBe(
    'Près d’ici, dans la communauté urbaine du Grand Reims',
  );
  expect(noNeighbours('Métropole de Lyon')).toContain('de la métropole de Lyon n’a');
  expect(noNeighbours("Agglomération d'Agen")).toContain("de l’agglomération d'Agen");
  expect(noNeighbours('Vitré Communauté')).toContain('de Vitré Communauté');
});

test('the kind is said once', () => {
  expect(kindUnlessSaid({ kind: 'ca', name: "Communauté d'agglomération de Blois" })).toEqual([]);
  expect(kindUnlessSaid({ kind: 'ca', name: 'Vitré Communauté' })).toEqual(['Communauté d’agglomération']);
  expect(kindUnlessSaid({ kind: 'metropole-de-lyon', name: 'Métropole de Lyon' })).toEqual([]);
});
