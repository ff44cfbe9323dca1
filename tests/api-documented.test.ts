/** What docs/open-data.md says of the read API, against the resources themselves. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PROBLEM_STATUS } from '#domain/open-data/api-problem.ts';
import { MOST_ROWS, ROWS_UNSAID } from '#domain/open-data/page-size.ts';
import { REQUESTS_A_MINUTE } from '#server/http/api/api-allowance.ts';
import { OPEN_RESOURCES } from '#server/open-data/open-resources.ts';
import { columnsIn } from './open-data-page.ts';

describe('docs/open-data.md', () => {
  const PAGE = readFileSync('docs/open-data.md', 'utf8');

  test('says every resource with its filters and its columns, and no other', () => {
    const told = [...PAGE.matchAll(/^\| `\/api\/v1\/([a-z-]+)` \| \[[^\]]+\]\(#([\w-]+)\) \| (.+) \|$/gmu)];
    expect(told.map(([, name]) => name)).toEqual(OPEN_RESOURCES.map(({ name }) => name));
    for (const [, name, section = '', filters = ''] of told) {
      const resource = OPEN_RESOURCES.find((one) => one.name === name);
      expect(columnsIn(PAGE, section), name).toEqual(Object.keys(resource?.columns ?? {}));
      const said = [...filters.matchAll(/`(\w+)`/gu)].map(([, filter]) => filter);
      expect(said, name).toEqual(Object.keys(resource?.filters ?? {}));
    }
  });

  test('says every problem with its status, and how much one may ask', () => {
    const told = [...PAGE.matchAll(/^\| `([a-z-]+)` \| (\d{3}) \| .+ \|$/gmu)];
    expect(told.map(([, kind, status]) => [kind, Number(status)])).toEqual(Object.entries(PROBLEM_STATUS));
    expect(PAGE).toContain(`1 to ${MOST_ROWS} rows, ${ROWS_UNSAID} when nothing is said`);
    expect(PAGE).toContain(`${REQUESTS_A_MINUTE} requests a minute`);
  });
});
