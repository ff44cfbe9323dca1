import { expect, test } from 'vitest';
import { areaOf, dataBlock, saidMadeUp } from './json-ld.ts';

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

test('what was made up is never told to search engines as a fact', () => {
  const pact = saidMadeUp({ '@type': 'DigitalDocument', name: 'Pacte de Massieux', dateCreated: '2026-03-01' }, 0.01);
  expect(pact['name']).toBe('Données synthétiques : Pacte de Massieux');
  expect(pact['description']).toMatch(/^Communes vraies .*inventé/u);
  const trail = saidMadeUp({ '@type': 'BreadcrumbList' }, 1);
  expect(trail).toEqual({ '@type': 'BreadcrumbList', description: expect.stringContaining('inventé') as string });
  // What says so by itself says it once.
  expect(saidMadeUp(pact, 0.01)['description']).toBe(pact['description']);
});

test('a place is named with its code', () => {
  expect(areaOf({ kind: 'municipality', code: '01238', name: 'Massieux' })).toEqual({
    '@type': 'City',
    name: 'Massieux',
    identifier: '01238',
  });
  expect(areaOf({ kind: 'grouping', siren: '200029999', name: 'Rives de l’Ain' })).toMatchObject({
    '@type': 'AdministrativeArea',
    identifier: '200029999',
  });
});
