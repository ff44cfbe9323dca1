/**
 * Where a page of the API ended, as an opaque word of the next address: the key of its last row, with a trace of what was
 * asked. It says what follows, never how many came before: rows that come or go meanwhile neither repeat nor hide others.
 * A cursor of other filters would skip rows without a word: it is recognised and refused. Nothing in it is secret.
 */
import { createHash } from 'node:crypto';
import type { Key, Query } from '../../open-data/open-resource.ts';

const VERSION = 1;
const LONGEST = 1_000;

type Asked = { readonly resource: string; readonly query: Query };

export function cursorAfter(key: Key, asked: Asked): string {
  return Buffer.from(JSON.stringify([VERSION, traceOf(asked), ...key])).toString('base64url');
}

export type ReadCursor =
  | { readonly kind: 'cursor'; readonly key: readonly unknown[] }
  /** Made for other filters or another resource. */
  | { readonly kind: 'cursor-of-another-query' }
  /** Never made here, or cut on the way. */
  | { readonly kind: 'unreadable-cursor' };

export function readCursor(cursor: string, asked: Asked): ReadCursor {
  if (cursor.length > LONGEST || !/^[A-Za-z0-9_-]+$/u.test(cursor)) return { kind: 'unreadable-cursor' };
  const parts = partsOf(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (parts === null) return { kind: 'unreadable-cursor' };
  const [version, trace, ...key] = parts;
  if (version !== VERSION || typeof trace !== 'string') return { kind: 'unreadable-cursor' };
  return trace === traceOf(asked) ? { kind: 'cursor', key } : { kind: 'cursor-of-another-query' };
}

function partsOf(text: string): readonly unknown[] | null {
  try {
    const parts: unknown = JSON.parse(text);
    return Array.isArray(parts) ? parts : null;
  } catch {
    return null;
  }
}

/** Of the filters, in any order; the size of a page and its format may change on the way. */
function traceOf({ resource, query }: Asked): string {
  const filters = Object.entries(query).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([resource, filters]))
    .digest('base64url')
    .slice(0, 12);
}
