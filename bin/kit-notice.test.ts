import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { leaveOutWrongNotice } from './kit-notice.ts';

test('only the wrong notice is left out', () => {
  const said: unknown[] = [];
  const terminal = { warn: (...words: unknown[]) => said.push(...words) };
  leaveOutWrongNotice(terminal);
  terminal.warn('\u001b[1m\u001b[33mtsconfig_extends_missing\n`tsconfig.json` should extend…');
  terminal.warn('tsconfig_invalid\n`tsconfig.json` …');
  terminal.warn('a page mentions tsconfig_extends_missing');
  expect(said).toEqual(['tsconfig_invalid\n`tsconfig.json` …', 'a page mentions tsconfig_extends_missing']);
});

test('the configuration of the pages does extend that of Kit, as the notice wants', () => {
  expect(JSON.parse(readFileSync('tsconfig.site.json', 'utf8'))).toMatchObject({ extends: '$app/tsconfig' });
});

test('svelte-kit sync says nothing', () => {
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/svelte-kit', ['sync'], { encoding: 'utf8' });
  expect([status, stdout, stderr]).toEqual([0, '', '']);
});
