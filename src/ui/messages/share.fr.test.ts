/** The same figures in the same words wherever they stand: lists, papers of a meeting, reviews, and the method that says why. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { FollowUpTally } from '#domain/follow-up/tally.ts';
import { doneLine } from './commune-done.fr.ts';
import { voiceLine } from './meeting-kit.fr.ts';
import { ofCounted } from './share.fr.ts';

const TALLY: FollowUpTally = {
  ...{ signed: 16, kept: 6, partlyKept: 2, underway: 1, notStarted: 0, broken: 1, never: 3 },
  ...{ beforeMandate: 1, cannotAssess: 0, notCompetent: 2, stale: 0, lookedOn: '2029-05-02' },
};

test('a denominator is what counts; what is signed and what is apart stand beside it', () => {
  expect(ofCounted({ counted: 13, signed: 16 })).toBe('13 (16 signés, dont 3 à part)');
  expect(ofCounted({ counted: 26, signed: 26 })).toBe('26 signés');
  expect(ofCounted({ counted: 1, signed: 1 })).toBe('1 signé');
});

test('a list of pacts says each voice with its own denominator, and no share of nothing', () => {
  const looked = { share: { kept: 6, of: 13 }, never: 3, lookedOn: '2029-05-02' };
  expect(
    doneLine({ signed: 16, collective: looked, townHall: { share: null, never: 0, lookedOn: '2029-06-03' } }),
  ).toBe(
    '6 tenus sur 13 (16 signés, dont 3 à part) selon le collectif, au 2 mai 2029 (3 jamais évalués) ; rien de ce qui se compte n’a été regardé selon la mairie ou la liste, au 3 juin 2029',
  );
  const silent = { share: null, never: 16, lookedOn: null };
  expect(doneLine({ signed: 16, collective: silent, townHall: silent })).toBe('16 signés, aucun évalué à ce jour');
});

test('the papers of a meeting count as the pages do, and name what is apart', () => {
  expect(voiceLine('collective', TALLY, { place: 'municipality', state: 'in-office', list: null })).toBe(
    'Selon le collectif : 6 tenus sur 13 (16 signés, dont 3 à part), au 2 mai 2029 ; 2 tenus en partie, 1 en cours, 1 rompu, 3 jamais évalués ; à part : 1 déjà fait avant le mandat, 2 hors compétence.',
  );
});

test('the method gives as examples what the pages write', async () => {
  const method = await readFile('data/method/1.md', 'utf8');
  for (const counted of [26, 23]) expect(method).toContain(`« 12 tenus sur ${ofCounted({ counted, signed: 26 })}, au`);
});
