/** The twins that the indexes find are those of the rule over every commune; none is missed by stopping early. */
import { beforeAll, expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { twinsOf, type Belonging, type Resembling } from '#domain/observatory/twins.ts';
import { twinCommunes } from './twins.ts';

const database = withTestDatabase();
const KINDS = ['cc', 'ca', 'ept', null] as const;
const communes: readonly Resembling[] = Array.from({ length: 240 }, (_, i) => {
  const kind = KINDS[(i * 7) % 4] ?? null;
  return {
    code: String(30_000 + i),
    population: 1 + ((i * i * 37) % 4000),
    belonging: (kind ?? 'none') satisfies Belonging,
    department: ['26', '38', '988'][i % 3] ?? '26',
    region: i % 3 === 2 ? null : '84',
  };
});

beforeAll(async () => {
  const { db } = database;
  await db.insertInto('region').values({ code: '84', name: 'Auvergne-Rhône-Alpes' }).execute();
  await db
    .insertInto('department')
    .values(
      [
        ['26', 'Drôme'],
        ['38', 'Isère'],
        ['988', 'Nouvelle-Calédonie'],
      ].map(([code = '', name = '']) => ({ code, name, regionCode: code === '988' ? null : '84' })),
    )
    .execute();
  const grouping = (siren: string, kind: 'cc' | 'ca' | 'ept' | 'metropole') => ({
    siren,
    kind,
    name: siren,
    slug: siren,
    population: 1,
    current: true,
  });
  await db
    .insertInto('grouping')
    .values([
      grouping('200000001', 'cc'),
      grouping('200000002', 'ca'),
      grouping('200000003', 'ept'),
      grouping('200000004', 'metropole'),
    ])
    .execute();
  await db
    .insertInto('municipality')
    .values(
      [
        ...communes.map(({ code, population, belonging, department, region }) => ({
          code,
          population,
          name: `Commune ${code}`,
          slug: `commune-${code}`,
          postcodes: [],
          departmentCode: department,
          regionCode: region,
          intercommunalitySiren:
            belonging === 'none'
              ? null
              : belonging === 'cc'
                ? '200000001'
                : belonging === 'ca'
                  ? '200000002'
                  : '200000004',
          // An EPT stands within a métropole.
          territorialEstablishmentSiren: belonging === 'ept' ? '200000003' : null,
        })),
        { code: '39999', population: null, name: 'Sans recensement', slug: 'sans-recensement', departmentCode: '26' },
        {
          code: '39998',
          population: communes[0]?.population ?? 0,
          name: 'Fusionnée',
          slug: 'f',
          departmentCode: '26',
          current: false,
        },
      ].map((row) => ({ postcodes: [], ...row })),
    )
    .execute();
});

test('are found as the rule says, for every commune', async () => {
  for (const here of communes.filter((_, i) => i % 4 === 0)) {
    const found = await twinCommunes(database.db, here);
    const named = (twin: { commune: Resembling; reasons: unknown }) => [twin.commune.code, twin.reasons];
    expect(found?.twins.map(named)).toEqual(twinsOf(here, communes).map(named));
  }
});

test('are nobody for a commune whose population nobody knows, and there are none of a commune that is not', async () => {
  expect((await twinCommunes(database.db, { code: '39999' }))?.twins).toEqual([]);
  expect(await twinCommunes(database.db, { code: '99999' })).toBeNull();
});
