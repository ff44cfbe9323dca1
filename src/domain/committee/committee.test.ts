import { describe, expect, test } from 'vitest';
import type { Holding } from '../access/gate.ts';
import { isPublicByMandate, mayName, QUALITIES } from './committee.ts';
import { agreeing } from './minutes.ts';
import { speakingVoice } from './speaking-voice.ts';

const HERE = { collectives: [1], places: [{ kind: 'municipality', code: '94017' }] } as const;
const MEMBER: Holding = { role: 'collective-member', collective: 1 };
const ELECTED: Holding = { role: 'elected-official', place: HERE.places[0] };
const voice = (...holds: Holding[]) => speakingVoice({ holds }, HERE);

describe('on whose behalf somebody acts', () => {
  test('a member for the collective, an elected official or an agent for the town hall', () => {
    expect(voice(MEMBER)).toBe('collective');
    expect(voice(ELECTED)).toBe('town-hall');
    expect(voice({ role: 'municipal-agent', place: HERE.places[0] })).toBe('town-hall');
  });
  test('whoever is of both speaks for the town hall, in whatever order the roles came', () => {
    expect(voice(MEMBER, ELECTED)).toBe('town-hall');
    expect(voice(ELECTED, MEMBER)).toBe('town-hall');
  });
  test('whoever stands on a list speaks not for the collective', () => {
    expect(voice(MEMBER, { role: 'list-representative', list: 9 })).toBeNull();
  });
  test('a role held elsewhere is worth nothing', () => {
    expect(voice({ role: 'collective-member', collective: 2 })).toBeNull();
    expect(voice({ role: 'elected-official', place: { kind: 'municipality', code: '94018' } })).toBeNull();
    expect(voice({ role: 'national-team' })).toBeNull();
  });
});

test('each side names its own people, and either the residents and associations', () => {
  const names = (side: 'collective' | 'town-hall') => QUALITIES.filter((quality) => mayName(side, quality));
  expect(names('collective')).toEqual(['collective', 'resident', 'association']);
  expect(names('town-hall')).toEqual(['elected', 'agent', 'resident', 'association']);
});

test('only a mandate makes a name public by itself', () => {
  expect(QUALITIES.filter(isPublicByMandate)).toEqual(['elected']);
});

test('a yes to words that changed since is worth nothing', () => {
  const at = new Date('2027-01-01T10:00:00Z');
  const said = [
    { voice: 'town-hall', revision: 2, at },
    { voice: 'collective', revision: 1, at },
  ] as const;
  expect(agreeing(said, 2)).toEqual(['town-hall']);
  expect(agreeing([...said, { voice: 'collective', revision: 2, at }], 2)).toEqual(['collective', 'town-hall']);
  expect(agreeing(said, 3)).toEqual([]);
});
