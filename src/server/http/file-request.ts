/**
 * What is looked at before any file to take away is made: that its address asks for nothing that the file does not know (a filter
 * that is passed over in silence gives the country under the name of a département), and that nobody asks for too many.
 */
import type { RequestEvent } from '@sveltejs/kit';
import type { Fault } from '#domain/open-data/api-problem.ts';
import { allowance } from './allowance.ts';
import { problemResponse } from './api/problem.ts';

/** A file may read the whole country: two a second is more than a person opens, and a program has the files of the day. */
export const FILES_A_MINUTE = 120;

const FILES = allowance({ times: FILES_A_MINUTE, timesHere: 6_000, windowMilliseconds: 60_000 });

const FILE = /\.(?:csv|gz|json|jsonl|ods|parquet|xlsx|zip)$/u;
/** With an allowance of its own, or for one visitor alone. */
const APART = /^\/(?:api\/v1|lire)\//u;
/** These have filters, and say by themselves what they do not understand. */
const FILTERED = /^\/observatoire(?:\/[a-z]+)?\.csv$/u;
const SEARCHED = /^\/communes\.(?:csv|json)$/u;
/** As they stand on the disk, sent by parts: programs ask for many parts of one, and it costs nobody anything. */
const KEPT = /^\/donnees\/[^/]+\/(?!copie\.zip$)[^/]+$/u;

export type FileEvent = Pick<RequestEvent, 'url' | 'getClientAddress'> & {
  readonly request: Pick<Request, 'method'>;
  readonly route: { readonly id: string | null };
};

/** What is answered in place of the file; null: it may be made, which counts it. */
export function refusedFile({ url, request, route, getClientAddress }: FileEvent): Response | null {
  const { pathname: path, searchParams: search } = url;
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (route.id === null || !reads || !FILE.test(path) || APART.test(path)) return null;
  if (!FILTERED.test(path)) {
    const known = SEARCHED.test(path) ? ['q'] : [];
    const faults = faultsOfNames(search, known);
    if (faults.length > 0) return problemResponse({ kind: 'unclear-request', resource: null, known, faults });
  }
  const seconds = KEPT.test(path) ? 0 : FILES.secondsToWait(getClientAddress(), Date.now());
  return seconds === 0 ? null : problemResponse({ kind: 'too-many-requests', seconds });
}

/** Each name of an address once, in its order: that nobody knows, or said more than once. */
export function faultsOfNames(search: URLSearchParams, known: readonly string[]): readonly Fault[] {
  return [...new Set(search.keys())].flatMap((parameter): readonly Fault[] => {
    if (!known.includes(parameter)) return [{ parameter, fault: 'unknown' }];
    return search.getAll(parameter).length > 1 ? [{ parameter, fault: 'twice' }] : [];
  });
}
