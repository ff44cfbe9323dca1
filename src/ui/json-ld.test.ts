import { expect, test } from 'vitest';
import { dataBlock } from './json-ld.ts';

test('no word of a document can close the block and become a script', () => {
  const block = dataBlock(
    { '@type': 'Thing', name: '</script><script>alert(1)</script><!--' },
    'https://parole.test/pactes/12',
  );
  expect(block.match(/<\/script>/g)).toHaveLength(1);
  expect(JSON.parse(block.replace(/^<script[^>]*>/, '').replace('</script>', ''))).toMatchObject({
    '@id': 'https://parole.test/pactes/12',
    name: '</script><script>alert(1)</script><!--',
  });
});
