import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTION_STATUSES, SHEET_ROLES, SHEET_TEXTS } from './action-sheet.ts';
import type { DirectoryEntry } from './directory-entry.ts';
import { hiddenAxes, versionContent, versionText } from './plan-version.ts';
import { privateNamesRefused, publicWordsOf } from './private-names.ts';
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

/** Where somebody may type a name in a sheet; `private document`: its title is shown to nobody. */
const TYPED = [
  'title',
  'blocked',
  'unblocks',
  'text',
  'amount',
  'call',
  'step',
  'public document',
  'private document',
] as const;

/** The spellings of a name that are found in words. */
const slip = fc.record({
  into: fc.constantFrom(...TYPED),
  index: fc.nat({ max: SECRET_NAMES.length - 1 }),
  spelled: fc.constantFrom(
    (name: string) => `Voir ${name}.`,
    (name: string) => `avec ${name.toUpperCase()}, demain`,
    (name: string) => `Voir ${name.split(' ').toReversed().join(' ')}`,
  ),
});

const asWritten = fc.record({
  leads: fc.constantFrom('Écrit : le service des rues', null),
  amounts: fc.constant([]),
  dates: fc.constant([]),
  isPassage: fc.boolean(),
});

const action = fc
  .record({
    id: fc.nat(),
    isPrivate: fc.boolean(),
    // Axis 3 holds private actions alone.
    axis: fc.constantFrom(1, 2, null),
    secretAxis: fc.boolean(),
    roles,
    funders: fc.array(someone, { minLength: 1, maxLength: 3 }),
    status: fc.constantFrom(...ACTION_STATUSES, null),
    slip: fc.option(slip, { freq: 8 }),
    asWritten: fc.option(asWritten),
    isLinked: fc.boolean(),
  })
  .map((made) => {
    const visibility = made.isPrivate ? 'private' : 'public';
    const own = made.isPrivate ? 'Motsecret' : 'Mots';
    const typed = (into: (typeof TYPED)[number], words: string): string =>
      made.slip?.into === into ? `${words}. ${made.slip.spelled(SECRET_NAMES[made.slip.index] ?? '')}` : words;
    const sheet = emptySheet(typed('title', made.isPrivate ? 'Titresecret' : 'Titre'));
    const { isPassage = false, ...written } = made.asWritten ?? { leads: null, amounts: [], dates: [] };
    // A document that only the town hall has may name anybody.
    const withPassage = { ...written, leads: `Motsecret ${SECRET_NAMES[0] ?? ''}`, passage: 'Motsecret' };
    const working: WorkingAction = {
      id: made.id,
      number: made.isPrivate ? '9.9.9' : '1.1',
      axis: made.isPrivate && made.secretAxis ? 3 : made.axis,
      newsAt: null,
      sheet: {
        ...sheet,
        visibility,
        status: made.status,
        blocked: made.status === 'blocked' ? { why: typed('blocked', own), unblocks: typed('unblocks', own) } : null,
        texts: { ...ofAll(SHEET_TEXTS, own), method: typed('text', own) },
        roles: made.roles,
        amounts: [
          {
            direction: 'spending',
            stage: 'forecast',
            nature: null,
            year: null,
            euros: null,
            words: typed('amount', own),
          },
        ],
        fundings: made.funders.map((funder) => ({
          funder,
          call: typed('call', own),
          deadline: null,
          state: null,
          euros: 1,
        })),
        steps: [{ title: typed('step', own), status: null, endsOn: null }],
      },
      documents: [
        { title: typed('public document', 'Ouvert'), document: 1, sha256: 'a'.repeat(64), visibility: 'public' },
        {
          title: typed('private document', 'Motsecret'),
          document: 2,
          sha256: 'secret'.padEnd(64, '0'),
          visibility: 'private',
        },
      ],
      links: made.isLinked ? [{ edition: 'pacte-2026', item: made.isPrivate ? 'motsecret' : 'm1' }] : [],
      asWritten: made.asWritten === null ? null : isPassage ? withPassage : written,
    };
    const isUnsaid = made.status !== 'blocked' && (made.slip?.into === 'blocked' || made.slip?.into === 'unblocks');
    const isShown = made.slip !== null && made.slip.into !== 'private document' && !made.isPrivate && !isUnsaid;
    return { working, named: isShown && made.slip !== null ? (SECRET_NAMES[made.slip.index] ?? null) : null };
  });

const DIRECTORY = [...entries].map(([id, entry]) => ({ id, ...entry, merged: [] }));

test('no private name, action, axis or document is in a published version, whatever the plan holds', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 12 }), (made) => {
      const actions = made.map(({ working }) => working);
      const published = publishedActions(actions, { axes: AXES, entries });
      const content = versionContent({
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
      });
      const text = versionText(content);
      // Typed where everybody would read it, a name stops the version: each of them, and nothing else.
      const refused = privateNamesRefused(publicWordsOf(content, ''), DIRECTORY);
      const named = made.flatMap(({ named: name }) => name ?? []);
      expect(refused?.found.map(({ name }) => name) ?? []).toEqual(named);
      if (refused === null) expect(text).not.toMatch(/Nomsecret/i);
      const axisIsSecret = actions.some(({ axis }) => axis === 3);
      expect(text).not.toMatch(/Titresecret|Motsecret Nomsecret|"motsecret"|"9\.9\.9"|secret0{9}/);
      if (axisIsSecret && refused === null) expect(text).not.toMatch(/secret/i);
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
