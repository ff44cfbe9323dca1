import { describe, expect, test } from 'vitest';
import type { DraftEvent, DraftChange, MeasureSaid } from '#domain/workbench/draft-history.ts';
import { historyShown } from './history-shown.ts';

const said: MeasureSaid = {
  number: 7,
  origins: [],
  words: { title: 'Des repas biologiques', introduction: [], levels: [] },
  themes: {},
  reason: '',
};
const eventOf = (writing: DraftChange | null, act = 'write-edition'): DraftEvent => ({
  ...{ sequence: 12, at: new Date('2031-03-01T09:00:00Z'), act, role: 'national-team', writing },
  by: { id: 'p-claire', name: 'Claire Dubois' },
});
const shown = (event: DraftEvent, you = 'p-lou') => historyShown([event], { named: () => '7. Des repas', you })[0];

describe('an act on a draft', () => {
  test('says who changed what of which measure, why, and the words that changed', () => {
    const after = {
      ...said,
      words: { introduction: [], levels: [], title: 'Des repas biologiques et locaux' },
      reason: 'Plus clair',
    };
    const line = shown(eventOf({ what: 'measure', measure: 3, before: said, after }));
    expect(line).toMatchObject({ text: '7. Des repas : mots et raison', reason: 'Plus clair' });
    expect(line?.when).toContain('Claire Dubois (équipe nationale)');
    expect(line?.differences?.title.map(({ kind }) => kind)).toContain('inserted');
  });

  test('of whoever reads is theirs; of an account that is gone, its role is left', () => {
    const event = eventOf(null, 'publish-edition');
    expect(shown(event, 'p-claire')).toMatchObject({
      text: 'Édition publiée',
      when: expect.stringMatching(/vous$/) as string,
    });
    expect(shown({ ...event, by: { id: 'p-claire', name: null } })?.when).toMatch(/équipe nationale$/);
  });

  test('that gives numbers says those that changed, and no others', () => {
    const numbers = [
      [1, 1, 1],
      [2, 2, 5],
      [3, null, 2],
    ] as const;
    expect(shown(eventOf({ what: 'numbers', numbers }))?.text).toBe(
      '2 numéros changés : 2 devient 5, sans numéro devient 2',
    );
  });

  test('whose words were erased from the journal is still told', () => {
    expect(shown(eventOf(null))).toMatchObject({ text: 'Changement', reason: '', differences: null });
  });
});
