import { expect, test } from 'vitest';
import { rememberingTexts } from './remembered-texts.ts';

function reading({ most }: { most: number }) {
  const read: string[] = [];
  const remembered = rememberingTexts(
    (text) => {
      read.push(text);
      return { text };
    },
    { most },
  );
  return { read, remembered };
}

test('the same text is the same value, another text is read', () => {
  const { read, remembered } = reading({ most: 5 });
  const first = remembered('a', 'one');
  expect(remembered('a', 'o'.concat('ne'))).toBe(first);
  expect(remembered('a', 'two')).toEqual({ text: 'two' });
  expect(remembered('a', 'one')).toEqual({ text: 'one' });
  expect(read).toEqual(['one', 'two', 'one']);
});

test('the one asked the longest ago is forgotten first', () => {
  const { read, remembered } = reading({ most: 2 });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) remembered(key, key);
  expect(read).toEqual(['a', 'b', 'c', 'b']);
});
