import { describe, expect, test } from 'vitest';
import { withFrenchSpacesAroundFields, withFrenchSpaces, withoutComments } from './typography.ts';

describe('French spaces', () => {
  test('hold a sign to the word before it', () => {
    expect(withFrenchSpaces('<p>Qui ? Toi ; moi : nous !</p>')).toBe(
      '<p>Qui\u202f? Toi\u202f; moi\u00a0: nous\u202f!</p>',
    );
  });
  test('hold guillemets to what they quote', () => {
    expect(withFrenchSpaces('« au moins »')).toBe('«\u00a0au moins\u00a0»');
  });
  test('hold a unit to its figure', () => {
    expect(withFrenchSpaces('50 % et 25 €')).toBe('50\u00a0% et 25\u00a0€');
  });
  test('come with curved apostrophes, except in what a program reads', () => {
    expect(withFrenchSpaces("<p>l'eau</p><a href='/x'>")).toBe("<p>l’eau</p><a href='/x'>");
  });
  test('leave an address and a tag as they are', () => {
    const html = '<a href="/communes?q=a" class="b">x:y</a>';
    expect(withFrenchSpaces(html)).toBe(html);
  });
});

test('comments go, escaped text stays', () => {
  expect(withoutComments('<!--[--><p>&lt;!-- dit --&gt;</p><!--]-->')).toBe('<p>&lt;!-- dit --&gt;</p>');
});

test('what somebody typed in a field stays as typed, around it French is spaced', () => {
  const page =
    '<p>Où ?</p><input value="Où ? Ici !" name="q"><textarea name="t">Quoi ?\n« Rien »</textarea><p>Ah !</p>';
  expect(withFrenchSpacesAroundFields(page)).toBe(
    '<p>Où\u202f?</p><input value="Où ? Ici !" name="q"><textarea name="t">Quoi ?\n« Rien »</textarea><p>Ah\u202f!</p>',
  );
});
