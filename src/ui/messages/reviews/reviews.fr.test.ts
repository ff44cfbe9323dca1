import { describe, expect, test } from 'vitest';
import type { ReviewTally } from '#domain/review/review-tally.ts';
import { sayMail } from '../mail/say-mail.fr.ts';
import { ambitionLine, coverageLine, keptLine } from './figures.fr.ts';
import { otherSide } from './page.fr.ts';
import { proposalLine, proposedSentence, savedLine } from './work.fr.ts';

const NONE = {
  'not-started': 0,
  underway: 0,
  'partly-kept': 0,
  kept: 0,
  broken: 0,
  'cannot-assess': 0,
  'not-competent': 0,
};
const tally = (change: Partial<ReviewTally>): ReviewTally => ({
  ...{ signed: 26, lookedAt: 26, notLookedAt: 0, counted: 26, byStatus: NONE, beforeMandate: 0, besides: 0 },
  ambition: { measures: 26, ofMeasures: 32, levels: 41, ofLevels: 92, local: 0 },
  ...change,
});

describe('figures', () => {
  test('always carry their denominator, and say what is left out of it', () => {
    expect(keptLine(tally({ byStatus: { ...NONE, kept: 12 } }))).toBe('12 engagements tenus sur 26 signés');
    expect(keptLine(tally({ byStatus: { ...NONE, kept: 1 }, counted: 23 }))).toBe(
      '1 engagement tenu sur 23 (26 signés, dont 3 à part)',
    );
    expect(keptLine(tally({ lookedAt: 0, notLookedAt: 26 }))).toBe('Aucun engagement n’a été évalué');
    expect(keptLine(tally({ counted: 0 }))).toBe('Aucun des 26 engagements signés n’a pu être compté');
    expect(keptLine(tally({ counted: 23, lookedAt: 3, notLookedAt: 23 }))).toBe(
      'Aucun des 23 engagements qui comptent n’a été évalué',
    );
  });

  test('say what nobody looked at, and what is apart', () => {
    const byStatus = { ...NONE, 'cannot-assess': 1, 'not-competent': 2 };
    expect(coverageLine(tally({ lookedAt: 20, notLookedAt: 6, byStatus, beforeMandate: 1, besides: 2 }))).toBe(
      '20 engagements examinés sur 26 signés, 6 non examinés ; à part : 1 impossible à évaluer, 2 hors compétence, 1 déjà fait avant le mandat, 2 laissés à une autre collectivité, ou perdus',
    );
  });

  test('set what was promised beside what was kept', () => {
    expect(ambitionLine(tally({}))).toBe('Ambition : 26 mesures prises sur les 32 de la charte, 41 niveaux sur 92');
    const ambition = { measures: 0, ofMeasures: 32, levels: 0, ofLevels: 92, local: 2 };
    expect(ambitionLine(tally({ ambition }))).toBe(
      'Ambition : aucune des 32 mesures de la charte, 2 engagements locaux',
    );
  });
});

test('what was saved says what it still misses', () => {
  expect(savedLine('15', { progress: 'ready', status: 'kept' })).toBe('15 : enregistré.');
  expect(savedLine('15', { progress: 'started', status: null })).toContain('pas encore d’état');
  expect(savedLine('15', { progress: 'started', status: 'kept' })).toContain('pas encore de constat');
  expect(savedLine('15', { progress: 'not-looked-at', status: null })).not.toContain('enregistré');
});

test('the mail that tells of a review leads to the answer, and says its figures', () => {
  const content = {
    kind: 'review-published',
    collective: 'Champigny en transition',
    place: 'Champigny',
    placeKind: 'municipality',
    list: 'Demain',
    number: 2,
    kept: 12,
    counted: 26,
    notLookedAt: 1,
    path: '/bilans/4',
    reply: '/bilans/4/repondre',
  } as const;
  const { paragraphs, link } = sayMail(content);
  expect(link?.path).toBe('/bilans/4/repondre');
  expect(paragraphs.join(' ')).toContain('12 engagements tenus sur 26 ; 1 engagement n’a pas été examiné.');
  expect(paragraphs.join(' ')).toContain('bilan n° 2 du pacte de la liste « Demain » à Champigny');
});

test('a list that does not govern answers for itself: the town hall does not', () => {
  const place = { code: { kind: 'municipality', code: '94017' }, name: 'Champigny' } as const;
  const pact = { id: 1, listName: 'Demain', leader: null, signedOn: null, termFrom: 2020, termTo: 2026 } as const;
  expect(otherSide({ place, pact: { ...pact, state: 'in-opposition' } })).toBe('La liste Demain');
  expect(otherSide({ place, pact: { ...pact, state: 'in-office' } })).toBe('La mairie');
});

test('a proposal says what it rests on, and what nobody answered', () => {
  const counts = { yes: 2, no: 0, cannotTell: 1, unanswered: 0 };
  const proposed = {
    status: 'partly-kept',
    levels: [{ level: 1, status: 'partly-kept', counts }],
    without: [],
  } as const;
  expect(proposalLine(proposed)).toBe('D’après vos réponses : tenu en partie (N1 tenu en partie, 2 oui sur 3 points).');
  expect(proposalLine({ ...proposed, status: null, without: [2, 3] })).toBe(
    'D’après vos réponses : N1 tenu en partie, 2 oui sur 3 points. Rien de répondu pour N2 et N3 : aucun état proposé pour l’ensemble.',
  );
  expect(proposedSentence(proposed)).toBe('Niveau 1 : 2 points vérifiés sur 3, 1 sans réponse possible.');
});
