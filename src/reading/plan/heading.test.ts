import { describe, expect, test } from 'vitest';
import { readHeading } from './heading.ts';
import { planLines } from './plan-lines.ts';

const heading = (text: string) => {
  const [line] = planLines(text);
  const found = line ? readHeading(line) : null;
  return found && [found.family, found.number, found.title.text];
};

describe('a heading', () => {
  test.each([
    ['Fiche Action 1.1 : ENQUETE', ['sheet', '1.1', 'ENQUETE']],
    ['## Fiche Action 1.2 : RENCONTRE', ['sheet', '1.2', 'RENCONTRE']],
    ['### Fiche action 2.2 : Le Défi', ['sheet', '2.2', 'Le Défi']],
    ['AXE 1.8 : **Equipement**', ['axis', '1.8', 'Equipement']],
    ['<b>AXE 1</b>\t<b>Renforcer</b>', ['axis', '1', 'Renforcer']],
    ['Action 12 : Rénover', ['sheet', '12', 'Rénover']],
    ['Action 1.2.3 Rénover', ['sheet', '1.2.3', 'Rénover']],
    ['Fiche n°4', ['sheet', '4', '']],
    ['FICHE ACTION 1', ['sheet', '1', '']],
    ['FICHE ACTION : Rénover', ['sheet', '', 'Rénover']],
    ['| Fiche action n°4 | Rénover |', ['sheet', '4', 'Rénover']],
    ['MOB-03 Développer', ['code', 'MOB-03', 'Développer']],
    ['Orientation stratégique n°2 : Eau', ['axis', '2', 'Eau']],
    ['Axe II – Eau', ['axis', 'II', 'Eau']],
    ['3. Rénover', ['bare', '3', 'Rénover']],
    ['Action 2 : Isoler ............ 5', ['sheet', '2', 'Isoler']],
  ])('"%s" is understood', (text, expected) => {
    expect(heading(text)).toEqual(expected);
  });

  test.each([
    'Action 12 est prévue en 2022',
    'fiche action 4.1',
    'Axe de travail',
    'Objectif 2030 : neutralité',
    'Actions de sensibilisation',
    'Fiche technique du vélo',
    '50 % de bio',
  ])('"%s" is none', (text) => {
    expect(heading(text)).toBeNull();
  });
});
