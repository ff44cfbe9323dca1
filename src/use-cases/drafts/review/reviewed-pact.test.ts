import { describe, expect, test } from 'vitest';
import type { CharterText } from '#domain/charter/edition.ts';
import type { Decision } from '#domain/pact/decision.ts';
import { editionById } from '#server/charters.ts';
import { writePact, type WrittenPact } from '#tests/world-readings.ts';
import { isWaiting, proposalsOf } from './proposal.ts';
import { reviewedPact } from './reviewed-pact.ts';

const EDITION = editionById('pacte-transition-2020') as CharterText;

const PACT: WrittenPact = {
  list: 'Une liste',
  leader: 'Camille',
  commitments: [
    { measure: 15, words: '15 – Mobilités', levels: { 1: 'accepted', 3: 'refused' }, observations: ['à voir'] },
    { measure: 3, words: 'mesure 3 ?', levels: { 1: 'accepted' }, confidence: 0.5 },
    { measure: null, words: 'Planter des arbres', confidence: 0.3 },
    { measure: 4, words: '4', levels: { 1: 'unknown' } },
  ],
  locals: [{ text: 'Garder la maison de la vie citoyenne', relatedMeasures: [31] }],
  unread: ['Nous créerons une régie de l’eau'],
};
const READING = writePact(PACT);

function review(given: Record<string, Decision>, acceptAll = true) {
  return reviewedPact({ reading: READING, decisions: new Map(Object.entries(given)), edition: EDITION, acceptAll });
}

function kept(given: Record<string, Decision>) {
  const reviewed = review(given);
  if (!reviewed.ok) throw new Error(JSON.stringify(reviewed.refusal));
  return reviewed.value;
}

describe('what needs a look', () => {
  test('is what the reader is unsure of, cannot place or has lost, and nothing else', () => {
    const waiting = proposalsOf(READING).filter((proposal) => isWaiting(proposal, new Map()));
    expect(waiting.map(({ id, doubts }) => [id, doubts.map(({ kind }) => kind)])).toEqual([
      ['commitment-1', ['low-confidence']],
      ['commitment-2', ['low-confidence', 'no-measure']],
      ['commitment-3', ['unknown-stance']],
    ]);
  });

  test('includes a list without a name, two promises for one measure, and what the reader asks', () => {
    const twice = writePact({
      list: null,
      commitments: [
        { measure: 1, words: 'a' },
        { measure: 1, words: 'b' },
      ],
    });
    const warned = {
      ...twice,
      warnings: [{ code: 'number-title-mismatch', message: '', spans: twice.commitments[0]?.spans ?? [] }],
    };
    expect(proposalsOf(warned).map(({ id, doubts }) => [id, doubts.map(({ kind }) => kind)])).toEqual([
      ['signatory', ['no-list-name']],
      ['principle-0', []],
      ['principle-1', []],
      ['principle-2', []],
      ['commitment-0', ['same-measure', 'reader-asks']],
      ['commitment-1', ['same-measure']],
    ]);
  });

  test('stops waiting with any decision, and waits again when it is taken back', () => {
    expect(review({}, false)).toMatchObject({
      refusal: { kind: 'undecided', proposals: [{ number: '3' }, { number: null }, { number: '4' }] },
    });
    const decided: Record<string, Decision> = {
      'commitment-1': { kind: 'confirm' },
      'commitment-2': { kind: 'refuse' },
      'commitment-3': { kind: 'confirm' },
    };
    expect(review(decided, false).ok).toBe(true);
    expect(review({ ...decided, 'commitment-1': { kind: 'undecide' } }, false)).toMatchObject({
      refusal: { proposals: [{ kind: 'commitment', number: '3' }] },
    });
  });
});

describe('what is published', () => {
  test('without a decision, is what was read, in the words of the document', () => {
    const pact = kept({});
    expect([pact.listName, pact.leader]).toEqual(['Une liste', 'Camille']);
    expect(pact.commitments.map(({ measure }) => measure)).toEqual([3, 4, 15]);
    const first = pact.commitments.find(({ measure }) => measure === 15);
    expect(first).toMatchObject({
      stance: 'partial',
      observations: ['à voir'],
      quotations: [{ text: '15 – Mobilités' }],
    });
    expect(first?.levels[1]).toMatchObject({ level: 3, stance: 'refused', quotations: [{ text: 'N3 : refused' }] });
  });

  test('a promise that no measure matches becomes a local commitment, with its words', () => {
    expect(kept({}).localCommitments.map(({ text }) => text)).toEqual([
      'Planter des arbres',
      'Garder la maison de la vie citoyenne',
    ]);
  });

  test('a refused proposal is left out', () => {
    const pact = kept({
      'commitment-0': { kind: 'refuse' },
      'local-0': { kind: 'refuse' },
      'principle-1': { kind: 'refuse' },
    });
    expect(pact.commitments.map(({ measure }) => measure)).toEqual([3, 4]);
    expect(pact.localCommitments).toHaveLength(1);
    expect(pact.principles.map(({ letter }) => letter)).toEqual(['A', 'C']);
  });

  test('a corrected level changes the stance of the measure, and claims no clause that nobody compared', () => {
    const levels = [
      { level: 1, stance: 'accepted' },
      { level: 2, stance: 'accepted' },
      { level: 3, stance: 'accepted' },
    ] as const;
    const pact = kept({ 'commitment-0': { kind: 'correct-commitment', levels } });
    const measure = pact.commitments.find((commitment) => commitment.measure === 15);
    expect(measure?.stance).toBe('accepted');
    expect(measure?.levels.map(({ clauses }) => clauses.length)).toEqual([1, 0, 0]);
    expect(measure?.levels[2]?.quotations[0]?.text).toBe('N3 : refused');
  });

  test('a clause said by a person keeps what was read of it', () => {
    const levels = [{ level: 1, stance: 'partial', clauses: [{ clause: 1, stance: 'refused' }] }] as const;
    const pact = kept({ 'commitment-0': { kind: 'correct-commitment', levels } });
    expect(pact.commitments.find(({ measure }) => measure === 15)?.levels).toMatchObject([
      { level: 1, stance: 'partial', clauses: [{ clause: 1, stance: 'refused', wording: 'same' }] },
    ]);
  });

  test('re-attached to another measure, the comparison with the first one is dropped, the words stay', () => {
    const pact = kept({ 'commitment-0': { kind: 'correct-commitment', measure: 16 } });
    const moved = pact.commitments.find(({ measure }) => measure === 16);
    expect(moved?.levels.map(({ level, stance, clauses }) => [level, stance, clauses.length])).toEqual([
      [1, 'accepted', 0],
      [3, 'refused', 0],
    ]);
    expect(moved?.quotations[0]?.text).toBe('15 – Mobilités');
  });

  test('an observation is edited, emptied or left as it is', () => {
    const observations = (decision: Decision) =>
      kept({ 'commitment-0': decision }).commitments.find(({ measure }) => measure === 15)?.observations;
    expect(observations({ kind: 'correct-commitment', observations: ['autre'] })).toEqual(['autre']);
    expect(observations({ kind: 'correct-commitment', observations: [] })).toEqual([]);
    expect(observations({ kind: 'correct-commitment', competentBody: 'EPT' })).toEqual(['à voir']);
  });

  test('an unread passage can become a promise, of either kind', () => {
    const local = kept({ 'unread-0': { kind: 'to-local', text: 'Une régie de l’eau', relatedMeasures: [10] } });
    expect(local.localCommitments.at(-1)).toMatchObject({
      text: 'Une régie de l’eau',
      relatedMeasures: [10],
      quotations: [{ text: 'Nous créerons une régie de l’eau' }],
    });
    const measure = kept({ 'unread-0': { kind: 'to-measure', measure: 10, stance: 'accepted', levels: [] } });
    expect(measure.commitments.find((commitment) => commitment.measure === 10)).toMatchObject({
      stance: 'accepted',
      levels: [],
      title: 'unmatched',
    });
  });

  test('the names of the list are corrected one by one', () => {
    const pact = kept({ signatory: { kind: 'correct-signatory', listName: 'Le vrai nom' } });
    expect([pact.listName, pact.leader]).toEqual(['Le vrai nom', 'Camille']);
  });
});

describe('what can not be published', () => {
  test('two promises for one measure, even when everything is accepted', () => {
    expect(review({ 'commitment-1': { kind: 'correct-commitment', measure: 15 } })).toMatchObject({
      ok: false,
      refusal: { kind: 'measure-twice', measure: 15, proposals: [{ number: '15' }, { number: '3' }] },
    });
  });

  test('a measure that the edition has not', () => {
    expect(review({ 'commitment-0': { kind: 'correct-commitment', measure: 99 } })).toMatchObject({
      refusal: { kind: 'unknown-measure', measure: 99 },
    });
  });

  test('nothing at all', () => {
    const refuseAll = Object.fromEntries(
      proposalsOf(READING).map(({ id }): [string, Decision] => [id, { kind: 'refuse' }]),
    );
    expect(review(refuseAll)).toEqual({ ok: false, refusal: { kind: 'nothing-promised' } });
  });
});
