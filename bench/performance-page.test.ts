import { expect, test } from 'vitest';
import { withSection } from './performance-page.ts';

const page = '# Title\n<!-- reader -->\nold\n<!-- /reader -->\nrest\n';

test('only what stands between the marks is replaced', () => {
  expect(withSection(page, { name: 'reader', body: 'new' })).toBe(
    '# Title\n<!-- reader -->\nnew\n<!-- /reader -->\nrest\n',
  );
});

test('a page without the marks is left alone, loudly', () => {
  expect(() => withSection(page, { name: 'search', body: 'new' })).toThrow('search');
});
