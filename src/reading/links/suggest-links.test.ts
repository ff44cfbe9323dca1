import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { linkKey, type ActionWords, type CommitmentWords } from '#domain/plan/link.ts';
import { loadEditions } from '#server/charters.ts';
import { readPlan } from '../plan/read-plan.ts';
import { suggestLinks } from './suggest-links.ts';

const ID = 'pacte-transition-2020';
const editions = loadEditions().filter(({ id }) => id === ID);
const commitments = editions.flatMap((edition): CommitmentWords[] => [
  ...edition.measures.map(({ number, title, levels }) => ({
    edition: ID,
    item: `m${number}`,
    title,
    text: levels.flatMap(({ clauses }) => clauses.map(({ text }) => text)).join('\n'),
  })),
  ...edition.principles.map(({ letter, title, text }) => ({ edition: ID, item: `p${letter}`, title, text })),
]);

const suggest = (actions: readonly ActionWords[], except: ReadonlySet<string> = new Set()) =>
  suggestLinks({ actions, commitments, editions, except });

const action = (title: string, text = ''): ActionWords => ({ id: 1, title, text });

test('an action that says with other words what a measure says is brought near it, and both words are told', () => {
  const [first] = suggest([
    action(
      'Tracer des pistes cyclables',
      'Aménager des stationnements de vélos sécurisés près des écoles et des commerces.',
    ),
  ]);
  expect(first?.item).toBe('m15');
  const [reason] = first?.reasons ?? [];
  expect(reason?.kind).toBe('shared-words');
  expect(reason?.kind === 'shared-words' ? reason.words : []).toContainEqual({
    action: 'pistes cyclables',
    commitment: expect.stringMatching(/vélo|cycl/) as string,
  });
});

test('a sheet that names the measure of the charter says so; a number alone names nothing', () => {
  const [named] = suggest([action('Fiche 3', 'Cette fiche répond à la mesure n° 4 du Pacte pour la transition.')]);
  expect(named).toMatchObject({ item: 'm4', reasons: [{ kind: 'names-measure', words: 'mesure n° 4' }] });
  expect(suggest([action('Fiche 3', 'Voir la mesure 4 du présent document.')])).toEqual([]);
});

test('a sheet that bears the title of a measure is brought near it', () => {
  const title = commitments.find(({ item }) => item === 'm15')?.title ?? '';
  const found = suggest([action(title)]).find(({ item }) => item === 'm15');
  expect(found?.reasons).toContainEqual({ kind: 'same-title' });
});

test('what was dismissed or is linked already is not proposed again, the rest is', () => {
  const tracks = action('Pistes cyclables et stationnement des vélos', 'Donner la priorité aux piétons et aux vélos.');
  const before = suggest([tracks]);
  const [first] = before;
  if (first === undefined) throw new Error('nothing was suggested');
  const after = suggest([tracks], new Set([linkKey(first)]));
  expect(after.map(linkKey)).not.toContain(linkKey(first));
  expect(after.map(linkKey)).toEqual(expect.arrayContaining(before.slice(1).map(linkKey)));
});

test('words of every sheet bring nothing near anything, nor does one rare word met by chance', () => {
  expect(
    suggest([action('Mettre en place une action', 'Les services de la ville accompagnent les habitants.')]),
  ).toEqual([]);
  expect(suggest([action('Repeindre la façade', 'Une formation est prévue.')])).toEqual([]);
});

test('an empty plan, an empty charter and an empty sheet are no accident', () => {
  expect(suggest([])).toEqual([]);
  expect(suggest([action('')])).toEqual([]);
  expect(suggestLinks({ actions: [action('Vélo')], commitments: [], editions: [], except: new Set() })).toEqual([]);
});

test('the real plan of Saint-Maur finds the measures that a person would', () => {
  const plan = readPlan(readFileSync('data/documents/plan-ess-saint-maur-2021.txt', 'utf8'));
  const actions = plan.actions.map(({ title, fields }, id) => ({
    id,
    title,
    text: [fields.description, fields.objectives, fields.context].map((field) => field ?? '').join('\n'),
  }));
  const found = suggest(actions);
  const measuresOf = (words: RegExp) =>
    found.filter(({ action: id }) => words.test(actions[id]?.title ?? '')).map(({ item }) => item);
  expect(measuresOf(/USAGE DU VELO/i)).toContain('m15');
  expect(measuresOf(/BIO-DECHETS/i)).toContain('m18');
  expect(measuresOf(/MARCHES PUBLICS/i)).toContain('m1');
  expect(measuresOf(/MAISON DU NUMERIQUE/i)).toContain('m25');
  // Proposals are for a person to look at: a plan of thirty sheets does not ask for a hundred looks.
  expect(found.length).toBeLessThan(2 * actions.length);
});
