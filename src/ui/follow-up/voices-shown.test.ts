/** Whose name stands over what was said of a promise, once its list left office. */
import { expect, test } from 'vitest';
import type { SaidAssessment } from '#domain/follow-up/said-assessment.ts';
import { voicesShown } from './voices-shown.ts';

const said = (change: Partial<SaidAssessment>): SaidAssessment => ({
  ...{ id: 1, pact: 1, item: 'm15', version: 1, voice: 'town-hall', status: 'kept', levels: [], beforeMandate: false },
  ...{ sentence: 'Fait.', evidence: [], assessedOn: '2029-06-03', saidAt: new Date('2029-06-03T10:00:00Z') },
  ...{ saidAs: 'municipal-agent', saidFor: 'Champigny', collective: null, method: '1', review: null },
  ...{ answersTo: null, confirmedOn: null, hidden: [] },
  ...change,
});
const shown = (...all: readonly SaidAssessment[]) =>
  voicesShown({
    ...{ said: all, promised: [], today: '2029-07-01' },
    speaking: { place: 'municipality', state: 'in-opposition', list: 'Demain' },
  });

test('what agents said stays under the name of the town hall; that the list answers since is told beside', () => {
  const both = shown(said({}), said({ id: 2, voice: 'collective', saidAs: 'collective-member', status: 'broken' }));
  expect(both.voices[1]).toMatchObject({ name: 'La mairie' });
  expect(both.voices[1].note).toMatch(/^La liste Demain répond désormais/);
  expect(both.gap).toBe('Les deux regards diffèrent : rompu selon le collectif, tenu selon la mairie.');
  expect(both.done).toContain('tenu selon la mairie');
});

test('what the list itself said, and its silence, stand under its own name', () => {
  for (const own of [[said({ saidAs: 'list-representative' })], []]) {
    expect(shown(...own).voices[1].name).toBe('La liste Demain');
    expect(shown(...own).voices[1].note).toMatch(/^hors de la majorité/);
  }
});
