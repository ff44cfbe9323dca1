import { expect, test } from 'vitest';
import { LINES_LIMIT, LIST_LINES_LIMIT, checkLength, checkName } from './names.ts';

test.each([
  'src/domain/pact/stance.ts',
  'src/domain/pact/stance.test.ts',
  'src/ui/messages/pact.fr.ts',
  'src/routes/communes/[code]-[slug]/+page.server.ts',
  'src/routes/(public)/+layout.svelte',
  'src/routes/sitemap.xml/+server.ts',
  'src/ui/components/LevelMarks.svelte',
  'data/charters/pacte-transition-2020.yaml',
  'README.md',
  '.ci/run',
  'docs/decisions/0010-agpl.md',
])('%s is a good name', (path) => {
  expect(checkName(path)).toEqual([]);
});

test.each([
  'src/domain/utils.ts',
  'src/domain/helpers/day.ts',
  'src/domain/pact/index.ts',
  'src/domain/pactStance.ts',
  'src/domain/Pact.ts',
  'src/ui/components/levelMarks.svelte',
  'src/domain/pact_stance.ts',
  'src/ui/évaluation.svelte',
  'src/server/common/x.ts',
])('%s is refused', (path) => {
  expect(checkName(path)).not.toEqual([]);
});

test('a file of 300 lines passes, one of 301 does not', () => {
  expect(checkLength('src/domain/a.ts', LINES_LIMIT)).toEqual([]);
  expect(checkLength('src/domain/a.ts', LINES_LIMIT + 1)).toHaveLength(1);
});

test('a list of cases or of rules may be longer', () => {
  expect(checkLength('src/domain/a.test.ts', LIST_LINES_LIMIT)).toEqual([]);
  expect(checkLength('src/ui/styles/site.css', LIST_LINES_LIMIT + 1)).toHaveLength(1);
});

test('a source document keeps the name and the length it came with', () => {
  expect(checkName('src/reading/cases/champigny/Pacte Signé.PDF'.normalize('NFC').replace('é', 'e'))).toEqual([]);
  expect(checkLength('src/reading/cases/champigny/source.txt', 9000)).toEqual([]);
});
