import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTION_STATUSES, SHEET_ROLES, SHEET_TEXTS } from './action-sheet.ts';
import type { DirectoryEntry } from './directory-entry.ts';
import { hiddenAxes, versionContent, versionText } from './plan-version.ts';
import { publishedActions, type WorkingAction } from './publish-sheet.ts';
import { emptySheet, ofAll } from './working-sheet.ts';

/** Words that nothing else in a plan could hold by chance. */
const SECRET_NAMES = Array.from({ length: 8 }, (_, index) => `Nomsecret${index} Personne`);

type Entry = Pick<DirectoryEntry, 'kind' | 'name' | 'isElected' | 'isPublic'>;

const entries = new Map<number, Entry>(
  SECRET_NAMES.flatMap((name, index): [number, Entry][] => [
    [index + 1, { kind: 'person', name, isElected: false, isPublic: false }],
    [index + 101, { kind: 'person', name: `Élue ${index}`, isElected: true, isPublic: false }],
    [index + 201, { kind: 'person', name: `Publique ${index}`, isElected: false, isPublic: true }],
    [index + 301, { kind: 'service', name: `Service ${index}`, isElected: false, isPublic: true }],
  ]),
);

const someone = fc.constantFrom(...entries.keys());
const names = fc.uniqueArray(someone, { maxLength: 6 });
const roles = fc.record(ofAll(SHEET_ROLES, names));
const AXES = [
  { id: 1, parent: null, number: '1', title: 'Axe', description: '' },
  { id: 2, parent: 1, number: '1.1', title: 'Sous-axe', description: '' },
  { id: 3, parent: null, number: '2', title: 'Axesecret', description: 'Motsecret' },
];

const action = fc
  .record({
    id: fc.nat(),
    isPrivate: fc.boolean(),
    // Axis 3 holds private actions alone.
    axis: fc.constantFrom(1, 2, null),
    secretAxis: fc.boolean(),
    roles,
    funders: fc.array(someone, { maxLength: 3 }),
    status: fc.constantFrom(...ACTION_STATUSES, null),
    privateDocument: fc.boolean(),
  })
  .map((made): WorkingAction => {
    const visibility = made.isPrivate ? 'private' : 'public';
    const sheet = emptySheet(made.isPrivate ? 'Titresecret' : 'Titre');
    return {
      id: made.id,
      number: made.isPrivate ? '9.9.9' : '1.1',
      axis: made.isPrivate && made.secretAxis ? 3 : made.axis,
      newsAt: null,
      sheet: {
        ...sheet,
        visibility,
        status: made.status === 'blocked' ? null : made.status,
        texts: ofAll(SHEET_TEXTS, made.isPrivate ? 'Motsecret' : 'Mots'),
        roles: made.roles,
        fundings: made.funders.map((funder) => ({ funder, call: '', deadline: null, state: null, euros: 1 })),
        steps: made.isPrivate ? [{ title: 'Motsecret', status: null, endsOn: null }] : [],
      },
      documents: [
        { title: 'Ouvert', document: 1, sha256: 'a'.repeat(64), visibility: 'public' },
        { title: 'Motsecret', document: 2, sha256: 'secret'.padEnd(64, '0'), visibility: 'private' },
      ],
      links: [],
      asWritten: null,
    };
  });

test('no private name, action, axis or document is in a published version, whatever the plan holds', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
      const published = publishedActions(actions, { axes: AXES, entries });
      const text = versionText(
        versionContent({
          plan: 1,
          number: 1,
          place: { kind: 'municipality', code: '94017', name: 'Champigny' },
          title: 'Plan',
          introduction: '',
          axes: AXES,
          actions: published,
          hidden: hiddenAxes(
            AXES,
            actions.map(({ axis, sheet }) => ({ axis, visibility: sheet.visibility })),
          ),
        }),
      );
      const axisIsSecret = actions.some(({ axis }) => axis === 3);
      expect(text).not.toMatch(/Nomsecret|Titresecret|"9\.9\.9"|secret0/);
      if (axisIsSecret) expect(text).not.toMatch(/secret/i);
      expect(published.map(({ id }) => id)).toEqual(
        actions.filter(({ sheet }) => sheet.visibility === 'public').map(({ id }) => id),
      );
    }),
    { numRuns: 300 },
  );
});

describe('a lead who is not named', () => {
  const shown = (lead: readonly number[], service: readonly number[]) => {
    const sheet = { ...emptySheet('A'), roles: { ...ofAll(SHEET_ROLES, [] as readonly number[]), lead, service } };
    const only = { id: 1, number: '1', axis: null, newsAt: null, sheet, documents: [], links: [], asWritten: null };
    return publishedActions([only], { axes: [], entries })[0]?.sheet.roles.lead;
  };

  test('is told by the service, when it is said', () => {
    expect(shown([1, 101], [301])).toEqual([
      { kind: 'person', name: 'Élue 0' },
      { kind: 'service', name: 'Service 0' },
    ]);
  });

  test('is somebody, once, when no service is said', () => {
    expect(shown([1, 2, 3], [])).toEqual([{ kind: 'someone' }]);
  });
});
