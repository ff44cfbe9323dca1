import { expect, test } from 'vitest';
import { missingFor } from './completeness.ts';
import { deadlineProblem, defaultDeadline, reminderDue } from './deadline.ts';
import { readSignatoryWords, type SignatoryState, type SignatureMeans } from './signatory.ts';
import { stateOfSigning } from './signing-state.ts';
import type { Side } from './side.ts';
import { isConfirmed } from './witness.ts';

let last = 0;
const named = (side: Side, state: SignatoryState, means: SignatureMeans | null = null) => ({
  id: (last += 1),
  side,
  state,
  means: state === 'signed' ? (means ?? 'online') : null,
});

test('a text is signed when everybody named on both sides has signed', () => {
  const signatories = [
    named('carrier', 'signed'),
    named('counterpart', 'signed'),
    named('counterpart', 'signed', 'paper'),
  ];
  expect(missingFor({ council: false, signatories })).toEqual([]);
});

test('one side alone is not enough, nor is a side whose people were all taken off', () => {
  expect(missingFor({ council: false, signatories: [named('carrier', 'signed')] })).toEqual([
    { kind: 'nobody-named', side: 'counterpart' },
  ]);
  const left = [named('carrier', 'removed'), named('counterpart', 'signed')];
  expect(missingFor({ council: false, signatories: left })).toEqual([{ kind: 'nobody-named', side: 'carrier' }]);
});

test('one awaited, one who declined and one contested each keep it open', () => {
  const awaited = named('counterpart', 'invited');
  const declined = named('counterpart', 'declined');
  const contested = named('carrier', 'contested');
  const signatories = [awaited, declined, contested, named('carrier', 'signed')];
  expect(missingFor({ council: false, signatories })).toEqual([
    { kind: 'contested', signatory: contested.id },
    { kind: 'awaited', signatory: awaited.id },
    { kind: 'declined', signatory: declined.id },
  ]);
});

test('a mayor who signs does not stand for the vote of the council', () => {
  const carrier = named('carrier', 'signed');
  const mayor = named('counterpart', 'signed', 'online');
  expect(missingFor({ council: true, signatories: [carrier, mayor] })).toEqual([{ kind: 'no-council-vote' }]);
  const vote = named('counterpart', 'signed', 'council-vote');
  expect(missingFor({ council: true, signatories: [carrier, mayor, vote] })).toEqual([]);
  expect(missingFor({ council: true, signatories: [carrier] })).toEqual([{ kind: 'no-council-vote' }]);
});

const EXPIRES = new Date('2026-04-14T22:00:00Z');
const BEFORE = new Date('2026-04-14T21:59:59Z');

test('is waiting on the last day, expired from midnight', () => {
  const facts = { completedAt: null, cancelledAt: null, expiresAt: EXPIRES, signatories: [] };
  expect(stateOfSigning(facts, BEFORE)).toBe('waiting');
  expect(stateOfSigning(facts, EXPIRES)).toBe('expired');
});

test('what was signed by all stays signed, whatever the day', () => {
  const facts = {
    completedAt: BEFORE,
    cancelledAt: null,
    expiresAt: EXPIRES,
    signatories: [{ state: 'contested' as const }],
  };
  expect(stateOfSigning(facts, new Date('2031-01-01T00:00:00Z'))).toBe('complete');
});

test('a refusal stops it until that person is taken off, and a cancelled text stays so', () => {
  const facts = {
    completedAt: null,
    cancelledAt: null,
    expiresAt: EXPIRES,
    signatories: [{ state: 'declined' as const }],
  };
  expect(stateOfSigning(facts, BEFORE)).toBe('declined');
  expect(stateOfSigning({ ...facts, signatories: [{ state: 'removed' }] }, BEFORE)).toBe('waiting');
  expect(stateOfSigning({ ...facts, cancelledAt: BEFORE }, BEFORE)).toBe('cancelled');
});

test('two different people confirm a paper; the same one twice is one', () => {
  const claire = { who: 'claire', side: 'carrier' } as const;
  const lou = { who: 'lou', side: 'counterpart' } as const;
  expect(isConfirmed([claire, claire], ['carrier'])).toBe(false);
  expect(isConfirmed([claire, lou], ['carrier', 'counterpart'])).toBe(true);
});

test('two people of one side are enough only when the other side has nobody who can look', () => {
  const two = [
    { who: 'claire', side: 'carrier' },
    { who: 'ali', side: 'carrier' },
  ] as const;
  expect(isConfirmed(two, ['carrier', 'counterpart'])).toBe(false);
  expect(isConfirmed(two, ['carrier'])).toBe(true);
});

test('one has thirty days to sign unless another day is chosen, tomorrow at the earliest', () => {
  expect(defaultDeadline('2026-01-30')).toBe('2026-03-01');
  expect(deadlineProblem('2026-01-30', '2026-01-30')).toBe('past');
  expect(deadlineProblem('2026-01-31', '2026-01-30')).toBeNull();
  expect(deadlineProblem('2026-08-02', '2026-01-30')).toBe('too-far');
});

test('somebody who does not answer is reminded after a week, then two days before the end, and never more', () => {
  const awaited = { invitedOn: '2026-03-01', expiresOn: '2026-03-31' };
  expect(reminderDue({ ...awaited, sent: [] }, '2026-03-07')).toBeNull();
  expect(reminderDue({ ...awaited, sent: [] }, '2026-03-08')).toBe('week-without-answer');
  expect(reminderDue({ ...awaited, sent: ['week-without-answer'] }, '2026-03-28')).toBeNull();
  expect(reminderDue({ ...awaited, sent: ['week-without-answer'] }, '2026-03-29')).toBe('two-days-left');
  expect(reminderDue({ ...awaited, sent: ['week-without-answer', 'two-days-left'] }, '2026-03-31')).toBeNull();
});

test('a short delay brings one reminder, and none on the day of the invitation nor after the end', () => {
  expect(reminderDue({ invitedOn: '2026-03-01', expiresOn: '2026-03-09', sent: [] }, '2026-03-08')).toBe(
    'two-days-left',
  );
  expect(reminderDue({ invitedOn: '2026-03-08', expiresOn: '2026-03-09', sent: [] }, '2026-03-08')).toBeNull();
  expect(reminderDue({ invitedOn: '2026-03-01', expiresOn: '2026-03-09', sent: [] }, '2026-03-10')).toBeNull();
  const later = { invitedOn: '2026-03-01', expiresOn: '2026-06-01', sent: ['two-days-left'] } as const;
  expect(reminderDue(later, '2026-04-01')).toBeNull();
});

test('a name is one line of letters that hide nothing', () => {
  expect(readSignatoryWords('  Camille \n Exemple ')).toBe('Camille Exemple');
  expect(readSignatoryWords(' … ')).toBeNull();
  expect(readSignatoryWords('Camille\u202eelpmexE')).toBeNull();
  expect(readSignatoryWords('x'.repeat(121))).toBeNull();
});
