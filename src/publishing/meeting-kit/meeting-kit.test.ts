/** Whose words the papers of a meeting print: those of whoever answers for the pact, by their name. */
import { expect, test } from 'vitest';
import { tallyOf } from '#domain/follow-up/tally.ts';
import type { KitAssessment, KitPromise } from '#domain/meeting-kit/council-questions.ts';
import { STATE } from '#ui/messages/meeting-kit.fr.ts';
import { meetingKit, type KitPact } from './meeting-kit.ts';

const TODAY = '2029-06-03';
const said = (status: KitAssessment['status'], lookedOn: string): KitAssessment => ({
  ...{ status, lookedOn },
  beforeMandate: false,
});
const promise = (measure: number, collective: KitAssessment | null, townHall: KitAssessment | null): KitPromise => ({
  key: { kind: 'measure', measure },
  label: `Mesure ${String(measure)}`,
  ...{ stance: 'accepted', levels: [] },
  latest: { collective, 'town-hall': townHall },
});
const PROMISES = [
  promise(1, said('kept', '2028-05-02'), said('underway', '2019-04-01')),
  promise(2, said('broken', '2027-05-02'), null),
  promise(3, null, null),
];

function blocksOf(speaking: KitPact['speaking']) {
  const tally = (voice: 'collective' | 'town-hall') => tallyOf(PROMISES, { voice, today: TODAY });
  const { blocks } = meetingKit({
    ...{
      place: 'Champigny',
      placeKind: 'municipality' as const,
      today: TODAY,
      address: 'https://site.test/suivi',
      meeting: null,
    },
    ...{ agenda: [], decisions: [], deadlines: [], letters: [], questions: [] },
    pacts: [
      { speaking, promises: PROMISES, tallies: { collective: tally('collective'), 'town-hall': tally('town-hall') } },
    ],
  });
  return blocks;
}

const printed = (speaking: KitPact['speaking']): string => JSON.stringify(blocksOf(speaking));

test('the words of a list in opposition stand under its name, those of an intercommunality under its own', () => {
  const opposed = printed({ place: 'municipality', state: 'in-opposition', list: 'Champigny demain' });
  const grouping = printed({ place: 'grouping', state: 'in-office', list: null });
  for (const text of [opposed, grouping]) expect(text).not.toMatch(/mairie|municipal/i);
  for (const words of ['Selon la liste Champigny demain :', 'Ce que dit la liste Champigny demain'])
    expect(opposed).toContain(words);
  expect(opposed).toContain('la liste Champigny demain « en cours »');
  expect(opposed).toContain('Qu’en dit la liste Champigny demain ?');
  expect(grouping).toContain('Selon l’intercommunalité :');
  expect(printed({ place: 'municipality', state: 'in-office', list: 'Champigny demain' })).toContain('Selon la mairie');
});

test('a total has the day of the last thing it counts, not of the day when it is printed', () => {
  const text = printed({ place: 'municipality', state: 'in-office', list: null });
  expect(text).toContain('Selon le collectif : 1 tenu sur 3 signés, au 2 mai 2028 ;');
  expect(text).toMatch(/Selon la mairie : [^"]*, au 1er avril 2019 ;/);
  expect(text).not.toContain('3 juin 2029');
});

test('the state of the pact follows the agenda: no page is left empty under it', () => {
  const blocks = blocksOf({ place: 'municipality', state: 'in-office', list: null });
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === STATE);
  expect(at).toBeGreaterThan(0);
  expect(blocks.slice(0, at).map(({ kind }) => kind)).not.toContain('page-break');
});
