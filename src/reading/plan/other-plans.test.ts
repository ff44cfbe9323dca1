/** What the plans of other town halls look like. */
import { describe, expect, test } from 'vitest';
import type { ActionFinding, PlanReading } from '#reading/contract.ts';
import { readPlan } from './read-plan.ts';
import { lostCharacters } from './testing/compare.ts';
import { OTHER_PLANS } from './testing/other-plans.ts';

type Name = keyof typeof OTHER_PLANS;

const read = (name: Name): PlanReading => readPlan(OTHER_PLANS[name]);
const brief = (name: Name) => read(name).actions.map((one) => [one.number, one.title, one.axis]);
const first = (name: Name): ActionFinding => {
  const [action] = read(name).actions;
  if (!action) throw new Error('no action was read');
  return action;
};
const filled = (action: ActionFinding) =>
  Object.fromEntries(Object.entries(action.fields).filter(([, text]) => text !== null));

describe('a plan', () => {
  test.each(Object.keys(OTHER_PLANS) as Name[])('with %s loses no character', (name) => {
    expect(lostCharacters(read(name))).toBe('');
  });

  test('numbered by actions keeps its contents list and footers out of the sheets', () => {
    const plan = read('numbered by actions, with a contents list and footers');
    expect(plan.title).toBe('PLAN CLIMAT AIR ÉNERGIE TERRITORIAL 2021-2026');
    expect(plan.council.date).toBe('12 mars 2021');
    expect(plan.axes.map((axis) => [axis.number, axis.title])).toEqual([
      ['1', 'Un territoire sobre'],
      ['2', 'Une mobilité choisie'],
    ]);
    expect(plan.actions.map((one) => [one.number, one.title, one.axis])).toEqual([
      ['1', "Rénover l'éclairage public", '1'],
      ['2', 'Isoler les écoles', '1'],
      ['3', 'Un plan vélo', '2'],
    ]);
    expect(plan.actions.map((one) => one.amounts.map(({ text, euros }) => [text, euros]))).toEqual([
      [['150 000 € HT', 150_000]],
      [["entre 1,5 et 2 millions d'euros", null]],
      [['50 K€ HT / an', null]],
    ]);
    expect(plan.actions[2]?.relatedActions).toEqual(['2']);
    expect(plan.actions[2]?.fields.leads).toBe('Élu à la mobilité\nPartenaires : Département');
    expect(plan.actions[2]?.fields.indicators).toBe('km de pistes');
  });

  test('with codes and markdown tables gives money scales, days and status as written', () => {
    const plan = read('coded sheets in markdown tables');
    expect(brief('coded sheets in markdown tables')).toEqual([
      ['MOB-01', 'Apaiser les abords des écoles', 'I'],
      ['MOB-02', 'Un plan piéton', 'I'],
      ['MOB-03', 'Stationnement vélo', 'II'],
    ]);
    expect(plan.actions.map((one) => one.amounts.map(({ text, euros }) => [text, euros]))).toEqual([
      [['20 k€', 20_000]],
      [['€€', null]],
      [['1,2 M€', 1_200_000]],
    ]);
    expect(plan.actions[2]?.dates).toMatchObject([{ text: '31/12/2025', day: '2025-12-31' }]);
    expect(plan.actions[2]?.labels).toEqual(['Statut : En cours']);
    expect(plan.actions[2]?.relatedActions).toEqual(['MOB-01']);
  });

  test('without numbers is numbered in its order, and says so', () => {
    const plan = read('sheets without a number');
    expect(plan.actions.map((one) => [one.number, one.printedNumber, one.title])).toEqual([
      ['1', '', 'Créer un verger partagé'],
      ['2', '', 'Ouvrir une recyclerie'],
      ['3', '', 'Former les agents'],
    ]);
    expect(plan.warnings.map((warning) => warning.code)).toEqual(['no-number']);
    expect(plan.actions[1]?.amounts).toMatchObject([{ text: 'environ 80 000 €', euros: null }]);
  });

  test('made of one table gives an action a row', () => {
    expect(brief('one table, a row for each action')).toEqual([
      ['1', 'Composter dans les écoles', null],
      ['2', 'Vaisselle réutilisable aux fêtes', null],
      ['3', 'Bannir le plastique à la cantine', null],
    ]);
    expect(filled(first('one table, a row for each action'))).toEqual({
      leads: 'Service scolaire\nPartenaires : SYCTOM',
      means: '5 000 €',
      calendar: '2022',
    });
  });

  test('made of tables under axes takes the number from the title and passes over a footer', () => {
    expect(brief('tables under axes, numbers in the title')).toEqual([
      ['1.1', 'Former les managers', '1'],
      ['1.2', 'Publier un rapport annuel', '1'],
      ['2.1', 'Marches exploratoires', '2'],
    ]);
  });

  test('whose table names axes gives them in order, and keeps the words of the status', () => {
    const plan = read('one table that names axes and status');
    expect(plan.axes.map((axis) => [axis.number, axis.title])).toEqual([
      ['1', 'Énergie'],
      ['2', 'Eau'],
    ]);
    expect(plan.actions.map((one) => [one.title, one.axis, one.labels])).toEqual([
      ['Isoler', '1', ["État d'avancement : Réalisé"]],
      ['Panneaux', '1', ["État d'avancement : En cours"]],
      ['Cuves', '2', ["État d'avancement : À venir"]],
    ]);
  });

  test('with the axis under each heading does not end the sheet there, nor at a numbered list', () => {
    expect(brief('the axis written under the heading of each sheet')).toEqual([
      ['1', 'Développer les circuits courts', '1'],
      ['2', 'Lutter contre le gaspillage', '1'],
    ]);
    expect(first('the axis written under the heading of each sheet').fields.description).toBe(
      '1. Recenser les producteurs\n2. Signer des contrats\n3. Former les cuisiniers\nPublic cible : Écoliers',
    );
  });

  test('with columns of blanks gives titles on two lines and values on two lines', () => {
    expect(first('labels and values parted by blanks').title).toBe(
      'MAITRISER LES CONSOMMATIONS DU PATRIMOINE COMMUNAL',
    );
    expect(filled(first('labels and values parted by blanks'))).toEqual({
      leads: 'Services techniques\nPartenaires : ALEC, SIPPEREC',
      objectives: "Réduire de 30 % les consommations d'ici 2030",
      means: '1 ETP\n20 000 € par an',
      calendar: '2022 : audit\n2023 : travaux',
    });
  });

  test('with two levels above its actions gives axes and sub-axes', () => {
    const plan = read('two levels above the actions');
    expect(plan.axes.map((axis) => [axis.title, axis.subAxes.map((sub) => sub.title)])).toEqual([
      ['Réduire', ['Les bâtiments', 'Les déplacements']],
      ["S'adapter", ["L'eau"]],
    ]);
    expect(plan.actions.map((one) => [one.number, one.axis, one.subAxis])).toEqual([
      ['1.1.1', '1', 'Les bâtiments'],
      ['1.1.2', '1', 'Les bâtiments'],
      ['1.2.1', '1', 'Les déplacements'],
      ['2.1.1', '2', "L'eau"],
    ]);
  });

  test('whose labels are glued to their values is read when they come back', () => {
    expect(filled(first('labels that nothing parts from their value'))).toEqual({
      leads: 'Direction des bâtiments',
      objectives: 'Réduire de 20 % la facture',
      means: '20 000 €',
      calendar: '2022',
    });
  });

  test('made of lists gives the theme above a heading as its axis', () => {
    expect(read('list items under a theme').actions.map((one) => [one.title, one.axis, one.labels])).toEqual([
      ['Ouvrir une maison du vélo', '1', ['Priorité : 1']],
      ['Créer une légumerie', '2', ['Priorité : 2']],
    ]);
    expect(read('list items under a theme').actions[1]?.amounts).toMatchObject([{ euros: 1_500_000 }]);
  });

  test('with small tables inside its sheets reads them by column', () => {
    expect(filled(first('small tables inside a sheet'))).toEqual({
      context: "L'éclairage coûte cher.",
      leads: 'DST',
      means: '15 000 €',
      calendar: '2023',
      indicators: 'kWh',
    });
  });

  test('with bare numbers for headings is read when labels start over under each', () => {
    expect(brief('headings that are a bare number').map(([number, title]) => [number, title])).toEqual([
      ['1', 'Réduire la publicité'],
      ['2', 'Faire place au vélo'],
      ['3', 'Un arbre par naissance'],
    ]);
  });

  test('without any label gives the text below each title as its description', () => {
    expect(read('no label at all').actions.map((one) => one.fields.description)).toEqual([
      "Dans tous les bâtiments communaux, dès l'hiver prochain. Coût : 0 €.",
      'De 23 h à 5 h, sauf centre-ville.',
      'Deux sessions en 2023.',
    ]);
  });
});

describe('a label that nobody knows', () => {
  const sheet = (rows: string): string =>
    `Fiche action 1 : Planter\nContexte\tPeu d'arbres.\n${rows}\nPilote\tVoirie\n`;

  test('is said, and what stands there stays unread', () => {
    const plan = readPlan(sheet('Coefficient de biotope\t0,3'));
    expect(plan.warnings).toMatchObject([{ code: 'unknown-label' }]);
    expect(plan.unread.map((one) => one.text)).toEqual(['Coefficient de biotope\t0,3']);
    expect(plan.actions[0]?.fields.context).toBe("Peu d'arbres.");
  });

  test('takes the rows that continue it along', () => {
    const plan = readPlan(sheet('Coefficient de biotope\t0,3\n\tpuis 0,4'));
    expect(plan.unread.map((one) => one.text)).toEqual(['Coefficient de biotope\t0,3\n\tpuis 0,4']);
  });
});

describe('numbers', () => {
  const sheet = (heading: string): string => `${heading}\nContexte\tUn.\nPilote\tDeux.\n\n`;

  test('printed twice stay when no contents list says better, and a person is asked', () => {
    const plan = readPlan(sheet('Fiche action 1.1 : Planter') + sheet('Fiche action 1.1 : Semer'));
    expect(plan.actions.map((one) => [one.number, one.printedNumber])).toEqual([
      ['1.1', '1.1'],
      ['1.1', '1.1'],
    ]);
    expect(plan.warnings.map((warning) => warning.code)).toEqual(['duplicate-number']);
  });

  test('of the contents list correct the sheet of that title', () => {
    const list = 'Fiche action 1.1 : Planter\nFiche action 1.2 : Semer\n\n';
    const plan = readPlan(list + sheet('Fiche action 1.1 : PLANTER') + sheet('Fiche action 1.1 : SEMER'));
    expect(plan.actions.map((one) => [one.number, one.printedNumber])).toEqual([
      ['1.1', '1.1'],
      ['1.2', '1.1'],
    ]);
  });

  test('that the contents list gives to no sheet are said', () => {
    const list = 'Fiche action 1.1 : Planter\nFiche action 1.2 : Semer\n\n';
    const plan = readPlan(list + sheet('Fiche action 1.1 : Planter'));
    expect(plan.actions).toHaveLength(1);
    expect(plan.warnings.map((warning) => warning.code)).toEqual(['sheet-missing']);
  });
});
