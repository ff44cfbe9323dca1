import { describe, expect, test } from 'vitest';
import { slugOf } from '../shared/slug.ts';
import { groupingName, nameWithoutKind } from './grouping-name.ts';
import type { GroupingKind } from './grouping.ts';

/** As the State's file has them, and as people should read them. `_` is a space that does not break. */
const NAMES: readonly (readonly [published: string, kind: GroupingKind, name: string])[] = [
  ["CA de Blois ''Agglopolys''", 'ca', "Communauté d'agglomération de Blois «_Agglopolys_»"],
  ['CA "Saintes - Grandes Rives - L\'Agglo"', 'ca', "Saintes - Grandes Rives - L'Agglo"],
  [
    'CC Alpes-Provence-Verdon "Sources de lumière"',
    'cc',
    'Communauté de communes Alpes-Provence-Verdon «_Sources de lumière_»',
  ],
  ['CU du Grand Reims', 'cu', 'Communauté urbaine du Grand Reims'],
  ['CA du Pays Basque', 'ca', "Communauté d'agglomération du Pays Basque"],
  ["CC d'Erdre et Gesvres", 'cc', "Communauté de communes d'Erdre et Gesvres"],
  ["CC de l'Est Lyonnais (CCEL)", 'cc', "Communauté de communes de l'Est Lyonnais (CCEL)"],
  ['CC des Quatre Rivières', 'cc', 'Communauté de communes des Quatre Rivières'],
  ['CA de La Rochelle', 'ca', "Communauté d'agglomération de La Rochelle"],
  ['CC du Cordais et du Causse (4 C)', 'cc', 'Communauté de communes du Cordais et du Causse (4 C)'],
  ['CA de Dembeni / Mamoudzou', 'ca', "Communauté d'agglomération de Dembeni / Mamoudzou"],
  [
    'CC de la Haute Somme (Combles - Péronne - Roisel)',
    'cc',
    'Communauté de communes de la Haute Somme (Combles - Péronne - Roisel)',
  ],
  ['CA de Nîmes Métropole', 'ca', "Communauté d'agglomération de Nîmes Métropole"],
  ["CC de l'Agglomération Migennoise", 'cc', "Communauté de communes de l'Agglomération Migennoise"],
  [
    'CA ECLA  (Espace Communautaire Lons Agglomération)',
    'ca',
    "Communauté d'agglomération ECLA (Espace Communautaire Lons Agglomération)",
  ],
  [
    'CA CIVIS (Communauté Intercommunale des Villes Solidaires)',
    'ca',
    "Communauté d'agglomération CIVIS (Communauté Intercommunale des Villes Solidaires)",
  ],
  [
    'CA Intercommunale de la Réunion Est (CIREST)',
    'ca',
    "Communauté d'agglomération Intercommunale de la Réunion Est (CIREST)",
  ],
  ['CC Thelloise', 'cc', 'Communauté de communes Thelloise'],
  ['CC le Dunois', 'cc', 'Communauté de communes Le Dunois'],
  ["CC l'Orée de la Brie", 'cc', "Communauté de communes L'Orée de la Brie"],
  ['CC la Septaine', 'cc', 'Communauté de communes La Septaine'],
  ['CA Le Grand Périgueux', 'ca', "Communauté d'agglomération Le Grand Périgueux"],
  ['CC Coeur de Savoie', 'cc', 'Communauté de communes Cœur de Savoie'],
  ['CC Castillon/Pujols', 'cc', 'Communauté de communes Castillon/Pujols'],
  ['CC Altitude 800', 'cc', 'Communauté de communes Altitude 800'],
  ['CA Val Parisis', 'ca', "Communauté d'agglomération Val Parisis"],
  ['CA Vitré Communauté', 'ca', 'Vitré Communauté'],
  ['CU Grand Besançon Métropole', 'cu', 'Grand Besançon Métropole'],
  ["CC Bresse Nord Intercom'", 'cc', "Bresse Nord Intercom'"],
  ['CC Grand Orb Communauté de Communes en Languedoc', 'cc', 'Grand Orb Communauté de Communes en Languedoc'],
  ["CA L'Agglo Foix-Varilhes", 'ca', "L'Agglo Foix-Varilhes"],
  ["CA Agglomération d'Agen", 'ca', "Agglomération d'Agen"],
  ["Métropole d'Aix-Marseille-Provence", 'metropole', "Métropole d'Aix-Marseille-Provence"],
  ['Eurométropole de Strasbourg', 'metropole', 'Eurométropole de Strasbourg'],
  ['Métropole de Lyon', 'metropole-de-lyon', 'Métropole de Lyon'],
  ["Paris Terres d'Envol", 'ept', "Paris Terres d'Envol"],
];

describe('a grouping', () => {
  test.each(NAMES)('published as %s (%s) is called %s', (published, kind, name) => {
    expect(groupingName(published, kind)).toBe(name.replaceAll('_', '\u00a0'));
  });

  test('has an address that begins with its name', () => {
    expect(slugOf(groupingName("CA de Blois ''Agglopolys''", 'ca'))).toBe(
      'communaute-d-agglomeration-de-blois-agglopolys',
    );
  });

  test('is also known without its kind', () => {
    expect(nameWithoutKind("Communauté d'agglomération Val Parisis")).toBe('Val Parisis');
    expect(nameWithoutKind('Communauté urbaine du Grand Reims')).toBe('du Grand Reims');
    expect(nameWithoutKind('Vitré Communauté')).toBe('Vitré Communauté');
    expect(nameWithoutKind('Métropole de Lyon')).toBe('Métropole de Lyon');
  });
});
