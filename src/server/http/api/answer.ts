/**
 * The read API: one handler for every resource. Nothing of it is decided here: which rows, under which names and filters is
 * said by #server/open-data, how often one may ask by ./api-allowance.ts.
 */
import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import type { ApiProblem, Fault } from '#domain/open-data/api-problem.ts';
import { csvHeader, csvLine } from '#publishing/spreadsheet/csv.ts';
import { LICENCE } from '#ui/messages/open-data/licence.fr.ts';
import { syntheticLine } from '#ui/messages/synthetic.fr.ts';
import { tellOperator } from '../../operator-log.ts';
import { runtime } from '../../runtime.ts';
import { editionById } from '../../charters.ts';
import type { TypedResource } from '../../open-data/open-resource.ts';
import type { Db } from '../../storage/connection.ts';
import { unknownFilters } from '../../storage/unknown-filters.ts';
import type { SyntheticCountry } from '../../storage/synthetic-country.ts';
import { keptFor } from '../kept-for.ts';
import { secondsToWaitForApi } from './api-allowance.ts';
import { cursorAfter } from './cursor.ts';
import { apiDescription } from './description.ts';
import { API_METHODS, problemResponse } from './problem.ts';
import { understoodRequest, type ApiFormat, type UnderstoodRequest } from './understood.ts';

export type ApiEvent = Pick<RequestEvent, 'request' | 'url' | 'getClientAddress'> & {
  readonly params: { readonly path?: string };
};

/** Any request under `/api/v1/`. Never throws: a bug is logged and answered as a problem. */
export async function apiAnswer(event: ApiEvent): Promise<Response> {
  const { method } = event.request;
  if (method === 'OPTIONS') return open(new Response(null, { status: 204, headers: { allow: API_METHODS } }));
  const response =
    method === 'GET' || method === 'HEAD' ? await readAnswer(event) : say({ kind: 'method-not-allowed' });
  if (method !== 'HEAD') return open(response);
  return open(new Response(null, { status: response.status, headers: response.headers }));
}

async function readAnswer(event: ApiEvent): Promise<Response> {
  const seconds = secondsToWaitForApi(event.getClientAddress());
  if (seconds > 0) return say({ kind: 'too-many-requests', seconds });
  const { headers } = event.request;
  if (event.params.path === 'openapi.json' && event.url.search === '') return await described(headers);
  const asked = { path: event.params.path ?? '', search: event.url.searchParams, accept: headers.get('accept') };
  try {
    const understood = understoodRequest(asked);
    if (!understood.ok) return say(understood.problem);
    const { db, config, synthetic = null } = await runtime();
    const faults = await faultsOfValues(db, understood.value);
    if (faults.length > 0) return say({ kind: 'unclear-request', resource: understood.value.resource.name, faults });
    const body = await bodyOf(db, understood.value, envelopeOf(understood.value.resource.name, synthetic));
    if ('kind' in body) return say(body);
    return unlessKnown(body, { ifNoneMatch: headers.get('if-none-match'), kept: keptFor(config) });
  } catch (error) {
    tellOperator(`GET /api/v1/${asked.path}: ${error instanceof Error ? (error.stack ?? error.message) : 'thrown'}`);
    return say({ kind: 'out-of-order' });
  }
}

/** A filter by what does not exist, as files of the observatory refuse it: an empty list would be told as « nobody signed there ». */
async function faultsOfValues(db: Db, { kind, query }: UnderstoodRequest): Promise<readonly Fault[]> {
  // The address of a row that is not there has an answer of its own.
  if (kind === 'one') return [];
  const unknown = await unknownFilters(db, query, { isCharter: (id) => editionById(id) !== null });
  return unknown.map((parameter) => ({ parameter, fault: 'misunderstood' }));
}

async function described(headers: Headers): Promise<Response> {
  const { config } = await runtime();
  const text = `${JSON.stringify(apiDescription(), null, 1)}\n`;
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return unlessKnown({ text, headers: type }, { ifNoneMatch: headers.get('if-none-match'), kept: keptFor(config) });
}

const say = problemResponse;

/** Any page of any site may read: nothing here depends on who asks. */
function open(response: Response): Response {
  response.headers.set('access-control-allow-origin', '*');
  response.headers.set('access-control-allow-methods', API_METHODS);
  response.headers.set('access-control-allow-headers', 'accept, if-none-match');
  response.headers.set('access-control-expose-headers', 'link, etag, retry-after');
  response.headers.set('access-control-max-age', '86400');
  response.headers.set('cross-origin-resource-policy', 'cross-origin');
  response.headers.append('vary', 'accept');
  return response;
}

type Body = { readonly text: string; readonly headers: Readonly<Record<string, string>> };

/** What every answer says of itself; of a country that was made up, that it was. */
type Envelope = { readonly ressource: string; readonly licence: string; readonly avertissement?: string };

function envelopeOf(name: string, synthetic: SyntheticCountry | null): Envelope {
  const warned = synthetic === null ? {} : { avertissement: syntheticLine(synthetic.share) };
  return { ressource: name, licence: LICENCE.path, ...warned };
}

async function bodyOf(db: Db, request: UnderstoodRequest, envelope: Envelope): Promise<Body | ApiProblem> {
  return request.kind === 'one' ? await oneBody(db, request, envelope) : await pageBody(db, request, envelope);
}

async function oneBody(
  db: Db,
  { resource, format, id, query }: Extract<UnderstoodRequest, { kind: 'one' }>,
  envelope: Envelope,
): Promise<Body | ApiProblem> {
  const found = await resource.typed(async (typed) => {
    const { rows } = await typed.page(db, { query, after: null, limit: 1, now: new Date() });
    return rows[0] === undefined ? null : written(typed, { rows: rows.slice(0, 1), format, name: resource.name });
  });
  if (found === null) {
    const withdrawn = (await resource.withdrawn?.(db, Number(id))) ?? null;
    return withdrawn === null
      ? { kind: 'unknown-item', resource: resource.name, id }
      : { kind: 'withdrawn-item', withdrawn };
  }
  const { lines, headers } = found;
  if (format === 'csv') return { text: lines, headers };
  const head = JSON.stringify(envelope).slice(0, -1);
  return { text: `${head},"donnee":${lines}}\n`, headers };
}

async function pageBody(
  db: Db,
  { resource, format, query, again, path, limit, after }: Extract<UnderstoodRequest, { kind: 'page' }>,
  envelope: Envelope,
): Promise<Body> {
  const [{ lines, headers, next }, total] = await Promise.all([
    resource.typed(async (typed) => {
      const page = await typed.page(db, { query, after, limit, now: new Date() });
      return { ...written(typed, { rows: page.rows, format, name: resource.name }), next: page.next };
    }),
    format === 'json' ? resource.countOf(db, query) : null,
  ]);
  const following =
    next === null ? null : nextAddress(path, again, cursorAfter(next, { resource: resource.name, query }));
  const linked = following === null ? headers : { ...headers, link: `<${following}>; rel="next"` };
  if (format === 'csv') return { text: lines, headers: linked };
  const head = JSON.stringify({ ...envelope, total, suivant: following });
  return { text: `${head.slice(0, -1)},"donnees":[${lines === '' ? '' : `\n${lines}\n`}]}\n`, headers: linked };
}

function nextAddress(path: string, again: URLSearchParams, cursor: string): string {
  const search = new URLSearchParams(again);
  search.set('curseur', cursor);
  return `${path}?${search.toString()}`;
}

/** A CSV whole; objects one a line, with commas between. */
function written<Row>(
  { columns }: TypedResource<Row>,
  { rows, format, name }: { readonly rows: readonly Row[]; readonly format: ApiFormat; readonly name: string },
): { readonly lines: string; readonly headers: Readonly<Record<string, string>> } {
  const named = Object.entries(columns);
  if (format === 'csv') {
    const lines = rows.map((row) => csvLine(named.map(([, { cell }]) => cell(row))));
    return {
      lines: csvHeader(Object.keys(columns)) + lines.join(''),
      headers: {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="${name}.csv"`,
      },
    };
  }
  const objects = rows.map((row) =>
    JSON.stringify(Object.fromEntries(named.map(([column, { value }]) => [column, value(row)]))),
  );
  return { lines: objects.join(',\n'), headers: { 'content-type': 'application/json; charset=utf-8' } };
}

/** The tag is that of the bytes; packing adds a suffix to it (../compression.ts), which comes back. */
function unlessKnown(
  { text, headers }: Body,
  { ifNoneMatch, kept }: { readonly ifNoneMatch: string | null; readonly kept: string },
): Response {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 27);
  const shared = { etag: `"${hash}"`, 'cache-control': kept };
  const known = ifNoneMatch
    ?.split(',')
    .map((tag) => tag.trim())
    .find((tag) => tag === '*' || tag.replace(/^W\//u, '').replace(/(?:-br|-gzip)?"$/u, '"') === shared.etag);
  if (known === undefined) return new Response(text, { headers: { ...headers, ...shared } });
  return new Response(null, { status: 304, headers: { ...shared, etag: known === '*' ? shared.etag : known } });
}
