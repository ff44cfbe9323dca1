import { describe, expect, test } from 'vitest';
import { withFrenchLines, withFrenchLinesAroundFields, withFrenchSpaces, withoutComments } from './typography.ts';

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

test('years on either side of a dash stay on one line of a page, and nothing else changes', () => {
  expect(withFrenchLines('Mandat 2020–2026 – le premier : –2, a–3')).toBe(
    'Mandat 2020–\u20602026 – le premier\u00a0: –2, a–3',
  );
  const field = '<input value="2020–2026">';
  expect(withFrenchLinesAroundFields(field)).toBe(field);
  // Fonts of documents have no sign for it.
  expect(withFrenchSpaces('2020–2026')).toBe('2020–2026');
});

test('comments go, escaped text stays', () => {
  expect(withoutComments('<!--[--><p>&lt;!-- dit --&gt;</p><!--]-->')).toBe('<p>&lt;!-- dit --&gt;</p>');
});

test('what somebody typed in a field stays as typed, around it French is spaced', () => {
  const page =
    '<p>Où ?</p><input value="Où ? Ici !" name="q"><textarea name="t">Quoi ?\n« Rien »</textarea><p>Ah !</p>';
  expect(withFrenchLinesAroundFields(page)).toBe(
    '<p>Où\u202f?</p><input value="Où ? Ici !" name="q"><textarea name="t">Quoi ?\n« Rien »</textarea><p>Ah\u202f!</p>',
  );
});
