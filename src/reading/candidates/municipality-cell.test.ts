import { expect, test } from 'vitest';
import { municipalityIn } from './municipality-cell.ts';

test.each([
  ['94', '017', '94017', null],
  ['94', '17', '94017', null],
  ['94', '94017', '94017', null],
  ['', '94017', '94017', null],
  ['1', '4', '01004', null],
  ['01', '1004', '01004', null],
  ['', '1004', '01004', null],
  ['2A', '004', '2A004', null],
  ['2a', '2A004', '2A004', null],
  ['75', '056', '75056', null],
  ['75', '056SR01', '75056', 'SR01'],
  ['13', '13055SR8', '13055', 'SR08'],
  ['971', '105', '97105', null],
  ['971', '05', '97105', null],
  ['ZA', '105', '97105', null],
  ['ZD', '411', '97411', null],
  ['ZM', '511', '97611', null],
  ['ZN', '818', '98818', null],
  ['', '="94017"', '94017', null],
])('%s and %s name %s', (department, municipality, code, sector) => {
  expect(municipalityIn({ department, municipality })).toEqual({ code, sector });
});

test.each([
  ['', ''],
  ['94', ''],
  ['', '017'],
  ['94', 'Champigny'],
  ['Val-de-Marne', '017'],
])('%j and %j name none', (department, municipality) => {
  expect(municipalityIn({ department, municipality })).toBeNull();
});
