import { expect, test } from 'vitest';
import type { SaidAssessment } from '#domain/follow-up/said-assessment.ts';
import { historyShown, type HistoryFacts } from './history-shown.ts';

const SAID: SaidAssessment = {
  ...{ id: 1, pact: 1, item: 'm15', version: 1, status: 'underway', levels: [], beforeMandate: false },
  ...{ sentence: '', evidence: [], assessedOn: '2028-02-01', answersTo: null, review: 7 },
  ...{ voice: 'collective', saidAt: new Date('2028-06-01T10:00:00Z'), saidAs: 'collective-member' },
  ...{ saidFor: 'Ici', collective: 1, method: '1', confirmedOn: null, hidden: [] },
};
const KNOWN: HistoryFacts = {
  ...{ signed: [], negotiated: [], actions: [], indicators: [], events: [], decisions: [], followUp: [] },
  place: 'municipality',
};

/** Blanks that hold words together are shown as plain ones. */
const lines = (known: Partial<HistoryFacts>) =>
  historyShown({ ...KNOWN, ...known }).map(({ on, what }) => `${on} ${what}`.replace(/\s/g, ' '));

test('a finding stands on the day it speaks of, its review on the day it was published', () => {
  const speaking = { place: 'municipality', state: 'in-office', list: null } as const;
  const confirmations = [{ assessment: 1, on: '2028-05-01', saidAs: 'collective-member' as const }];
  const said = [{ ...SAID, id: 2, saidAt: new Date('2028-06-01T10:00:01Z') }, SAID];
  expect(lines({ followUp: [{ speaking, said, confirmations, remarks: [] }] })).toEqual([
    '1er février 2028 évalué « en cours » selon le collectif, publié le 1er juin 2028',
    '1er février 2028 évalué « en cours » selon le collectif, publié le 1er juin 2028',
    '1er mai 2028 toujours exact selon le collectif',
    '1er juin 2028 bilan du collectif publié',
  ]);
});

test('letters, meetings, decisions, figures and news of actions are among what is dated', () => {
  const told = { voice: 'collective', list: null } as const;
  const year = { on: '2027-12-31', precision: 'year' } as const;
  const measured = { kind: 'result', territory: '', period: year, value: 12 } as const;
  expect(
    lines({
      events: [
        { ...told, about: { kind: 'meeting' }, happenedOn: '2027-03-02', title: 'En mairie' },
        { ...told, about: { kind: 'letter', means: 'post', replyDays: 30 }, happenedOn: '2027-03-01', title: 'Où ?' },
        {
          ...{ voice: 'town-hall', list: null, about: { kind: 'reply', letter: 1 } },
          ...{ happenedOn: '2027-03-05', title: 'Là' },
        },
      ],
      decisions: [{ decidedOn: '2027-03-03', words: 'Ouvrir un lieu' }],
      indicators: [
        { title: 'Lieux', unit: 'lieux', values: [measured, { ...measured, kind: 'target', value: 20 }] },
        { title: 'Aires', unit: 'aires', values: [{ ...measured, territory: 'Nord', period: null }] },
      ],
      actions: [
        {
          ...{ number: '3', planTitle: 'Plan', linkedAt: new Date('2027-01-01T12:00:00Z') },
          ...{ status: 'ongoing', newsAt: new Date('2027-04-01T12:00:00Z') },
        },
      ],
    }),
  ).toEqual([
    '1er janvier 2027 action 3 du plan « Plan » reliée à cette promesse',
    '1er mars 2027 lettre du collectif, par la poste : « Où ? »',
    '2 mars 2027 réunion, racontée par le collectif : « En mairie »',
    '3 mars 2027 décision du comité de suivi : « Ouvrir un lieu »',
    '5 mars 2027 réponse de la mairie : « Là »',
    '1er avril 2027 dernière nouvelle de l’action 3 : en cours',
    '2027 mesuré : Lieux, 12 lieux',
  ]);
});
