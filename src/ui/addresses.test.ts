import { describe, expect, test } from 'vitest';
import {
  fileNameOf,
  idIn,
  lastingAddress,
  municipalityCodeIn,
  numberIn,
  pactAddress,
  placeAddress,
  sirenIn,
} from './addresses.ts';

describe('an address', () => {
  test('names a municipality by its code, then for people', () => {
    expect(placeAddress({ kind: 'municipality', code: '2A004', slug: 'ajaccio' })).toBe('/communes/2A004-ajaccio');
  });
  test.each([
    ['/communes/2A004-ajaccio/mesures/15?a=b-c', '/communes/2A004/mesures/15?a=b-c'],
    ['/pactes/12-liste-2020/suivi', '/pactes/12/suivi'],
    ['/pactes/12', '/pactes/12'],
    ['/chartes/pacte-transition-2020', '/chartes/pacte-transition-2020'],
    ['/collectifs/charte', '/collectifs/charte'],
    ['/', '/'],
  ])('%s lasts as %s', (address, lasting) => {
    expect(lastingAddress(address)).toBe(lasting);
  });
  test('needs no slug', () => {
    expect(pactAddress({ id: 12, slug: '' })).toBe('/pactes/12');
  });
});

describe('what an address asks for', () => {
  test('is the code before the first hyphen', () => {
    expect(municipalityCodeIn('94017-champigny-sur-marne')).toBe('94017');
    expect(municipalityCodeIn('2a004')).toBe('2A004');
    expect(sirenIn('200057941-paris-est')).toBe('200057941');
  });
  test.each(['9401', '940170', 'champigny', '', '2C004', "94017'--"])('is nothing in %j', (segment) => {
    expect(municipalityCodeIn(segment)).toBeNull();
  });
  test.each(['0', '-1', '1e3', '99999999999', 'x'])('is no number in %j', (segment) => {
    expect(idIn(segment)).toBeNull();
    expect(numberIn(segment)).toBeNull();
  });
  test('is one number in one form', () => {
    expect(numberIn('15')).toBe(15);
    expect(numberIn('015')).toBeNull();
  });
});

test('a file keeps its name without the signs that break a header', () => {
  expect(fileNameOf('Pacte signé "Été"\r\nX: 1.PDF')).toBe('pacte-signe-ete-x-1.pdf');
  expect(fileNameOf('../../etc/passwd')).toBe('etc-passwd');
});
