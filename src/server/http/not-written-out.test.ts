import { expect, test } from 'vitest';
import { notWrittenOut } from './not-written-out.ts';

test('the page reads it, and nothing that lists its properties writes it', () => {
  const data = { commune: notWrittenOut({ name: 'Champigny' }) };
  expect(data.commune.shown.name).toBe('Champigny');
  expect(JSON.stringify(data)).toBe('{"commune":{}}');
});
