import { describe, expect, test } from 'vitest';
import type { Agreement } from '#domain/negotiation/agreement.ts';
import { agreementLine } from './negotiation.fr.ts';

const agreement = (promised: number): Agreement => ({
  measures: { agreed: 1, promised, discussed: 11, waiting: 0, unasked: 20, of: 32 },
  minimum: { asked: 10, reached: promised >= 10 },
  principles: [{ letter: 'B', required: true, state: { kind: 'unasked' } }],
  local: { agreed: 0, open: 0 },
  turns: { carrier: 0, counterpart: 0 },
});

describe('the line that says where a negotiation stands', () => {
  test('says what the minimum counts: measures promised at least in part', () => {
    expect(agreementLine(agreement(11))).toBe(
      '1 mesure d’accord, 11 en discussion, minimum 10 atteint (11 mesures promises au moins en partie), principe B manque',
    );
  });

  test('says that the minimum is not reached', () => {
    expect(agreementLine(agreement(1))).toContain(
      'minimum 10 pas encore atteint (1 mesure promise au moins en partie)',
    );
  });
});
