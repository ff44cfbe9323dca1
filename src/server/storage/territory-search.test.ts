import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { searchMunicipalities } from './territory-search.ts';

describe('the search over the country', () => {
  const database = withTestDatabase({ content: 'country' });
  const search = (query: string, limit = 10) => searchMunicipalities(database.db, query, { limit });
  const namesOf = async (query: string, limit?: number) => (await search(query, limit)).map(({ name }) => name);

  test('says where each answer is', async () => {
    expect(await search('champigny-sur-marne', 1)).toEqual([
      {
        code: '94017',
        name: 'Champigny-sur-Marne',
        slug: 'champigny-sur-marne',
        departmentCode: '94',
        department: 'Val-de-Marne',
        population: 78_072,
        postcodes: ['94500'],
        formerName: null,
      },
    ]);
  });

  test.each([
    ['Champigny-sur-Marne', 'Champigny-sur-Marne'],
    ['CHAMPIGNY SUR MARNE', 'Champigny-sur-Marne'],
    ['champigny s/ marne', 'Champigny-sur-Marne'],
    ['champignysurmarne', 'Champigny-sur-Marne'],
    ['champini', 'Champigny-sur-Marne'],
    ['Champigni-sur-marne', 'Champigny-sur-Marne'],
    ['st maur des fosses', 'Saint-Maur-des-Fossés'],
    ['Saint Maur les Fossés', 'Saint-Maur-des-Fossés'],
    ['fossés saint maur', 'Saint-Maur-des-Fossés'],
    ['saint-maur-des-fausses', 'Saint-Maur-des-Fossés'],
    ['ste genevieve des bois', 'Sainte-Geneviève-des-Bois'],
    ['havre', 'Le Havre'],
    ['l’hay les roses', "L'Haÿ-les-Roses"],
    ['lay les roses', "L'Haÿ-les-Roses"],
    ['monpelier', 'Montpellier'],
    ['marseile', 'Marseille'],
    ['boulogne bilancour', 'Boulogne-Billancourt'],
    ['Ville de Champigny-sur-Marne', 'Champigny-sur-Marne'],
    ['œuilly', 'Œuilly'],
    ['Y', 'Y'],
    ['Bors (Canton de Charente-Sud)', 'Bors (Canton de Charente-Sud)'],
  ])('answers “%s” with %s first', async (query, name) => {
    expect((await namesOf(query))[0]).toBe(name);
  });

  test.each(['st maur', 'saint maur', 'saintmaur', 'Saint-Maur', 'st-maur'])(
    'gives Saint-Maur-des-Fossés for “%s” right after the communes of that very name',
    async (query) => {
      const names = await namesOf(query);
      const others = names.slice(0, names.indexOf('Saint-Maur-des-Fossés'));
      expect(names).toContain('Saint-Maur-des-Fossés');
      expect(others.every((name) => name === 'Saint-Maur')).toBe(true);
    },
  );

  test('puts the most populated first among names that start alike', async () => {
    expect((await namesOf('strasb'))[0]).toBe('Strasbourg');
    expect((await namesOf('montp'))[0]).toBe('Montpellier');
    expect((await namesOf('toul')).slice(0, 2)).toEqual(['Toul', 'Toulouse']);
  });

  test('finds a commune by its postcode, by its beginning, by its code', async () => {
    expect(await namesOf('94500')).toEqual(['Champigny-sur-Marne']);
    expect(await namesOf('94 500')).toEqual(['Champigny-sur-Marne']);
    expect((await namesOf('945'))[0]).toBe('Champigny-sur-Marne');
    expect(await namesOf('2A004')).toEqual(['Ajaccio']);
    expect(await namesOf('94017')).toContain('Champigny-sur-Marne');
  });

  test('finds a commune among those of a postcode, and beside the postcode of a company', async () => {
    expect((await namesOf('champigny 94500'))[0]).toBe('Champigny-sur-Marne');
    expect((await namesOf('94507 Champigny cedex'))[0]).toBe('Champigny-sur-Marne');
  });

  test.each([
    ['75011', 'Paris', 'Paris 11e Arrondissement'],
    ['Paris 11', 'Paris', 'Paris 11e Arrondissement'],
    ['paris 11ème', 'Paris', 'Paris 11e Arrondissement'],
    ['paris 1er', 'Paris', 'Paris 1er Arrondissement'],
    ['Lyon 3e', 'Lyon', 'Lyon 3e Arrondissement'],
    ['13008', 'Marseille', 'Marseille 8e Arrondissement'],
  ])('leads “%s” to %s by its arrondissement', async (query, name, formerName) => {
    expect((await search(query))[0]).toMatchObject({ name, formerName });
  });

  test('leads a former commune to the one of today, and says its name', async () => {
    expect((await search('annecy le vieux'))[0]).toMatchObject({ name: 'Annecy', formerName: 'Annecy-le-Vieux' });
  });

  test('keeps one département when it is named', async () => {
    expect((await search('saint-denis 974'))[0]).toMatchObject({ code: '97411' });
    expect((await search('saint-denis 93'))[0]).toMatchObject({ code: '93066' });
    expect((await search('Saint-Maur (Indre)'))[0]).toMatchObject({ departmentCode: '36' });
  });

  test.each([
    ['st-denis reunion', '97411'],
    ['saint-denis réunion', '97411'],
    ['saint denis la réunion', '97411'],
    ['saint-pierre martinique', '97225'],
  ])('keeps the département or region named in “%s”', async (query, code) => {
    const found = await search(query);
    expect(found[0]).toMatchObject({ code });
    expect(new Set(found.map(({ departmentCode }) => departmentCode)).size).toBe(1);
  });

  test('keeps all the départements of a region', async () => {
    const found = await search('saint-denis ile de france', 100);
    expect(found[0]).toMatchObject({ code: '93066' });
    for (const { departmentCode } of found) expect(departmentCode).toMatch(/^(?:75|77|78|9[1-5])$/);
  });

  test('gives the communes of an area that is called by its name alone', async () => {
    expect(await namesOf('saint-pierre-et-miquelon')).toEqual(['Saint-Pierre', 'Miquelon-Langlade']);
    expect(await namesOf('st pierre et miquelon')).toEqual(['Saint-Pierre', 'Miquelon-Langlade']);
    expect(await namesOf('Wallis')).toEqual(['Uvea', 'Alo', 'Sigave']);
    expect(await namesOf('wallis et futuna')).toEqual(['Uvea', 'Alo', 'Sigave']);
  });

  test('takes a postcode that nobody has for the town of its département', async () => {
    for (const query of ['75000', '75 000', 'Paris 75000']) expect(await namesOf(query)).toEqual(['Paris']);
    expect((await namesOf('69000'))[0]).toBe('Lyon');
  });

  test('leads the code of a former commune or of an arrondissement to the commune of today', async () => {
    expect(await search('50173')).toMatchObject([{ code: '50129', formerName: 'Équeurdreville-Hainneville' }]);
    expect(await search('75101')).toMatchObject([{ code: '75056', formerName: 'Paris 1er Arrondissement' }]);
  });

  test.each([
    '',
    '   ',
    '-',
    '%',
    '_',
    "'",
    '%_%',
    "'; drop table municipality; --",
    '\\',
    '\0',
    '★',
    '😀',
    '00000',
    'xxqqzz',
  ])('has no answer to %j, and does not fail', async (query) => {
    expect(await search(query)).toEqual([]);
  });

  test('does not take % and _ for wildcards', async () => {
    expect(await namesOf('champigny%')).toEqual(await namesOf('champigny'));
    expect(await namesOf('cha_pigny sur marne')).not.toContain('Chapigny');
  });

  test('bears a huge query', async () => {
    expect(await search('a'.repeat(1_000_000))).toEqual([]);
    expect((await search('saint '.repeat(100_000))).length).toBeLessThanOrEqual(10);
  });

  test('gives as many as asked, 1 to 100, each commune once', async () => {
    for (const [asked, given] of [
      [0, 1],
      [7, 7],
      [5_000, 100],
    ] as const) {
      const codes = (await search('saint', asked)).map(({ code }) => code);
      expect(codes).toHaveLength(given);
      expect(new Set(codes).size).toBe(given);
    }
  });

  test('never fails, whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (query) => {
        expect((await search(query)).length).toBeLessThanOrEqual(10);
      }),
    );
  });
});
