/** What became of a promise is each voice's own word, with how many promises that voice looked at. */
import { expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { EDITION } from '#tests/world.ts';
import { codesOfCell } from '#domain/observatory/cell.ts';
import { MEASURE_COLUMNS } from '#publishing/spreadsheet/charter-columns.ts';
import { editionById } from '../charters.ts';
import { measureFigures } from './measure-figures.ts';

const database = withTestDatabase();
const COUNTRY = { edition: EDITION, area: { kind: 'country' }, size: null, standing: null } as const;

test('a measure is told voice by voice, what was there before the term apart, and a level of no voice', async () => {
  const { db } = database;
  const said = { ...codesOfCell(COUNTRY), subject: 'done', item: 'm15', level: 0 } as const;
  await db
    .insertInto('tally')
    .values([
      { ...said, value: 'collective kept during', count: 3 },
      { ...said, value: 'collective broken during', count: 2 },
      { ...said, value: 'collective kept before', count: 1 },
      { ...said, value: 'town-hall kept during', count: 9 },
    ])
    .execute();
  const edition = editionById(EDITION);
  if (edition === null) throw new Error('no such edition');
  const [whole, level] = await measureFigures(db, { edition, cell: COUNTRY, measure: 15 });
  if (whole === undefined || level === undefined) throw new Error('no rows');
  const told = Object.entries(MEASURE_COLUMNS).flatMap(([name, { value }]) =>
    /^(?:collectif|mairie)_/u.test(name) ? [[name, value(whole), value(level)] as const] : [],
  );
  expect(told.filter(([, figure]) => figure !== 0)).toEqual([
    ['collectif_evaluees', 6, null],
    ['collectif_tenue', 3, null],
    ['collectif_rompue', 2, null],
    ['collectif_avant_mandat', 1, null],
    ['mairie_evaluees', 9, null],
    ['mairie_tenue', 9, null],
  ]);
  expect(told).toHaveLength(18);
});
