import { describe, expect, test } from 'vitest';
import { integer } from '#publishing/open-data/column.ts';
import { streamedCsv, streamedJson } from './streamed-list.ts';

/** Three pages of two rows; remembers what was asked. */
function pages() {
  const asked: (number | undefined)[] = [];
  const read = async (after: number | undefined) => {
    asked.push(after);
    const first = (after ?? 0) + 1;
    return { rows: [{ id: first }, { id: first + 1 }], next: first > 4 ? null : first + 1 };
  };
  return { asked, read };
}

describe('a long list', () => {
  test('is read page by page until there is no next one', async () => {
    const { asked, read } = pages();
    const text = await streamedCsv('liste', { id: integer((row: { id: number }) => row.id) }, read).text();
    expect(asked).toEqual([undefined, 2, 4]);
    expect(text.replace('\ufeff', '')).toBe('id\r\n1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n');
  });
  test('is one JSON array', async () => {
    expect(await streamedJson('liste', pages().read).json()).toHaveLength(6);
  });
  test('that is empty is still a file', async () => {
    const nothing = async () => ({ rows: [], next: null });
    expect(await streamedJson('liste', nothing).json()).toEqual([]);
    expect(await streamedCsv('liste', { id: integer(() => 1) }, nothing).text()).toContain('id');
  });
  test('is no longer read once its reader went away', async () => {
    const { asked, read } = pages();
    const reader = streamedJson('liste', read).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(asked.length).toBeLessThan(3);
  });
});

test('a file is saved under its name, never shown', () => {
  const { headers } = streamedJson('pactes', pages().read);
  expect(headers.get('content-disposition')).toBe('attachment; filename="pactes.json"');
});
