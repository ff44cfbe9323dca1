import { expect, test } from 'vitest';
import type { AskedAbout } from '#use-cases/drafts/review/asked-about.ts';
import { sayActRefusal } from './act-refusals.fr.ts';

const about = (
  kind: AskedAbout['kind'],
  number: string | null,
  more: Partial<Pick<AskedAbout, 'printed' | 'words'>> = {},
): AskedAbout => ({ kind, number, printed: null, words: '', ...more });

test('what waits is named as the document and the charter number it', () => {
  const proposals = [
    about('signatory', null),
    about('principle', 'A'),
    about('commitment', '15'),
    about('commitment', '15'),
    about('commitment', null, { printed: '34' }),
    about('local-commitment', '33'),
    about('action', '4.4'),
  ];
  expect(sayActRefusal({ kind: 'undecided', proposals })).toBe(
    '7 propositions attendent encore un regard : la liste, principe A, mesure 15 (2 passages), mesure à rattacher, n° 34 dans le document, engagement local n° 33, fiche 4.4.',
  );
});

test('passages that share a number are told apart by their words', () => {
  const proposals = [
    about('commitment', '15', { words: 'Des pistes\npour les vélos' }),
    about('unread', null, { words: 'Des pistes partout '.repeat(9) }),
  ];
  expect(sayActRefusal({ kind: 'measure-twice', measure: 15, proposals })).toBe(
    'Plusieurs propositions parlent de la mesure 15 : gardez-en une (« Des pistes pour les vélos » ; « Des pistes partout Des pistes partout Des pistes partout Des pistes… »).',
  );
  expect(sayActRefusal({ kind: 'action-twice', number: '4.4', proposals: [about('action', '4.4')] })).toBe(
    'Plusieurs fiches portent le numéro 4.4 : corrigez-en une (fiche 4.4).',
  );
});
