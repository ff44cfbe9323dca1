/** A request to the API, understood or not: all that is wrong with it at once, nothing ignored in silence. */
import * as v from 'valibot';
import type { ApiProblem, Fault } from '#domain/open-data/api-problem.ts';
import { ROWS_UNSAID } from '#domain/open-data/page-size.ts';
import { PAGE_SIZE } from '#publishing/open-data/filter.ts';
import { openResourceNamed } from '../../open-data/open-resources.ts';
import type { Key, OpenResource, Query } from '../../open-data/open-resource.ts';
import { readCursor } from './cursor.ts';

export const FORMATS = ['json', 'csv'] as const;
export type ApiFormat = (typeof FORMATS)[number];

export type UnderstoodRequest = { readonly resource: OpenResource; readonly format: ApiFormat } & (
  | { readonly kind: 'one'; readonly id: string; readonly query: Query }
  | {
      readonly kind: 'page';
      readonly query: Query;
      /** As asked, the cursor apart: what the address of the next page repeats. */
      readonly again: URLSearchParams;
      readonly path: string;
      readonly limit: number;
      readonly after: Key | null;
    }
);

type Asked = {
  /** What follows `/api/v1/`. */
  readonly path: string;
  readonly search: URLSearchParams;
  readonly accept: string | null;
};

export function understoodRequest({
  path,
  search,
  accept,
}: Asked):
  { readonly ok: true; readonly value: UnderstoodRequest } | { readonly ok: false; readonly problem: ApiProblem } {
  const [, whole = '', suffix] = /^(.*?)(?:\.(csv|json))?$/u.exec(path) ?? [];
  const [name = '', id, ...rest] = whole.split('/');
  const resource = openResourceNamed(name);
  if (resource === null || rest.length > 0) return wrong({ kind: 'unknown-resource', name: path });
  if (id !== undefined && resource.one === null) return wrong({ kind: 'no-such-address', resource: name });

  const { format: typedFormat, limite, curseur, ...query } = Object.fromEntries(search);
  const faults = faultsOf(search, { resource, isOne: id !== undefined, suffix });
  if (faults.length > 0) return wrong({ kind: 'unclear-request', resource: name, faults });
  const format = formatAmong(suffix ?? typedFormat, accept);
  if (format === null) return wrong({ kind: 'not-acceptable' });

  if (id !== undefined && resource.one !== null) {
    const alone = { [resource.one]: id };
    if (resource.misunderstood(alone).length > 0) return wrong({ kind: 'unknown-item', resource: name, id });
    return { ok: true, value: { kind: 'one', resource, format, id, query: alone } };
  }
  const after = curseur === undefined ? null : keyIn(curseur, { resource, query });
  if (after !== null && 'kind' in after) return wrong(after);
  const limit = limite === undefined ? ROWS_UNSAID : v.parse(PAGE_SIZE, limite);
  const again = new URLSearchParams([...search].filter(([parameter]) => parameter !== 'curseur'));
  return {
    ok: true,
    value: { kind: 'page', resource, format, query, again, path: `/api/v1/${path}`, limit, after },
  };
}

function wrong(problem: ApiProblem): { readonly ok: false; readonly problem: ApiProblem } {
  return { ok: false, problem };
}

/** In the order of the address. One row alone takes no filter: its address says which. */
function faultsOf(
  search: URLSearchParams,
  {
    resource,
    isOne,
    suffix,
  }: { readonly resource: OpenResource; readonly isOne: boolean; readonly suffix: string | undefined },
): readonly Fault[] {
  return [...new Set(search.keys())].flatMap((parameter): readonly Fault[] => {
    const [typed = '', ...more] = search.getAll(parameter);
    const known =
      parameter === 'format' || (!isOne && (isPaging(parameter) || Object.hasOwn(resource.filters, parameter)));
    if (!known) return [{ parameter, fault: 'unknown' }];
    if (more.length > 0) return [{ parameter, fault: 'twice' }];
    return isWellSaid(typed, { parameter, resource, suffix }) ? [] : [{ parameter, fault: 'misunderstood' }];
  });
}

function isPaging(parameter: string): boolean {
  return parameter === 'limite' || parameter === 'curseur';
}

function isWellSaid(
  typed: string,
  {
    parameter,
    resource,
    suffix,
  }: { readonly parameter: string; readonly resource: OpenResource; readonly suffix: string | undefined },
): boolean {
  if (parameter === 'format') return isFormat(typed) && (suffix === undefined || suffix === typed);
  if (parameter === 'limite') return v.is(PAGE_SIZE, typed);
  // A cursor has problems of its own.
  return parameter === 'curseur' || resource.misunderstood({ [parameter]: typed }).length === 0;
}

function isFormat(text: string): text is ApiFormat {
  return FORMATS.some((format) => format === text);
}

function keyIn(
  cursor: string,
  { resource, query }: { readonly resource: OpenResource; readonly query: Query },
): Key | Extract<ApiProblem, { kind: 'cursor-of-another-query' | 'unreadable-cursor' }> {
  const read = readCursor(cursor, { resource: resource.name, query });
  if (read.kind !== 'cursor') return read;
  return resource.isKey(read.key) ? read.key : { kind: 'unreadable-cursor' };
}

/** What the address says, else the best that `Accept` takes; JSON where both do. Null: neither. */
function formatAmong(said: string | undefined, accept: string | null): ApiFormat | null {
  if (said !== undefined) return isFormat(said) ? said : null;
  if (accept === null || accept.trim() === '') return 'json';
  const [json, csv] = [weightOf('application/json', accept), weightOf('text/csv', accept)];
  if (json === 0 && csv === 0) return null;
  return json >= csv ? 'json' : 'csv';
}

/** Of the most precise range that holds the type (RFC 9110, 12.5.1); 0: not taken. */
function weightOf(type: string, accept: string): number {
  const [family = ''] = type.split('/');
  const ranges = accept.split(',').map((range) => {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { name, weight: weight === undefined ? 1 : Number(weight) };
  });
  const found = [type, `${family}/*`, '*/*'].flatMap(
    (name) => ranges.find((range) => range.name === name)?.weight ?? [],
  );
  const [most = 0] = found;
  return Number.isFinite(most) ? most : 0;
}
