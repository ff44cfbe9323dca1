/** What rows of real sheets do: one short sheet for each. */
import { describe, expect, test } from 'vitest';
import type { ActionFinding } from '#reading/contract.ts';
import { readPlan } from './read-plan.ts';
import { lostCharacters } from './testing/compare.ts';

function sheets(...texts: readonly string[]): readonly ActionFinding[] {
  const read = readPlan(texts.join('\n'));
  expect(lostCharacters(read)).toBe('');
  return read.actions;
}
function sheet(rows: string): ActionFinding {
  const [first] = sheets(`Fiche action 1 : Planter\n${rows}`, `Fiche action 2 : Semer\n${rows}`);
  if (!first) throw new Error('no action was read');
  return first;
}

describe('a value', () => {
  test('keeps the dash of its first item in columns parted by blanks', () => {
    const { objectives } = sheet(
      'Pilote           Voirie\nObjectifs        - Planter\n                 - Arroser',
    ).fields;
    expect(objectives).toBe('- Planter\n- Arroser');
  });

  test('ends where the next cell holds a label of its own', () => {
    const { fields, labels } = sheet(
      'Pilote : Voirie\tPriorité : 1\nPartenaires : Région\tBudget : 5 000 €\nObjectif : Ombre',
    );
    expect(fields.leads).toBe('Voirie\nPartenaires : Région');
    expect(fields.means).toBe('5 000 €');
    expect(labels).toEqual(['Priorité : 1']);
  });

  test('of a second label of one field keeps that label', () => {
    const { means, indicators } = sheet(
      'Pilote : Voirie\nMoyens humains : 1 ETP\nMoyens financiers : aucun\nIndicateurs de réalisation : arbres\nIndicateurs de résultat : ombre',
    ).fields;
    expect(means).toBe('1 ETP\nMoyens financiers : aucun');
    expect(indicators).toBe('arbres\nIndicateurs de résultat : ombre');
  });

  test('written under the label of the title, when the sheet has one, describes the action', () => {
    expect(sheet('Pilote : Voirie\nAction : planter trente tilleuls\nBudget : 1 €').fields.description).toBe(
      'planter trente tilleuls',
    );
  });

  test('made of a small table of sums keeps its rows', () => {
    const one = sheet(
      'Pilote : Voirie\nPlan de financement :\nDépenses\tMontant HT\tRecettes\tMontant\nArbres\t6 000 €\tRégion\t4 000 €\nCalendrier : 2024',
    );
    expect(one.amounts.map(({ text }) => text)).toEqual(['6 000 €', '4 000 €']);
    expect(one.fields.calendar).toBe('2024');
  });

  test('that names its parts on rows of their own keeps them on lines', () => {
    expect(sheet('Pilote\tVoirie\nFinancement\tDSIL : 5 000 €\n\tRégion : 3 000 €').fields.means).toBe(
      'DSIL : 5 000 €\nRégion : 3 000 €',
    );
  });
});

describe('a label', () => {
  test('may head a column among others, with the values below', () => {
    const { fields } = sheet(
      'PILOTE\tPARTENAIRES\tCALENDRIER\tBUDGET\nVoirie\tRégion, LPO\t2024-2027\t3 € par mètre\nCONTEXTE\nIl fait chaud.',
    );
    expect(fields).toMatchObject({
      leads: 'Voirie\nPARTENAIRES : Région, LPO',
      calendar: '2024-2027',
      means: '3 € par mètre',
      context: 'Il fait chaud.',
    });
  });

  test('is no value of the label beside it', () => {
    const { fields } = sheet('Pilote\tVoirie\nCalendrier\tBudget\n2024\t5 €');
    expect(fields).toMatchObject({ calendar: '2024', means: '5 €' });
  });

  test('may share its line with another one, parted by blanks', () => {
    const { fields, labels } = sheet(
      'Axe : Mobilité            Priorité : haute\nPilote : Voirie            Élu référent : M. Blin\nCoût : 5 € TTC             Échéance : 2025',
    );
    expect(fields).toMatchObject({ leads: 'Voirie\nÉlu référent : M. Blin', means: '5 € TTC', calendar: '2025' });
    expect(labels).toEqual(['Priorité : haute']);
  });

  test('may be told from its value by bold letters alone', () => {
    const { fields } = sheet(
      '**Contexte.** La nappe baisse.\n**Objectifs** Économiser\n**Pilote :** Régie\n<b>Budget</b> 5 €',
    );
    expect(fields).toMatchObject({
      context: 'La nappe baisse.',
      objectives: 'Économiser',
      leads: 'Régie',
      means: '5 €',
    });
  });

  test('may speak of elements and reminders', () => {
    const { fields } = sheet('Éléments de contexte\nIl fait chaud.\nPilote\nVoirie\nBudget\n5 €');
    expect(fields.context).toBe('Il fait chaud.');
  });

  test('may be a question with its answer beside it', () => {
    const { fields } = sheet('• Qui ? Voirie\n• Quand ? Hiver 2023\n• Combien ? 6 000 €\n• Pourquoi ? Il fait chaud.');
    expect(fields).toMatchObject({
      leads: 'Voirie',
      calendar: 'Hiver 2023',
      means: '6 000 €',
      context: 'Il fait chaud.',
    });
  });

  test('may be a question on a line of its own', () => {
    const { fields } = sheet('QUI ?\nVoirie\nQUAND ?\nHiver 2023\nCOMBIEN ?\n6 000 € par an');
    expect(fields).toMatchObject({ leads: 'Voirie', calendar: 'Hiver 2023', means: '6 000 € par an' });
  });

  test('may be numbered in two levels', () => {
    const { fields } = sheet('3. Mise en œuvre\n3.1 Pilotage\nVoirie\n3.2 Calendrier\n2024\n3.3. Budget\n6 000 €');
    expect(fields).toMatchObject({ leads: 'Voirie', calendar: '2024', means: '6 000 €' });
  });

  test('that nobody knows but that comes back with its value ends the field above', () => {
    const { fields } = sheet('Pilote : Voirie\nCalendrier : 2024\nBilan carbone : 3 tonnes\nBudget : 6 000 €');
    expect(fields).toMatchObject({ leads: 'Voirie', calendar: '2024', means: '6 000 €' });
  });

  test('of the status or the theme may have its value on the next line', () => {
    const one = sheet("Thématique\nMobilités\nPilote\nVoirie\nETAT D'AVANCEMENT\nEN COURS\nBudget\n5 €");
    expect([one.labels, one.axis, one.fields.leads]).toEqual([["ETAT D'AVANCEMENT : EN COURS"], '1', 'Voirie']);
  });

  test('is no remark inside a text', () => {
    const { description } = sheet('Pilote : Voirie\nDescription : Planter.\nAttention : sol sec.\nBudget : 5 €').fields;
    expect(description).toBe('Planter.\nAttention : sol sec.');
  });

  test('that nobody knows is part of the value below a label alone on its line', () => {
    const { fields } = sheet('Pilote : Voirie\nFinancement :\nRégion : 3 000 €\nVille : 2 000 €\nCalendrier : 2024');
    expect(fields.means).toBe('Région : 3 000 €\nVille : 2 000 €');
  });
});

describe('a heading', () => {
  const rows = 'Constats\nIl fait chaud.\nPilote\nVoirie\nBudget\n5 €\n';

  test('may be a code alone, with the title below', () => {
    expect(
      sheets(`MOB-01\nPlanter des tilleuls\n${rows}`, `MOB-02\nSemer\n${rows}`).map((one) => [one.number, one.title]),
    ).toEqual([
      ['MOB-01', 'Planter des tilleuls'],
      ['MOB-02', 'Semer'],
    ]);
  });

  test('may give the axis and the number in cells of their own', () => {
    const read = sheets(`FICHE ACTION\tAxe 1\tN° 1.1\nPlanter\n${rows}`, `FICHE ACTION\tAxe 2\tN° 2.1\nSemer\n${rows}`);
    expect(read.map((one) => [one.number, one.title, one.axis])).toEqual([
      ['1.1', 'Planter', '1'],
      ['2.1', 'Semer', '2'],
    ]);
  });
});

describe('above the sheets', () => {
  const rows = (axis: string): string => `Secteur : ${axis}\nPilote : Voirie\nObjectif : ombre\nBudget : 5 €\n`;

  test('the name of the plan that runs over every page belongs to no sheet', () => {
    const header = 'Plan de mobilité de Nantheuil\nAxe 1 : Marcher';
    const read = sheets(
      ...[1, 2, 3].map((number) => `${header}\nMOB-0${number}\nPlanter\nPilote\nVoirie\nIndicateurs\nNombre d'arbres`),
    );
    expect(read.map(({ fields }) => fields.indicators)).toEqual([
      "Nombre d'arbres",
      "Nombre d'arbres",
      "Nombre d'arbres",
    ]);
  });

  test('a value that comes back before each sheet stays a value', () => {
    const read = sheets(
      'Plan climat',
      ...[1, 2, 3].map((number) => `Fiche action ${number} : Planter\nPilote\nVoirie\nIndicateurs\nÀ définir`),
    );
    expect(read.map(({ fields }) => fields.indicators)).toEqual(['À définir', 'À définir', 'À définir']);
  });

  test('axes with a heading are all there are: another theme that a sheet names is a label', () => {
    const read = readPlan(
      `Axe 1 : Climat\nAction 1 : Planter\n${rows('Transports')}Action 2 : Semer\n${rows('Tous')}Axe 2 : Eau\nAction 3 : Puiser\n${rows('Eau')}`,
    );
    expect(read.axes.map(({ title }) => title)).toEqual(['Climat', 'Eau']);
    expect(read.actions.map(({ axis, labels }) => [axis, labels])).toEqual([
      ['1', ['Secteur : Transports']],
      ['1', ['Secteur : Tous']],
      ['2', []],
    ]);
  });

  test('an axis may have its number only, if the sheets below bear it', () => {
    for (const [one, two] of [
      ['I', 'II'],
      ['1', '2'],
      ['A', 'B'],
    ] as const) {
      const read = readPlan(
        `1. Présentation\nUn mot du maire.\n${one}. PRÉSERVER\nAction ${one}.1 : Planter\n${rows('')}Action ${one}.2 : Semer\n${rows('')}\n${two}. PARTAGER\n\nAction ${two}.1 : Prêter\n${rows('')}`,
      );
      expect(read.axes.map(({ number, title }) => [number, title])).toEqual([
        [one, 'PRÉSERVER'],
        [two, 'PARTAGER'],
      ]);
      expect(read.actions.map(({ title, axis }) => [title, axis])).toEqual([
        ['Planter', one],
        ['Semer', one],
        ['Prêter', two],
      ]);
    }
  });
});

test('a sheet with a number of another kind opens where the contents announced it', () => {
  const plan = readPlan(
    [
      'Plan d’action de Villebois',
      'Sommaire',
      'Action 1 : Planter des haies ........ 3',
      'Action 2 : Isoler l’école ........ 4',
      'MOB-03 Créer un plan vélo ........ 5',
      '',
      'Action 1 : Planter des haies',
      'Contexte : Les haies ont disparu.',
      'Objectifs : 3 km de haies',
      'Action 2 : Isoler l’école',
      'Objectifs : réduire la facture',
      'Pilote : service technique',
      'MOB-03 Créer un plan vélo',
      'Description de l’action : des pistes',
      'Calendrier : A définir',
    ].join('\n'),
  );
  expect(plan.actions.map(({ number, fields }) => [number, fields.leads, fields.calendar])).toEqual([
    ['1', null, null],
    ['2', 'service technique', null],
    ['MOB-03', null, 'A définir'],
  ]);
});
