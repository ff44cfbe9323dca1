import { expect, test } from 'vitest';
import { SHEET_TEXTS } from './action-sheet.ts';
import { versionContent } from './plan-version.ts';
import { publicWordsOf, privateNamesIn, type EntryName } from './private-names.ts';
import { publishedActions } from './publish-sheet.ts';
import { emptySheet, ofAll } from './working-sheet.ts';

const person = { kind: 'person', isElected: false, isPublic: false } as const;
const PEOPLE: readonly EntryName[] = [
  { ...person, id: 1, name: 'Zoé Le-Noir', merged: ['Zoé Noir (voirie)'] },
  { ...person, id: 2, name: 'Paul', merged: [] },
  { ...person, id: 4, name: 'Rose', merged: [] },
  { ...person, id: 5, name: 'Marché', merged: [] },
  { ...person, id: 7, name: 'Anne Dupont', merged: [] },
  { ...person, id: 6, name: 'Jean-Paul Petit', merged: [] },
  { ...person, id: 3, name: 'Ana Publique', isPublic: true, merged: ['Ana P.'] },
];
const NAMED = 'Contact : ZOE LE NOIR (service)';

type Typed = { title?: string; introduction?: string; axis?: string; description?: string; text?: string };

function found(typed: Typed, note = '') {
  const sheet = { ...emptySheet('A'), texts: { ...ofAll(SHEET_TEXTS, null), description: typed.text ?? null } };
  const action = { id: 1, number: '3', axis: 1, newsAt: null, sheet, documents: [], links: [], asWritten: null };
  const axes = [{ id: 1, parent: null, number: '2', title: typed.axis ?? 'B', description: typed.description ?? '' }];
  const content = versionContent({
    plan: 1,
    number: 1,
    place: { kind: 'municipality', code: '94017', name: 'Champigny' },
    title: typed.title ?? 'Plan',
    introduction: typed.introduction ?? '',
    axes,
    actions: publishedActions([action], { axes, entries: new Map() }),
    hidden: new Set(),
  });
  return privateNamesIn(publicWordsOf(content, note), PEOPLE);
}

test('a private name is found whatever its accents, capitals and signs; part of a word is not', () => {
  expect(found({ text: NAMED })).toEqual([{ where: { kind: 'action', number: '3' }, entry: 1 }]);
  expect(found({ text: 'Azoé le noircit. Saint-Paul. Ana Publique, Ana P.' })).toEqual([]);
});

test('it is found wherever a version keeps words for ever, once', () => {
  expect(found({ title: NAMED })).toEqual([{ where: { kind: 'title' }, entry: 1 }]);
  expect(found({ introduction: NAMED })).toEqual([{ where: { kind: 'introduction' }, entry: 1 }]);
  expect(found({ axis: NAMED })).toEqual([{ where: { kind: 'axis', number: '2' }, entry: 1 }]);
  expect(found({ description: NAMED })).toEqual([{ where: { kind: 'axis', number: '2' }, entry: 1 }]);
  expect(found({}, NAMED)).toEqual([{ where: { kind: 'note' }, entry: 1 }]);
});

test('the spelling of an entry merged into another is looked for as well', () => {
  expect(found({ text: 'Voir Zoé Noir, voirie.' })).toEqual([{ where: { kind: 'action', number: '3' }, entry: 1 }]);
});

test('a name of one word is found where its capital says that it is one', () => {
  for (const text of [
    'Voir Paul.',
    'Contact : Paul (voirie)',
    'Suivi par PAUL',
    'Le dossier de M. Paul Exemple',
    '« Demander à Paul »',
  ])
    expect(found({ text }), text).toEqual([{ where: { kind: 'action', number: '3' }, entry: 2 }]);
  expect(found({ text: 'Avec Mme Marché.' })).toMatchObject([{ entry: 5 }]);
});

test('it is found with the surname first, or with an initial in place of the first name', () => {
  for (const text of [
    'Voir avec LE NOIR Zoé.',
    'Le Noir, Zoé (voirie)',
    'Contact : Z. Le Noir',
    'Contact : Z Le-Noir',
    'Contact : Z.LE NOIR',
    'Suivi par Le Noir Z., voirie',
    'Z. Noir',
  ])
    expect(found({ text }), text).toEqual([{ where: { kind: 'action', number: '3' }, entry: 1 }]);
  for (const text of ['J.-P. Petit', 'J. Petit', 'Petit Jean-Paul', 'PETIT J.-P.'])
    expect(found({ text }), text).toMatchObject([{ entry: 6 }]);
});

test('two words that only follow each other are no name turned round', () => {
  for (const text of [
    'Une maison. Jean-Paul et un petit Jean-Paul.',
    'Ça finit au noir. Zoé arrive',
    'Un plan z noir, l’axe n° 2 Noir',
    'Voirie : phase Z. Voirie ensuite',
    'Un petit jean-paul',
    'Le choix de Z.\nNoir ou blanc',
    'D’Anne à Zoé, tout va bien',
  ])
    expect(found({ text }), text).toEqual([]);
});

test('a common word, a street or somebody else who bears the same word is not taken for it', () => {
  for (const text of [
    'Marché public de travaux. Marché attribué en mai.\n- Marché de Noël',
    'Un marché, une rose ; le square Rose Bertin, l’école Saint-Paul, la rue Paul-Éluard et Jean Paul.',
    'Les paules.',
  ])
    expect(found({ text }), text).toEqual([]);
});
