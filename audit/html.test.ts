import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { htmlProblems } from './html.ts';

const page = (body: string) =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>T</title></head><body>${body}</body></html>`;

test('a valid page has no problem', async () => {
  expect(await htmlProblems(page('<main><h1>Titre</h1><p>Un&nbsp;: deux</p></main>'))).toEqual([]);
});

test('a list inside a paragraph is told', async () => {
  expect(await htmlProblems(page('<main><h1>T</h1><p><ul><li>a</li></ul></p></main>'))).not.toEqual([]);
});

test('words for the ear alone stand apart from those before: the compiler drops the space that begins a span', () => {
  const glued = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.svelte') && readFileSync(join('src', path), 'utf8').includes('<span class="vh"> '),
  );
  expect(glued).toEqual([]);
});
