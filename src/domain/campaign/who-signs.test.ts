import { describe, expect, test } from 'vitest';
import type { Carriers } from '../charter/edition.ts';
import { whoSigns } from './who-signs.ts';

const PACTE: Carriers = { kind: 'collective-and-list' };
const COORACE: Carriers = { kind: 'organisation-asks-candidates', organisation: 'COORACE' };
const LIST = { kind: 'list', state: 'standing' } as const;
const COUNCIL = { kind: 'council' } as const;

describe('the Pacte', () => {
  test('is signed by a collective and by a list, before, between and after the rounds', () => {
    for (const phase of ['unknown', 'before', 'between-rounds', 'after'] as const) {
      expect(whoSigns({ carriers: PACTE, place: 'municipality', promiser: LIST, phase })).toEqual({
        ok: true,
        value: {
          carrier: { kind: 'collective', name: null, signs: true },
          counterpart: { kind: 'list', by: 'signature' },
        },
      });
    }
  });
  test('is voted by a council once elected, and not before', () => {
    const voted = whoSigns({ carriers: PACTE, place: 'municipality', promiser: COUNCIL, phase: 'after' });
    expect(voted).toMatchObject({ ok: true, value: { counterpart: { kind: 'council', by: 'council-vote' } } });
    for (const phase of ['unknown', 'before', 'between-rounds'] as const) {
      const early = whoSigns({ carriers: PACTE, place: 'municipality', promiser: COUNCIL, phase });
      expect(early).toEqual({ ok: false, refusal: { kind: 'council-before-election' } });
    }
  });
  test('is promised by the council of a grouping, which has no list', () => {
    expect(whoSigns({ carriers: PACTE, place: 'grouping', promiser: LIST, phase: 'before' })).toEqual({
      ok: false,
      refusal: { kind: 'grouping-has-no-list' },
    });
    expect(whoSigns({ carriers: PACTE, place: 'grouping', promiser: COUNCIL, phase: 'before' }).ok).toBe(true);
  });
});

test('a charter carried by an organisation is answered to it: the organisation does not sign', () => {
  const need = whoSigns({ carriers: COORACE, place: 'municipality', promiser: LIST, phase: 'before' });
  expect(need).toMatchObject({ ok: true, value: { carrier: { kind: 'organisation', name: 'COORACE', signs: false } } });
});

test('a list that withdrew or merged signs nothing any more; an elected one may', () => {
  for (const state of ['withdrawn-list', 'merged'] as const) {
    const gone = whoSigns({
      carriers: PACTE,
      place: 'municipality',
      promiser: { kind: 'list', state },
      phase: 'between-rounds',
    });
    expect(gone).toEqual({ ok: false, refusal: { kind: 'list-stands-no-longer', state } });
  }
  const elected = { kind: 'list', state: 'decided' } as const;
  expect(whoSigns({ carriers: PACTE, place: 'municipality', promiser: elected, phase: 'after' }).ok).toBe(true);
});
