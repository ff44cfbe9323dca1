import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ACTS, pass, ROLES, STATES, type Actor } from './gate.ts';
import { ACTORS } from './testing/allowed-by-gate.ts';

test('a role held of another collective, list or place is worth nothing', () => {
  for (const role of ROLES) {
    const actor = ACTORS[role];
    if (actor.kind !== 'person' || role === 'national-team' || role === 'steering-member') continue;
    const elsewhere = {
      collectives: [7],
      lists: [7],
      organisations: [7],
      places: [{ kind: 'municipality', code: '94018' }] as const,
      person: 'y',
    };
    for (const act of ACTS) {
      for (const state of STATES) {
        const answer = pass(actor, { act, state, concerns: elsewhere });
        expect(answer.ok ? answer.value : 'refused').toBeOneOf(['anyone', 'person', 'refused']);
      }
    }
  }
});

test('a municipality and a grouping with the same digits are two places', () => {
  const agent: Actor = {
    kind: 'person',
    id: 'x',
    holds: [{ role: 'municipal-agent', place: { kind: 'grouping', siren: '94017' } }],
  };
  const concerns = { places: [{ kind: 'municipality', code: '94017' }] as const };
  for (const act of ACTS) {
    for (const state of STATES) {
      const answer = pass(agent, { act, state, concerns });
      expect(answer.ok ? answer.value : 'refused').not.toBe('municipal-agent');
    }
  }
});

test('every section has its own test of rights', () => {
  const files = readdirSync(new URL('rights/', import.meta.url)).filter((file) => file !== 'rights.ts');
  const sections = files.filter((file) => !file.endsWith('.test.ts'));
  expect(files.toSorted()).toEqual(sections.flatMap((file) => [file, file.replace('.ts', '.test.ts')]).toSorted());
});

test('no act stands in the table that nothing asks for', () => {
  const src = new URL('../../', import.meta.url);
  const asking = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/^domain\/access\/|\.test\.ts$|\/testing\//.test(file))
    .map((file) => readFileSync(new URL(file.replaceAll('[', '%5B').replaceAll(']', '%5D'), src), 'utf8'));
  expect(ACTS.filter((act) => asking.every((text) => !text.includes(`'${act}'`)))).toEqual([]);
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
