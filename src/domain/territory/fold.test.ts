import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldName, joinSounds, soundKey } from './fold.ts';

describe('a folded name', () => {
  test.each([
    ['Saint-Maur-des-Fossés', 'saint maur des fosses'],
    ['ST MAUR DES FOSSES', 'saint maur des fosses'],
    ['ste-geneviève', 'sainte genevieve'],
    ['L’Haÿ-les-Roses', 'l hay les roses'],
    ["L'Haÿ-les-Roses", 'l hay les roses'],
    ['Œuilly', 'oeuilly'],
    ['Champigny s/ Marne', 'champigny sur marne'],
    ['Paris 11e Arrondissement', 'paris 11 arrondissement'],
    ['Paris 1er', 'paris 1'],
    ['Lyon 3ème', 'lyon 3'],
    ['  Bors (Canton de  Charente-Sud) ', 'bors canton de charente sud'],
    ["%_'; drop table municipality; --", 'drop table municipality'],
    ['★', ''],
  ])('%s is %s', (written, folded) => {
    expect(foldName(written)).toBe(folded);
  });

  test('is the same composed or decomposed', () => {
    expect(foldName('Fossés'.normalize('NFD'))).toBe(foldName('Fossés'.normalize('NFC')));
  });

  test('does not complete a last letter that is still being typed', () => {
    expect(foldName('champigny s')).toBe('champigny s');
  });

  test('is short and plain whatever is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const folded = foldName(text);
        expect(folded).toMatch(/^(?:[a-z0-9]+(?: [a-z0-9]+)*)?$/);
        expect(foldName(folded).length).toBeLessThanOrEqual(900);
      }),
    );
  });
});

describe('how a name sounds', () => {
  test.each([
    ['champigny', 'champini'],
    ['montpellier', 'monpelier'],
    ['mulhouse', 'mulouse'],
  ])('brings %s and %s close', (right, heard) => {
    const [a, b] = [soundKey(right), soundKey(heard)];
    expect(Math.abs(a.length - b.length)).toBeLessThanOrEqual(1);
    expect(a.slice(0, 3)).toBe(b.slice(0, 3));
  });

  test('makes champini the very sound of champigny', () => {
    expect(soundKey('champini')).toBe(soundKey('champigny'));
  });

  test('is heard once where two words meet on the same letter', () => {
    expect(joinSounds(['saint', 'trope'])).toBe(soundKey('sainttrope'));
    expect(joinSounds([])).toBe('');
  });
});
