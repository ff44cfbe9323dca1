/**
 * `npm ci` refuses everywhere when the lockfile misses one build of a package for another system. A registry that does not
 * hold that build makes `npm install` leave it out without a word (docs/decisions/0020-proof.md).
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Locked = { readonly optionalDependencies?: Readonly<Record<string, string>> };

test('the lockfile names the builds for every system, so that npm ci installs anywhere', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const locked = new Set(Object.keys(packages).map((path) => path.replace(/^(?:.*\/)?node_modules\//, '')));
  const wanted = Object.values(packages).flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}));
  expect(wanted.length).toBeGreaterThan(50);
  expect(wanted.filter((name) => !locked.has(name))).toEqual([]);
});
