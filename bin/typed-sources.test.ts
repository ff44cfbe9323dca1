import { dirname, relative, resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';

/** The files whose types are checked as `path` says, from the root of the repository. */
function filesOf(path: string): readonly string[] {
  const { config } = ts.readConfigFile(path, (file) => ts.sys.readFile(file)) as { config: unknown };
  const { fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, resolve(dirname(path)));
  return fileNames.map((file) => relative('.', file));
}

/** The configuration that the linter finds for a file: the nearest, going up. */
function nearest(path: string): string {
  const room = ['src/routes', 'src/ui'].find((folder) => path.startsWith(`${folder}/`));
  return room === undefined ? 'tsconfig.json' : `${room}/tsconfig.json`;
}

test('every file has its types checked: the linter says nothing of one that no configuration names', () => {
  const named = new Map(
    ['tsconfig.json', 'src/routes/tsconfig.json', 'src/ui/tsconfig.json'].map((path) => [path, new Set(filesOf(path))]),
  );
  const sources = sourceFiles().filter((path) => path.endsWith('.ts'));
  expect(sources.length).toBeGreaterThan(1000);
  expect(sources.filter((path) => named.get(nearest(path))?.has(path) !== true)).toEqual([]);
});
