import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { sendingIn } from './sending.ts';

test('the value of a form is read, cut where a hostile one goes on, and empty when it is not there', () => {
  const form = new FormData();
  expect(sendingIn(form)).toBe('');
  form.set('envoi', 'x'.repeat(1000));
  expect(sendingIn(form)).toHaveLength(64);
});

test('each act that reads the value has a form on its page that carries one', () => {
  const served = globSync('src/routes/**/+page.server.ts').filter((file) => countIn(file, 'sendingIn(form)') > 0);
  expect(served.length).toBeGreaterThan(7);
  for (const file of served) {
    const page = `${dirname(file)}/+page.svelte`;
    expect(existsSync(page), page).toBe(true);
    const forms = [page, ...partsOf(page)].map((part) => countIn(part, '<Sending />'));
    expect(
      forms.reduce((sum, count) => sum + count),
      page,
    ).toBe(countIn(file, 'sendingIn(form)'));
  }
});

/** The components that it takes, which may hold its forms. */
function partsOf(page: string): readonly string[] {
  const taken = readFileSync(page, 'utf8').matchAll(/from '#ui\/([^']+\.svelte)'/g);
  return [...taken].map(([, name]) => `src/ui/${name}`);
}

function countIn(file: string, words: string): number {
  return readFileSync(file, 'utf8').split(words).length - 1;
}
