import iconv from 'iconv-lite';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { withTestDatabase } from '#tests/database.ts';
import { buildWorld } from '#tests/world.ts';
import type { Actor } from '#domain/access/gate.ts';
import { storesOn } from '#server/stores.ts';
import { verifyJournal } from '#server/storage/journal-verify.ts';
import type { Stores } from '../stores.ts';
import { importLists } from './import-lists.ts';
import { importResults } from './import-results.ts';

const database = withTestDatabase();
const OPERATOR: Actor = { kind: 'operator', name: 'claire' };
const NOW = new Date('2026-02-27T09:00:00Z');
const stores = () => storesOn(database.db);

const HEADER = [
  'Code du département',
  'Libellé du département',
  'Code commune',
  'Libellé commune',
  'N° Panneau Liste',
  'Libellé abrégé liste',
  'Libellé Etendu Liste',
  'Nuance Liste',
  'N° candidat',
  'Sexe candidat',
  'Nom candidat',
  'Prénom candidat',
  'Nationalité',
];
type Listed = {
  readonly commune?: string;
  readonly name?: string;
  readonly panel: number;
  readonly list: string;
  readonly people: readonly string[];
};
const rowsOf = ({ commune = '017', name = 'Champigny-sur-Marne', panel, list, people }: Listed) =>
  people.map((person, at) => {
    const [given = '', family = ''] = person.split(' ');
    return [
      '94',
      'Val-de-Marne',
      commune,
      name,
      String(panel),
      list.slice(0, 10),
      list,
      'LDVG',
      String(at + 1),
      'F',
      family,
      given,
      'F',
    ];
  });
const fileOf = (lists: readonly Listed[], delimiter = ';') =>
  [HEADER, ...lists.flatMap(rowsOf)].map((row) => row.join(delimiter)).join('\r\n');

const DEMAIN: Listed = {
  panel: 1,
  list: 'Champigny demain (exemple)',
  people: ['Élise MARTIN', 'Paul DURAND', 'Zoé PETIT'],
};
const AUTREMENT: Listed = { panel: 2, list: 'Champigny autrement (exemple)', people: ['Jean DUPONT', 'Anne LEROY'] };

type Options = { readonly write?: boolean; readonly round?: 1 | 2; readonly actor?: Actor; readonly election?: string };
async function importText(
  text: string | Buffer,
  { write = true, round = 1, actor = OPERATOR, election = 'municipales-2026' }: Options = {},
) {
  const bytes = Buffer.from(text);
  const pieces = () =>
    Array.from({ length: Math.ceil(bytes.length / 97) }, (_, at) => bytes.subarray(at * 97, (at + 1) * 97));
  return await importLists(
    stores(),
    actor,
    { election, round, open: pieces, source: 'fichier.csv', columns: null, write },
    NOW,
  );
}
async function results(text: string, { write = true, round = 1 }: Options = {}, into: Stores = stores()) {
  return await importResults(
    into,
    OPERATOR,
    {
      election: 'municipales-2026',
      round,
      open: () => [Buffer.from(text)],
      source: 'resultats.csv',
      columns: null,
      write,
    },
    NOW,
  );
}
/** Stores that tell how many outcomes each change of figures proposed. */
function counted(seen: number[]): Stores {
  const real = stores();
  return {
    ...real,
    together: async (act) =>
      await real.together(async (all) => {
        const listImport: Stores['listImport'] = {
          ...all.listImport,
          proposeOutcomes: async (outcomes, at) => {
            seen.push(outcomes.size);
            await all.listImport.proposeOutcomes(outcomes, at);
          },
        };
        return await act({ ...all, listImport });
      }),
  };
}
const lists = async (municipality = '94017', election = 'municipales-2026') =>
  await stores().campaign.listsIn(municipality, election);
async function everything() {
  const { rows } = await sql<{ all: unknown }>`select jsonb_build_array(
    (select jsonb_agg(to_jsonb(c) order by id) from candidate_list c), (select jsonb_agg(to_jsonb(r) order by list_id, round) from candidate_list_round r),
    (select jsonb_agg(to_jsonb(k) order by list_id, round, position) from candidate k), (select sequence from journal_head)) as all`.execute(
    database.db,
  );
  return rows[0]?.all;
}

/** Beside the world: two cities of arrondissements, and a commune nouvelle whose chief town gave it its code. */
beforeAll(async () => {
  await buildWorld(database.db);
  await sql`insert into department (code, name) values ('75', 'Paris'), ('69', 'Rhône'), ('01', 'Ain')`.execute(
    database.db,
  );
  await sql`insert into municipality (code, name, slug, department_code) values ('75056', 'Paris', 'paris', '75'),
    ('69123', 'Lyon', 'lyon', '69'), ('01015', 'Arboys en Bugey', 'arboys-en-bugey', '01')`.execute(database.db);
  await sql`insert into municipality_former_name (code, municipality_code, name, kind) values
    ('69381', '69123', 'Lyon 1er Arrondissement', 'arrondissement'), ('01015', '01015', 'Arbignieu', 'delegated'),
    ('01340', '01015', 'Saint-Bois', 'delegated')`.execute(database.db);
});

beforeEach(async () => {
  await sql`delete from candidate_list`.execute(database.db);
});

test('a file becomes lists with their heads, and the people on them are kept apart', async () => {
  const imported = await importText(fileOf([DEMAIN, AUTREMENT]));
  expect(imported).toMatchObject({
    ok: true,
    value: { written: true, difference: { lists: 2, candidates: 5, added: 2 } },
  });
  expect((await lists()).map(({ name, leader, rounds }) => [name, leader, rounds[0]?.panelNumber])).toEqual([
    ['Champigny demain (exemple)', 'Élise MARTIN', 1],
    ['Champigny autrement (exemple)', 'Jean DUPONT', 2],
  ]);
  expect((await verifyJournal(database.db)).faults).toEqual([]);
});

test('a preview writes nothing', async () => {
  const before = await everything();
  expect(await importText(fileOf([DEMAIN]), { write: false })).toMatchObject({
    ok: true,
    value: { difference: { added: 1 } },
  });
  expect(await everything()).toEqual(before);
});

test('the same file twice changes nothing, not even the journal', async () => {
  await importText(fileOf([DEMAIN, AUTREMENT]));
  const once = await everything();
  const again = await importText(fileOf([DEMAIN, AUTREMENT]));
  expect(again).toMatchObject({ ok: true, value: { difference: { added: 0, changed: 0, moved: 0, missing: [] } } });
  expect(await everything()).toEqual(once);
});

describe('the same lists', () => {
  test.each([
    ['tabs and Windows-1252', (text: string) => iconv.encode(text.replaceAll(';', '\t'), 'windows-1252')],
    [
      'commas, quotes and a mark',
      (text: string) =>
        `\ufeff${text
          .split('\r\n')
          .map((row) =>
            row
              .split(';')
              .map((cell) => `"${cell}"`)
              .join(','),
          )
          .join('\n')}`,
    ],
    [
      'a title above and other headers',
      (text: string) =>
        `Liste des candidats au 1er tour;;\r\n\r\n${text.replace('N° Panneau Liste', 'Numéro de panneau').replace('Libellé Etendu Liste', 'Libellé de la liste').replace('N° candidat', 'Ordre')}`,
    ],
    [
      'columns in another order',
      (text: string) =>
        text
          .split('\r\n')
          .map((row) => row.split(';').toReversed().join(';'))
          .join('\r\n'),
    ],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('written with %s are found', async (_, write) => {
    await importText(fileOf([DEMAIN, AUTREMENT]));
    const again = await importText(write(fileOf([DEMAIN, AUTREMENT])));
    expect(again).toMatchObject({ ok: true, value: { difference: { added: 0, changed: 0, moved: 0 } } });
  });
});

test('a newer file shows what it changes, changes it, and keeps what it does not name', async () => {
  await importText(fileOf([DEMAIN, AUTREMENT]));
  const newer = fileOf([{ ...DEMAIN, panel: 3, people: ['Élise MARTIN', 'Lou BLANC'] }]);
  const preview = await importText(newer, { write: false });
  expect(preview).toMatchObject({
    ok: true,
    value: { difference: { added: 0, changed: 1, moved: 1, missing: [{ name: 'Champigny autrement (exemple)' }] } },
  });
  await importText(newer);
  const now = await lists();
  expect(now.map(({ rounds }) => rounds[0]?.panelNumber)).toEqual([2, 3]);
  const people = await stores().campaign.candidatesOf(now.map(({ id }) => id));
  expect(people.map(({ family }) => family).toSorted()).toEqual(['BLANC', 'DUPONT', 'LEROY', 'MARTIN']);
});

test('a list renamed with the same head is the same list: its address stays', async () => {
  await importText(fileOf([DEMAIN]));
  const [before] = await lists();
  await importText(fileOf([{ ...DEMAIN, list: 'Champigny pour demain (exemple)' }]));
  const [after, ...others] = await lists();
  expect([after?.id, after?.name, others.length]).toEqual([before?.id, 'Champigny pour demain (exemple)', 0]);
});

test('a list typed by hand is found again in the file', async () => {
  const typed = await stores().campaign.keepList(
    {
      election: 'municipales-2026',
      municipality: '94017',
      constituency: null,
      name: 'CHAMPIGNY DEMAIN - exemple',
      shortName: null,
      nuance: null,
      leader: null,
      firstRound: 1,
      panelNumber: null,
      source: 'saisie',
      enteredAs: 'collective',
    },
    NOW,
  );
  await importText(fileOf([DEMAIN]));
  expect((await lists()).map(({ id, enteredAs, leader }) => [id, enteredAs, leader])).toEqual([
    [typed.id, 'import', 'Élise MARTIN'],
  ]);
});

test('every error is told at once with its line and column, and nothing is written', async () => {
  const rows = fileOf([DEMAIN, AUTREMENT]).split('\r\n');
  const broken = [
    ...rows,
    '94;Val-de-Marne;;Champigny;1;x;Liste A;;1;F;NOM;Prénom;F',
    '94;Val-de-Marne;999;Nulle-Part;1;x;Liste A;;1;F;NOM;Prénom;F',
    '94;Val-de-Marne;017;Champigny-sur-Marne;un;x;Liste B;;premier;F;;Prénom;F',
    '94;Val-de-Marne;015;Bry-sur-Marne;5;x;Liste sans tête;;2;F;NOM;Prénom;F',
    '94;Val-de-Marne;017;Champigny-sur-Marne;1;x;Champigny demain (exemple);;2;F;NOM;Prénom;F',
    '94;Val-de-Marne;017;Champigny-sur-Marne;2;x;Liste C;;1;F;NOM;Prénom;F',
  ].join('\r\n');
  const refused = await importText(broken);
  expect(refused.ok || refused.refusal.kind).toBe('file-problems');
  const problems = !refused.ok && refused.refusal.kind === 'file-problems' ? refused.refusal.problems : [];
  expect(problems.map(({ line, column, kind }) => [line, column, kind])).toEqual([
    [7, 3, 'no-municipality'],
    [8, 3, 'unknown-municipality'],
    [9, 5, 'not-a-panel-number'],
    [9, 9, 'not-a-position'],
    [9, 11, 'no-candidate-name'],
    [10, null, 'no-head-of-list'],
    [11, null, 'same-position'],
    [12, null, 'panel-of-two-lists'],
  ]);
  expect(await lists()).toEqual([]);
});

describe('what is no such file is refused', () => {
  test.each([
    ['nothing', '', 'no-header'],
    ['another table', 'a;b;c\n1;2;3', 'no-header'],
    [
      'persons without lists',
      'Code commune;Libellé commune;Nom candidat;Prénom candidat;N° candidat\n94017;Champigny;A;B;1',
      'columns-missing',
    ],
    ['a quote that never closes', `${fileOf([DEMAIN])}\r\n"${'x;'.repeat(20)}`, 'broken-table'],
  ])('%s', async (_, text, kind) => {
    const refused = await importText(text);
    expect(refused.ok || refused.refusal.kind).toBe(kind);
  });
  test('for an election that nobody knows', async () => {
    const refused = await importText(fileOf([DEMAIN]), { election: 'municipales-1789' });
    expect(refused).toEqual({ ok: false, refusal: { kind: 'unknown-election', election: 'municipales-1789' } });
  });
  test('from somebody who may not', async () => {
    const actor: Actor = { kind: 'person', id: 'x', holds: [{ role: 'collective-coordinator', collective: 1 }] };
    expect(await importText(fileOf([DEMAIN]), { actor })).toEqual({
      ok: false,
      refusal: { kind: 'not-allowed', act: 'import-lists' },
    });
  });
});

test('sectors of Paris stand apart, arrondissements and communes that merged since are found where they are now', async () => {
  const line = (code: string, name: string, list: string) => `;;${code};${name};1;x;${list};;1;F;NOM;Prénom;F`;
  const text = [
    HEADER.join(';'),
    line('75056SR01', 'Paris 1er secteur', 'Paris ensemble (exemple)'),
    line('75056SR02', 'Paris 2ème secteur', 'Paris ensemble (exemple)'),
    line('69381', 'Lyon 1er', 'Lyon ensemble (exemple)'),
    line('01340', 'Saint-Bois', 'Liste d’avant (exemple)'),
    line('01015', 'Arbignieu', 'Liste d’avant (exemple)'),
    line('01015', 'Arboys en Bugey', 'Liste d’après (exemple)'),
  ].join('\n');
  expect(await importText(text, { election: 'municipales-2020' })).toMatchObject({
    ok: true,
    value: { difference: { added: 6 } },
  });
  const found = async (code: string) =>
    (await lists(code, 'municipales-2020')).map(({ name, constituency }) => [name, constituency]);
  expect(await found('75056')).toEqual([
    ['Paris ensemble (exemple)', { code: 'SR01', name: 'Paris 1er secteur' }],
    ['Paris ensemble (exemple)', { code: 'SR02', name: 'Paris 2ème secteur' }],
  ]);
  expect(await found('69123')).toEqual([
    ['Lyon ensemble (exemple)', { code: '69381', name: 'Lyon 1er Arrondissement' }],
  ]);
  expect(await found('01015')).toEqual([
    ['Liste d’après (exemple)', null],
    ['Liste d’avant (exemple)', { code: '01015', name: 'Arbignieu' }],
    ['Liste d’avant (exemple)', { code: '01340', name: 'Saint-Bois' }],
  ]);
});

describe('results', () => {
  const start = 'Code du département;Code de la commune;Libellé de la commune;Inscrits;Exprimés;';
  const group = 'N.Pan.;Libellé Abrégé Liste;Libellé Etendu Liste;Nom Tête de Liste;Voix;% Voix/Exp;Sièges';
  const of = (panel: number, list: string, votes: number, seats: number | '') =>
    `${panel};x;${list};NOM;${votes};12,5;${seats}`;
  const row = `94;017;Champigny-sur-Marne;40000;900;${of(2, AUTREMENT.list, 500, 36)};${of(1, DEMAIN.list, 400, 13)}`;

  beforeEach(async () => {
    await importText(fileOf([DEMAIN, AUTREMENT]));
  });

  test.each([
    ['names the group for each list', `${start}${group};${group}`],
    ['names the first group alone', `${start}${group};;;;;;;`],
    [
      'numbers the groups',
      `${start}${[1, 2]
        .map((n) =>
          group
            .split(';')
            .map((name) => `${name} ${n}`)
            .join(';'),
        )
        .join(';')}`,
    ],
  ])('are read when the header %s, and propose what became of each list', async (_, header) => {
    const read = await results(`${header}\n${row}`);
    expect(read).toMatchObject({ ok: true, value: { difference: { lists: 2, changed: 2 } } });
    expect((await lists()).map(({ rounds, seats, outcome }) => [rounds[0]?.votes, seats, outcome])).toEqual([
      [400, 13, { kind: 'opposition', confirmed: false }],
      [500, 36, { kind: 'majority', confirmed: false }],
    ]);
  });

  test('imported twice change nothing, and never what a person confirmed', async () => {
    const text = `${start}${group};${group}\n${row}`;
    await results(text);
    const [first] = await lists();
    await stores().campaign.changeList(first?.id ?? 0, { outcome: { kind: 'majority', confirmed: true } }, NOW);
    const before = await everything();
    expect(await results(text)).toMatchObject({ ok: true, value: { difference: { changed: 0 } } });
    expect(await everything()).toEqual(before);
    await results(text.replace(';500;', ';501;'));
    expect((await lists())[0]?.outcome).toEqual({ kind: 'majority', confirmed: true });
  });

  test('of many places are one change of the figures of the country, so that nobody waits place after place', async () => {
    await importText(
      fileOf([
        DEMAIN,
        AUTREMENT,
        ...[DEMAIN, AUTREMENT].map((list) => ({ ...list, commune: '015', name: 'Bry-sur-Marne' })),
      ]),
    );
    const seen: number[] = [];
    const counting = counted(seen);
    const elsewhere = row.replace('017', '015').replace('Champigny-sur-Marne', 'Bry-sur-Marne');
    await results(`${start}${group};${group}\n${row}\n${elsewhere}`, {}, counting);
    expect(seen).toEqual([4]);
  });

  test('of a first round give no seat and propose nothing', async () => {
    await results(`${start}${group};${group}\n${row.replace(/;(36|13)(?=;|$)/g, ';')}`);
    expect((await lists()).map(({ seats, outcome }) => [seats, outcome])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test('of a list that nobody entered are told with line and column', async () => {
    const text = `${start}${group};${group}\n94;017;Champigny-sur-Marne;1;900;${of(2, AUTREMENT.list, 500, 36)};${of(9, 'Inconnue', 3, 0)}`;
    const refused = await results(text);
    expect(refused).toMatchObject({
      ok: false,
      refusal: {
        kind: 'file-problems',
        problems: [{ line: 2, column: 17, kind: 'unknown-list-here', written: 'Inconnue' }],
      },
    });
  });

  test('that are no numbers are told with line and column', async () => {
    const refused = await results(
      `${start}${group}\n94;017;Champigny-sur-Marne;1;900;${of(2, AUTREMENT.list, 5, 3).replace(';5;', ';cinq;')}`,
    );
    expect(refused).toMatchObject({
      ok: false,
      refusal: { problems: [{ line: 2, column: 10, kind: 'not-a-number', written: 'cinq' }] },
    });
  });
});
