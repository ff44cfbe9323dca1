/** What the gate allows, asked of the gate itself: every act of a section, by every role, in every state. */
import type { Act, Actor, Concerns, Role, State } from '../gate.ts';
import { pass, ROLES, STATES } from '../gate.ts';

const PLACE = { kind: 'municipality', code: '94017' } as const;
const CONCERNS: Concerns = { collectives: [1], lists: [2], places: [PLACE], organisations: [3], person: 'claire' };
const person = (...holds: Extract<Actor, { kind: 'person' }>['holds']): Actor => ({ kind: 'person', id: 'x', holds });

/** One actor for each role, who is nothing else. */
export const ACTORS: Readonly<Record<Role, Actor>> = {
  anyone: { kind: 'anyone' },
  'draft-holder': { kind: 'draft-holder', token: 'right' },
  signatory: { kind: 'signatory', token: 'right' },
  lead: { kind: 'lead', token: 'right' },
  participant: { kind: 'participant', token: 'right' },
  person: person(),
  self: { kind: 'person', id: 'claire', holds: [] },
  'collective-member': person({ role: 'collective-member', collective: 1 }),
  'collective-coordinator': person({ role: 'collective-coordinator', collective: 1 }),
  'list-representative': person({ role: 'list-representative', list: 2 }),
  'municipal-agent': person({ role: 'municipal-agent', place: PLACE }),
  'elected-official': person({ role: 'elected-official', place: PLACE }),
  partner: person({ role: 'partner', organisation: 3 }),
  'steering-member': person({ role: 'steering-member' }),
  'national-team': person({ role: 'national-team' }),
  operator: { kind: 'operator', name: 'claire' },
  job: { kind: 'job', name: 'forget' },
};

/** `act role state`, one line for each right; a person has, beside their own, the rights of `anyone` and of `person`. */
export function allowedByGate(acts: readonly Act[]): readonly string[] {
  return acts
    .flatMap((act) =>
      ROLES.flatMap((role) =>
        STATES.filter((state) => allows(act, role, state)).map((state) => `${act} ${role} ${state}`),
      ),
    )
    .toSorted();
}

function allows(act: Act, role: Role, state: State): boolean {
  const answer = pass(ACTORS[role], { act, state, concerns: CONCERNS, opens: (token) => token === 'right' });
  return answer.ok && answer.value === role;
}
