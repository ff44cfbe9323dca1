import { expect, test } from 'vitest';
import { datesIn } from './dates.ts';
import { plainText } from './plain-text.ts';

const read = (text: string) =>
  datesIn(plainText(text, { start: 0, end: text.length })).map(({ text: written, day }) =>
    day === null ? written : [written, day],
  );

test.each([
  ['2021', ['2021']],
  ['3 <sup>ème</sup> trimestre 2021', ['3ème trimestre 2021']],
  ['3 ème trimestre 2021', ['3ème trimestre 2021']],
  ['Septembre 2021', ['Septembre 2021']],
  ['2022- A définir (suivant la réouverture)', ['2022', 'A définir']],
  ["sur la semaine nationale de l'ESS à l'école, dernière semaine de mars 2022", ['dernière semaine de mars 2022']],
  ["Première session de formation fin d'année 2021", ["fin d'année 2021"]],
  ['2ème semestre 2021 jusqu’à livraison', ['2ème semestre 2021']],
  ['Dernier trimestre pour la rentrée 2021-2022', ['Dernier trimestre pour la rentrée 2021-2022']],
  [
    'ouverture au public le 3 mai 2021  Inauguration le 20 mai 2021',
    [
      ['le 3 mai 2021', '2021-05-03'],
      ['le 20 mai 2021', '2021-05-20'],
    ],
  ],
  ['1er janvier 2023', [['1er janvier 2023', '2023-01-01']]],
  ['31/12/2025', [['31/12/2025', '2025-12-31']]],
  ['31/02/2025', ['31/02/2025']],
  ['Court terme', ['Court terme']],
  ["A définir par rapport à l'ouverture du fablab – moyen terme", ['A définir', 'moyen terme']],
  ['Action récurrente, suivant le calendrier de Zero Waste', ['Action récurrente']],
  ['Début 2022', ['Début 2022']],
  ['T1 2022 – T4 2023', ['T1 2022', 'T4 2023']],
  ['De mars à juin 2022', ['De mars à juin 2022']],
  ["d'ici 2024", ["d'ici 2024"]],
  ['2022-2024', ['2022-2024']],
  ['Fin du 1er semestre 2024', ['Fin du 1er semestre 2024']],
  ['2ᵉ trimestre 2024', ['2ᵉ trimestre 2024']],
  ["Une année après l'exposition Textile Impact", ["Une année après l'exposition Textile Impact"]],
  [`Une première action peut être lancée au sein des maisons de quartier, ${'puis ailleurs, '.repeat(4)}`, []],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});
