import { expect, test } from 'vitest';
import type { Check } from '../charter/annotation.ts';
import type { SignedClause } from '../pact/commitment.ts';
import { pointsToCheck } from './points-to-check.ts';
import { proposedStatus } from './proposed-status.ts';

const WHOLE: Check = { look: 'document', text: 'Un plan est publié.' };
const NETWORK: Check = { look: 'place', text: 'Le réseau existe.', clauses: [2] };
const MONEY: Check = { look: 'figure', text: 'La dépense par an.', clauses: [3] };
const BOTH: Check = { look: 'decision', text: 'Le budget du réseau est voté.', clauses: [2, 3] };
const CHECKS = [WHOLE, NETWORK, MONEY, BOTH];
const said = (clause: number, change: Partial<SignedClause> = {}): SignedClause => ({
  clause,
  stance: 'accepted',
  wording: 'same',
  changes: [],
  quotations: [],
  ...change,
});
const texts = (checks: readonly Check[]) => checks.map(({ text }) => text);
const split = (clauses: readonly SignedClause[], stance: 'accepted' | 'partial' = 'partial') =>
  pointsToCheck(CHECKS, { level: 3, stance, clauses });

test('a level taken whole is checked whole', () => {
  expect(split([], 'accepted')).toEqual({ checks: CHECKS, leftOut: [] });
});

test.each([
  ['refused', [said(2), said(3, { stance: 'refused' })]],
  ['left to another authority', [said(2), said(3, { stance: 'delegated' })]],
  ['lost on the way', [said(2), said(3, { wording: 'omitted' })]],
  ['not named in a part', [said(2)]],
])('a point about a clause %s is shown apart; one that another clause asks too stays', (_, clauses) => {
  const { checks, leftOut } = split(clauses);
  expect(texts(leftOut)).toEqual([MONEY.text]);
  expect(checks).toEqual([WHOLE, NETWORK, BOTH]);
});

test('a clause that was refused does not lower the state proposed', () => {
  const { checks } = split([said(2), said(3, { stance: 'refused' })]);
  const answers = [
    ...checks.map(({ text }) => ({ level: 3, text, answer: 'yes', note: '' }) as const),
    // Answered before the pact was corrected.
    { level: 3, text: MONEY.text, answer: 'no', note: '' } as const,
  ];
  expect(proposedStatus({ levels: [{ level: 3, checks: texts(checks) }], answers })).toMatchObject({ status: 'kept' });
});
