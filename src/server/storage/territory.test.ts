import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import type { Db } from './connection.ts';
import { recountedDifference } from './tallies.ts';
import { loadTerritory } from './territory-load.ts';
import type { TerritorySource } from './territory-source.ts';
import { findGrouping, findMunicipality } from './territory.ts';

async function loaded(db: Db) {
  const [{ release }, municipalities, groupings] = await Promise.all([
    db.selectFrom('territoryRelease').select('release').executeTakeFirstOrThrow(),
    db.selectFrom('municipality').select('code').where('current', '=', true).execute(),
    db.selectFrom('grouping').select('siren').where('current', '=', true).execute(),
  ]);
  return { release, municipalities: municipalities.length, groupings: groupings.length };
}

describe('the whole country', () => {
  const database = withTestDatabase({ content: 'country' });

  test('has 34,969 communes and says from which release', async () => {
    const figures = await loaded(database.db);
    expect(figures.release).toMatch(/^6\.0\.0\//);
    expect(figures).toMatchObject({ municipalities: 34_969, groupings: 1_266 });
  });

  test('knows what Champigny-sur-Marne belongs to', async () => {
    expect(await findMunicipality(database.db, '94017')).toMatchObject({
      name: 'Champigny-sur-Marne',
      slug: 'champigny-sur-marne',
      population: 78_072,
      postcodes: ['94500'],
      departmentName: 'Val-de-Marne',
      regionName: 'Île-de-France',
      intercommunality: { siren: '200054781', name: 'Métropole du Grand Paris', kind: 'metropole' },
      territorialEstablishment: { siren: '200057941', name: 'Paris Est Marne et Bois', kind: 'ept' },
      current: true,
    });
  });

  test('keeps delegated communes as former names', async () => {
    const annecy = await findMunicipality(database.db, '74010');
    expect(annecy?.formerNames).toContainEqual({ code: '74011', name: 'Annecy-le-Vieux', kind: 'delegated' });
  });

  test('has communes without a grouping and without inhabitants', async () => {
    expect(await findMunicipality(database.db, '29155')).toMatchObject({ name: 'Ouessant', intercommunality: null });
    expect(await findMunicipality(database.db, '98412')).toMatchObject({ population: null, postcodes: [] });
  });

  test('does not know what does not exist', async () => {
    expect(await findMunicipality(database.db, '99999')).toBeNull();
    expect(await findMunicipality(database.db, "94017' or true --")).toBeNull();
    expect(await findGrouping(database.db, '000000000')).toBeNull();
  });

  test('lists the communes of a territorial establishment, largest first', async () => {
    const grouping = await findGrouping(database.db, '200057941');
    expect(grouping?.municipalities).toHaveLength(13);
    const populations = grouping?.municipalities.map((municipality) => municipality.population ?? 0) ?? [];
    expect(populations).toEqual(populations.toSorted((a, b) => b - a));
    expect(grouping?.municipalities.map((municipality) => municipality.name)).toContain('Saint-Maur-des-Fossés');
  });

  test('is not loaded twice', async () => {
    expect(await loadTerritory(database.db)).toMatchObject({ kind: 'already-loaded' });
  });
});

describe('a newer release', () => {
  const database = withTestDatabase();
  const commune = (code: string, name: string) => ({
    code,
    name,
    slug: name.toLowerCase(),
    siren: null,
    population: 100,
    postcodes: ['01000'],
    departmentCode: '01',
    regionCode: '84',
    intercommunalitySiren: null,
    territorialEstablishmentSiren: null,
  });
  const country = (
    municipalities: TerritorySource['municipalities'],
    formerNames: TerritorySource['formerNames'],
    merged: TerritorySource['merged'] = [],
  ) => ({
    regions: [{ code: '84', name: 'Auvergne-Rhône-Alpes' }],
    departments: [{ code: '01', name: 'Ain', regionCode: '84' }],
    groupings: [],
    municipalities,
    formerNames,
    merged,
  });
  const load = (release: string, source: TerritorySource) =>
    loadTerritory(database.db, { source: { release, read: async () => source } });

  test('changes names, keeps a merged commune at its address, and names it as a former one', async () => {
    await load('1', country([commune('01001', 'Big'), commune('01002', 'Small')], []));
    const merged = {
      code: '01002',
      municipalityCode: '01001',
      name: 'Small',
      kind: 'delegated' as const,
      postcodes: [],
    };
    await load('2', country([commune('01001', 'Big-and-Small')], [merged]));
    expect(await findMunicipality(database.db, '01002')).toMatchObject({ name: 'Small', current: false });
    expect(await findMunicipality(database.db, '01001')).toMatchObject({
      name: 'Big-and-Small',
      current: true,
      formerNames: [{ code: '01002', name: 'Small' }],
    });
    expect(await loaded(database.db)).toMatchObject({ release: '2', municipalities: 1 });
  });

  test('counts its communes again, area by area and size by size', async () => {
    await load('counted 1', country([commune('01001', 'One'), commune('01002', 'Two')], []));
    const counts = () =>
      database.db.selectFrom('municipalityCount').selectAll().orderBy('area').orderBy('size').execute();
    expect(await counts()).toEqual(
      ['d-01', 'fr', 'r-84'].flatMap((area) => ['all', 'under-500'].map((size) => ({ area, size, municipalities: 2 }))),
    );
    const whole = { ...commune('01001', 'One'), population: null };
    await load('counted 2', country([whole], [], [{ code: '01002', into: '01001' }]));
    expect((await counts()).map(({ size, municipalities }) => `${size} ${municipalities}`)).toEqual(
      ['fr', 'r', 'd'].flatMap(() => ['all 1', 'unknown 1']),
    );
    await sql`update municipality_count set municipalities = 9 where area = 'fr' and size = 'all'`.execute(database.db);
    expect(await recountedDifference(database.db, { limit: 5 })).toMatchObject([
      { area: 'fr', subject: 'communes', kept: 9, recounted: 1 },
    ]);
  });

  test('says of a commune that merged, left no name or merged again later the one of today, until it stands by itself again', async () => {
    const today = async () => {
      const among = database.db.selectFrom('municipality').where('code', 'like', '011%').orderBy('code');
      return (await among.select('ofToday').execute()).map(({ ofToday }) => ofToday);
    };
    const [one, two, three] = [commune('01101', 'One'), commune('01102', 'Two'), commune('01103', 'Three')];
    await load('merged 1', country([one, two, three], []));
    await load('merged 2', country([two, three], [], [{ code: '01101', into: '01102' }]));
    expect(await today()).toEqual(['01102', '01102', '01103']);
    expect((await findMunicipality(database.db, '01102'))?.formerNames).toEqual([
      { code: '01101', name: 'One', kind: 'merged' },
    ]);
    await load('merged 3', country([three], [], [{ code: '01102', into: '01103' }]));
    expect(await today()).toEqual(['01103', '01103', '01103']);
    await load('merged 4', country([one, three], [], [{ code: '01102', into: '01103' }]));
    expect(await today()).toEqual(['01101', '01103', '01103']);
    // Nobody says where it went: it is still counted, by itself, on both sides of every share.
    await load('merged 5', country([one], []));
    expect(await today()).toEqual(['01101', '01103', '01103']);
    expect(await recountedDifference(database.db, { limit: 5 })).toEqual([]);
  });

  test('loaded by several processes at once is written once', async () => {
    const source = country([commune('01003', 'New')], []);
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => load('3', source)));
    expect(outcomes.filter((outcome) => outcome.kind === 'loaded')).toHaveLength(1);
  });

  test('that cannot be read changes nothing', async () => {
    const before = await loaded(database.db);
    const wrong = country([{ ...commune('01004', 'Wrong'), departmentCode: '99' }], []);
    await expect(load('4', wrong)).rejects.toThrow();
    expect(await loaded(database.db)).toEqual(before);
    expect(await findMunicipality(database.db, '01003')).toMatchObject({ current: true });
  });
});
