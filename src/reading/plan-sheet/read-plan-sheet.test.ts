import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSheet } from '../sheet/read-sheet.ts';
import type { Tab } from '../sheet/workbook.ts';
import { comparePlan } from './compare-plan.ts';
import { compareSheet, type SheetToCompare } from './compare-sheet.ts';
import type { ImportChoices } from './import-choices.ts';
import { choicesOfTab, proposeChoices, proposeColumns } from './propose-columns.ts';
import { readPlanSheet } from './read-plan-sheet.ts';

async function tabOf(text: string): Promise<Tab> {
  const read = await readSheet({ bytes: Buffer.from(text), pasted: false });
  const tab = read.ok ? read.value.tabs[0] : undefined;
  if (tab === undefined) throw new Error('not read');
  return tab;
}

async function imported(text: string, said: Partial<ImportChoices> = {}) {
  const tab = await tabOf(text);
  return importedTab(tab, said);
}

function importedTab(tab: Tab, said: Partial<ImportChoices> = {}) {
  const choices = { ...choicesOfTab([tab], 0), ...said };
  const sheet = readPlanSheet(tab, choices);
  const { added, axes, ...difference } = comparePlan(sheet, { known: { axes: [], actions: [] }, choices });
  return {
    ...sheet,
    added,
    axes,
    problems: [...sheet.problems, ...difference.problems],
    questions: [...sheet.questions, ...difference.questions],
  };
}

test('everything that is wrong is said at once, each with its cell', async () => {
  const { problems } = await imported(
    [
      'N°;Titre;Date de début;Date de fin;Financeur 1;Montant € HT',
      '1;Un;31/02/2026;;;',
      '2;;01/01/2026;;;',
      '1;Trois;12/03/26;;;',
      '4;Quatre;01/02/2026;01/01/2026;;800',
      'a b;Cinq;99;;Région;-5',
    ].join('\n'),
  );
  expect(problems.map((problem) => [problem.kind, 'cell' in problem ? problem.cell : null])).toEqual([
    ['no-such-day', 'C2'],
    ['title-missing', 'B3'],
    ['short-year', 'C4'],
    ['end-before-start', 'D5'],
    ['funder-missing', 'F5'],
    ['number-as-day', 'C6'],
    ['bad-number', 'A6'],
    ['number-used-twice', 'A4'],
  ]);
});

describe('nothing is guessed', () => {
  test('« Prévu », « En retard » and « A discuter » are asked once each, wherever they stand', async () => {
    const file = 'Titre;Statut;Fin\nA;Prévu;\nB;prévue ;\nC;En retard;\nD;A discuter;\nE;Réalisée;\nF;REALISE;\n';
    const { questions, added } = await imported(file);
    expect(questions).toMatchObject([
      { kind: 'unknown-word', word: 'Prévu', count: 2, cells: ['B2', 'B3'] },
      { kind: 'unknown-word', word: 'En retard', count: 1, withoutEnd: 1 },
      { kind: 'unknown-word', word: 'A discuter', count: 1 },
    ]);
    expect(added.map(({ sheet }) => sheet.status)).toEqual([null, null, null, null, 'done', 'done']);
    const status = { prevu: 'planned', 'en retard': 'ongoing', 'a discuter': 'unknown' } as const;
    const answered = await imported(file, { words: { status, priority: {}, participation: {}, visibility: {} } });
    expect(answered.questions).toEqual([]);
    expect(answered.added.map(({ sheet }) => sheet.status)).toEqual([
      'planned',
      'planned',
      'ongoing',
      null,
      'done',
      'done',
    ]);
  });

  test('« 10 000 à 15 000 » stays words and counts in no total; so does what is no exact day', async () => {
    const { added, problems, notes } = await imported(
      'Titre;Budget;Date de début\nA;10 000 à 15 000;mars 2027\nB;12 500,50 €;2027\nC;1.234;1er mai 2027\n',
    );
    expect(problems).toEqual([]);
    expect(added.map(({ sheet }) => sheet.amounts.map(({ euros, words }) => euros ?? words))).toEqual([
      ['10 000 à 15 000'],
      [12500.5],
      ['1.234'],
    ]);
    expect(added.map(({ sheet }) => [sheet.startsOn, sheet.texts.calendar])).toEqual([
      [null, 'Date de début : mars 2027'],
      [null, 'Date de début : 2027'],
      ['2027-05-01', null],
    ]);
    expect(notes.map(({ kind, count }) => [kind, count])).toEqual([
      ['day-kept-as-words', 2],
      ['sum-kept-as-words', 2],
    ]);
  });

  test('numbers that may be days are asked', async () => {
    const file = 'Titre;Date de fin\nA;46054\n';
    expect((await imported(file)).questions).toMatchObject([
      { kind: 'serial-days', example: { number: 46054, day: '2026-02-01' } },
    ]);
    expect((await imported(file, { serialDays: true })).added[0]?.sheet.endsOn).toBe('2026-02-01');
    expect((await imported(file, { serialDays: false })).problems).toMatchObject([
      { kind: 'number-as-day', cell: 'B2' },
    ]);
  });

  test('a row without an axis is asked about; a blocked action asks why', async () => {
    const file = 'Axe;Titre;Statut\n1. Vélo;A;Bloqué\n;B;En cours\n';
    expect((await imported(file)).questions.map(({ kind }) => kind)).toEqual(['empty-axis', 'blocked-reason']);
    const blockedReason = { why: 'Pas de terrain', unblocks: 'Un accord' };
    const { added, questions, axes } = await imported(file, { emptyAxis: 'above', blockedReason });
    expect(questions).toEqual([]);
    expect(added.map(({ axis }) => axis)).toEqual([-1, -1]);
    expect(axes.added).toMatchObject([{ number: '1', title: 'Vélo' }]);
    expect(added[0]?.sheet.blocked).toEqual(blockedReason);
    expect((await imported(file, { emptyAxis: 'none', blockedReason })).added[1]?.axis).toBeNull();
  });
});

describe('the layout of Territoires en Transitions', () => {
  const headers =
    'Axe (x)\tSous-axe (x.x)\tSous-sous axe (x.x.x)\tTitre de l’action\tTitre de la sous-action\tDescriptif\tInstances de gouvernance\tObjectifs\tIndicateurs liés\tStructure pilote\tMoyens humains et techniques\tPartenaires\tDirection ou service pilote\tPersonne pilote\tÉlu·e référent·e\tParticipation Citoyenne\tFinancements\tFinanceur 1\tMontant € HT\tFinanceur 2\tMontant € HT\tFinanceur 3\tMontant € HT\tBudget prévisionnel total € HT\tStatut\tNiveau de priorité\tDate de début\tDate de fin';
  const row = (cells: Readonly<Record<number, string>>) =>
    Array.from({ length: 28 }, (_, at) => cells[at] ?? '').join('\t');

  test.each([
    ['its template', headers],
    ['what its own program reads', headers.replace('Titre de l’action', 'Titre de la fiche action')],
  ])('is known from %s: headers in row 2, data from row 4', async (_, line) => {
    const tab = await tabOf(`Plan\t\n${line}\nAide\t\n${row({ 3: 'Planter' })}\n`);
    const { layout, headerRow, dataFrom, columns } = proposeColumns(tab);
    expect({ layout, headerRow, dataFrom }).toEqual({ layout: 'tet', headerRow: 2, dataFrom: 4 });
    expect(columns).not.toContain(null);
    expect(columns.slice(17, 24)).toEqual([
      'funder1',
      'funder1Sum',
      'funder2',
      'funder2Sum',
      'funder3',
      'funder3Sum',
      'forecastSpending',
    ]);
  });

  test('gives lists between commas, funders, a budget, and says what it does with sub-actions', async () => {
    const file = [
      'Plan',
      headers,
      'Aide',
      row({
        0: '1. Vélo',
        3: 'Piste',
        11: 'ADEME, Région',
        13: 'Ana, Luc',
        15: 'Concertation',
        17: 'Région',
        18: '4000',
        23: '12000',
        24: 'En cours',
        25: 'Élevée',
        26: '01/02/2027',
        27: '31/12/2027',
      }),
      row({ 0: '1. Vélo', 3: 'Piste', 4: 'Étude', 5: 'Un texte', 24: 'Réalisé', 27: '01/06/2027' }),
    ].join('\n');
    expect((await imported(file)).questions).toMatchObject([{ kind: 'sub-actions', cells: ['E5'] }]);
    const { added, notes } = await imported(file, { subActions: 'steps' });
    expect(added).toHaveLength(1);
    expect(added[0]?.sheet).toMatchObject({
      status: 'ongoing',
      priority: 'high',
      participation: 'concertation',
      startsOn: '2027-02-01',
      roles: {
        lead: [
          { kind: 'person', name: 'Ana' },
          { kind: 'person', name: 'Luc' },
        ],
        partner: [
          { kind: 'organisation', name: 'ADEME' },
          { kind: 'organisation', name: 'Région' },
        ],
      },
      fundings: [{ funder: { name: 'Région' }, euros: 4000 }],
      amounts: [{ direction: 'spending', stage: 'forecast', euros: 12000 }],
      steps: [{ title: 'Étude', status: 'done', endsOn: '2027-06-01' }],
    });
    expect(notes.map(({ kind }) => kind)).toContain('step-cells-left');
    const actions = await imported(file, { subActions: 'actions' });
    expect(actions.added.map(({ sheet }) => sheet.title)).toEqual(['Piste', 'Piste – Étude']);
  });
});

describe('an axis', () => {
  const axes = [
    { id: 7, parent: null, number: '1', title: 'Se déplacer autrement', description: '' },
    { id: 8, parent: null, number: '2', title: 'Se nourrir', description: '' },
  ];
  async function compared(file: string, said: Partial<ImportChoices> = {}) {
    const tab = await tabOf(file);
    const choices = { ...choicesOfTab([tab], 0), ...said };
    return compareSheet({ tab, choices, known: { axes, actions: [] }, directory: [] });
  }
  const FILE = 'Axe;Titre\n1. Se déplacer;Piste\n1. Se déplacer;Arceaux\n';

  test('with the number of one of the plan and another title is asked: renamed, or another', async () => {
    const { questions } = await compared(FILE);
    expect(questions).toEqual([
      {
        kind: 'which-axis',
        key: '7-se deplacer',
        number: '1',
        title: 'Se déplacer',
        known: 'Se déplacer autrement',
        cells: ['A2', 'A3'],
        count: 2,
      },
    ]);
    const renamed = await compared(FILE, { axes: { '7-se deplacer': 'renamed' } });
    expect(renamed.questions).toEqual([]);
    expect(renamed.difference.axes.added).toEqual([]);
    expect(renamed.difference.axes.changed).toMatchObject([{ after: { id: 7, number: '1', title: 'Se déplacer' } }]);
    expect(renamed.difference.added.map(({ axis }) => axis)).toEqual([7, 7]);
    const other = await compared(FILE, { axes: { '7-se deplacer': 'new' } });
    expect(other.questions).toEqual([]);
    expect(other.difference.axes.added).toMatchObject([{ number: '3', title: 'Se déplacer' }]);
    expect(new Set(other.difference.added.map(({ axis }) => axis)).size).toBe(1);
  });

  test('is not asked where the file names the one of the plan too: they were put in another order', async () => {
    const { questions } = await compared('Axe;Titre\n1. Se nourrir;Cantine\n2. Se déplacer autrement;Piste\n');
    expect(questions).toEqual([]);
  });
});

test('what is wrong is blamed on the column that says it, never on another', async () => {
  const long = 'x'.repeat(2100);
  const { problems } = await imported(`N°;Titre;Statut;Ce qui bloque;Ce qui débloquerait\n1;Un;Bloqué;Court;${long}\n`);
  expect(problems).toMatchObject([{ kind: 'too-long', cell: 'E2', length: 2100 }]);
});

describe('a name', () => {
  type Entry = SheetToCompare['directory'][number];
  async function named(file: string, said: Partial<ImportChoices> = {}, directory: readonly Entry[] = []) {
    const tab = await tabOf(file);
    const choices = { ...choicesOfTab([tab], 0), ...said };
    const { names, questions, difference } = compareSheet({ tab, choices, known: NOTHING, directory });
    const kinds = new Map(
      difference.added.flatMap(({ sheet: { roles, fundings } }) =>
        [...Object.values(roles).flat(), ...fundings.map(({ funder }) => funder)].map(({ name, kind }) => [name, kind]),
      ),
    );
    return { names, questions, kinds, added: difference.added };
  }
  const NOTHING = { axes: [], actions: [] };

  test('of a lead is asked once, with a proposal and its reason; nothing waits for the answer, and meanwhile it is private', async () => {
    const { names, questions, kinds } = await named(
      'Titre;Pilote\nA;Service Développement durable\nB;DGS/ESS\nC;Pôle emploi\nD;Anne Martin (service culture)\nE;Cheffe de service\nF;service développement durable\n',
    );
    expect(names.map(({ name, proposed, because, cells }) => [name, proposed, because.kind, cells])).toEqual([
      ['Service Développement durable', 'service', 'word', ['B2', 'B7']],
      ['DGS/ESS', 'service', 'word', ['B3']],
      ['Pôle emploi', 'organisation', 'word', ['B4']],
      ['Anne Martin (service culture)', 'person', 'shape', ['B5']],
      ['Cheffe de service', 'person', 'word', ['B6']],
    ]);
    expect(names[0]?.because).toEqual({ kind: 'word', word: 'Service' });
    expect(questions).toEqual([]);
    expect(new Set(kinds.values())).toEqual(new Set(['person']));
  });

  test('is one entry in whatever column it stands: private until a person answers, then what they say', async () => {
    const file = 'Titre;Pilote;Partenaires\nA;DGS;\nB;Septodont;DGS\nC;;Septodont\nD;;ADEME\n';
    const first = await named(file);
    expect(first.names.map(({ name, proposed, because }) => [name, proposed, because.kind])).toEqual([
      ['DGS', 'service', 'word'],
      ['Septodont', 'organisation', 'columns'],
    ]);
    expect([...first.kinds]).toEqual([
      ['DGS', 'person'],
      ['Septodont', 'person'],
      ['ADEME', 'organisation'],
    ]);
    const answered = await named(file, { names: { dgs: 'service', septodont: 'organisation' } });
    expect(answered.names.map(({ name, answer }) => [name, answer])).toEqual([
      ['DGS', 'service'],
      ['Septodont', 'organisation'],
    ]);
    expect([...answered.kinds.values()]).toEqual(['service', 'organisation', 'organisation']);
  });

  test('that the directory holds, or that the file tells beside it, is not asked', async () => {
    const voirie = { kind: 'service', name: 'Voirie' } as const;
    const file = 'Titre;Pilote;Partenaires\nA;voirie;\nB;Parcs [service];Parcs\n';
    const { names, kinds } = await named(file, {}, [voirie]);
    expect(names).toEqual([]);
    expect([...kinds]).toEqual([
      ['voirie', 'service'],
      ['Parcs', 'service'],
    ]);
    // A person and a service of one name are two: the column says which.
    const both = await named(file, {}, [voirie, { ...voirie, kind: 'person' }]);
    expect(both.kinds.get('voirie')).toBe('person');
  });

  test('that is written as those of people are is private, and asked, in whatever column, until somebody says what it is', async () => {
    const file =
      'Titre;Partenaires;Direction ou service pilote;Financeurs\nA;« Jeanne Dupont », ADEME;« Jean Martin »;Croix Rouge\nB;DUPONT Jeanne, Mme Le Goff;Voirie;Région\n';
    const { names, kinds } = await named(file);
    expect(names.map(({ name, proposed }) => [name, proposed])).toEqual(
      ['Jean Martin', 'Jeanne Dupont', 'Croix Rouge', 'DUPONT Jeanne', 'Mme Le Goff'].map((name) => [name, 'person']),
    );
    expect(
      [...kinds]
        .filter(([, kind]) => kind !== 'person')
        .map(([name]) => name)
        .toSorted(),
    ).toEqual(['ADEME', 'Région', 'Voirie'].toSorted());
    const answered = await named(file, { names: { 'croix rouge': 'organisation' } });
    expect(answered.kinds.get('Croix Rouge')).toBe('organisation');
  });

  test('that begins as no partner does is asked too; it stands once among the leads of an action', async () => {
    const file = 'Titre;Pilote;Partenaires\nA;DRH, DRH [service];Service Séniors, CCAS\n';
    const { names, added } = await named(file, { names: { drh: 'service' } });
    expect(names.map(({ name, proposed }) => [name, proposed])).toEqual([
      ['DRH', 'service'],
      ['Service Séniors', 'service'],
    ]);
    expect(added[0]?.sheet.roles.lead).toEqual([{ kind: 'service', name: 'DRH' }]);
    expect(added[0]?.sheet.roles.partner.map(({ kind }) => kind)).toEqual(['organisation', 'organisation']);
  });
});

test('rows under one merged title are one action, unless they disagree', () => {
  const text = (words: string) => ({ kind: 'text', text: words }) as const;
  const merged = { ...text('Planter'), mergedFrom: 'A2' };
  const rows = [
    { row: 1, cells: [text('Titre'), text('Statut'), text('Descriptif')] },
    { row: 2, cells: [text('Planter'), text('En cours'), text('Un')] },
    { row: 3, cells: [merged, null, text('Deux')] },
  ];
  const tab: Tab = { name: '', hidden: false, rows, rowCount: 3, hiddenRows: 0, cellsTooFarRight: 0 };
  const { added, notes } = importedTab(tab);
  expect(added.map(({ sheet }) => [sheet.title, sheet.texts.description])).toEqual([['Planter', 'Un\nDeux']]);
  expect(notes.map(({ kind }) => kind)).toContain('merged-joined');
  const other = [...rows.slice(0, 2), { row: 3, cells: [merged, text('Réalisé')] }];
  expect(importedTab({ ...tab, rows: other }).problems).toMatchObject([{ kind: 'merged-rows-disagree', cell: 'B3' }]);
});

test('a number that a spreadsheet made a date, and a formula that failed, are said with their cells', () => {
  const rows = [
    {
      row: 1,
      cells: [
        { kind: 'text', text: 'N°' },
        { kind: 'text', text: 'Titre' },
      ],
    },
    {
      row: 2,
      cells: [
        { kind: 'day', day: '2026-10-01', precision: 'day' },
        { kind: 'text', text: 'A' },
      ],
    },
    { row: 3, cells: [null, { kind: 'error', code: '#REF!', formula: 'Z9' }] },
  ] as const;
  const tab: Tab = { name: '', hidden: false, rows, rowCount: 3, hiddenRows: 0, cellsTooFarRight: 0 };
  expect(importedTab(tab).problems).toMatchObject([
    { kind: 'failed-formula', cell: 'B3' },
    { kind: 'number-became-day', cell: 'A2' },
  ]);
});

test('too many rows are refused whole, with how many there are', async () => {
  const { problems, added } = await imported(`Titre;Statut\n${'Planter;En cours\n'.repeat(50_000)}`);
  expect(problems).toEqual([{ kind: 'too-many-rows', rows: 50_001, limit: 10_000 }]);
  expect(added).toEqual([]);
});

test('a row that a person leaves aside is read no more, and a file without a title column says so', async () => {
  expect((await imported('Titre;Budget\nA;1\n;9\n', { skippedRows: [3] })).problems).toEqual([]);
  expect((await imported('Statut;Budget\nEn cours;1\n')).problems.map(({ kind }) => kind)).toEqual(['no-title-column']);
});

test('a plan saved by LibreOffice, its headers merged over two rows, is understood; a month stays words', async () => {
  const bytes = readFileSync(join(import.meta.dirname, '..', 'sheet', 'files', 'libreoffice.ods'));
  const read = await readSheet({ bytes, pasted: false });
  if (!read.ok) throw new Error(read.refusal.kind);
  const choices = proposeChoices(read.value);
  expect([choices.headerRow, choices.dataFrom]).toEqual([2, 3]);
  const { lines } = readPlanSheet(read.value.tabs[choices.tab], choices);
  expect(
    lines.slice(0, 2).map(({ axisPath, says }) => [axisPath?.[0]?.title, says.title, says.startsOn, says.endsOn]),
  ).toEqual([
    ['Se déplacer', 'Pistes cyclables', '2026-02-01', '2027-03-31'],
    ['Se déplacer', 'Garage à vélos', null, '2028-02-29'],
  ]);
  expect(lines[1]?.says.kept).toEqual([{ text: 'calendar', words: 'Date de début : 03/2026' }]);
});
