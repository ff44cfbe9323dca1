import { expect, test } from 'vitest';
import { asMarkup } from './markup.ts';

test('what people typed closes no tag and no attribute, and is escaped once', () => {
  expect(asMarkup('"><b>l’été & « Cie »</b> &lt;')).toBe('&quot;&gt;&lt;b&gt;l’été &amp; « Cie »&lt;/b&gt; &amp;lt;');
});
