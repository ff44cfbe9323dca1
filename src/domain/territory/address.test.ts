import { describe, expect, test } from 'vitest';
import { groupingAddress, municipalityAddress, readGroupingAddress, readMunicipalityAddress } from './address.ts';
import { departmentOf, isMunicipalityCode, type MunicipalityCode } from './municipality.ts';

describe('the address of a place', () => {
  test('starts with its code and says its name', () => {
    expect(municipalityAddress({ code: '94017', name: 'Champigny-sur-Marne' })).toBe('94017-champigny-sur-marne');
    expect(municipalityAddress({ code: '2A004', name: 'Ajaccio' })).toBe('2a004-ajaccio');
    expect(municipalityAddress({ code: '80829', name: 'Y' })).toBe('80829-y');
    expect(groupingAddress({ siren: '200057941', name: 'Paris Est Marne et Bois' })).toBe(
      '200057941-paris-est-marne-et-bois',
    );
  });

  test('leads to the place with the words of an older name, with none, in capitals', () => {
    for (const address of ['2a004-ajaccio', '2A004-AJACCIO', '2a004', '2A004-another-name']) {
      expect(readMunicipalityAddress(address)).toBe('2A004');
    }
  });

  test.each([
    '',
    '-',
    '9401',
    '940171-x',
    'champigny',
    '2C004-x',
    "94017'--",
    '９４０１７',
    '94017champigny',
    '../94017',
  ])('is refused for %j', (address) => {
    expect(readMunicipalityAddress(address)).toBeNull();
    expect(readGroupingAddress(address)).toBeNull();
  });

  test('of a grouping needs nine digits', () => {
    expect(readGroupingAddress('200057941-x')).toBe('200057941');
    expect(readGroupingAddress('20005794-x')).toBeNull();
  });
});

describe('a municipality code', () => {
  test('knows Corsica', () => {
    expect(isMunicipalityCode('2A004')).toBe(true);
    expect(isMunicipalityCode('2a004')).toBe(false);
  });

  test.each([
    ['94017', '94'],
    ['2B033', '2B'],
    ['97411', '974'],
    ['98818', '988'],
    ['01001', '01'],
  ])('%s is in département %s', (code, department) => {
    expect(departmentOf(code as MunicipalityCode)).toBe(department);
  });
});
