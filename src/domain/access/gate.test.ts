import { expect, test } from 'vitest';
import { ACTS, pass, ROLES, STATES, type Act, type Actor, type Role, type State } from './gate.ts';

/** Written out a second time on purpose: a right that moves must be moved here too. */
const ALLOWED: readonly `${Act} ${Role} ${State}`[] = [
  'open-draft anyone none',
  'open-draft operator none',
  'open-draft job none',
  'see-draft draft-holder open',
  'see-draft draft-holder published',
  'see-draft operator open',
  'see-draft operator published',
  'review-proposal draft-holder open',
  'review-proposal operator open',
  'attach-passage draft-holder open',
  'attach-passage operator open',
  'choose-for-draft draft-holder open',
  'choose-for-draft operator open',
  'discard-draft draft-holder open',
  'discard-draft operator open',
  'publish-draft operator open',
  'publish-draft job open',
  'correct-published operator open',
  'withdraw-published operator none',
  'list-drafts operator none',
  'forget-expired job expired',
  'forget-expired operator expired',
  'import-seeds job none',
  'import-seeds operator none',
  'link-action operator none',
  'verify-journal job none',
  'verify-journal operator none',
];

const ACTORS: Readonly<Record<Role, Actor>> = {
  anyone: { kind: 'anyone' },
  'draft-holder': { kind: 'draft-holder', token: 'right' },
  operator: { kind: 'operator', name: 'claire' },
  job: { kind: 'job', name: 'forget' },
};

test('every act, role and state not listed is refused', () => {
  const found: string[] = [];
  for (const act of ACTS) {
    for (const role of ROLES) {
      for (const state of STATES) {
        const answer = pass(ACTORS[role], { act, state, opens: (token) => token === 'right' });
        if (answer.ok) found.push(`${act} ${role} ${state}`);
        else expect(answer.refusal).toEqual({ kind: 'not-allowed', act });
      }
    }
  }
  expect(found.toSorted()).toEqual(ALLOWED.toSorted());
});

test('the link of another draft opens nothing', () => {
  const holder: Actor = { kind: 'draft-holder', token: 'wrong' };
  expect(pass(holder, { act: 'see-draft', state: 'open', opens: (token) => token === 'right' }).ok).toBe(false);
});

test('a link is worth nothing for an act that concerns no draft', () => {
  expect(pass({ kind: 'draft-holder', token: 'right' }, { act: 'list-drafts', state: 'none' }).ok).toBe(false);
});

test('the bearer of a wrong link may still do what anyone may', () => {
  expect(pass({ kind: 'draft-holder', token: 'wrong' }, { act: 'open-draft', state: 'none' }).ok).toBe(true);
});
