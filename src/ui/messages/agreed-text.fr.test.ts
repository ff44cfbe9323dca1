import { expect, test } from 'vitest';
import { champignyAgreedText } from '#domain/pact/testing/champigny-agreed-text.ts';
import { between, observationOf, signedWhen } from './agreed-text.fr.ts';

const council = (name: string) => champignyAgreedText({ counterpart: { kind: 'council', name } });

test('a council is named with its place and its articles', () => {
  expect(between(council('Bry-sur-Marne'))).toMatch(/ et le conseil de Bry-sur-Marne$/);
  expect(observationOf(council('Le Havre'))).toBe('Observation du conseil du Havre');
  expect(observationOf(council('Conseil de territoire'))).toBe('Observation de Conseil de territoire');
});

test('a paper tells its day and no hour, a signature online both clocks', () => {
  const signature = {
    side: 'carrier',
    name: 'X',
    role: 'y',
    signedAt: '2026-03-07T23:00:00.000Z',
    emailProved: false,
    evidence: null,
    confirmedBy: 2,
  } as const;
  expect(signedWhen({ ...signature, means: 'paper', signedOn: '2026-03-08' })).toBe('le 8 mars 2026');
  expect(signedWhen({ ...signature, means: 'online' })).toMatch(/^8 mars 2026 à 00:00:00 \(heure de Paris\), soit/);
});
